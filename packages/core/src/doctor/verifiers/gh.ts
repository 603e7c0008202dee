import { COSIGN_SIGNATURE } from '../../claims/index.js';
import { cannot, looksBesideImage, refusesAll } from '../answers.js';
import { readBundles } from '../bundle-reader.js';
import type { ObservedClaim, Question, TrustFacts, VerifierProfile } from '../types.js';

/** `gh attestation verify --bundle-from-oci`: asks for one predicate type, and for who owns the source. */
export const gh: VerifierProfile = {
  id: 'gh',
  title: 'gh attestation verify --bundle-from-oci',
  versions: '2.60 and later',
  reads: 'bundle referrers whose artifactType the list states',
  counted: true,
  answer: (seen, question) => {
    if (question.by === 'key') return cannot('it verifies certificates alone', 'Use cosign for keys.');
    if (seen.elsewhere) return looksBesideImage();
    const asked: Question = {
      ...question,
      predicateType: question.predicateType ?? COSIGN_SIGNATURE,
      // It has no flags for that: a root that names logs demands an entry.
      witness: seen.trust.logs ? 'log' : 'timestamp',
    };
    const answer = readBundles(seen, asked, {
      listing: 'by-type',
      minVersion: 0.2,
      messages: false,
      anyTypeSigns: false,
      breaksOnUnparsable: true,
      rekorV2: 'reads',
      anyTime: true,
    });
    if (answer.verdict !== 'verifies') return answer;
    const taken = seen.claims.filter(({ digest }) => answer.accepted.includes(digest));
    const objections = taken.map((claim) => objectionTo(claim, seen.trust));
    const accepted = taken.filter((_, index) => objections[index] === undefined);
    if (accepted.length > 0) return { ...answer, accepted: accepted.map(({ digest }) => digest) };
    return refusesAll(objections.filter((one) => one !== undefined));
  },
};

function objectionTo(
  { verified, traits }: ObservedClaim,
  { organizations }: TrustFacts,
): { readonly why: string; readonly remedy: string } | undefined {
  const issuers = traits?.form === 'bundle' ? traits.organizations : [];
  const [issuer] = issuers;
  if (issuer === undefined || issuers.length > 1) {
    return {
      why: 'the issuer of the certificate names not exactly one organisation',
      remedy: 'Use a certificate authority whose name holds one organisation (O).',
    };
  }
  if (!organizations.includes(issuer)) {
    return {
      why: `the trusted root holds no authority of the organisation ${JSON.stringify(issuer)}`,
      remedy:
        'Put the organisation (O) of the issuing authority into the name of the authority above it too.',
    };
  }
  const owner =
    verified?.signer.kind === 'certificate' ? verified.signer.facts.sourceRepositoryOwnerUri : undefined;
  if (owner !== undefined) return undefined;
  return {
    why: 'the certificate does not say who owns the source repository, and gh asks for it',
    remedy: 'Sign with the identity of a workflow, or verify with cosign.',
  };
}
