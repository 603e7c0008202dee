import type { Ask, Asked, Cannot, Facts } from '../contract.js';
import { CYCLONEDX, PROVENANCE, REVIEW, SPDX, VULNERABILITIES } from '../writing/documents.js';
import { policiesOf } from './policies.js';
import { cosign, pemTrust, publicKey, signer, trustedRoot } from './run.js';

/** How a release of cosign verifies, as far as releases differ. */
export interface CosignRelease {
  readonly program: string;
  /** Whether `verify` and `verify-attestation` look for bundles first. */
  readonly bundles: boolean;
  /** Whether the tags can be asked for where bundles are. */
  readonly forcesTags: boolean;
  /** Whether `verify-attestation` takes a trusted_root.json for the tags too, and a key needs none for a bundle. */
  readonly oneTrust: boolean;
  /** Whether `tree` lists bundles in a fallback index, and by the referrers API. */
  readonly treeOfReferrers: boolean;
}

const NO_SIGNATURE = /no signatures found|no matching signatures/;
const NO_ATTESTATION = /no matching attestations|no attestations found|none of the attestations/;
const IDENTITY = '--certificate-identity IDENTITY --certificate-oidc-issuer ISSUER';

const keyless = ({ signer }: Facts): boolean => signer === 'keyless';
const keyed = ({ signer }: Facts): boolean => signer === 'key' || signer === 'rotated';

/** The ways of asking that cosign 3 and 2 have in common, for the layouts that the release reads. */
export function cosignAsks(release: CosignRelease): readonly Ask[] {
  return [...(release.bundles ? modern(release) : []), ...legacy(release), ...keys(release), tree(release)];
}

/** As one verifies today: bundles where there are any, else the tags, with a trusted_root.json. */
function modern({ program, oneTrust }: CosignRelease): readonly Ask[] {
  const needsLog = oneTrust ? needsEntry : (facts: Facts) => needsTime(facts) ?? needsEntry(facts);
  const signature = { question: { kind: 'signature' }, applies: keyless, knowsIntermediates: true } as const;
  const trust = '--trusted-root trusted_root.json';
  return [
    {
      ...signature,
      id: 'verify',
      title: 'the signature',
      command: `cosign verify ${trust} ${IDENTITY} IMAGE`,
      cannot: needsLog,
      run: (asked) =>
        cosign(program, asked, ['verify', ...trustedRoot(asked), ...signer(asked), asked.image]),
    },
    {
      ...signature,
      id: 'verify-regexp',
      title: 'the signature, by a pattern, as guides have it',
      command: `cosign verify ${trust} --certificate-identity-regexp '^https://github.com/acme/app/' --certificate-oidc-issuer ISSUER IMAGE`,
      cannot: needsLog,
      run: (asked) =>
        cosign(program, asked, [
          ...['verify', ...trustedRoot(asked)],
          ...['--certificate-identity-regexp', '^https://github.com/acme/app/'],
          ...['--certificate-oidc-issuer', asked.stage.wanted.issuer, asked.image],
        ]),
    },
    {
      ...signature,
      id: 'verify-repository',
      title: 'the signature, with the repository that called the workflow',
      command: `cosign verify ${trust} ${IDENTITY} --certificate-github-workflow-repository acme/app IMAGE`,
      cannot: needsLog,
      run: (asked) =>
        cosign(program, asked, [
          ...['verify', ...trustedRoot(asked), ...signer(asked)],
          ...['--certificate-github-workflow-repository', asked.stage.wanted.repository, asked.image],
        ]),
    },
    {
      ...signature,
      id: 'verify-timestamp-rekor-v2',
      title: 'the signature, by its signed timestamp and a log of Rekor v2',
      command: `cosign verify ${trust} --use-signed-timestamps ${IDENTITY} IMAGE`,
      applies: (facts) => keyless(facts) && facts.log === 'rekor-v2',
      run: (asked) =>
        cosign(program, asked, [
          ...['verify', ...trustedRoot(asked), '--use-signed-timestamps', ...signer(asked), asked.image],
        ]),
    },
    {
      ...signature,
      id: 'verify-timestamp',
      title: 'the signature, by its signed timestamp and without a log',
      command: `cosign verify ${trust} --use-signed-timestamps --insecure-ignore-tlog ${IDENTITY} IMAGE`,
      applies: (facts) => keyless(facts) && facts.log === 'none',
      run: (asked) =>
        cosign(program, asked, [
          ...['verify', ...trustedRoot(asked), '--use-signed-timestamps', '--insecure-ignore-tlog'],
          ...[...signer(asked), asked.image],
        ]),
    },
    ...TYPES.map(({ type, predicateType, cannot = needsLog }): Ask => ({
      id: `verify-attestation-${type.includes('/') ? 'uri' : type}`,
      title: `the attestation, \`--type ${type}\``,
      command: `cosign verify-attestation --type ${type} ${trust} ${IDENTITY} IMAGE`,
      question: { kind: 'attestation', predicateType },
      applies: keyless,
      knowsIntermediates: true,
      cannot: (facts) => (oneTrust ? undefined : needsBundle(facts)) ?? cannot(facts),
      run: (asked) =>
        cosign(program, asked, [
          ...['verify-attestation', '--type', type, ...trustedRoot(asked), ...signer(asked), asked.image],
        ]),
    })),
    ...(['rego', 'cue'] as const).map((language): Ask => ({
      id: `verify-attestation-policy-${language}`,
      title: `the attestation, with a policy in ${language === 'cue' ? 'CUE' : 'Rego'}`,
      command: `cosign verify-attestation --type TYPE --policy policy.${language} ${trust} ${IDENTITY} IMAGE`,
      question: { kind: 'attestation', predicateType: language === 'cue' ? PROVENANCE : REVIEW },
      applies: keyless,
      knowsIntermediates: true,
      cannot: (facts) => (oneTrust ? undefined : needsBundle(facts)) ?? needsLog(facts),
      run: async (asked) =>
        cosign(program, asked, [
          ...['verify-attestation', '--type', language === 'cue' ? 'slsaprovenance1' : REVIEW],
          ...['--policy', (await policiesOf(asked.stage))[language]],
          ...[...trustedRoot(asked), ...signer(asked), asked.image],
        ]),
    })),
  ];
}

