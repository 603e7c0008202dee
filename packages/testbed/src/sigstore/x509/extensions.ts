import { createHash } from 'node:crypto';
import { BitString, OctetString, Utf8String } from 'asn1js';
import * as pkijs from 'pkijs';

export const EKU_CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
export const EKU_TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** The extensions of RFC 5280 that the test bed's certificates carry, each as its DER form. */
export const basicConstraints = (pathLength: number): pkijs.Extension =>
  extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: true, pathLenConstraint: pathLength }));

/** keyCertSign and cRLSign for a CA, digitalSignature for a leaf (section 4.2.1.3 numbers the bits). */
export const keyUsage = (of: 'ca' | 'leaf'): pkijs.Extension => {
  const [byte, unusedBits] = of === 'ca' ? [0b0000_0110, 1] : [0b1000_0000, 7];
  const bits = new BitString({ valueHex: Uint8Array.of(byte).buffer, unusedBits });
  return rawExtension('2.5.29.15', true, Buffer.from(bits.toBER()));
};

export const extendedKeyUsage = (purpose: string, critical: boolean): pkijs.Extension =>
  extension('2.5.29.37', critical, new pkijs.ExtKeyUsage({ keyPurposes: [purpose] }));

export const subjectKeyIdentifier = (spki: Uint8Array): pkijs.Extension =>
  rawExtension('2.5.29.14', false, octets(keyIdentifier(spki)));

export const authorityKeyIdentifier = (issuerSpki: Uint8Array): pkijs.Extension =>
  extension(
    '2.5.29.35',
    false,
    new pkijs.AuthorityKeyIdentifier({
      keyIdentifier: new OctetString({ valueHex: copied(keyIdentifier(issuerSpki)) }),
    }),
  );

/** Critical, as it must be where the subject is empty. */
export const uriSubjectAlternativeName = (uri: string): pkijs.Extension =>
  extension(
    '2.5.29.17',
    true,
    new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: URI_NAME, value: uri })] }),
  );

/** An extension whose value is these bytes as they are. */
export const rawExtension = (oid: string, critical: boolean, value: Uint8Array): pkijs.Extension =>
  new pkijs.Extension({ extnID: oid, critical, extnValue: copied(value) });

/** An extension whose value is a DER UTF8String. */
export const textExtension = (oid: string, text: string): pkijs.Extension =>
  rawExtension(oid, false, Buffer.from(new Utf8String({ value: text }).toBER()));

/** A DER OCTET STRING. */
export const octets = (value: Uint8Array): Buffer =>
  Buffer.from(new OctetString({ valueHex: copied(value) }).toBER());

/** pkijs takes whole ArrayBuffers; a Buffer is often a window on a larger one. */
export const copied = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const URI_NAME = 6;

const extension = (
  oid: string,
  critical: boolean,
  value: { toSchema(): { toBER(): ArrayBuffer } },
): pkijs.Extension => rawExtension(oid, critical, Buffer.from(value.toSchema().toBER()));

/** SHA-1 over the key's bits, RFC 5280 section 4.2.1.2 method 1. */
function keyIdentifier(spki: Uint8Array): Buffer {
  const key = pkijs.PublicKeyInfo.fromBER(copied(spki));
  return createHash('sha1').update(key.subjectPublicKey.valueBlock.valueHexView).digest();
}
