import type { X509Certificate } from '@sigstore/core';
import { rejection } from './rejection.js';
import type { CertificateFacts } from './types.js';

const EXTENDED_KEY_USAGE = '2.5.29.37';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const FULCIO = '1.3.6.1.4.1.57264.1';

/** Critical extensions that are understood here: key usage, SAN, basic constraints, extended key usage. */
const UNDERSTOOD: readonly string[] = [
  '2.5.29.15',
  SUBJECT_ALTERNATIVE_NAME,
  '2.5.29.19',
  EXTENDED_KEY_USAGE,
];

/**
 * What a leaf says of its holder. Call it for a certificate whose chain was verified. The identity is the one
 * subject alternative name, a URI or an e-mail address. Throws CERTIFICATE_UNTRUSTED, BUNDLE_UNSUPPORTED.
 */
export function readCertificate(leaf: X509Certificate): { identity: string; facts: CertificateFacts } {
  checkUse(leaf);
  return { identity: identityOf(leaf), facts: factsOf(leaf) };
}

/** RFC 5280 4.2: no extension twice, none that is critical and not understood; made for signing code, and no CA. */
function checkUse(leaf: X509Certificate): void {
  const oids = leaf.extensions.map((extension) => extension.subs[0]?.toOID() ?? '');
  const repeated = oids.find((oid, at) => oids.indexOf(oid) !== at);
  if (repeated !== undefined) throw untrusted(`holds the extension ${repeated} twice`);
  const unknown = oids.find((oid) => leaf.extension(oid)?.critical === true && !UNDERSTOOD.includes(oid));
  if (unknown !== undefined) throw untrusted(`holds the critical extension ${unknown}, which is not known`);
  if (leaf.isCA) throw untrusted('is a certificate authority, not a signer');
  const uses = listIn(leaf, EXTENDED_KEY_USAGE);
  if (!uses.some((use) => use.toOID() === CODE_SIGNING)) throw untrusted('was not issued for code signing');
}

function identityOf(leaf: X509Certificate): string {
  const [name, ...others] = listIn(leaf, SUBJECT_ALTERNATIVE_NAME);
  if (name === undefined || others.length > 0) {
    throw untrusted('does not name exactly one subject alternative name');
  }
  // RFC 5280 4.2.1.6: rfc822Name [1], uniformResourceIdentifier [6], both IA5String.
  if (!name.tag.isContextSpecific(1) && !name.tag.isContextSpecific(6)) {
    throw rejection(
      'BUNDLE_UNSUPPORTED',
      "The certificate's subject alternative name is neither a URI nor an e-mail",
    );
  }
  const identity = name.value.toString('latin1');
  if (!/^[\x21-\x7e]+$/.test(identity))
    throw untrusted('names an identity with characters that no identity has');
  return identity;
}

/** The one SEQUENCE that an extension holds; none where it is not there, or where something stands behind it. */
function listIn(leaf: X509Certificate, oid: string): X509Certificate['root']['subs'] {
  const [list, ...more] = leaf.extension(oid)?.valueObj.subs ?? [];
  return list === undefined || more.length > 0 ? [] : list.subs;
}

function factsOf(leaf: X509Certificate): CertificateFacts {
  const text = (number: number): string | undefined => utf8StringOf(leaf, number);
  return {
    issuer: text(8) ?? rawText(leaf, 1),
    buildSignerUri: text(9),
    buildSignerDigest: text(10),
    runnerEnvironment: text(11),
    sourceRepositoryUri: text(12),
    sourceRepositoryDigest: text(13),
    sourceRepositoryRef: text(14),
    sourceRepositoryIdentifier: text(15),
    sourceRepositoryOwnerUri: text(16),
    sourceRepositoryOwnerIdentifier: text(17),
    buildConfigUri: text(18),
    buildConfigDigest: text(19),
    buildTrigger: text(20),
    runInvocationUri: text(21),
    sourceRepositoryVisibility: text(22),
  };
}

/** From .8 on: a DER UTF8String and nothing behind it (sigstore/fulcio docs/oid-info.md). */
function utf8StringOf(leaf: X509Certificate, number: number): string | undefined {
  const value = leaf.extension(`${FULCIO}.${String(number)}`)?.value;
  if (value === undefined) return undefined;
  const [tag, first = 0] = value;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = 2 + lengthBytes;
  if (tag !== 0x0c || lengthBytes > 2 || start > value.length) throw notAString(number);
  const length = lengthBytes === 0 ? first : value.readUIntBE(2, lengthBytes);
  // DER has one way to write a length, and 0x80 (no length, an end mark) is none.
  const shortest = length < 0x80 ? 0 : length < 0x100 ? 1 : 2;
  if (lengthBytes !== shortest || start + length !== value.length) throw notAString(number);
  return decode(value.subarray(start), number);
}

/** Up to .6: the raw text, deprecated and still what old certificates have. */
function rawText(leaf: X509Certificate, number: number): string | undefined {
  const value = leaf.extension(`${FULCIO}.${String(number)}`)?.value;
  return value === undefined ? undefined : decode(value, number);
}

function decode(bytes: Uint8Array, number: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notAString(number);
  }
}

const notAString = (number: number) =>
  untrusted(`holds an extension ${FULCIO}.${String(number)} that is no text`);

const untrusted = (what: string) => rejection('CERTIFICATE_UNTRUSTED', `The signing certificate ${what}`);
