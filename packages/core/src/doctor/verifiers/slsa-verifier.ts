import { SLSA_PROVENANCE_V1 } from '../../claims/index.js';
import { memberAt } from '../../json.js';
import { GITHUB_ISSUER } from '../../policy/github-names.js';
import { cannot, refusesAll, type Objection } from '../answers.js';
import { readLayers } from '../layer-reader.js';
import type { ObservedClaim, Question, VerifierProfile } from '../types.js';

const SLSA_PROVENANCE_V02 = 'https://slsa.dev/provenance/v0.2';
const GENERATOR = 'https://github.com/slsa-framework/slsa-github-generator/.github/workflows';

/** Builders whose provenance it can read at all (slsa-framework/slsa-verifier v2.7.1, buildTypeMap of v0.2 and v1.0). */
const BUILDERS: Readonly<Record<string, readonly string[]>> = {
  [SLSA_PROVENANCE_V02]: [
    `${GENERATOR}/generator_container_slsa3.yml`,
    `${GENERATOR}/generator_generic_slsa3.yml`,
    `${GENERATOR}/builder_go_slsa3.yml`,
    `${GENERATOR}/delegator_generic_slsa3.yml`,
    `${GENERATOR}/delegator_lowperms-generic_slsa3.yml`,
  ],
  [SLSA_PROVENANCE_V1]: [
    `${GENERATOR}/delegator_generic_slsa3.yml`,
    `${GENERATOR}/delegator_lowperms-generic_slsa3.yml`,
    `${GENERATOR}/builder_container-based_slsa3.yml`,
    'https://github.com/bazel-contrib/.github/.github/workflows/release_ruleset.yaml',
    'https://github.com/bazel-contrib/publish-to-bcr/.github/workflows/publish.yaml',
  ],
};

/** `slsa-verifier verify-image`: provenance of builders that it knows by name, from the `.att` tag. */
export const slsaVerifier: VerifierProfile = {
  id: 'slsa-verifier',
  title: 'slsa-verifier verify-image',
  versions: '2.7.1',
  reads: 'SLSA provenance in the .att tag',
  counted: true,
  answer: (seen, question) => {
    const { predicateType, by } = question;
    if (predicateType === undefined || BUILDERS[predicateType] === undefined) {
      return cannot('it verifies SLSA provenance alone', 'Use cosign for signatures and other attestations.');
    }
    if (by === 'key') return cannot('it verifies certificates alone', 'Use cosign for keys.');
    // Wherever it stands: of a builder that it does not know it reads nothing.
    const attested = seen.claims.filter((claim) => isAsked(claim, question));
    const limits = attested.map((claim) => builderObjection(claim, predicateType));
    const [limit] = limits;
    if (limit !== undefined && limits.every((one) => one !== undefined))
      return cannot(limit.why, limit.remedy);
    const asked = { ...question, witness: 'log' } as const;
    const answer = readLayers(seen, asked, { chain: 'own', timestamps: 'always' });
    if (answer.verdict !== 'verifies') return answer;
    const taken = seen.claims.filter(({ digest }) => answer.accepted.includes(digest));
    const objections = taken.map((claim) => builderObjection(claim, predicateType) ?? refObjection(claim));
    const accepted = taken.filter((_, index) => objections[index] === undefined);
    if (accepted.length > 0) return { ...answer, accepted: accepted.map(({ digest }) => digest) };
    return refusesAll(objections.filter((one) => one !== undefined));
  },
};

const isAsked = ({ verified }: ObservedClaim, { predicateType, accepts }: Question): boolean =>
  verified?.predicateType === predicateType && verified?.signer.kind === 'certificate' && accepts(verified);

/** What no image can help: an issuer or a builder that the program does not know. */
function builderObjection({ verified }: ObservedClaim, predicateType: string): Objection | undefined {
  if (verified?.signer.kind !== 'certificate') return undefined;
  const { identity, facts } = verified.signer;
  if (facts.issuer !== GITHUB_ISSUER) {
    return {
      why: `it knows no issuer but ${GITHUB_ISSUER}`,
      remedy: 'Verify with countersign verify --require provenance.',
    };
  }
  const [workflow = ''] = identity.split('@');
  if (BUILDERS[predicateType]?.includes(workflow) === true) return undefined;
  return {
    why: `it reads ${predicateType} of the builders that it knows alone, and ${workflow} is none of them`,
    remedy: 'Verify with countersign verify --require provenance, or with cosign verify-attestation.',
  };
}

function refObjection({ verified }: ObservedClaim): Objection | undefined {
  if (verified?.signer.kind !== 'certificate') return undefined;
  const [, ref = ''] = verified.signer.identity.split('@');
  if (/^refs\/tags\/v\d+\.\d+\.\d+$/.test(ref)) return predicateObjection(verified.statement?.predicate);
  return {
    why: `the builder was called at ${ref === '' ? 'no ref' : ref}, and it takes refs/tags/vX.Y.Z alone`,
    remedy: 'Call the builder by the tag of a release.',
  };
}

function predicateObjection(predicate: unknown): Objection | undefined {
  const type = memberAt(predicate, 'buildType') ?? memberAt(predicate, 'buildDefinition', 'buildType');
  if (typeof type === 'string') return undefined;
  return { why: 'the provenance names no build type', remedy: 'Attest the provenance of the builder.' };
}
