import type { X509Certificate } from 'node:crypto';
import { X509Certificate as ParsedCertificate } from '@sigstore/core';
import { UnreadableAnswer } from './answers.js';

/** Fulcio's issuer extension: .8 is a DER UTF8String, the older .1 raw text (sigstore/fulcio docs/oid-info.md). */
const ISSUER_V2 = '1.3.6.1.4.1.57264.1.8';
const ISSUER_V1 = '1.3.6.1.4.1.57264.1.1';
const UTF8_STRING = 0x0c;

/** Who a certificate from Fulcio speaks for: its subject alternative name and the issuer of the token behind it. */
export function identityIn(leaf: X509Certificate): { identity: string; issuer: string } {
  let identity: string | undefined;
  let issuer: string | undefined;
  try {
    const parsed = ParsedCertificate.parse(Buffer.from(leaf.raw));
    identity = parsed.subjectAltName;
    const [v2, v1] = [parsed.extension(ISSUER_V2), parsed.extension(ISSUER_V1)];
    const text = v2?.valueObj.subs[0];
    issuer = text?.tag.number === UTF8_STRING ? text.value.toString('utf8') : v1?.value.toString('utf8');
  } catch {
    throw new UnreadableAnswer('the certificate does not parse');
  }
  if (identity === undefined || identity === '')
    throw new UnreadableAnswer('the certificate names no identity');
  if (issuer === undefined || issuer === '') throw new UnreadableAnswer('the certificate names no issuer');
  return { identity, issuer };
}