interface AskedType {
  readonly type: string;
  /** What the one who asks is after. */
  readonly predicateType: string;
  readonly cannot?: (facts: Facts) => Cannot | undefined;
}

const TYPES: readonly AskedType[] = [
  { type: 'slsaprovenance1', predicateType: PROVENANCE },
  {
    type: 'slsaprovenance',
    predicateType: PROVENANCE,
    cannot: () => ({
      why: '`slsaprovenance` is SLSA v0.2; Countersign attests v1, which is `slsaprovenance1`',
      words: NO_ATTESTATION_OR_LAYOUT,
    }),
  },
  { type: 'spdxjson', predicateType: SPDX },
  { type: 'cyclonedx', predicateType: CYCLONEDX },
  { type: 'vuln', predicateType: VULNERABILITIES },
  { type: REVIEW, predicateType: REVIEW },
];

/** As cosign 2 verifies: the tags, with roots and keys from the environment. */
function legacy({ program, bundles, forcesTags }: CosignRelease): readonly Ask[] {
  const format = forcesTags ? ['--new-bundle-format=false'] : [];
  const flag = forcesTags ? ' --new-bundle-format=false' : '';
  const cannot =
    (needsTag: NonNullable<Ask['cannot']>): NonNullable<Ask['cannot']> =>
    (facts, place) =>
      (bundles && !forcesTags ? disturbedByBundle(facts) : undefined) ?? needsTag(facts, place);
  const variables =
    'SIGSTORE_ROOT_FILE=… SIGSTORE_REKOR_PUBLIC_KEY=… SIGSTORE_CT_LOG_PUBLIC_KEY_FILE=… cosign';
  return [
    {
      id: 'verify-legacy',
      title: 'the signature in the `.sig` tag',
      command: `${variables} verify${flag} ${IDENTITY} IMAGE`,
      question: { kind: 'signature' },
      applies: keyless,
      cannot: cannot(needsSignatureTag),
      knowsIntermediates: true,
      run: (asked) =>
        cosign(program, asked, ['verify', ...format, ...signer(asked), asked.image], pemTrust(asked)),
    },
    {
      id: 'verify-legacy-root',
      title: 'the signature in the `.sig` tag, with the root certificate alone',
      command: `${variables} verify${flag} ${IDENTITY} IMAGE`,
      question: { kind: 'signature' },
      applies: keyless,
      cannot: cannot(needsSignatureTag),
      run: (asked) =>
        cosign(program, asked, ['verify', ...format, ...signer(asked), asked.image], pemTrust(asked, 'root')),
    },
    {
      id: 'verify-attestation-legacy',
      title: 'the provenance in the `.att` tag',
      command: `${variables} verify-attestation${flag} --type slsaprovenance1 ${IDENTITY} IMAGE`,
      question: { kind: 'attestation', predicateType: PROVENANCE },
      applies: keyless,
      cannot: cannot(needsAttestationTag),
      knowsIntermediates: true,
      run: (asked) =>
        cosign(
          program,
          asked,
          [...['verify-attestation', ...format, '--type', 'slsaprovenance1'], ...signer(asked), asked.image],
          pemTrust(asked),
        ),
    },
  ];
}

