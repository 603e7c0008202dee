import type { Answer, Ask, Asked, Cannot, Facts, Verifier } from '../contract.js';
import { oldTufCache } from '../trust/old-tuf-cache.js';
import { GENERATOR, identityOf, PROVENANCE_V02, WORKFLOW } from '../writing/builders.js';
import { PROVENANCE } from '../writing/documents.js';

const COMMAND = 'TUF_ROOT=CACHE slsa-verifier verify-image IMAGE --source-uri github.com/acme/app';
const NONE = /no matching attestations|no attestations found/;

const byBuilder = ({ signer }: Facts): boolean => signer === 'builder';

function needsTag({ layouts }: Facts): Cannot | undefined {
  if (layouts.includes('attestation-tag')) return undefined;
  return { why: 'It reads the `.att` tag alone, and there is none', words: NONE };
}

const common = { cannot: needsTag, knowsIntermediates: true } as const;

const asks: readonly Ask[] = [
  {
    ...common,
    id: 'builder',
    title: 'the provenance (SLSA v1) of a public builder',
    command: `${COMMAND} --builder-id https://github.com/${WORKFLOW.workflow} [--provenance-repository REPOSITORY]`,
    question: { kind: 'attestation', predicateType: PROVENANCE },
    applies: byBuilder,
    run: (asked) => verify(asked, ['--builder-id', nameOf(identityOf(WORKFLOW))]),
  },
  {
    ...common,
    id: 'builder-at-tag',
    title: 'the provenance (SLSA v1) of a public builder, at one of its releases',
    command: `${COMMAND} --builder-id https://github.com/${WORKFLOW.workflow}@${WORKFLOW.ref}`,
    question: { kind: 'attestation', predicateType: PROVENANCE },
    applies: byBuilder,
    subjects: ['index'],
    run: (asked) => verify(asked, ['--builder-id', identityOf(WORKFLOW)]),
  },
  {
    ...common,
    id: 'generator',
    title: 'the provenance (SLSA v0.2) of the generator, which needs not be named',
    command: COMMAND,
    question: { kind: 'attestation', predicateType: PROVENANCE_V02 },
    applies: byBuilder,
    run: (asked) => verify(asked, []),
  },
  {
    ...common,
    id: 'generator-tag',
    title: 'the provenance (SLSA v0.2) of the generator, and the tag that was built',
    command: `${COMMAND} --source-tag v1.0.0 --builder-id https://github.com/${GENERATOR.workflow}`,
    question: { kind: 'attestation', predicateType: PROVENANCE_V02 },
    applies: byBuilder,
    run: (asked) => verify(asked, ['--source-tag', 'v1.0.0', '--builder-id', nameOf(identityOf(GENERATOR))]),
  },
  {
    ...common,
    id: 'own-workflow',
    title: 'the provenance of a workflow of one’s own',
    command: `${COMMAND} --builder-id https://github.com/acme/app/.github/workflows/release.yml`,
    question: { kind: 'attestation', predicateType: PROVENANCE },
    applies: ({ signer }, place) => signer === 'keyless' && place.everything,
    subjects: ['index'],
    cannot: (facts) =>
      needsTag(facts) ?? {
        why: 'It reads provenance of the builders that it knows by name alone: one’s own workflow is none of them, whatever --builder-id says',
        words: UNKNOWN_BUILDER,
      },
    run: (asked) => verify(asked, ['--builder-id', nameOf(asked.stage.wanted.identity)]),
  },
];

/** The words about any other fault of an attestation come first. */
const UNKNOWN_BUILDER =
  /unexpected predicate type|invalid builder ID|builderID|no matching attestations|untrusted reusable workflow|invalid OIDC issuer|source used to generate the binary does not match/i;

const nameOf = (identity: string): string => identity.split('@')[0] ?? '';

async function verify({ stage, written, image }: Asked, by: readonly string[]): Promise<Answer> {
  const { sigstore, wanted } = stage;
  const repository =
    written.signatureRepository === undefined ? [] : ['--provenance-repository', written.signatureRepository];
  const { code, stdout, stderr } = await stage.run(
    'slsa-verifier',
    ['verify-image', image, '--source-uri', `github.com/${wanted.repository}`, ...by, ...repository],
    {
      env: {
        TUF_ROOT: await oldTufCache(stage),
        SIGSTORE_REKOR_PUBLIC_KEY: sigstore.pem.rekorKey,
        SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: sigstore.pem.ctlogKey,
      },
    },
  );
  return { accepted: code === 0, words: `${stderr}\n${stdout}`.trim() };
}

/** The verifier of slsa-framework: provenance of builders that it knows. */
export const verifier: Verifier = {
  id: 'slsa-verifier',
  title: 'slsa-verifier',
  programs: ['slsa-verifier', 'cosign-2.4'],
  refusal: /FAILED: SLSA verification failed: (?!.*(TUF|tuf|connection))/,
  asks,
  version: async (run) => {
    const { stdout, stderr } = await run('slsa-verifier', ['version']);
    return /GitVersion:\s+v?(\S+)/.exec(stdout + stderr)?.[1] ?? '';
  },
};
