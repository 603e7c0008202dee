import { readFile } from 'node:fs/promises';
import type { Asked, Cannot, Facts, Question } from '../contract.js';
import { POLICY_CLAIMS, type PolicyClaim } from '../policies/claims.js';
import { policyFile } from '../policies/render.js';
import { tufMirror } from '../trust/tuf-mirror.js';
import { attested, publicKeyPath, rotated, signed, type KyvernoAsk } from './ask.js';

const SIGNATURE = { kind: 'signature' } as const;

/** ImageValidatingPolicy: bundles where there is one, else the tags; trust by TUF, conditions in CEL. */
export const imageValidatingAsks: readonly KyvernoAsk[] = [
  {
    kind: 'image-validating',
    knowsIntermediates: true,
    id: 'signature',
    title: 'verifyImageSignatures, by the signer and the repository that called the workflow',
    question: SIGNATURE,
    applies: signed,
    cannot: cannot(SIGNATURE),
    policy: async (asked, name) => validating(asked, name, await attestor(asked)),
  },
  {
    kind: 'image-validating',
    knowsIntermediates: true,
    id: 'old-key',
    title: 'verifyImageSignatures with the key from before the change',
    question: SIGNATURE,
    applies: rotated,
    cannot: cannot(SIGNATURE),
    policy: async (asked, name) => validating(asked, name, await attestor(asked, 'oldest')),
  },
  ...POLICY_CLAIMS.map((claim): KyvernoAsk => {
    const question: Question = { kind: 'attestation', predicateType: claim.predicateType };
    return {
      kind: 'image-validating',
      knowsIntermediates: true,
      id: claim.id,
      title: `verifyAttestationSignatures and extractPayload: ${claim.title}`,
      question,
      applies: attested(claim.predicateType),
      cannot: cannot(question),
      policy: async (asked, name) => validating(asked, name, await attestor(asked), claim),
    };
  }),
];

/** It takes the tags only where there is no bundle at all. */
function cannot(question: Question) {
  const layout = question.kind === 'signature' ? 'signature-tag' : 'attestation-tag';
  return ({ layouts }: Facts): Cannot | undefined =>
    layouts.includes('bundle') || layouts.includes(layout)
      ? undefined
      : {
          why: 'There is neither a bundle nor the tag that it falls back to',
          words: /no signatures found|no matching (attestations|signatures)/,
        };
}

async function validating({ stage }: Asked, name: string, by: unknown, claim?: PolicyClaim): Promise<string> {
  // Kyverno's log names the attestor: each policy has its own.
  const attestorName = name.replaceAll('-', '_');
  const from = `[attestors.${attestorName}]`;
  const validations =
    claim === undefined
      ? [`images.containers.map(image, verifyImageSignatures(image, ${from})).all(count, count > 0)`]
      : [
          `images.containers.map(image, verifyAttestationSignatures(image, attestations.claim, ${from})).all(count, count > 0)`,
          `images.containers.all(image, extractPayload(image, attestations.claim).predicate.${claim.member.join('.')} == ${JSON.stringify(claim.value)})`,
        ];
  return policyFile('kyverno-image-validating.yaml', {
    NAME: name,
    OWN_POD: `object.metadata.name == ${JSON.stringify(name)}`,
    IMAGES: `${stage.host}/*`,
    ATTESTOR_NAME: attestorName,
    ATTESTOR: by,
    ATTESTATIONS: claim && [{ name: 'claim', intoto: { type: claim.predicateType } }],
    VALIDATIONS: validations.map((expression) => ({ expression })),
  });
}

async function attestor(asked: Asked, which: 'newest' | 'oldest' = 'newest'): Promise<unknown> {
  const { wanted } = asked.stage;
  const { signer, log } = asked.facts;
  const { signatureRepository } = asked.written;
  const mirror = await tufMirror(asked.stage);
  const tuf = { mirror: mirror.url, root: { data: (await readFile(mirror.root)).toString('base64') } };
  const source = signatureRepository === undefined ? {} : { source: { repository: signatureRepository } };
  if (signer === 'keyless') {
    return {
      ...source,
      tuf,
      keyless: {
        identities: [{ issuer: wanted.issuer, subject: wanted.identity }],
        additionalExtensions: { githubWorkflowRepository: wanted.repository },
      },
      ...(log === 'none' ? { ctlog: { insecureIgnoreTlog: true } } : {}),
    };
  }
  return {
    ...source,
    key: { data: await readFile(publicKeyPath(asked, which), 'utf8'), hashAlgorithm: 'sha256' },
    ...(log === 'none' ? { ctlog: { insecureIgnoreTlog: true, insecureIgnoreSCT: true } } : { tuf }),
  };
}
