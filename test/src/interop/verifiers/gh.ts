import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityOf } from '../bundles/identity.js';
import type { Answer, Ask, Asked, Cannot, Facts, PlaceFacts, Stage, Verifier } from '../contract.js';
import { CYCLONEDX, PROVENANCE, REVIEW, SPDX, VULNERABILITIES } from '../writing/documents.js';

const SIGNATURE_TYPE = 'https://sigstore.dev/cosign/sign/v1';
const COMMAND =
  'GH_TOKEN=none gh attestation verify oci://IMAGE --bundle-from-oci --custom-trusted-root trusted_root.jsonl --cert-oidc-issuer ISSUER';

const bySigstore = ({ signer }: Facts): boolean => ['keyless', 'builder', 'key', 'rotated'].includes(signer);
const keyless = ({ signer }: Facts): boolean => signer === 'keyless';

/** It looks for bundles beside the image, and there for certificates. */
function cannot(
  { layouts, separateRepository, signer, log }: Facts,
  { registry }: PlaceFacts,
): Cannot | undefined {
  if (!layouts.includes('bundle') || separateRepository) {
    return {
      why: separateRepository
        ? 'It looks for bundles in the repository of the image alone'
        : 'It reads bundles alone, and there is none',
      words: /no attestations found/,
    };
  }
  if (registry === 'go-containerregistry') {
    return {
      why: 'It goes by the artifactType in the list of referrers, where that registry writes the type of the config (google/go-containerregistry#1997)',
      words: /no attestations found/,
    };
  }
  if (signer === 'key' || signer === 'rotated') {
    return {
      why: 'It verifies certificates alone, and there is a key',
      words: /leaf cert not found|no attestations found/,
    };
  }
  if (log === 'none') {
    return {
      why: 'It demands an entry of every log that the trusted root names, and there is none',
      words: /verifying with issuer/,
    };
  }
  return undefined;
}

const common = { applies: bySigstore, cannot, knowsIntermediates: true } as const;

const signature: readonly Ask[] = [
  {
    ...common,
    id: 'signature',
    title: "cosign's statement of the signature, by who signed and the repository that called the workflow",
    command: `${COMMAND} --repo acme/app --cert-identity IDENTITY --predicate-type ${SIGNATURE_TYPE}`,
    question: { kind: 'signature' },
    run: (asked) => gh(asked, SIGNATURE_TYPE, byIdentity(asked)),
  },
  {
    ...common,
    id: 'owner',
    title: "cosign's statement of the signature, by the owner alone",
    command: `${COMMAND} --owner acme --predicate-type ${SIGNATURE_TYPE}`,
    question: { kind: 'signature' },
    applies: keyless,
    subjects: ['index'],
    run: (asked) => gh(asked, SIGNATURE_TYPE, ['--owner', 'acme']),
  },
];

const attestations = [
  { id: 'provenance', title: 'the provenance', predicateType: PROVENANCE },
  { id: 'spdx', title: 'the SBOM in SPDX', predicateType: SPDX },
  { id: 'cyclonedx', title: 'the SBOM in CycloneDX', predicateType: CYCLONEDX },
  { id: 'vuln', title: 'the scan', predicateType: VULNERABILITIES },
  { id: 'review', title: 'a claim of a type of our own', predicateType: REVIEW },
].map(({ id, title, predicateType }): Ask => ({
  ...common,
  id,
  title,
  command: `${COMMAND} --repo acme/app --cert-identity IDENTITY --predicate-type ${predicateType}`,
  question: { kind: 'attestation', predicateType },
  run: (asked) => gh(asked, predicateType, byIdentity(asked)),
}));

const byIdentity = (asked: Asked): string[] => [
  ...['--repo', asked.stage.wanted.repository, '--cert-identity', identityOf(asked)],
];

async function gh({ stage, image }: Asked, predicateType: string, by: readonly string[]): Promise<Answer> {
  const { code, stdout, stderr } = await stage.run(
    'gh',
    [
      ...['attestation', 'verify', `oci://${image}`, '--bundle-from-oci'],
      ...['--custom-trusted-root', await jsonLines(stage), '--cert-oidc-issuer', stage.wanted.issuer],
      ...['--predicate-type', predicateType, '--format', 'json', ...by],
    ],
    // It wants to be logged in, although it asks GitHub nothing here.
    { env: { GH_TOKEN: 'none', GH_NO_UPDATE_NOTIFIER: '1', GH_PROMPT_DISABLED: '1' } },
  );
  return { accepted: code === 0, words: code === 0 ? verified(stdout) : stderr.trim() };
}

/** What it says of the first one, without the bundle itself. */
const verified = (stdout: string): string =>
  stdout.slice(stdout.indexOf('"verificationResult"')).slice(0, MAX_WORDS);
const MAX_WORDS = 500;

/** Trust as gh takes it: each root on a line of its own, the last one ended too. */
const jsonLines = (stage: Stage): Promise<string> =>
  stage.once('trusted root in JSON lines', async () => {
    const path = join(await stage.folder(), 'trusted_root.jsonl');
    const root = JSON.parse(await readFile(stage.sigstore.trustedRoot, 'utf8')) as object;
    await writeFile(path, `${JSON.stringify(root)}\n`);
    return path;
  });

/** GitHub's command line on bundles taken from the registry, without GitHub. */
export const verifier: Verifier = {
  id: 'gh',
  title: 'gh attestation verify',
  programs: ['gh'],
  refusal: /no attestations found|verifying with issuer|expected (SourceRepository(Owner)?URI|Issuer) to be/,
  refusalOf: {
    unsigned: /no attestations found/,
    'wrong-predicate': /no attestations found/,
    'other-issuer': /expected Issuer to be/,
    'wrong-source-repository': /expected SourceRepositoryOwnerURI to be/,
  },
  asks: [...signature, ...attestations],
  version: async (run) => /gh version (\S+)/.exec((await run('gh', ['--version'])).stdout)?.[1] ?? '',
};
