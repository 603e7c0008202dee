import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anyBundle, needsBundle } from '../bundles/each.js';
import { identityOf } from '../bundles/identity.js';
import { SIGNATURE_TYPE } from '../bundles/taken.js';
import type { Answer, Ask, Asked, Cannot, Facts, Stage, Verifier } from '../contract.js';
import { partsOf } from '../rig/objects.js';
import { PROVENANCE, SPDX } from '../writing/documents.js';

const COMMAND = 'sigstore --trust-config trust.json verify';
const ABOUT = '--bundle bundle.json --offline';

const certified = ({ signer }: Facts): boolean => signer === 'keyless' || signer === 'builder';

function cannot(facts: Facts): Cannot | undefined {
  const missing = needsBundle(facts);
  if (missing !== undefined) return missing;
  if (!certified(facts))
    return { why: 'It reads bundles with a certificate alone, and there is a key', words: /certificate/ };
  if (facts.log === 'none')
    return {
      why: 'It reads bundles with an entry in a log alone, and there is none',
      words: /expected exactly one log entry/,
    };
  return undefined;
}

const common = { applies: certified, cannot, knowsIntermediates: true } as const;

const asks: readonly Ask[] = [
  {
    ...common,
    id: 'signature',
    title: "cosign's statement of the signature, by its signer",
    command: `${COMMAND} identity ${ABOUT} --cert-identity IDENTITY --cert-oidc-issuer ISSUER sha256:DIGEST`,
    question: { kind: 'signature' },
    applies: ({ signer }) => ['keyless', 'key'].includes(signer),
    run: (asked) => verify(asked, SIGNATURE_TYPE, byIdentity(asked)),
  },
  {
    ...common,
    id: 'signature-github',
    title: "cosign's statement of the signature, by its signer and the repository that called the workflow",
    command: `${COMMAND} github ${ABOUT} --cert-identity IDENTITY --repository acme/app sha256:DIGEST`,
    question: { kind: 'signature' },
    run: (asked) => verify(asked, SIGNATURE_TYPE, byRepository(asked)),
  },
  ...[
    { id: 'provenance', title: 'the provenance', predicateType: PROVENANCE },
    { id: 'spdx', title: 'the SBOM in SPDX', predicateType: SPDX },
  ].map(({ id, title, predicateType }): Ask => ({
    ...common,
    id,
    title: `${title}, by its signer and the repository that called the workflow`,
    command: `${COMMAND} github ${ABOUT} --cert-identity IDENTITY --repository acme/app sha256:DIGEST`,
    question: { kind: 'attestation', predicateType },
    run: (asked) => verify(asked, predicateType, byRepository(asked)),
  })),
];

const byIdentity = ({ stage: { wanted } }: Asked): string[] => [
  ...['identity', '--cert-identity', wanted.identity, '--cert-oidc-issuer', wanted.issuer],
];
const byRepository = (asked: Asked): string[] => [
  ...['github', '--cert-identity', identityOf(asked), '--repository', asked.stage.wanted.repository],
];

/** It is told the digest, and compares it with the subjects of the statement by itself; the type is looked at before. */
const verify = (asked: Asked, predicateType: string, by: readonly string[]): Promise<Answer> =>
  anyBundle(asked, predicateType, async ({ json }) => {
    const { stage, image } = asked;
    const path = join(await stage.folder(), 'bundle.json');
    await writeFile(path, json);
    const { code, stdout, stderr } = await stage.run('sigstore-python', [
      ...['--trust-config', await trustConfig(stage), 'verify', ...by],
      ...['--bundle', path, '--offline', partsOf(image).digest],
    ]);
    return { accepted: code === 0, words: `${stderr}\n${stdout.slice(0, 200)}`.trim() };
  });

/** A trusted_root.json and a signing_config.json in one: the form in which it takes trust that is not by TUF. */
const trustConfig = (stage: Stage): Promise<string> =>
  stage.once('client trust config', async () => {
    const path = join(await stage.folder(), 'trust.json');
    const [trustedRoot, signingConfig] = await Promise.all(
      [stage.sigstore.trustedRoot, stage.sigstore.signingConfig].map(
        async (file) => JSON.parse(await readFile(file, 'utf8')) as object,
      ),
    );
    const mediaType = 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json';
    await writeFile(path, JSON.stringify({ mediaType, trustedRoot, signingConfig }));
    return path;
  });

/** The client of Python's packages, on bundles that were taken from the registry. */
export const verifier: Verifier = {
  id: 'sigstore-python',
  title: 'sigstore-python',
  programs: ['sigstore-python'],
  refusal: /there is no bundle of|FAIL: sha256:/,
  refusalOf: {
    unsigned: /there is no bundle of/,
    'wrong-predicate': /there is no bundle of/,
    'other-digest': /in-toto statement has no subject for digest/,
  },
  asks,
  version: async (run) =>
    /sigstore (\S+)/.exec((await run('sigstore-python', ['--version'])).stdout)?.[1] ?? '',
};
