import { createHash, generateKeyPair, sign, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { isObject } from '@countersign/core/json';
import type { TokenClaims } from './claims.js';

/** The RSA key of an issuer: signs tokens (RS256) and shows its public half as a JSON Web Key. */
export interface TokenKey {
  issue(claims: TokenClaims): string;
  /** The claims of a token that this key signed; undefined for anything else. Dates are not looked at. */
  open(token: string): TokenClaims | undefined;
  readonly jwk: Readonly<Record<string, unknown>>;
}

export async function newTokenKey(): Promise<TokenKey> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 40);
  return {
    jwk: { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid },
    issue: (claims) => {
      const signed = `${encode({ typ: 'JWT', alg: 'RS256', kid })}.${encode(claims)}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    open: (token) => open(token, publicKey),
  };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const JWT = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

function open(token: string, publicKey: KeyObject): TokenClaims | undefined {
  const [, header, payload, signature] = JWT.exec(token) ?? [];
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const signed = Buffer.from(`${header}.${payload}`);
  if (decode(header)?.alg !== 'RS256') return undefined;
  if (!verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  return decode(payload);
}

function decode(part: string): TokenClaims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
