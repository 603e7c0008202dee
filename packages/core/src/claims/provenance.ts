import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import type { ImageName } from '../reference/index.js';
import { SLSA_PROVENANCE_V1 } from './predicate-types.js';
import { statementBytes } from './statement.js';
import type { Claim } from './types.js';

/** GitHub's documented build type (https://actions.github.io/buildtypes/workflow/v1), as gh and slsa-verifier know it. */
const BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1';

/**
 * SLSA provenance v1 in GitHub's form (actions/toolkit packages/attest). Every field comes from the claims of the
 * identity token, which its issuer vouches for; nothing is read from the environment, which a build step can set.
 * Throws IDENTITY_TOKEN_INVALID where the token is not one of a GitHub Actions job.
 */
export function provenanceClaim(
  subject: Subject,
  name: ImageName,
  claims: Readonly<Record<string, unknown>>,
): Claim {
  const read = claimReader(claims);
  const server = serverOf(read('iss', HTTP_URL));
  const repository = read('repository', REPOSITORY);
  const source = `${server}/${repository}`;
  const workflow = splitWorkflowRef(read('workflow_ref', PRINTABLE), repository);
  const predicate = {
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: { workflow: { ref: workflow.ref, repository: source, path: workflow.path } },
      internalParameters: {
        github: {
          event_name: read('event_name', PRINTABLE),
          repository_id: read('repository_id', NUMBER),
          repository_owner_id: read('repository_owner_id', NUMBER),
          runner_environment: read('runner_environment', PRINTABLE),
        },
      },
      resolvedDependencies: [
        { uri: `git+${source}@${read('ref', PRINTABLE)}`, digest: { gitCommit: read('sha', COMMIT) } },
      ],
    },
    runDetails: {
      builder: { id: `${server}/${read('job_workflow_ref', PRINTABLE)}` },
      metadata: {
        invocationId: `${source}/actions/runs/${read('run_id', NUMBER)}/attempts/${read('run_attempt', NUMBER)}`,
      },
    },
  };
  return {
    kind: 'provenance',
    subject,
    predicateType: SLSA_PROVENANCE_V1,
    payload: statementBytes(subject, name, SLSA_PROVENANCE_V1, Buffer.from(JSON.stringify(predicate))),
    simpleSigning: undefined,
  };
}

const HTTP_URL = /^https?:\/\/[\x21-\x7e]{1,500}$/;
const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,200}$/;
/** Refs and workflow paths hold almost anything (spaces and other scripts too), but no control character. */
const PRINTABLE = /^\P{Cc}{1,2000}$/u;
const NUMBER = /^\d{1,20}$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const claimReader = (claims: Readonly<Record<string, unknown>>) => (claim: string, shape: RegExp) => {
  const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  if (typeof value === 'string' && shape.test(value)) return value;
  throw notFromGitHub(
    value === undefined ? `it has no claim "${claim}"` : `its claim "${claim}" has an unexpected form`,
  );
};

const notFromGitHub = (why: string): CountersignError =>
  new CountersignError('IDENTITY_TOKEN_INVALID', {
    what: `The identity token cannot serve as the source of provenance: ${why}`,
    remedy:
      'Provenance is written from the identity token of a GitHub Actions job. Run this in a job with "id-token: write", or attest a predicate of your own with predicate-type and predicate-path.',
  });

/**
 * Where the repositories of an issuer live: GitHub's own issuer (also with an enterprise's name behind it), GHE.com with
 * data residency, GitHub Enterprise Server. Others get https://github.com, as Fulcio's template for this kind of token.
 */
function serverOf(issuer: string): string {
  const url = new URL(issuer);
  const tenant = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(url.hostname)?.[1];
  if (tenant !== undefined) return `https://${tenant}`;
  return url.pathname === '/_services/token' ? url.origin : 'https://github.com';
}

/**
 * `owner/name/.github/workflows/file@ref`. File names and refs may hold "@"; yet a workflow's file name has no "/" and
 * its ref starts with "refs/" (or is a commit), so the first "@refs/" is the seam.
 */
function splitWorkflowRef(text: string, repository: string): { path: string; ref: string } {
  const inRepository = text.startsWith(`${repository}/`) ? text.slice(repository.length + 1) : undefined;
  const parts = /^(.+?)@(refs\/.+|[0-9a-f]{40}|[0-9a-f]{64})$/u.exec(inRepository ?? '');
  const [, path, ref] = parts ?? [];
  if (path === undefined || ref === undefined) {
    throw notFromGitHub('its claim "workflow_ref" does not name a workflow of its own repository');
  }
  return { path, ref };
}
