import type { Answer, Ask, Asked, Cannot, Facts, PlaceFacts, Question, Verifier } from '../contract.js';
import { POLICY_CLAIMS } from '../policies/claims.js';
import { attestation, authority, fromRepository, SIGNATURE_TYPE } from '../policy-controller/authority.js';
import { testPolicy } from '../policy-controller/test-policy.js';
import { exportedTrust } from '../trust/exported.js';
import { tufCache } from '../trust/tuf-cache.js';

const SIGNATURE = { kind: 'signature' } as const;
const COMMAND = 'policy-tester --policy policy.yaml --trustroot trust-root.yaml --image IMAGE';

const bySigstore = ({ signer }: Facts): boolean => ['keyless', 'key', 'rotated'].includes(signer);
const keyless = ({ signer }: Facts): boolean => signer === 'keyless';

/** It reads the tags alone, unless an authority says `signatureFormat: bundle`. */
const readsTags =
  (question: Question) =>
  ({ layouts }: Facts): Cannot | undefined =>
    layouts.includes(question.kind === 'signature' ? 'signature-tag' : 'attestation-tag')
      ? undefined
      : {
          why: 'It reads the .sig and .att tags alone, and there is none',
          words: /no signatures found|no matching attestations|no attestations/,
        };

const readsBundles = ({ layouts, separateRepository }: Facts): Cannot | undefined => {
  const words = /no valid bundles exist in registry/;
  if (!layouts.includes('bundle')) return { why: 'It reads bundles alone here, and there is none', words };
  return separateRepository
    ? { why: 'It looks for bundles beside the image alone: `source[].oci` does not move them', words }
    : undefined;
};

const onePlace = (facts: Facts, place: PlaceFacts): boolean => place.everything && keyless(facts);

const signature: Ask = {
  id: 'signature',
  title: 'the signature, by its signer and the repository that called the workflow',
  command: COMMAND,
  question: SIGNATURE,
  applies: (facts) => bySigstore(facts) && facts.signature,
  cannot: readsTags(SIGNATURE),
  knowsIntermediates: true,
  run: async (asked) =>
    testPolicy(asked, {
      authority: await authority(asked),
      policy: fromRepository(asked.facts, asked.stage.wanted.repository),
    }),
};

const oldKey: Ask = {
  ...signature,
  id: 'old-key',
  title: 'the signature of the key from before the change',
  applies: (facts) => facts.signer === 'rotated' && facts.signature,
  run: async (asked) => testPolicy(asked, { authority: await authority(asked, { key: 'oldest' }) }),
};

const repositoryTrust: Ask = {
  ...signature,
  id: 'trust-repository',
  title: 'the signature, trust by a TrustRoot with a TUF repository within it (mirrorFS)',
  applies: (facts, place) => onePlace(facts, place) && facts.signature,
  run: async (asked) => {
    const { trustRootRepository } = await exportedTrust(asked.stage);
    const policy = fromRepository(asked.facts, asked.stage.wanted.repository);
    return testPolicy(
      asked,
      { authority: await authority(asked), policy },
      { trustRoot: trustRootRepository },
    );
  },
};

const claims = POLICY_CLAIMS.map((claim): Ask => {
  const question: Question = { kind: 'attestation', predicateType: claim.predicateType };
  return {
    id: claim.id,
    title: `${claim.title}, in CUE`,
    command: COMMAND,
    question,
    applies: (facts) => bySigstore(facts) && facts.predicateTypes.includes(claim.predicateType),
    cannot: readsTags(question),
    knowsIntermediates: true,
    run: async (asked) =>
      testPolicy(asked, {
        authority: await authority(asked, { attestations: [attestation(claim)] }),
        policy: fromRepository(asked.facts, asked.stage.wanted.repository, 'claim'),
      }),
  };
});

const bundleSignature: Ask = {
  id: 'bundle',
  title: 'the signature in a bundle: signatureFormat, and the signature as an attestation; trust by TUF',
  command: 'TUF_ROOT=CACHE policy-tester --policy policy.yaml --image IMAGE',
  question: SIGNATURE,
  applies: (facts) => keyless(facts) && facts.signature,
  cannot: readsBundles,
  knowsIntermediates: true,
  run: (asked) => withBundles(asked, { name: 'claim', predicateType: SIGNATURE_TYPE }, { tuf: true }),
};

