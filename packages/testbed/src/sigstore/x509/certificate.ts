import { randomBytes } from 'node:crypto';
import { fromBER, Integer, PrintableString, Sequence, Set as SetOf } from 'asn1js';
import * as pkijs from 'pkijs';
import type { SigningKey } from '../signing-key.js';
import { copied } from './extensions.js';

export interface CertificateName {
  readonly organization: string;
  readonly commonName: string;
}

export interface CertificateRequest {
  /** undefined: an empty name, as Fulcio's leaves have. */
  readonly subject: CertificateName | undefined;
  readonly issuer: CertificateName;
  readonly spki: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly pkijs.Extension[];
  /**
   * Makes one more extension from the bytes that a CT log signs. It goes last, so that a verifier who removes it has
   * these bytes again (RFC 6962 section 3.2).
   */
  readonly lastExtension?: (tbs: Buffer) => pkijs.Extension;
}

export interface IssuedCertificate {
  readonly der: Buffer;
  readonly pem: string;
  readonly certificate: pkijs.Certificate;
}

/** Issues an X.509 certificate (version 3, random serial number) under the issuer's key. */
export async function issueCertificate(
  request: CertificateRequest,
  signer: SigningKey,
): Promise<IssuedCertificate> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: copied(positiveSerial()) });
  certificate.subject = distinguishedName(request.subject);
  certificate.issuer = distinguishedName(request.issuer);
  certificate.notBefore = new pkijs.Time({ type: timeType(request.notBefore), value: request.notBefore });
  certificate.notAfter = new pkijs.Time({ type: timeType(request.notAfter), value: request.notAfter });
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(copied(request.spki));
  certificate.extensions = [...request.extensions];
  await certificate.sign(signer.cryptoKey, 'SHA-256');
  if (request.lastExtension !== undefined) {
    certificate.extensions.push(request.lastExtension(Buffer.from(certificate.encodeTBS().toBER())));
    await certificate.sign(signer.cryptoKey, 'SHA-256');
  }
  const der = Buffer.from(certificate.toSchema(true).toBER());
  return { der, pem: pemOf('CERTIFICATE', der), certificate: pkijs.Certificate.fromBER(copied(der)) };
}

/** One PEM block with a final newline. */
export const pemOf = (label: string, der: Uint8Array): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
};

const SERIAL_BYTES = 16;

/** The first bits 01: neither negative nor with a zero byte in front. */
function positiveSerial(): Buffer {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

/**
 * A name with one attribute in each of its parts. It goes through its encoding: from a list of attributes, pkijs would
 * make one part with all of them, and an empty name with a part in it.
 */
function distinguishedName(name: CertificateName | undefined): pkijs.RelativeDistinguishedNames {
  const parts =
    name === undefined ? [] : [part('2.5.4.10', name.organization), part('2.5.4.3', name.commonName)];
  const { result } = fromBER(new Sequence({ value: parts }).toBER());
  return new pkijs.RelativeDistinguishedNames({ schema: result });
}

const part = (type: string, value: string): SetOf =>
  new SetOf({
    value: [new pkijs.AttributeTypeAndValue({ type, value: new PrintableString({ value }) }).toSchema()],
  });

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 section 4.1.2.5). */
const timeType = (date: Date): pkijs.TimeType =>
  date.getUTCFullYear() < 2050 ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime;
