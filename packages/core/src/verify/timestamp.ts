import { ASN1Obj, RFC3161Timestamp } from '@sigstore/core';
import type { crypto } from '@sigstore/core';
import { MAX_TIMESTAMP_BYTES } from '../limits.js';
import { rejection } from './rejection.js';

/**
 * A timestamp as the library verifies it, with two things put right: a time with any number of fraction digits is read
 * (DER drops trailing zeros; the library takes none or three), and the imprint is compared with what this layout
 * stamps, which for an `.att` layer is the envelope and not the signature.
 */
export class StampedTimestamp extends RFC3161Timestamp {
  readonly #stamped: Buffer;
  readonly #time: Date;

  private constructor(response: ASN1Obj, stamped: Buffer) {
    super(response);
    this.#stamped = stamped;
    this.#time = timeOf(this.tstInfo.raw);
  }

  /** Reads a DER TimeStampResp (RFC 3161 2.4.2). Throws BUNDLE_MALFORMED. */
  static read(der: Uint8Array, stamped: Buffer): StampedTimestamp {
    if (der.length > MAX_TIMESTAMP_BYTES) throw rejection('BUNDLE_MALFORMED', 'The timestamp is too large');
    try {
      const timestamp = new StampedTimestamp(ASN1Obj.parseBuffer(Buffer.from(der)), stamped);
      // Read what finds the authority now: a response without it is malformed.
      timestamp.signerIssuer.subarray(0, 0);
      timestamp.signerSerialNumber.subarray(0, 0);
      return timestamp;
    } catch (cause) {
      throw rejection('BUNDLE_MALFORMED', 'The timestamp is not an RFC 3161 response', cause);
    }
  }

  override get signingTime(): Date {
    return this.#time;
  }

  override verify(_data: Buffer, publicKey: crypto.KeyObject): void {
    super.verify(this.#stamped, publicKey);
  }
}

const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;

/** TSTInfo.genTime, the fifth member; digits behind the millisecond are dropped. */
function timeOf(tstInfo: Uint8Array): Date {
  const genTime = ASN1Obj.parseBuffer(Buffer.from(tstInfo)).subs[4];
  const text = genTime?.tag.isGeneralizedTime() === true ? genTime.value.toString('latin1') : '';
  const [, year, month, day, hour, minute, second, fraction = ''] = GENERALIZED_TIME.exec(text) ?? [];
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}`;
  const time = new Date(`${iso}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  if (Number.isNaN(time.getTime())) throw new Error('the time of the timestamp cannot be read');
  return time;
}
