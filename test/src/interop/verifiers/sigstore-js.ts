import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createVerifier, type BundleVerifier, type VerifyOptions } from 'sigstore';
import { anyBundle, needsBundle } from '../bundles/each.js';
import { exactly } from '../bundles/exactly.js';
import { SIGNATURE_TYPE, type TakenBundle } from '../bundles/taken.js';
import type { Answer, Ask, Asked, Facts, Verifier } from '../contract.js';
import { partsOf } from '../rig/objects.js';
import { tufMirror } from '../trust/tuf-mirror.js';
import { PROVENANCE, SPDX, VULNERABILITIES } from '../writing/documents.js';

/** Who called the workflow, as certificates told it first: as plain bytes. */
const SOURCE_REPOSITORY = '1.3.6.1.4.1.57264.1.5';

const keyless = ({ signer }: Facts): boolean => signer === 'keyless';
const OPTIONS = 'tufMirrorURL, tufRootPath';
const IDENTITY = 'certificateIdentityURI: `^${RegExp.escape(IDENTITY)}$`, certificateIssuer: ISSUER';
const REPOSITORY = `certificateOIDs: { '${SOURCE_REPOSITORY}': 'acme/app' }`;

const common = { applies: keyless, cannot: needsBundle, knowsIntermediates: true } as const;

const asks: readonly Ask[] = [
  {
    ...common,
    id: 'signature',
    title: "cosign's statement of the signature, by its signer; its subject compared by the caller",
    command: `verify(bundle, { ${OPTIONS}, ${IDENTITY} })`,
    question: { kind: 'signature' },
    run: (asked) => verify(asked, SIGNATURE_TYPE, 'identity', { compared: true }),
  },
  {
    ...common,
    id: 'signature-alone',
    title: "cosign's statement of the signature, by its signer; nothing compared",
    command: `verify(bundle, { ${OPTIONS}, ${IDENTITY} })`,
    question: { kind: 'signature' },
    run: (asked) => verify(asked, SIGNATURE_TYPE, 'identity', { compared: false }),
  },
  ...[
    {
      id: 'signature-repository',
      predicateType: SIGNATURE_TYPE,
      title: "cosign's statement of the signature",
    },
    { id: 'provenance', predicateType: PROVENANCE, title: 'the provenance' },
    { id: 'spdx', predicateType: SPDX, title: 'the SBOM in SPDX' },
  ].map(({ id, title, predicateType }): Ask => ({
    ...common,
    id,
    title: `${title}, by its signer and the repository that called the workflow; its subject compared by the caller`,
    command: `verify(bundle, { ${OPTIONS}, ${IDENTITY}, ${REPOSITORY} })`,
    question:
      predicateType === SIGNATURE_TYPE ? { kind: 'signature' } : { kind: 'attestation', predicateType },
    run: (asked) => verify(asked, predicateType, 'repository', { compared: true }),
  })),
  {
    ...common,
    id: 'identity-cut',
    title: 'an identity whose end is cut off, given as it is',
    command: `verify(bundle, { ${OPTIONS}, certificateIdentityURI: 'https://github.com/acme/app/', certificateIssuer: ISSUER })`,
    question: { kind: 'attestation', predicateType: VULNERABILITIES },
    subjects: ['index'],
    run: (asked) => verify(asked, VULNERABILITIES, 'cut', { compared: true }),
  },
  {
    ...common,
    id: 'key',
    title: "cosign's statement of the signature, by the key; its subject compared by the caller",
    command: `verify(bundle, { ${OPTIONS}, keySelector: () => publicKey })`,
    question: { kind: 'signature' },
    applies: ({ signer }) => signer === 'key' || signer === 'rotated',
    run: (asked) => verify(asked, SIGNATURE_TYPE, 'key', { compared: true }),
  },
];

type By = 'identity' | 'repository' | 'cut' | 'key';

const verify = (
  asked: Asked,
  predicateType: string,
  by: By,
  { compared }: { readonly compared: boolean },
): Promise<Answer> =>
  anyBundle(asked, predicateType, async ({ json, subjects }: TakenBundle) => {
    const verifier = await verifierOf(asked, by);
    const { digest } = partsOf(asked.image);
    try {
      const { identity } = verifier.verify(JSON.parse(json) as Parameters<typeof verifier.verify>[0]);
      if (compared && !subjects.includes(digest))
        return { accepted: false, words: `verified, and of another subject: ${subjects.join(', ')}` };
      return { accepted: true, words: `verified: ${identity?.subjectAlternativeName ?? 'a key'}` };
    } catch (error) {
      const { code, message } = error as { readonly code?: string; readonly message: string };
      if (code === undefined) throw error;
      return { accepted: false, words: `${code}: ${message}` };
    }
  });

/** Trust comes by TUF alone: from the mirror of the stage, once for each way of asking. */
const verifierOf = (asked: Asked, by: By): Promise<BundleVerifier> => {
  const { stage, facts, written } = asked;
  const name = ['sigstore-js', by, facts.log === 'none', ...(written.publicKeys ?? [])].join(' ');
  return stage.once(name, async () => {
    const { url, root } = await tufMirror(stage);
    return createVerifier({
      tufMirrorURL: url,
      tufRootPath: root,
      tufCachePath: join(await stage.folder(), 'tuf'),
      // A log cannot be asked for where nothing is logged.
      ...(facts.log === 'none' ? { tlogThreshold: 0 } : {}),
      ...(await signer(asked, by)),
    });
  });
};

async function signer({ stage: { wanted }, written }: Asked, by: By): Promise<VerifyOptions> {
  const { identity, issuer: certificateIssuer, repository } = wanted;
  const whole = { certificateIdentityURI: exactly(identity), certificateIssuer };
  switch (by) {
    case 'identity':
      return whole;
    case 'repository':
      return { ...whole, certificateOIDs: { [SOURCE_REPOSITORY]: repository } };
    case 'cut':
      return { certificateIdentityURI: `https://github.com/${repository}/`, certificateIssuer };
    case 'key': {
      const publicKey = await readFile(written.publicKeys?.at(-1) ?? 'no key', 'utf8');
      return { keySelector: () => publicKey };
    }
  }
}

const version = (): Promise<string> => {
  const path = createRequire(import.meta.url).resolve('sigstore/package.json');
  return Promise.resolve((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version);
};

/** The client of JavaScript's packages, in this process, on bundles that were taken from the registry. */
export const verifier: Verifier = {
  id: 'sigstore-js',
  title: 'sigstore-js',
  programs: [],
  refusal: /there is no bundle of|_ERROR: |of another subject/,
  refusalOf: {
    unsigned: /there is no bundle of/,
    'wrong-predicate': /there is no bundle of/,
    'other-identity': /UNTRUSTED_SIGNER_ERROR: certificate identity error/,
    'other-issuer': /UNTRUSTED_SIGNER_ERROR: invalid certificate extension/,
    'wrong-source-repository': /UNTRUSTED_SIGNER_ERROR: invalid certificate extension/,
    'other-digest': /of another subject/,
  },
  asks,
  version,
};
