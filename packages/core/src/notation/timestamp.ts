import { createHash } from 'node:crypto';
import { MAX_CERTIFICATES_IN_CHAIN, MAX_TIMESTAMP_BYTES } from '../limits.js';
import { CountersignError } from '../errors.js';
import { isSame, type Certificate } from './certificate.js';
import { checkChain, invalidAt, isIssuedBy, nameOf } from './chain.js';
import { invalidTimestamp } from './rejection.js';
import { HASHES, verifySigner } from './timestamp-signer.js';
import { readInfo, readToken, type SignedToken, type TimestampInfo } from './timestamp-token.js';

/** What a timestamp authority vouches for: the signature was there between these two times. */
export interface VerifiedTimestamp {
  readonly earliest: Date;
  readonly latest: Date;
  /** The authority's certificates, leaf first. */
  readonly chain: readonly Certificate[];
}

/**
 * Verifies an RFC 3161 TimeStampToken over `signature` against the roots of `tsa` trust stores: imprint, the authority's
 * signature, the one certificate that it names (RFC 5816), and its chain at the time that it tells. Throws TIMESTAMP_INVALID.
 */
export function verifyTimestamp(
  token: Uint8Array,
  signature: Uint8Array,
  roots: readonly Certificate[],
): VerifiedTimestamp {
  try {
    return verifyToken(token, signature, roots);
  } catch (thrown) {
    // Nobody has vouched for these bytes yet: whatever they make a parser do is a fact about them.
    throw thrown instanceof CountersignError ? thrown : invalidTimestamp('cannot be verified', thrown);
  }
}

/** Whether a TimeStampToken says that it is over `signature`; who made it is not asked. */
export function isTimestampOf(token: Uint8Array, signature: Uint8Array): boolean {
  try {
    readOver(token, signature);
    return true;
  } catch {
    return false;
  }
}

function verifyToken(
  token: Uint8Array,
  signature: Uint8Array,
  roots: readonly Certificate[],
): VerifiedTimestamp {
  const { signed, info } = readOver(token, signature);
  const leaf = verifySigner(signed);
  const chain = chainTo(roots, leaf, signed.certificates);
  if (chain === undefined) {
    throw invalidTimestamp(
      `was signed by ${nameOf(leaf)}, whose chain does not end in a tsa trust store of the policy`,
    );
  }
  checkAuthority(chain, info.time);
  return {
    earliest: new Date(info.time.getTime() - info.accuracyMs),
    latest: new Date(info.time.getTime() + info.accuracyMs),
    chain,
  };
}

/** The token once its imprint is that of `signature`. Throws TIMESTAMP_INVALID. */
function readOver(
  token: Uint8Array,
  signature: Uint8Array,
): { readonly signed: SignedToken; readonly info: TimestampInfo } {
  if (token.length > MAX_TIMESTAMP_BYTES) throw invalidTimestamp('is too large');
  let signed: SignedToken;
  let info: TimestampInfo;
  try {
    signed = readToken(token);
    info = readInfo(signed.content);
  } catch (cause) {
    throw invalidTimestamp('is no RFC 3161 token in DER', cause);
  }
  const { imprint } = info;
  const hash = HASHES.get(imprint.algorithm);
  if (hash === undefined) throw invalidTimestamp('is over a hash that is not accepted');
  if (!createHash(hash).update(signature).digest().equals(imprint.digest)) {
    throw invalidTimestamp('is over another signature');
  }
  return { signed, info };
}

/** From the leaf up to one of the roots, over certificates that the token brings. */
function chainTo(
  roots: readonly Certificate[],
  leaf: Certificate,
  others: readonly Certificate[],
): readonly Certificate[] | undefined {
  const chain = [leaf];
  for (let last = leaf; chain.length <= MAX_CERTIFICATES_IN_CHAIN;) {
    if (roots.some((root) => isSame(root, last))) return chain;
    const top = last;
    const above =
      roots.find((root) => isIssuedBy(top, root)) ??
      others.find((other) => !chain.some((known) => isSame(known, other)) && isIssuedBy(top, other));
    if (above === undefined) return undefined;
    chain.push(above);
    last = above;
  }
  return undefined;
}

function checkAuthority(chain: readonly Certificate[], time: Date): void {
  try {
    checkChain(chain, 'timestamping');
  } catch (cause) {
    throw invalidTimestamp(
      `was signed by a chain that may not: ${cause instanceof Error ? cause.message : ''}`,
      cause,
    );
  }
  const late = invalidAt(chain, time);
  if (late !== undefined) throw invalidTimestamp(`was made when ${nameOf(late)} was not valid`);
}
