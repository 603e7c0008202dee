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
    return {
      why: 'It reads bundles with a certificate alone, and there is a key',
      words: /certificate|there is no bundle of/,
    };
  if (facts.log === 'none')
    return {
      why: 'It reads bundles with an entry in a log alone, and there is none',
      words: /expected exactly one log entry/,
    };
  return undefined;
}

/** `verify github` takes no issuer. */
const cannotGithub: NonNullable<Ask['cannot']> = (facts, place) =>
  cannot(facts) ??
  (place.sigstore === 'testbed'
    ? undefined
    : {
        why: '`verify github` knows no issuer but that of GitHub',
        words: /OIDCIssuer does not match|there is no bundle of/,
      });

const common = { applies: certified, cannot, knowsIntermediates: true } as const;

const GITHUB = `${COMMAND} github ${ABOUT} --cert-identity IDENTITY --repository acme/app sha256:DIGEST`;
const IDENTITY = `${COMMAND} identity ${ABOUT} --cert-identity IDENTITY --cert-oidc-issuer ISSUER sha256:DIGEST`;
const provenance = { kind: 'attestation', predicateType: PROVENANCE } as const;

const asks: readonly Ask[] = [
  {
    ...common,
    id: 'provenance',
    title: 'the provenance, by its signer and the repository that called the workflow',
    command: GITHUB,
    cannot: cannotGithub,
    question: provenance,
    run: (asked) => verify(asked, PROVENANCE, byRepository(asked)),
  },
  {
    ...common,
    id: 'provenance-identity',
    title: 'the provenance, by its signer alone',
    command: IDENTITY,
    question: provenance,
    subjects: ['index'],
    applies: ({ signer }) => signer === 'keyless',
    run: (asked) => verify(asked, PROVENANCE, byIdentity(asked)),
  },
  {
    ...common,
    id: 'spdx',
    title: 'the SBOM in SPDX, by its signer and the repository that called the workflow',
    command: GITHUB,
    cannot: cannotGithub,
    question: { kind: 'attestation', predicateType: SPDX },
    subjects: ['index'],
    applies: ({ signer }) => signer === 'keyless' || signer === 'key',
    run: (asked) => verify(asked, SPDX, byRepository(asked)),
  },
  {
    ...common,
    id: 'signature',
    title: "cosign's statement of the signature, by its signer",
    command: IDENTITY,
    question: { kind: 'signature' },
    subjects: ['index'],
    applies: ({ signer }, place) => signer === 'keyless' && place.everything,
    cannot: (facts) =>
      cannot(facts) ?? {
        why: "It demands a name of every subject, which in-toto leaves open and cosign's statement does not give (sigstore/cosign#5014); nor does it read an entry whose logIndex is left out since it is 0",
        words:
          /subject\.0\.name Field required|logIndex Field required|FAIL: SHA2_256:(?!.*subject\.0\.name)|there is no bundle of/,
      },
    run: (asked) => verify(asked, SIGNATURE_TYPE, byIdentity(asked)),
  },
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
    const { code, stderr } = await stage.run(
      'sigstore-python',
      [
        ...['--trust-config', await trustConfig(stage), 'verify', ...by],
        ...['--bundle', path, '--offline', partsOf(image).digest],
      ],
      // It breaks its lines to the width of a terminal.
      { env: { COLUMNS: '1000' } },
    );
    return { accepted: code === 0, words: stderr.replaceAll(/\s+/g, ' ').trim() };
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
  refusal: /there is no bundle of|FAIL: SHA2_256:/,
  refusalOf: {
    unsigned: /there is no bundle of/,
    'wrong-predicate': /there is no bundle of/,
    'other-digest': /in-toto statement has no subject for digest/,
  },
  asks,
  // It starts slowly, and is handed what others took from the registry: whose registry that is tells nothing of it.
  tells: ({ writer }, { everything, sigstore }) =>
    everything || sigstore === 'real' || writer === '@sigstore/oci',
  version: async (run) =>
    /sigstore (\S+)/.exec((await run('sigstore-python', ['--version'])).stdout)?.[1] ?? '',
};
