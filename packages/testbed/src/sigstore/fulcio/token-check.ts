import { SIGSTORE_AUDIENCE, type TokenClaims } from '../oidc/claims.js';
import { unauthenticated } from './refusal.js';

/** The issuer that a Fulcio trusts. */
export interface TrustedIssuer {
  readonly issuer: string;
  /** More names under which it may speak, as if a Fulcio trusted several issuers. */
  readonly otherIssuers?: readonly string[];
  /** The claims of a token that this issuer signed; undefined for anything else. */
  open(token: string): TokenClaims | undefined;
}

/** The claims of a token that is signed, meant for Sigstore and valid now. Throws a 401 refusal for any other. */
export function checkedClaims(token: string, trusted: TrustedIssuer, now: Date): TokenClaims {
  const claims = trusted.open(token);
  if (claims === undefined) throw refused('its signature does not verify');
  const issuers: readonly unknown[] = [trusted.issuer, ...(trusted.otherIssuers ?? [])];
  if (!issuers.includes(claims.iss)) throw refused('its issuer is not configured here');
  const audience = claims.aud;
  if (!(Array.isArray(audience) ? audience : [audience]).includes(SIGSTORE_AUDIENCE)) {
    throw refused(`its audience is not "${SIGSTORE_AUDIENCE}"`);
  }
  const seconds = now.getTime() / 1000;
  const { exp, nbf } = claims;
  if (typeof exp !== 'number' || exp <= seconds) throw refused('it has expired');
  if (typeof nbf === 'number' && nbf > seconds + CLOCK_SKEW_SECONDS) throw refused('it is not valid yet');
  return claims;
}

/** As much as Fulcio's OIDC library allows. */
const CLOCK_SKEW_SECONDS = 300;

const refused = (why: string) => unauthenticated(`There was an error processing the identity token: ${why}`);
