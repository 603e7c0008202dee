import { CountersignError } from '../errors.js';
import { isObject } from '../json.js';
import { MAX_IDENTITY_TOKEN_CHARS } from '../limits.js';

export type TokenClaims = Readonly<Record<string, unknown>>;

/**
 * Reads the claims of a JSON Web Token (RFC 7519) without verifying it: Fulcio does that, and a token that lies about
 * itself gets no certificate. Throws IDENTITY_TOKEN_INVALID; nothing of the token is in the error.
 */
export function readTokenClaims(token: string, from: string): TokenClaims {
  if (token.length > MAX_IDENTITY_TOKEN_CHARS) {
    throw invalidToken(from, `it is longer than ${MAX_IDENTITY_TOKEN_CHARS} characters`);
  }
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
  if (payload === undefined) throw invalidToken(from, 'it is not a JSON Web Token (three base64url parts)');
  const claims = parsePayload(payload);
  if (claims === undefined) throw invalidToken(from, 'its middle part does not hold a JSON object');
  return claims;
}

/** When the token ends (`exp`); undefined where it does not say. */
export function expiryOf(claims: TokenClaims): Date | undefined {
  const exp = claims.exp;
  // Beyond 8.64e12 seconds a Date cannot reach.
  return typeof exp === 'number' && Math.abs(exp) < 8.64e12 ? new Date(exp * 1000) : undefined;
}

/** `aud`, which is one string or several. */
export function audiencesOf(claims: TokenClaims): readonly string[] {
  const audiences: readonly unknown[] = [claims.aud].flat();
  return audiences.filter((audience) => typeof audience === 'string');
}

/** What the proof of possession signs (Fulcio): the verified e-mail address where there is one, else the subject. */
export function challengeOf(claims: TokenClaims): string {
  const { email, sub } = claims;
  if (typeof email === 'string' && email !== '') {
    if (claims.email_verified === true || claims.email_verified === 'true') return email;
    throw invalidToken('The identity token', 'its e-mail address is not verified by its issuer');
  }
  if (typeof sub === 'string' && sub !== '') return sub;
  throw invalidToken('The identity token', 'it has no subject ("sub")');
}

const invalidToken = (from: string, why: string): CountersignError =>
  new CountersignError('IDENTITY_TOKEN_INVALID', {
    what: `${from} cannot be used: ${why}`,
    remedy: 'Give an OpenID Connect identity token for the audience "sigstore", or leave it to the runner.',
  });

function parsePayload(part: string): TokenClaims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // the parser's message would quote the token
  }
}
