import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { BitString, fromBER, Integer, PrintableString, Sequence, Set as SetOf } from 'asn1js';
import * as pkijs from 'pkijs';

/** A key and its chain, as files would have them. */
export interface TestSigner {
  readonly keyPem: string;
  /** Leaf first, root last. */
  readonly chainPem: string;
}

/** A root and a certificate for signing code under it, both ECDSA P-256, valid now. */
export async function issueSigner(name: string): Promise<TestSigner> {
  const [root, leaf] = [
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ];
  const spki = ({ publicKey }: typeof root) => copied(publicKey.export({ type: 'spki', format: 'der' }));
  const pkcs8 = root.privateKey.export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  const issue = async (subject: string, of: ArrayBuffer, extensions: pkijs.Extension[]): Promise<string> => {
    const certificate = new pkijs.Certificate({ version: 2, extensions });
    certificate.serialNumber = new Integer({ value: subject.length });
    certificate.subject = nameOf(subject);
    certificate.issuer = nameOf(`${name} root`);
    certificate.notBefore.value = new Date(Date.now() - 60_000);
    certificate.notAfter.value = new Date(Date.now() + 3_600_000);
    certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(of);
    await certificate.sign(key, 'SHA-256');
    const text = Buffer.from(certificate.toSchema(true).toBER()).toString('base64');
    return `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
  };
  const authority = new pkijs.BasicConstraints({ cA: true }).toSchema().toBER();
  const rootPem = await issue(`${name} root`, spki(root), [
    extension('2.5.29.15', bits(0b0000_0100, 2)),
    extension('2.5.29.19', authority),
  ]);
  const leafPem = await issue(`${name} leaf`, spki(leaf), [extension('2.5.29.15', bits(0b1000_0000, 7))]);
  return {
    keyPem: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chainPem: leafPem + rootPem,
  };
}

const copied = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** A key usage, by the bits of its first byte. */
const bits = (byte: number, unusedBits: number): ArrayBuffer =>
  new BitString({ valueHex: Uint8Array.of(byte).buffer, unusedBits }).toBER();

const extension = (extnID: string, extnValue: ArrayBuffer): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical: true, extnValue });

function nameOf(commonName: string): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: string): SetOf =>
    new SetOf({
      value: [new pkijs.AttributeTypeAndValue({ type, value: new PrintableString({ value }) }).toSchema()],
    });
  const parts = [
    part('2.5.4.6', 'US'),
    part('2.5.4.8', 'WA'),
    part('2.5.4.10', 'Acme'),
    part('2.5.4.3', commonName),
  ];
  return new pkijs.RelativeDistinguishedNames({
    schema: fromBER(new Sequence({ value: parts }).toBER()).result,
  });
}
