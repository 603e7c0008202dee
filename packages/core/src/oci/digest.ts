import { createHash } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';

declare const digestBrand: unique symbol;

/** `sha256:` and 64 lower-case hex digits: the SHA-256 of exact bytes (OCI image specification, "Digests"). */
export type Digest = `sha256:${string}` & { readonly [digestBrand]: true };

const DIGEST = /^sha256:[0-9a-f]{64}$/;

export const isDigest = (text: string): text is Digest => DIGEST.test(text);

/** Throws DIGEST_INVALID. */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new CountersignError('DIGEST_INVALID', {
    what: `${JSON.stringify(text.slice(0, MAX_SHOWN_INPUT_CHARS))} is not a digest`,
    remedy: 'Give a digest as sha256: and 64 lower-case hexadecimal digits.',
  });
}

export const digestOf = (bytes: Uint8Array | string): Digest =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest;

/** The hexadecimal part. */
export const hexOf = (digest: Digest): string => digest.slice('sha256:'.length);
