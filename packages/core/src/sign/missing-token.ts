import { CountersignError } from '../errors.js';
import type { IdentityTokenSources } from './types.js';

const PERMISSIONS = ['permissions:', '  contents: read', '  id-token: write'].join('\n');

const WAYS_OUT = 'Or sign with a key (input "key"), which needs no identity token.';

const BECAUSE: Readonly<Record<IdentityTokenSources['situation'], { why: string; remedy: string }>> = {
  'no-permission': {
    why: 'the job may not ask the runner for one',
    remedy: `Add this to the job (or to the workflow), and in a reusable workflow to the calling job as well:\n${PERMISSIONS}\n${WAYS_OUT}`,
  },
  fork: {
    why: 'the run belongs to a pull request from a fork, and GitHub gives those no identity token',
    remedy:
      'Sign after the merge, in a workflow on push; on pull requests set "on-missing-identity: skip". Do not turn to pull_request_target for it: that would hand the identity to the fork.',
  },
  dependabot: {
    why: 'Dependabot started the run, and GitHub gives its runs no identity token',
    remedy: 'Sign after the merge, in a workflow on push; on such runs set "on-missing-identity: skip".',
  },
  'not-a-runner': {
    why: 'this is not a GitHub Actions job, and no token was given',
    remedy: `Give one as the input "identity-token" or in the variable SIGSTORE_ID_TOKEN, for the audience "sigstore". ${WAYS_OUT}`,
  },
};

/** Why there is no identity token here and what to do about it: IDENTITY_TOKEN_MISSING. */
export function missingToken(situation: IdentityTokenSources['situation']): CountersignError {
  const { why, remedy } = BECAUSE[situation];
  return new CountersignError('IDENTITY_TOKEN_MISSING', {
    what: `There is no identity token: ${why}`,
    remedy,
  });
}

/** The runner's endpoint answered 401 or 403 although the job has its address: also IDENTITY_TOKEN_MISSING. */
export function tokenRefused(status: number): CountersignError {
  const why =
    status === 401
      ? 'The runner refused to give an identity token (401): its request token is not valid, or the job has ended'
      : 'The runner refused to give an identity token (403): the job or a rule of the organisation forbids it';
  return new CountersignError('IDENTITY_TOKEN_MISSING', {
    what: why,
    remedy: `Check that the job has this, and that ACTIONS_ID_TOKEN_REQUEST_TOKEN was not carried over from another job:\n${PERMISSIONS}`,
  });
}