/** With a public key; what is in the log has to be there, what is not is not looked for. */
function keys({ program, bundles, oneTrust }: CosignRelease): readonly Ask[] {
  const common = { applies: keyed, cannot: bundles ? undefined : needsSignatureTag } as const;
  const witness = (asked: Asked): string[] => {
    const needsRoot = bundles && !(oneTrust && asked.facts.log === 'none');
    return [
      ...(asked.facts.log === 'none' ? ['--insecure-ignore-tlog'] : []),
      ...(needsRoot ? trustedRoot(asked) : []),
    ];
  };
  const env = (asked: Asked): Record<string, string> => (bundles ? {} : pemTrust(asked));
  const ask = (which: 'newest' | 'oldest'): Ask['run'] => {
    return (asked) =>
      cosign(
        program,
        asked,
        ['verify', ...publicKey(asked, which), ...witness(asked), asked.image],
        env(asked),
      );
  };
  return [
    {
      ...withoutUndefined(common),
      id: 'verify-key',
      title: 'the signature, by the key',
      command: 'cosign verify --key cosign.pub [--insecure-ignore-tlog] IMAGE',
      question: { kind: 'signature' },
      run: ask('newest'),
    },
    {
      ...withoutUndefined(common),
      id: 'verify-old-key',
      title: 'the signature, by the key from before the change',
      command: 'cosign verify --key old.pub --insecure-ignore-tlog IMAGE',
      question: { kind: 'signature' },
      applies: ({ signer }) => signer === 'rotated',
      run: ask('oldest'),
    },
    {
      ...withoutUndefined({ applies: keyed, cannot: bundles ? undefined : needsAttestationTag }),
      id: 'verify-attestation-key',
      title: 'the SBOM, by the key',
      command: 'cosign verify-attestation --type spdxjson --key cosign.pub [--insecure-ignore-tlog] IMAGE',
      question: { kind: 'attestation', predicateType: SPDX },
      run: (asked) =>
        cosign(
          program,
          asked,
          [
            ...['verify-attestation', '--type', 'spdxjson', ...publicKey(asked)],
            ...[...witness(asked), asked.image],
          ],
          env(asked),
        ),
    },
  ];
}

/** What is there; it verifies nothing, and says so by its exit code alone. */
function tree({ program, treeOfReferrers }: CosignRelease): Ask {
  return {
    id: 'tree',
    title: 'what is stored beside the image',
    command: 'cosign tree IMAGE',
    question: { kind: 'list' },
    applies: ({ layouts }) => layouts.length > 0,
    subjects: ['index'],
    cannot: ({ layouts }) =>
      treeOfReferrers || layouts.includes('signature-tag')
        ? undefined
        : {
            why: 'It lists tags alone, and there is none',
            words: /No Supply Chain Security Related Artifacts/,
          },
    run: async (asked) => {
      const { accepted, words } = await cosign(program, asked, ['tree', asked.image]);
      return { accepted: accepted && !words.includes('No Supply Chain Security Related Artifacts'), words };
    },
  };
}

const NO_LOG_ENTRY = /not enough verified (log entries|timestamps)|threshold not met for verified log entr/;
const NO_ATTESTATION_OR_LAYOUT = new RegExp(
  `${NO_ATTESTATION.source}|${NO_LOG_ENTRY.source}|trusted root path currently only supported`,
);

function needsTime({ log }: Facts): Cannot | undefined {
  if (log !== 'rekor-v2') return undefined;
  return {
    why: 'An entry of Rekor v2 holds no time, and it looks at signed timestamps with --use-signed-timestamps alone',
    words: /threshold not met for verified log entry integrated timestamps/,
  };
}

function needsEntry({ log }: Facts): Cannot | undefined {
  if (log !== 'none') return undefined;
  return {
    why: 'It wants an entry in a log unless it is told otherwise, and there is none',
    words: NO_LOG_ENTRY,
  };
}

/** These releases look for bundles beside the image alone. */
const bundlesBeside = ({ layouts, separateRepository }: Facts): boolean =>
  layouts.includes('bundle') && !separateRepository;

function needsBundle(facts: Facts): Cannot | undefined {
  if (bundlesBeside(facts)) return undefined;
  return {
    why: 'It takes a trusted_root.json for bundles alone, and sees none',
    words: /trusted root path currently only supported with --new-bundle-format/,
  };
}

/** What is there decides: one bundle, and the tags are not looked at. */
function disturbedByBundle(facts: Facts): Cannot | undefined {
  if (!bundlesBeside(facts)) return undefined;
  return {
    why: 'It verifies bundles where there are any, and for those it wants a trusted_root.json',
    words:
      /trusted root is required when using new bundle format|no signatures found|no matching attestations/,
  };
}

function needsSignatureTag({ layouts }: Facts): Cannot | undefined {
  if (layouts.includes('signature-tag')) return undefined;
  return { why: 'It reads the `.sig` tag alone here, and there is none', words: NO_SIGNATURE };
}

function needsAttestationTag({ layouts }: Facts): Cannot | undefined {
  if (layouts.includes('attestation-tag')) return undefined;
  return { why: 'It reads the `.att` tag alone here, and there is none', words: NO_ATTESTATION };
}

/** exactOptionalPropertyTypes: a member that is not there instead of one that is undefined. */
function withoutUndefined({
  applies,
  cannot,
}: Pick<Ask, 'applies'> & { readonly cannot: Ask['cannot'] | undefined }): Pick<Ask, 'applies' | 'cannot'> {
  return cannot === undefined ? { applies } : { applies, cannot };
}
