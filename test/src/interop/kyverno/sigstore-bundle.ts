import { readFile } from 'node:fs/promises';
import type { Asked, Cannot, Facts, PlaceFacts, Question } from '../contract.js';
import { POLICY_CLAIMS } from '../policies/claims.js';
import { policyFile } from '../policies/render.js';
import { attested, publicKeyPath, rotated, signed, type KyvernoAsk } from './ask.js';
import { attestation } from './cosign.js';

/** The type of the statement that a signature in a bundle is. */
const SIGNATURE_TYPE = 'https://sigstore.dev/cosign/sign/v1';
const SIGNATURE = { kind: 'signature' } as const;

/**
 * ClusterPolicy `type: SigstoreBundle`: bundles that refer to the image, trust by TUF. Without a type any bundle of the
 * signer's counts as a signature; so the signature is asked for by its type.
 */
export const bundleAsks: readonly KyvernoAsk[] = [
  {
    kind: 'bundle',
    knowsIntermediates: true,
    id: 'signature',
    title: 'the signature, by its type, its signer and the repository that called the workflow',
    question: SIGNATURE,
    applies: signed,
    cannot,
    policy: async (asked, name) =>
      bundlePolicy(asked, name, {
        attestations: [{ type: SIGNATURE_TYPE, attestors: [{ entries: [await attestor(asked)] }] }],
      }),
  },
  {
    kind: 'bundle',
    knowsIntermediates: true,
    id: 'attestors',
    title: 'the signature as guides write it: attestors, and no type',
    question: SIGNATURE,
    applies: (facts) => ['keyless', 'key', 'rotated'].includes(facts.signer),
    cannot,
    policy: async (asked, name) =>
      bundlePolicy(asked, name, { attestors: [{ entries: [await attestor(asked)] }] }),
  },
  {
    kind: 'bundle',
    knowsIntermediates: true,
    id: 'old-key',
    title: 'the signature of the key from before the change',
    question: SIGNATURE,
    applies: rotated,
    cannot,
    policy: async (asked, name) =>
      bundlePolicy(asked, name, {
        attestations: [{ type: SIGNATURE_TYPE, attestors: [{ entries: [await attestor(asked, 'oldest')] }] }],
      }),
  },
  ...POLICY_CLAIMS.map((claim): KyvernoAsk => {
    const question: Question = { kind: 'attestation', predicateType: claim.predicateType };
    return {
      kind: 'bundle',
      knowsIntermediates: true,
      id: claim.id,
      title: claim.title,
      question,
      applies: attested(claim.predicateType),
      cannot,
      policy: async (asked, name) =>
        bundlePolicy(asked, name, { attestations: [attestation(claim, await attestor(asked))] }),
    };
  }),
];

function cannot(facts: Facts, { registry }: PlaceFacts): Cannot | undefined {
  const words = /no matching signatures found/;
  if (!facts.layouts.includes('bundle')) return { why: 'It reads bundles alone, and there is none', words };
  if (registry === 'go-containerregistry') {
    const why = 'It looks at artifactType, and this registry lists the type of the config in its place';
    return { why, words };
  }
  return facts.separateRepository
    ? { why: 'It looks for bundles beside the image alone: `repository` does not move them', words }
    : undefined;
}

const bundlePolicy = (
  { stage }: Asked,
  name: string,
  wanted: { readonly attestors?: readonly unknown[]; readonly attestations?: readonly unknown[] },
): Promise<string> =>
  policyFile('kyverno-sigstore-bundle.yaml', {
    NAME: name,
    IMAGES: `${stage.host}/*`,
    ATTESTORS: wanted.attestors,
    ATTESTATIONS: wanted.attestations,
  });

async function attestor(asked: Asked, which: 'newest' | 'oldest' = 'newest'): Promise<unknown> {
  const { sigstore, wanted } = asked.stage;
  const { signer, log } = asked.facts;
  const rekor = { url: sigstore.rekorUrl, ...(log === 'none' ? { ignoreTlog: true } : {}) };
  if (signer === 'keyless') {
    return {
      keyless: {
        issuer: wanted.issuer,
        subject: wanted.identity,
        additionalExtensions: { githubWorkflowRepository: wanted.repository },
        rekor,
      },
    };
  }
  return {
    keys: {
      publicKeys: await readFile(publicKeyPath(asked, which), 'utf8'),
      rekor,
      // Without a log nothing says when a key signed: this stands for the time stamps too.
      ...(log === 'none' ? { ctlog: { ignoreSCT: true } } : {}),
    },
  };
}
