import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Asked, Stage } from '../contract.js';
import { POLICY_CLAIMS, type PolicyClaim } from '../policies/claims.js';
import { policyFile } from '../policies/render.js';
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

/** What a policy of either kind of ClusterPolicy wants of an attestation. */
export const attestation = (claim: PolicyClaim, by: unknown): unknown => ({
  type: claim.predicateType,
  attestors: [{ entries: [by] }],
  conditions: [{ all: [{ key: `{{ ${claim.member.join('.')} }}`, operator: 'Equals', value: claim.value }] }],
});

const cosignPolicy = (
  { written, stage }: Asked,
  name: string,
  wanted: { readonly attestors?: readonly unknown[]; readonly attestations?: readonly unknown[] },
): Promise<string> =>
  policyFile('kyverno-cosign.yaml', {
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
