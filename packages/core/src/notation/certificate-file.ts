import { MAX_CERTIFICATES_PER_FILE } from '../limits.js';
import { readCertificate, type Certificate } from './certificate.js';

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g;
const ANY_PEM = /-----BEGIN ([A-Z0-9 ]{1,60})-----/g;

/** The certificates of a file: PEM blocks, or one certificate in DER. Throws an error that says what is wrong. */
export function readCertificates(bytes: Uint8Array): readonly Certificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  const labels = [...text.matchAll(ANY_PEM)].map(([, label]) => label);
  if (labels.length === 0) return [readCertificate(bytes)];
  const other = labels.find((label) => label !== 'CERTIFICATE');
  if (other !== undefined) throw new Error(`it holds a ${other}, and only certificates belong there`);
  const blocks = [...text.matchAll(PEM)].map(([, body = '']) => Buffer.from(body, 'base64'));
  if (blocks.length !== labels.length) throw new Error('a PEM block of it is broken');
  if (blocks.length > MAX_CERTIFICATES_PER_FILE) {
    throw new Error(`it holds more than ${MAX_CERTIFICATES_PER_FILE} certificates`);
  }
  return blocks.map(readCertificate);
}