const bundleClaims = POLICY_CLAIMS.map((claim): Ask => ({
  ...bundleSignature,
  id: `bundle-${claim.id}`,
  title: `${claim.title}, in a bundle`,
  question: { kind: 'attestation', predicateType: claim.predicateType },
  applies: (facts) => keyless(facts) && facts.predicateTypes.includes(claim.predicateType),
  run: (asked) => withBundles(asked, attestation(claim), { tuf: true }),
}));

const bundleTrustRoot: Ask = {
  ...bundleSignature,
  id: 'bundle-trust-root',
  title: 'the signature in a bundle, trust by a TrustRoot with keys',
  command: COMMAND,
  applies: (facts, place) => place.everything && keyless(facts) && facts.signature,
  run: (asked) => withBundles(asked, { name: 'claim', predicateType: SIGNATURE_TYPE }, { tuf: false }),
};

const bundleKey: Ask = {
  ...bundleSignature,
  id: 'bundle-key',
  title: 'the signature of a key in a bundle',
  command: COMMAND,
  applies: (facts, place) => place.everything && ['key', 'rotated'].includes(facts.signer) && facts.signature,
  cannot: () => ({
    why: 'It verifies bundles of keyless signers alone',
    words: /when using the new bundle format, the authority must be keyless/,
  }),
  run: (asked) => withBundles(asked, { name: 'claim', predicateType: SIGNATURE_TYPE }, { tuf: false }),
};

async function withBundles(
  asked: Asked,
  wanted: unknown,
  { tuf }: { readonly tuf: boolean },
): Promise<Answer> {
  const { stage, facts } = asked;
  return testPolicy(
    asked,
    {
      authority: await authority(asked, { format: 'bundle', tuf, attestations: [wanted] }),
      policy: fromRepository(facts, stage.wanted.repository, 'claim'),
    },
    tuf ? { tufCache: await tufCache(stage) } : {},
  );
}

const warn: Ask = {
  ...signature,
  cannot: () => undefined,
  whatever: true,
  id: 'warn',
  title: 'mode: warn, which admits everything',
  applies: onePlace,
  subjects: ['index'],
  run: async (asked) => testPolicy(asked, { authority: await authority(asked), mode: 'warn' }),
};

const staticFail: Ask = {
  ...signature,
  whatever: true,
  id: 'static-fail',
  title: 'static: fail, which refuses everything',
  applies: onePlace,
  subjects: ['index'],
  cannot: () => undefined,
  run: (asked) => testPolicy(asked, { authority: { name: 'nobody', static: { action: 'fail' } } }),
};

const staticPass: Ask = {
  ...warn,
  id: 'static-pass',
  title: 'static: pass, which admits everything',
  run: (asked) => testPolicy(asked, { authority: { name: 'anybody', static: { action: 'pass' } } }),
};

const noMatch: Ask = {
  ...signature,
  whatever: true,
  id: 'no-match',
  title: 'a policy for other images: no-match-policy deny',
  applies: onePlace,
  subjects: ['index'],
  cannot: () => undefined,
  run: async (asked) =>
    testPolicy(asked, { authority: await authority(asked), images: 'registry.example/**' }),
};

export const verifier: Verifier = {
  id: 'policy-tester',
  title: 'policy-controller',
  programs: ['policy-tester', 'kyverno'],
  refusal:
    /no signatures found|no matching (signatures|attestations)|none of the expected identities|failed evaluating cue policy|no valid bundles exist|not enough verified log entries/,
  version: async (run) => {
    const { stdout } = await run('policy-tester', ['--version']);
    return /GitVersion:\s+v?(\S+)/.exec(stdout)?.[1] ?? '';
  },
  asks: [
    ...[signature, oldKey, repositoryTrust, ...claims],
    ...[bundleSignature, ...bundleClaims, bundleTrustRoot, bundleKey],
    ...[warn, staticFail, staticPass, noMatch],
  ],
};
