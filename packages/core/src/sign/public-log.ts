import { CountersignError } from '../errors.js';
import type { SigningServices } from '../trust/index.js';
import { excerptOf } from '../http/index.js';
import type { TokenClaims } from './jwt.js';

/**
 * Private by default: throws PRIVATE_REPOSITORY where what is signed would become public although the repository is not.
 * To be called before the first request to Fulcio or Rekor. `claims` are those of the identity token; undefined for a
 * key. A token without `repository_visibility`, and a key, which proves nothing about a repository, count as private.
 * Fulcio counts only with a token (its certificates go to a public certificate transparency log), Rekor always.
 */
export function refusePublicLog(
  claims: TokenClaims | undefined,
  services: SigningServices,
  publicLog: 'refuse' | 'allow',
): void {
  const used = {
    fulcio: claims !== undefined && services.fulcioUrl !== undefined,
    rekor: services.rekorUrls.length > 0,
  };
  const exposing = services.publicServices.filter((service) => used[service]);
  if (publicLog === 'allow' || exposing.length === 0 || claims?.repository_visibility === 'public') return;
  const exposed = exposing.map((service) => (service === 'fulcio' ? byFulcio(claims) : byRekor(claims)));
  throw new CountersignError('PRIVATE_REPOSITORY', {
    what: `${whyPrivate(claims)}, and this run would publish about it, for ever and for everyone: ${exposed.join('; ')}`,
    remedy:
      'Use a Sigstore of your own (signing-config, trusted-root), or a key without a log (key, transparency-log: none), or say that this may become public: "public-log: allow".',
  });
}

function whyPrivate(claims: TokenClaims | undefined): string {
  if (claims === undefined)
    return 'A key does not show whether its repository is public, so it counts as private';
  const visibility = claims.repository_visibility;
  return typeof visibility === 'string'
    ? `The repository is ${excerptOf(visibility)}, not public`
    : 'The identity token does not say that its repository is public, so it counts as private';
}

function byFulcio(claims: TokenClaims | undefined): string {
  const named = [
    ['repository', 'repository'],
    ['workflow', 'job_workflow_ref'],
    ['ref', 'ref'],
    ['commit', 'sha'],
  ].flatMap(([label = '', claim = '']) => {
    const value = claims?.[claim];
    return typeof value === 'string' ? [`${label} ${excerptOf(value)}`] : [];
  });
  const holds = named.length === 0 ? 'the identity of the signer' : named.join(', ');
  return `in the certificate that Fulcio issues and sends to a certificate transparency log: ${holds}, the run and its trigger`;
}

const byRekor = (claims: TokenClaims | undefined): string =>
  `in Rekor: each signature, its time, the hash of what was signed and the ${claims === undefined ? 'public key' : 'same certificate'}`;
