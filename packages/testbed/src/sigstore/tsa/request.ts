import { Integer, OctetString } from 'asn1js';
import * as pkijs from 'pkijs';
import { copied } from '../x509/extensions.js';

/** What is to be stamped: RFC 3161 section 2.4.1, whichever form it came in. */
export interface TimestampRequest {
  readonly imprint: pkijs.MessageImprint;
  /** Whether the answer is to hold the authority's certificates. */
  readonly wantsCertificates: boolean;
  /** Given back as it came. */
  readonly nonce: Integer | undefined;
  readonly policy: string | undefined;
}

/** Reads `application/timestamp-query`. Throws a RequestUnreadable. */
export function readDerRequest(der: Buffer): TimestampRequest {
  const request = readable(() => pkijs.TimeStampReq.fromBER(copied(der)));
  return checked({
    imprint: request.messageImprint,
    wantsCertificates: request.certReq ?? false,
    nonce: request.nonce,
    policy: request.reqPolicy,
  });
}

/** Reads `{artifactHash, hashAlgorithm, nonce, certificates, tsaPolicyOID}`. Throws a RequestUnreadable. */
export function readJsonRequest(text: string): TimestampRequest {
  const request = readable(() => parseKeepingNonce(text));
  const { artifactHash, hashAlgorithm, nonce, certificates, tsaPolicyOID } = request;
  const algorithm = [...HASHES].find(([, { name }]) => name === hashAlgorithm)?.[0];
  if (typeof artifactHash !== 'string' || algorithm === undefined) {
    throw new RequestUnreadable('artifactHash and hashAlgorithm are demanded');
  }
  return checked({
    imprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: algorithm }),
      hashedMessage: new OctetString({ valueHex: copied(Buffer.from(artifactHash, 'base64')) }),
    }),
    wantsCertificates: certificates === true,
    nonce: typeof nonce === 'bigint' && nonce > 0n ? Integer.fromBigInt(nonce) : undefined,
    policy: typeof tsaPolicyOID === 'string' && tsaPolicyOID !== '' ? tsaPolicyOID : undefined,
  });
}

export class RequestUnreadable extends Error {
  override readonly name = 'RequestUnreadable';
}

const HASHES: ReadonlyMap<string, { readonly name: string; readonly bytes: number }> = new Map([
  ['2.16.840.1.101.3.4.2.1', { name: 'sha256', bytes: 32 }],
  ['2.16.840.1.101.3.4.2.2', { name: 'sha384', bytes: 48 }],
  ['2.16.840.1.101.3.4.2.3', { name: 'sha512', bytes: 64 }],
]);

function checked(request: TimestampRequest): TimestampRequest {
  const { hashAlgorithm, hashedMessage } = request.imprint;
  const hash = HASHES.get(hashAlgorithm.algorithmId);
  if (hash === undefined) throw new RequestUnreadable('the hash algorithm is weak or not known');
  if (hashedMessage.valueBlock.valueHexView.length !== hash.bytes) {
    throw new RequestUnreadable('the digest does not have the length of its algorithm');
  }
  return request;
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new RequestUnreadable('the request could not be parsed');
  }
}

/** A nonce is a number of up to 160 bits: only its source text holds it whole. */
function parseKeepingNonce(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text, ((name: string, member: unknown, context: { source?: string }) =>
    name === 'nonce' && typeof member === 'number' && /^\d+$/.test(context.source ?? '')
      ? BigInt(context.source ?? 0)
      : member) as Parameters<typeof JSON.parse>[1]);
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return value as Readonly<Record<string, unknown>>;
}
