import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { COSIGN_SIGNATURE, SLSA_PROVENANCE_V1 } from '../claims/index.js';
import { digestOf, type Descriptor } from '../oci/index.js';
import type { VerifiedClaim, VerifiedSigner } from '../verify/index.js';
import {
  answerOf,
  questionsOf,
  verifiersNamed,
  VERIFIERS,
  type BundleTraits,
  type LayerTraits,
  type Observation,
  type ObservedClaim,
  type Question,
  type VerifierId,
} from './index.js';

const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const GITHUB = 'https://token.actions.githubusercontent.com';
const GENERATOR =
  'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_container_slsa3.yml';
const REVIEW = 'https://example.com/review/v1';

const certificate = (identity: string, issuer = GITHUB): VerifiedSigner => ({
  kind: 'certificate',
  identity,
  facts: { issuer, sourceRepositoryOwnerUri: 'https://github.com/acme' } as never,
});
const RELEASE = certificate('https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0');
const LOGGED = [{ at: new Date(0), witness: 'log' as const }];
const STAMPED = [{ at: new Date(0), witness: 'timestamp-authority' as const }];

const verified = (
  predicateType: string,
  signer: VerifiedSigner = RELEASE,
  times: VerifiedClaim['times'] = [...LOGGED, ...STAMPED],
): VerifiedClaim => ({
  signer,
  subject: digestOf('image'),
  predicateType,
  payload: Buffer.from('{}'),
  statement: { _type: '', subject: [], predicateType, predicate: { buildType: 'x' } },
  logEntries: [],
  times,
});

const LAYER: LayerTraits = {
  form: 'layer',
  size: 1,
  certificate: true,
  chain: 2,
  promise: true,
  timestamp: false,
  keyid: '',
};
const ENTRY = { kind: 'dsse 0.0.1', promise: true, proof: true, v2: false };
const BUNDLED: BundleTraits = {
  form: 'bundle',
  size: 1,
  unparsable: undefined,
  version: 0.3,
  content: 'envelope',
  material: 'certificate',
  organizations: ['sigstore.dev'],
  entries: [ENTRY],
  timestamps: 1,
  keyid: '',
};

interface Stands {
  readonly layer?: Partial<LayerTraits>;
  readonly bundle?: Partial<BundleTraits>;
  readonly type?: string;
  readonly signer?: VerifiedSigner;
  readonly times?: VerifiedClaim['times'];
}

/** An image beside which this stands, each as one claim. */
function imageWith(stands: readonly Stands[], changes: Partial<Observation> = {}): Observation {
  const claims = stands.map(
    ({ layer, bundle, type = COSIGN_SIGNATURE, signer, times }, at): ObservedClaim => ({
      layout:
        bundle !== undefined
          ? 'bundle-referrer'
          : type === COSIGN_SIGNATURE
            ? 'signature-tag'
            : 'attestation-tag',
      digest: digestOf(`claim ${at}`),
      predicateType: type,
      verified: verified(type, signer, times),
      error: undefined,
      traits: bundle === undefined ? { ...LAYER, ...layer } : { ...BUNDLED, ...bundle },
    }),
  );
  const entries = claims
    .filter(({ layout }) => layout === 'bundle-referrer')
    .map(({ digest }): Descriptor => ({ mediaType: 'm', digest, size: 1, artifactType: BUNDLE }));
  return {
    subject: digestOf('image'),
    platform: undefined,
    elsewhere: false,
    claims,
    referrers: { source: 'fallback', entries, tag: 'index', unlisted: [] },
    tags: {
      'signature-tag': claims.some(({ layout }) => layout === 'signature-tag'),
      'attestation-tag': claims.some(({ layout }) => layout === 'attestation-tag'),
    },
    trust: { organizations: ['sigstore.dev'], logs: true },
    ...changes,
  };
}

const NOTARY = 'application/vnd.cncf.notary.signature';
const NOTARY_SIGNATURE = { mediaType: 'm', digest: digestOf('notary'), size: 1, artifactType: NOTARY };
/** An image with a Notation signature, and what a trust policy says of it. */
const notated = (notation?: Observation['notation']): Observation =>
  imageWith([], {
    referrers: { source: 'api', entries: [NOTARY_SIGNATURE], tag: 'absent', unlisted: [] },
    ...(notation && { notation }),
  });

