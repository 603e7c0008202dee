import { X509Certificate } from '@sigstore/core';
import { isObject } from '../json.js';
import { MAX_CERTIFICATE_BYTES, MAX_CLAIM_PARTS, MAX_WITNESSES_PER_CLAIM } from '../limits.js';
import { rememberDer } from './der-memory.js';
import { rejection } from './rejection.js';

/**
 * Bytes as a JSON object. Throws BUNDLE_MALFORMED for anything else, named by `what`. `maxParts`: members and elements at
 * any depth, counted before they become objects: a megabyte of brackets is a hundred in memory.
 */
export function parseJsonObject(
  bytes: Uint8Array,
  what: string,
  maxBytes: number,
  maxParts = MAX_CLAIM_PARTS,
): Record<string, unknown> {
  if (bytes.length > maxBytes) {
    throw rejection('BUNDLE_MALFORMED', `The ${what} is larger than ${String(maxBytes)} bytes`);
  }
  if (hasMoreParts(bytes, maxParts)) {
    throw rejection('BUNDLE_MALFORMED', `The ${what} has more parts than ${String(maxParts)}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw rejection('BUNDLE_MALFORMED', `The ${what} is not JSON`, cause);
  }
  if (!isObject(value)) throw rejection('BUNDLE_MALFORMED', `The ${what} is not a JSON object`);
  return value;
}

const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACE] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/** Commas and opening brackets outside of strings. In bytes that are no JSON the count is of no matter. */
function hasMoreParts(bytes: Uint8Array, maxParts: number): boolean {
  let parts = 0;
  for (let at = 0; at < bytes.length && parts <= maxParts; at += 1) {
    const byte = bytes[at];
    if (byte === COMMA || byte === BRACKET || byte === BRACE) parts += 1;
    else if (byte === QUOTE) {
      const end = endOfString(bytes, at + 1);
      if (end < 0) return false;
      at = end;
    }
  }
  return parts > maxParts;
}

/** Where the string that begins at `start` has its closing quote; -1 where it has none. */
function endOfString(bytes: Uint8Array, start: number): number {
  let quote = bytes.indexOf(QUOTE, start);
  while (quote >= 0) {
    let first = quote;
    while (first > start && bytes[first - 1] === BACKSLASH) first -= 1;
    if ((quote - first) % 2 === 0) return quote;
    quote = bytes.indexOf(QUOTE, quote + 1);
  }
  return -1;
}

/** The list itself, when it is no longer than any honest claim's. Throws BUNDLE_MALFORMED. */
export function bounded<T>(list: readonly T[], what: string): readonly T[] {
  if (list.length > MAX_WITNESSES_PER_CLAIM) {
    throw rejection(
      'BUNDLE_MALFORMED',
      `The claim holds more than ${String(MAX_WITNESSES_PER_CLAIM)} ${what}`,
    );
  }
  return list;
}

/** An X.509 certificate in DER with nothing behind it. Throws BUNDLE_MALFORMED. */
export function parseCertificate(der: Uint8Array): X509Certificate {
  if (der.length > MAX_CERTIFICATE_BYTES) throw rejection('BUNDLE_MALFORMED', 'The certificate is too large');
  try {
    const certificate = rememberDer(X509Certificate.parse(Buffer.from(der)));
    // Read now what is needed later, so that a certificate that lacks it is malformed and not a crash.
    certificate.validForDate(certificate.notBefore);
    for (const part of [certificate.publicKey, certificate.issuer, certificate.subject]) part.subarray(0, 0);
    certificate.extensions.forEach((extension) => extension.subs[0]?.toOID());
    return certificate;
  } catch (cause) {
    throw rejection('BUNDLE_MALFORMED', 'The certificate is not X.509 in DER', cause);
  }
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Non-empty standard base64. Throws BUNDLE_MALFORMED. */
export function parseBase64(value: unknown, what: string): Buffer {
  if (typeof value !== 'string' || value.length % 4 !== 0 || !BASE64.test(value)) {
    throw rejection('BUNDLE_MALFORMED', `The ${what} is not base64`);
  }
  return Buffer.from(value, 'base64');
}
