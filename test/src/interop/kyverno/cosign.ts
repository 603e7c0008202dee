import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Asked, Facts, PlaceFacts, Stage } from '../contract.js';
import { POLICY_CLAIMS, type PolicyClaim } from '../policies/claims.js';
import { policyFile } from '../policies/render.js';
import { objectsOf, partsOf } from '../rig/objects.js';
import { exportedTrust } from '../trust/exported.js';
import { attested, needs, publicKeyPath, rotated, signed, type KyvernoAsk } from './ask.js';

const readsTags = needs(
  ({ kind }) => (kind === 'signature' ? 'signature-tag' : 'attestation-tag'),
  'It reads the .sig and .att tags alone, and there is none',
  /no signatures found|attestions not found|no matching attestations/,
);

const SIGNATURE = { kind: 'signature' } as const;

/** ClusterPolicy `type: Cosign`: the tags .sig and .att, with the trust material in the policy itself. */
export const cosignAsks: readonly KyvernoAsk[] = [
  {
    kind: 'cosign',
    id: 'signature',
    title: 'the signature, by its signer and the repository that called the workflow',
    question: SIGNATURE,
    applies: signed,
    cannot: readsTags(SIGNATURE),
    policy: async (asked, name) => cosignPolicy(asked, name, { attestors: [await attestor(asked)] }),
  },
  {
    kind: 'cosign',
    id: 'old-key',
    title: 'the signature of the key from before the change',
    question: SIGNATURE,
    applies: rotated,
    cannot: readsTags(SIGNATURE),
    policy: async (asked, name) =>
      cosignPolicy(asked, name, { attestors: [await attestor(asked, 'oldest')] }),
  },
  {
    kind: 'cosign',
    id: 'exported-trust',
    title: 'the signature, with the trust that `countersign trust export` wrote for Kyverno',
    question: SIGNATURE,
    knowsIntermediates: true,
    applies: (facts, place) =>
      place.everything && signed(facts) && facts.signer === 'keyless' && facts.log === 'rekor-v1',
    cannot: readsTags(SIGNATURE),
    policy: async (asked, name) => cosignPolicy(asked, name, { attestors: [await exportedAttestor(asked)] }),
  },
  {
    kind: 'cosign',
    id: 'tag',
    title: 'the signature of an image that is named by its tag, `mutateDigest: true`',
    question: SIGNATURE,
    applies: byTag,
    subjects: ['index'],
    image: tagged,
    policy: async (asked, name) =>
      cosignPolicy(asked, name, { attestors: [await attestor(asked)], mutateDigest: true }),
  },
  {
    kind: 'cosign',
    id: 'tag-not-mutated',
    title: 'the signature of an image that is named by its tag, `mutateDigest: false`',
    question: SIGNATURE,
    applies: (facts, place) => byTag(facts, place) && facts.layouts.includes('bundle'),
    subjects: ['index'],
    cannot: () => ({
      why: 'With `verifyDigest` an image has to be named by its digest, or `mutateDigest` has to put that in',
      words: /missing digest/,
    }),
    image: tagged,
    policy: async (asked, name) => cosignPolicy(asked, name, { attestors: [await attestor(asked)] }),
  },
  ...POLICY_CLAIMS.map((claim): KyvernoAsk => {
    const question = { kind: 'attestation', predicateType: claim.predicateType } as const;
    return {
      kind: 'cosign',
      id: claim.id,
      title: claim.title,
      question,
      applies: attested(claim.predicateType),
      cannot: readsTags(question),
      policy: async (asked, name) =>
        cosignPolicy(asked, name, { attestations: [attestation(claim, await attestor(asked))] }),
    };
  }),
];

function byTag(facts: Facts, place: PlaceFacts): boolean {
  const { signer, layouts, separateRepository } = facts;
  const asOthers = signer === 'keyless' && layouts.includes('signature-tag') && !separateRepository;
  return place.everything && signed(facts) && asOthers;
}

/** The image under a tag. What a policy makes of the Pod its command does not print: that it is admitted is all there is. */
async function tagged({ stage, image }: Asked): Promise<string> {
  const { repository, digest } = partsOf(image);
  const objects = objectsOf(stage);
  const manifest = await objects.manifest(repository, digest);
  if (manifest === undefined) throw new Error(`${image} is not there`);
  const tag = `named-${digest.slice(-8)}`;
  await objects.putManifest(repository, manifest.bytes, manifest.mediaType, tag);
  return `${stage.host}/${repository}:${tag}`;
}

/** What a policy of either kind of ClusterPolicy wants of an attestation. */
export const attestation = (claim: PolicyClaim, by: unknown): unknown => ({
  type: claim.predicateType,
  attestors: [{ entries: [by] }],
  conditions: [{ all: [{ key: `{{ ${claim.member.join('.')} }}`, operator: 'Equals', value: claim.value }] }],
});

const cosignPolicy = (
  { written, stage }: Asked,
  name: string,
  wanted: {
    readonly attestors?: readonly unknown[];
    readonly attestations?: readonly unknown[];
    readonly mutateDigest?: boolean;
  },
): Promise<string> =>
  policyFile('kyverno-cosign.yaml', {
    MUTATE_DIGEST: wanted.mutateDigest ?? false,
    NAME: name,
    IMAGES: `${stage.host}/*`,
    SIGNATURE_REPOSITORY: written.signatureRepository,
    ATTESTORS: wanted.attestors && [{ entries: wanted.attestors }],
    ATTESTATIONS: wanted.attestations,
  });

async function exportedAttestor({ stage }: Asked): Promise<unknown> {
  const { kyverno } = await exportedTrust(stage);
  const trust = parse(await readFile(kyverno, 'utf8')) as object;
  return { keyless: { ...trust, ...signerOf(stage) } };
}

/** Who has to have signed, and whose repository has to have called the workflow. */
const signerOf = ({ wanted }: Stage): object => ({
  issuer: wanted.issuer,
  subject: wanted.identity,
  additionalExtensions: { githubWorkflowRepository: wanted.repository },
});

/** Fulcio's root alone, so that the intermediate has to come with the signature. */
async function attestor(asked: Asked, which: 'newest' | 'oldest' = 'newest'): Promise<unknown> {
  const { sigstore } = asked.stage;
  const { signer, log } = asked.facts;
  // Without a log it wants the URL all the same.
  const rekor =
    log === 'none'
      ? { url: sigstore.rekorUrl, ignoreTlog: true }
      : { url: sigstore.rekorUrl, pubkey: await readFile(sigstore.pem.rekorKey, 'utf8') };
  if (signer === 'keyless') {
    return {
      keyless: {
        ...signerOf(asked.stage),
        roots: await readFile(sigstore.pem.fulcioRoot, 'utf8'),
        rekor,
        ctlog: { pubkey: await readFile(sigstore.pem.ctlogKey, 'utf8') },
      },
    };
  }
  return {
    keys: {
      publicKeys: await readFile(publicKeyPath(asked, which), 'utf8'),
      rekor,
      ctlog: { ignoreSCT: true },
    },
  };
}
