import type * as pkijs from 'pkijs';
import type { TokenClaims } from '../oidc/claims.js';
import { rawExtension, textExtension } from '../x509/extensions.js';
import { badRequest } from './refusal.js';

/** What the claims of a GitHub token say, where Fulcio puts it. */
export interface GithubIdentity {
  /** The certificate's only name: the workflow file that ran the job. */
  readonly san: string;
  readonly extensions: readonly pkijs.Extension[];
}

/**
 * Maps a token's claims to Fulcio's extensions (fulcio docs/oid-info.md): .1 to .6 hold the bare text, .8 to .24 a DER
 * UTF8String. Throws a 400 refusal for a claim that is missing or no text.
 */
export function githubIdentity(claims: TokenClaims): GithubIdentity {
  const read = (name: string): string => {
    const value = claims[name];
    if (typeof value === 'string' && value !== '') return value;
    throw badRequest(`There was an error processing the identity token: the claim "${name}" is missing`);
  };
  const url = (path: string): string => `https://github.com/${path}`;

  const repository = read('repository');
  const runUrl = url(`${repository}/actions/runs/${read('run_id')}/attempts/${read('run_attempt')}`);
  const environment = claims.environment;
  const bare: readonly Row[] = [
    [1, read('iss')],
    [2, read('event_name')],
    [3, read('sha')],
    [4, read('workflow')],
    [5, repository],
    [6, read('ref')],
  ];
  const encoded: readonly Row[] = [
    [8, read('iss')],
    [9, url(read('job_workflow_ref'))],
    [10, read('job_workflow_sha')],
    [11, read('runner_environment')],
    [12, url(repository)],
    [13, read('sha')],
    [14, read('ref')],
    [15, read('repository_id')],
    [16, url(read('repository_owner'))],
    [17, read('repository_owner_id')],
    [18, url(read('workflow_ref'))],
    [19, read('workflow_sha')],
    [20, read('event_name')],
    [21, runUrl],
    [22, read('repository_visibility')],
    ...(typeof environment === 'string' && environment !== '' ? [[23, environment] as const] : []),
    [24, read('sub')],
  ];
  return {
    san: url(read('job_workflow_ref')),
    extensions: [
      ...bare.map(([arc, text]) => rawExtension(`${FULCIO_ARC}.${arc}`, false, Buffer.from(text))),
      ...encoded.map(([arc, text]) => textExtension(`${FULCIO_ARC}.${arc}`, text)),
    ],
  };
}

type Row = readonly [arc: number, text: string];

const FULCIO_ARC = '1.3.6.1.4.1.57264.1';
