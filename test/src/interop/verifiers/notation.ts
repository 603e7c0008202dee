import { join } from 'node:path';
import type { Answer, Asked, Facts, Verifier } from '../contract.js';
import { notation } from '../writing/notation.js';

const signed = ({ layouts }: Facts): boolean => layouts.includes('notation');

const home = ({ written }: Asked): string => written.more?.notationHome ?? 'no trust policy';

async function verify(asked: Asked): Promise<Answer> {
  const { stage, image } = asked;
  const { code, stdout, stderr } = await notation(stage, home(asked), [
    'verify',
    '--insecure-registry',
    image,
  ]);
  return { accepted: code === 0, words: `${stdout}\n${stderr}`.trim() };
}

/** Countersign's own answer, by the same trust policy and store. */
async function countersign(asked: Asked): Promise<Answer> {
  const { stage, image } = asked;
  const policy = join(home(asked), 'notation', 'trustpolicy.json');
  const { code, stdout, stderr } = await stage.countersign(
    ['verify', image, '--platforms', 'index', '--require', 'notation', '--notation-trust-policy', policy],
    { mayFail: true },
  );
  return { accepted: code === 0, words: `${stdout}\n${stderr}`.trim() };
}

/** notation, and Countersign asked the same question: they have to agree. */
export const verifiers: readonly Verifier[] = [
  {
    id: 'notation',
    title: 'notation',
    programs: ['notation'],
    refusal: /signature verification failed|no signature is associated/,
    version: async (run) => {
      const { stdout } = await run('notation', ['version']);
      return /^Version:\s+v?([^\s+]+)/m.exec(stdout)?.[1] ?? 'unknown';
    },
    asks: [
      {
        id: 'verify',
        title: 'the signature, by the trust policy',
        command: 'notation verify IMAGE',
        question: { kind: 'signature' },
        applies: signed,
        run: verify,
      },
    ],
  },
  {
    id: 'countersign-notation',
    title: 'Countersign, `require: notation`',
    programs: [],
    refusal: /^Rejected: /m,
    version: () => Promise.resolve('of this tree'),
    asks: [
      {
        id: 'verify',
        title: 'the signature, by the same trust policy',
        command: 'countersign verify IMAGE --require notation --notation-trust-policy trustpolicy.json',
        question: { kind: 'signature' },
        applies: signed,
        run: countersign,
      },
    ],
  },
];
