/** The claims of a token, by name. In overrides, null takes a claim away. */
export type TokenClaims = Readonly<Record<string, unknown>>;

/** What GitHub writes as `iss`; the certificates' issuer extension repeats it. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/** The audience that Fulcio asks for. */
export const SIGSTORE_AUDIENCE = 'sigstore';

/**
 * A token's claims as GitHub issues them for a job of acme/app's release workflow, started by a tag (the full set of
 * "OpenID Connect reference" in GitHub's documentation). They are valid for ten minutes from `at`.
 */
export function githubClaims(
  issuer: string,
  audience: string,
  at: Date,
  overrides: TokenClaims,
): TokenClaims {
  const issuedAt = Math.floor(at.getTime() / 1000);
  const claims: TokenClaims = {
    ...DEFAULT_CLAIMS,
    iss: issuer,
    aud: audience,
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + TOKEN_LIFETIME_SECONDS,
    ...overrides,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
}

const TOKEN_LIFETIME_SECONDS = 600;

const REPOSITORY = 'acme/app';
const REF = 'refs/tags/v1.0.0';
const COMMIT = 'c0ffee254729296a45a3885639ac7e10f9d54979';
const WORKFLOW_REF = `${REPOSITORY}/.github/workflows/release.yml@${REF}`;

const DEFAULT_CLAIMS: TokenClaims = {
  sub: `repo:${REPOSITORY}:ref:${REF}`,
  actor: 'octocat',
  actor_id: '583231',
  base_ref: '',
  check_run_id: '41000000001',
  event_name: 'push',
  head_ref: '',
  job_workflow_ref: WORKFLOW_REF,
  job_workflow_sha: COMMIT,
  ref: REF,
  ref_protected: 'false',
  ref_type: 'tag',
  repository: REPOSITORY,
  repository_id: '700000001',
  repository_owner: 'acme',
  repository_owner_id: '70000001',
  repository_visibility: 'public',
  run_attempt: '1',
  run_id: '9000000001',
  run_number: '42',
  runner_environment: 'github-hosted',
  sha: COMMIT,
  workflow: 'release',
  workflow_ref: WORKFLOW_REF,
  workflow_sha: COMMIT,
};