const ask = (changes: Partial<Question> = {}): Question => ({
  predicateType: undefined,
  by: 'certificate',
  witness: 'log',
  intermediates: undefined,
  trust: 'either',
  accepts: () => true,
  ...changes,
});

const V2 = { kind: 'hashedrekord 0.0.2', promise: false, proof: true, v2: true };
const KEY: VerifiedSigner = { kind: 'key', hint: 'aGludA==' };
const V02 = 'https://slsa.dev/provenance/v0.2';

const cases: readonly (readonly [
  what: string,
  image: Observation,
  verifier: VerifierId,
  question: Question,
  expected: RegExp,
])[] = [
  ['a whole layer', imageWith([{}]), 'kyverno-cosign', ask(), /^verifies$/],
  ['no Notation signature', imageWith([]), 'notation', ask(), /^sees-nothing/],
  ['a Notation signature without a trust policy', notated(), 'notation', ask(), /^there: .*trust policy/],
  [
    'a Notation signature that a trust policy accepts',
    notated({ accepted: [NOTARY_SIGNATURE.digest], reasons: [] }),
    'notation',
    ask(),
    /^verifies$/,
  ],
  [
    'a Notation signature that a trust policy refuses',
    notated({ accepted: [digestOf('of another image')], reasons: ['nobody trusts it'] }),
    'notation',
    ask(),
    /^refuses: nobody trusts it$/,
  ],
  [
    'nothing, in a folder',
    imageWith([], { referrers: { source: 'folder', entries: [], tag: 'absent', unlisted: [] } }),
    'cosign-3',
    ask({ predicateType: 'https://spdx.dev/Document' }),
    /^sees-nothing: (?!.*API)/,
  ],
  [
    'nothing, in a folder',
    imageWith([], { referrers: { source: 'folder', entries: [], tag: 'absent', unlisted: [] } }),
    'kyverno-bundle',
    ask(),
    /^sees-nothing: the folder's list of referrers lists no referrer$/,
  ],
  ['no chain', imageWith([{ layer: { chain: 0 } }]), 'kyverno-cosign', ask(), /^refuses: no chain/],
  [
    'no chain, and a policy that has the intermediate',
    imageWith([{ layer: { chain: 0 } }]),
    'kyverno-cosign',
    ask({ intermediates: true }),
    /^verifies$/,
  ],
  ['no chain', imageWith([{ layer: { chain: 0 } }]), 'cosign-2.4', ask(), /^verifies$/],
  [
    'no chain, and the root alone',
    imageWith([{ layer: { chain: 0 } }]),
    'cosign-2.4',
    ask({ intermediates: false }),
    /^refuses: no chain/,
  ],
  ['no promise', imageWith([{ layer: { promise: false } }]), 'cosign-2.6.2', ask(), /^refuses: .*Rekor v1/],
  [
    'a spare timestamp',
    imageWith([{ layer: { timestamp: true } }]),
    'cosign-2.4',
    ask(),
    /^refuses: a timestamp/,
  ],
  ['a spare timestamp', imageWith([{ layer: { timestamp: true } }]), 'cosign-2.6.2', ask(), /^verifies$/],
  [
    'a key id in a layer',
    imageWith([{ layer: { keyid: 'mine' }, type: REVIEW }]),
    'policy-controller',
    ask({ predicateType: REVIEW }),
    /^refuses: .*key id/,
  ],
  [
    'a key id in a bundle',
    imageWith([{ bundle: { keyid: 'mine' } }]),
    'cosign-3',
    ask(),
    /^refuses: .*key id/,
  ],
  ['a bundle of version 0.2', imageWith([{ bundle: { version: 0.2 } }]), 'cosign-3', ask(), /^sees-nothing/],
  [
    'a bundle of version 0.2',
    imageWith([{ bundle: { version: 0.2 } }]),
    'kyverno-bundle',
    ask(),
    /^verifies$/,
  ],
  [
    'a bundle without an envelope',
    imageWith([{ bundle: { content: 'message' } }]),
    'cosign-3',
    ask(),
    /^refuses: .*DSSE/,
  ],
  [
    'a bundle without an envelope',
    imageWith([{ bundle: { content: 'message' } }]),
    'kyverno-bundle',
    ask(),
    /^verifies$/,
  ],
  [
    'a bundle that is too large',
    imageWith([{ bundle: { size: 10_000_001 } }]),
    'kyverno-bundle',
    ask(),
    /^refuses: .*bytes/,
  ],
  [
    'a bundle that is too large',
    imageWith([{ bundle: { size: 10_000_001 } }]),
    'cosign-3',
    ask(),
    /^verifies$/,
  ],
  ['no entry in a log', imageWith([{ bundle: { entries: [] } }]), 'cosign-3', ask(), /^refuses: .*no entry/],
  [
    'no entry in a log, asked for the timestamp',
    imageWith([{ bundle: { entries: [] }, times: STAMPED }]),
    'cosign-3',
    ask({ witness: 'timestamp' }),
    /^verifies$/,
  ],
  [
    'no entry in a log, where the root names one',
    imageWith([{ bundle: { entries: [] }, times: STAMPED }]),
    'gh',
    ask({ witness: 'timestamp' }),
    /^refuses: .*no entry/,
  ],
  [
    'an entry of Rekor v2',
    imageWith([{ bundle: { entries: [V2] }, times: STAMPED }]),
    'cosign-3',
    ask(),
    /^verifies$/,
  ],
  [
    'an entry of Rekor v2',
    imageWith([{ bundle: { entries: [V2] }, times: STAMPED }]),
    'cosign-3.0',
    ask(),
    /^verifies$/,
  ],
  [
    'an entry of Rekor v2 without a timestamp',
    imageWith([{ bundle: { entries: [V2] }, times: [] }]),
    'cosign-3',
    ask(),
    /^refuses: .*no signed timestamp/,
  ],
  [
    'an entry of Rekor v2',
    imageWith([{ bundle: { entries: [V2] }, times: STAMPED }]),
    'cosign-2.6',
    ask(),
    /^refuses: .*tells no time/,
  ],
  [
    'an entry of Rekor v2, with the flag',
    imageWith([{ bundle: { entries: [V2] }, times: STAMPED }]),
    'cosign-2.6',
    ask({ witness: 'log-and-timestamp' }),
    /^verifies$/,
  ],
  [
    'a key',
    imageWith([{ layer: { certificate: false }, signer: KEY }]),
    'policy-controller',
    ask({ by: 'key' }),
    /^verifies$/,
  ],
  ['a key', imageWith([{ bundle: { material: 'key' }, signer: KEY }]), 'gh', ask({ by: 'key' }), /^cannot/],
  [
    'a key, asked without a log',
    imageWith([{ layer: { promise: false, certificate: false, chain: 0 }, signer: KEY }]),
    'kyverno-cosign',
    ask({ by: 'key', witness: 'none' }),
    /^verifies$/,
  ],
  ['a certificate, asked for a key', imageWith([{}]), 'kyverno-cosign', ask({ by: 'key' }), /^refuses/],
  [
    'another signer',
    imageWith([{}]),
    'cosign-2.4',
    ask({ accepts: () => false }),
    /^refuses: it is signed by/,
  ],
  [
    'an authority of another organisation',
    imageWith([{ bundle: { organizations: ['other'] } }]),
    'gh',
    ask(),
    /^refuses: .*organisation/,
  ],
  ['an authority of two', imageWith([{ bundle: { organizations: ['a', 'b'] } }]), 'gh', ask(), /^refuses/],
  [
    'provenance of the generator',
    imageWith([{ type: V02, signer: certificate(`${GENERATOR}@refs/tags/v2.1.0`) }]),
    'slsa-verifier',
    ask({ predicateType: V02 }),
    /^verifies$/,
  ],
  [
    'provenance of the generator at a branch',
    imageWith([{ type: V02, signer: certificate(`${GENERATOR}@refs/heads/main`) }]),
    'slsa-verifier',
    ask({ predicateType: V02 }),
    /^refuses: .*refs\/tags/,
  ],
  [
    'provenance of an own workflow',
    imageWith([{ type: SLSA_PROVENANCE_V1 }]),
    'slsa-verifier',
    ask({ predicateType: SLSA_PROVENANCE_V1 }),
    /^cannot: .*builders/,
  ],
  [
    'provenance of another issuer',
    imageWith([
      { type: V02, signer: certificate(`${GENERATOR}@refs/tags/v2.1.0`, 'https://issuer.example') },
    ]),
    'slsa-verifier',
    ask({ predicateType: V02 }),
    /^cannot: .*issuer/,
  ],
  ['a signature', imageWith([{ bundle: {} }]), 'policy-controller-bundle', ask(), /^cannot/],
  [
    'a signature, asked for as an attestation',
    imageWith([{ bundle: {} }]),
    'policy-controller-bundle',
    ask({ predicateType: COSIGN_SIGNATURE }),
    /^verifies$/,
  ],
  ['an attestation alone', imageWith([{ bundle: {}, type: REVIEW }]), 'cosign-3', ask(), /^verifies$/],
  ['an attestation alone', imageWith([{ bundle: {}, type: REVIEW }]), 'gh', ask(), /^sees-nothing/],
  [
    'a bundle beside a layer',
    imageWith([{}, { bundle: {}, type: REVIEW }]),
    'cosign-2.6',
    ask({ trust: 'pem' }),
    /^refuses/,
  ],
  [
    'claims elsewhere',
    imageWith([{ bundle: {} }], { elsewhere: true }),
    'gh',
    ask(),
    /^cannot: it looks beside/,
  ],
  [
    'claims elsewhere',
    imageWith([{}, { bundle: { entries: [] } }], { elsewhere: true }),
    'cosign-2.6',
    ask(),
    /^verifies$/,
  ],
  [
    'claims elsewhere, asked for an attestation with a trusted_root.json',
    imageWith([{ bundle: {} }], { elsewhere: true }),
    'cosign-2.6',
    ask({ trust: 'trusted-root', predicateType: 'https://spdx.dev/Document' }),
    /^refuses: there is no bundle beside the image/,
  ],
  ['claims elsewhere', imageWith([{ bundle: {} }], { elsewhere: true }), 'cosign-3', ask(), /^verifies$/],
];

