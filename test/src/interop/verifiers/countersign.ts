import type { Answer, Ask, Asked, Facts, Verifier } from '../contract.js';
import { CYCLONEDX, PROVENANCE, REVIEW, SPDX, VULNERABILITIES } from '../writing/documents.js';

const WORKFLOW = '--signer-workflow acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
const keyless = ({ signer }: Facts): boolean => signer === 'keyless';
const keyed = ({ signer }: Facts): boolean => signer === 'key' || signer === 'rotated';

const workflow = ({ stage: { wanted } }: Asked): string[] => [
  ...['--certificate-identity', wanted.identity, '--certificate-oidc-issuer', wanted.issuer],
  ...['--source-repository', wanted.repository],
];

/** Countersign's own verify: it has to accept and refuse what the released verifiers do, and what they miss. */
export const verifier: Verifier = {
  id: 'countersign',
  title: 'Countersign',
  programs: [],
  refusal: /^Rejected: /m,
  version: () => Promise.resolve('of this tree'),
  asks: [
    {
      id: 'verify',
      title: 'the signature, by workflow and repository',
      command:
        'countersign verify IMAGE --certificate-identity IDENTITY --certificate-oidc-issuer ISSUER --source-repository acme/app',
      question: { kind: 'signature' },
      applies: keyless,
      knowsIntermediates: true,
      run: (asked) => countersign(asked, workflow(asked), 'signature'),
    },
    ...[PROVENANCE, SPDX, CYCLONEDX, VULNERABILITIES, REVIEW].map((predicateType): Ask => ({
      id: `verify-${predicateType.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}`,
      title: `an attestation of ${predicateType}`,
      command: `countersign verify IMAGE ${WORKFLOW} --require ${predicateType}`,
      question: { kind: 'attestation', predicateType },
      applies: keyless,
      knowsIntermediates: true,
      run: (asked) => countersign(asked, workflow(asked), predicateType),
    })),
    {
      id: 'verify-key',
      title: 'the signature, by the key',
      command: 'countersign verify IMAGE --key signing.pub',
      question: { kind: 'signature' },
      applies: keyed,
      run: (asked) => countersign(asked, keyFlags(asked), 'signature'),
    },
    {
      id: 'verify-old-key',
      title: 'the signature, by the key from before the change',
      command: 'countersign verify IMAGE --key old.pub',
      question: { kind: 'signature' },
      applies: ({ signer }) => signer === 'rotated',
      run: (asked) => countersign(asked, ['--key', asked.written.publicKeys?.[0] ?? 'no key'], 'signature'),
    },
    {
      id: 'verify-attestation-key',
      title: 'the SBOM, by the key',
      command: 'countersign verify IMAGE --key signing.pub --require sbom',
      question: { kind: 'attestation', predicateType: SPDX },
      applies: keyed,
      run: (asked) => countersign(asked, keyFlags(asked), 'sbom'),
    },
  ],
};

const keyFlags = ({ written }: Asked): string[] => ['--key', written.publicKeys?.at(-1) ?? 'no key'];

async function countersign(asked: Asked, by: readonly string[], require: string): Promise<Answer> {
  const { stage, written, facts, image } = asked;
  const repository =
    written.signatureRepository === undefined ? [] : ['--signature-repository', written.signatureRepository];
  const trust = written.more?.trustedRoot === undefined ? [] : ['--trusted-root', written.more.trustedRoot];
  // So that each platform is looked at too, where the image is signed.
  const signature = facts.signature ? ['--require', 'signature'] : [];
  const { code, stdout, stderr } = await stage.countersign(
    ['verify', image, ...by, ...signature, '--require', require, ...repository, ...trust],
    { mayFail: true },
  );
  return { accepted: code === 0, words: `${stdout}\n${stderr}`.trim() };
}
