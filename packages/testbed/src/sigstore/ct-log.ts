import { createHash } from 'node:crypto';
import type * as pkijs from 'pkijs';
import { newSigningKey, type SigningKey } from './signing-key.js';
import { octets, rawExtension } from './x509/extensions.js';

/** A certificate transparency log as a verifier sees it: the key behind the promises embedded in certificates. */
export interface CtLog {
  readonly key: SigningKey;
  /** The extension that embeds a signed certificate timestamp over these TBS bytes, for a certificate of this issuer. */
  promise(tbs: Buffer, issuerSpki: Uint8Array): pkijs.Extension;
}

export async function newCtLog(now: () => Date): Promise<CtLog> {
  const key = await newSigningKey();
  return {
    key,
    promise: (tbs, issuerSpki) =>
      rawExtension(SCT_LIST_OID, false, octets(sctList(key, tbs, issuerSpki, now()))),
  };
}

const SCT_LIST_OID = '1.3.6.1.4.1.11129.2.4.2';

/** SignedCertificateTimestampList with one entry: RFC 6962 sections 3.2 and 3.3. */
function sctList(key: SigningKey, tbs: Buffer, issuerSpki: Uint8Array, at: Date): Buffer {
  const timestamp = unsigned(BigInt(at.getTime()), 8);
  const noExtensions = unsigned(0, 2);
  const issuerKeyHash = createHash('sha256').update(issuerSpki).digest();
  const signed = Buffer.concat([
    VERSION_1,
    CERTIFICATE_TIMESTAMP,
    timestamp,
    PRECERT_ENTRY,
    issuerKeyHash,
    unsigned(tbs.length, 3),
    tbs,
    noExtensions,
  ]);
  const signature = key.sign(signed);
  const sct = Buffer.concat([
    VERSION_1,
    key.id,
    timestamp,
    noExtensions,
    SHA256_ECDSA,
    unsigned(signature.length, 2),
    signature,
  ]);
  return Buffer.concat([unsigned(sct.length + 2, 2), unsigned(sct.length, 2), sct]);
}

const VERSION_1 = Buffer.of(0);
const CERTIFICATE_TIMESTAMP = Buffer.of(0);
const PRECERT_ENTRY = Buffer.of(0, 1);
const SHA256_ECDSA = Buffer.of(4, 3);

const unsigned = (value: number | bigint, bytes: number): Buffer =>
  Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex');
