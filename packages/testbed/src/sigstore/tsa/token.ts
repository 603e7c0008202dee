import { createHash, randomBytes } from 'node:crypto';
import { Integer, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import * as pkijs from 'pkijs';
import type { SigningKey } from '../signing-key.js';
import type { IssuedCertificate } from '../x509/certificate.js';
import { copied } from '../x509/extensions.js';
import type { TimestampRequest } from './request.js';

export interface TimestampSigner {
  readonly leaf: IssuedCertificate;
  readonly key: SigningKey;
  /** The certificates above: intermediate, root. An answer with certificates holds all but the root. */
  readonly chain: readonly IssuedCertificate[];
}

/** A granted TimeStampResp (RFC 3161 section 2.4.2) in DER, with `genTime` as given. */
export async function timestampResponse(
  request: TimestampRequest,
  signer: TimestampSigner,
  genTime: Date,
): Promise<Buffer> {
  const info = Buffer.from(timestampInfo(request, genTime).toSchema().toBER());
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: encapsulated(info),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: signer.leaf.certificate.issuer,
          serialNumber: signer.leaf.certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: signedAttributes(info, signer.leaf.der, genTime),
        }),
      }),
    ],
    ...(request.wantsCertificates
      ? { certificates: embedded(signer).map(({ certificate }) => certificate) }
      : {}),
  });
  await signed.sign(signer.key.cryptoKey, 0, 'SHA-256');
  const response = new pkijs.TimeStampResp({
    status: new pkijs.PKIStatusInfo({ status: pkijs.PKIStatus.granted }),
    timeStampToken: new pkijs.ContentInfo({
      contentType: pkijs.id_ContentType_SignedData,
      content: signed.toSchema(true),
    }),
  });
  return Buffer.from(response.toSchema().toBER());
}

/**
 * In DER a set stands in the order of its bytes, which some demand (sigstore-python), while others take the first certificate for
 * the leaf (sigstore/timestamp-authority#1022): both are right without the root, which is shorter than the rest.
 */
const embedded = ({ leaf, chain }: TimestampSigner): readonly IssuedCertificate[] => [
  leaf,
  ...chain.slice(0, -1),
];

/** Given to the constructor, pkijs would cut the content into a constructed OCTET STRING, which is BER and not DER. */
function encapsulated(info: Buffer): pkijs.EncapsulatedContentInfo {
  const content = new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.id_eContentType_TSTInfo });
  content.eContent = new OctetString({ valueHex: copied(info) });
  return content;
}

/** The policy of Sigstore's own authority. */
export const TIMESTAMP_POLICY = '1.3.6.1.4.1.57264.2';

const SERIAL_BYTES = 16;
const ACCURACY_SECONDS = 1;

function timestampInfo(request: TimestampRequest, genTime: Date): pkijs.TSTInfo {
  const serial = randomBytes(SERIAL_BYTES);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return new pkijs.TSTInfo({
    version: 1,
    policy: TIMESTAMP_POLICY,
    messageImprint: request.imprint,
    serialNumber: new Integer({ valueHex: copied(serial) }),
    genTime,
    accuracy: new pkijs.Accuracy({ seconds: ACCURACY_SECONDS }),
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
  });
}

/** Content type, digest, time and the signer's certificate (RFC 5816), in DER's order of a set. */
function signedAttributes(info: Buffer, leaf: Buffer, genTime: Date): pkijs.Attribute[] {
  const sha256 = (data: Buffer) =>
    new OctetString({ valueHex: copied(createHash('sha256').update(data).digest()) });
  // SHA-256 is the default algorithm of ESSCertIDv2 and must then be left out.
  const certificateId = new Sequence({ value: [sha256(leaf)] });
  const attributes = [
    new pkijs.Attribute({
      type: '1.2.840.113549.1.9.3',
      values: [new ObjectIdentifier({ value: pkijs.id_eContentType_TSTInfo })],
    }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.4', values: [sha256(info)] }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: genTime })] }),
    new pkijs.Attribute({
      type: '1.2.840.113549.1.9.16.2.47',
      values: [new Sequence({ value: [new Sequence({ value: [certificateId] })] })],
    }),
  ];
  const encoded = (attribute: pkijs.Attribute) => Buffer.from(attribute.toSchema().toBER());
  return attributes.sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
}