describe('what each verifier would say', () => {
  for (const [what, image, verifier, question, expected] of cases) {
    it(`${verifier} to ${what}: ${String(expected)}`, () => {
      const { verdict, why } = answerOf(image, verifier, question);
      assert.match(why === '' ? verdict : `${verdict}: ${why}`, expected);
    });
  }

  it('says what to do wherever it does not verify', () => {
    for (const [, image, verifier, question] of cases) {
      const { verdict, why, remedy } = answerOf(image, verifier, question);
      if (verdict !== 'verifies') assert.ok(why !== '' && remedy !== '', `${verifier}: ${why}`);
    }
  });

  it('is known by names that are all different, and by groups of them', () => {
    assert.equal(new Set(VERIFIERS.map(({ id }) => id)).size, VERIFIERS.length);
    assert.equal(verifiersNamed('kyverno')?.length, 3);
    assert.equal(verifiersNamed('constructor'), undefined);
    assert.equal(verifiersNamed('kyvernoo'), undefined);
  });
});

describe('what there is to ask', () => {
  it('is whether it is signed, also where nothing is there', () => {
    assert.deepEqual(
      questionsOf(imageWith([]), []).map(({ predicateType }) => predicateType),
      [undefined],
    );
  });

  it('is each type that verified, and none that only says that it is there', () => {
    const image = imageWith([{}, { type: REVIEW }]);
    const [, review] = image.claims;
    const forged = {
      ...(review ?? ({} as never)),
      predicateType: 'https://evil.example',
      verified: undefined,
    };
    const asked = questionsOf({ ...image, claims: [...image.claims, forged] }, []);
    assert.deepEqual(
      asked.map(({ predicateType }) => predicateType),
      [undefined, REVIEW],
    );
  });

  it('is asked the way that it was signed', () => {
    const witness = (stands: Stands): unknown => questionsOf(imageWith([stands]), [])[0]?.witness;
    assert.equal(witness({}), 'log');
    assert.equal(witness({ bundle: { entries: [V2] } }), 'log-and-timestamp');
    assert.equal(witness({ bundle: { entries: [] }, times: STAMPED }), 'timestamp');
    assert.equal(witness({ bundle: { entries: [], material: 'key' }, signer: KEY }), 'none');
  });
});
