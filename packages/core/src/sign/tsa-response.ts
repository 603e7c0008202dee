import { ASN1Obj, RFC3161Timestamp } from '@sigstore/core';
import { CountersignError } from '../errors.js';
import { excerptOf } from '../http/index.js';
import { UnreadableAnswer } from './answers.js';

export interface Timestamp {
  /** The whole DER TimeStampResp, as bundles hold it. */
  readonly der: Uint8Array;
  readonly time: Date;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** What a timestamp may be over: other hashes than SHA-256 only where a format demands it. */
export type ImprintHash = 'sha256' | 'sha384' | 'sha512';

/**
 * Reads a TimeStampResp (RFC 3161, section 2.4.2) and checks that it is granted, over our imprint, with our nonce and
 * with a certificate. Throws TSA_REFUSED for a refusal, UnreadableAnswer for anything that is no answer to our request.
 */
export function readTimestamp(
  body: Uint8Array,
  imprint: Buffer,
  nonce: Buffer,
  hash: ImprintHash,
): Timestamp {
  const bytes = Buffer.from(body);
  try {
    const root = ASN1Obj.parseBuffer(bytes);
    checkStatus(root);
    return { der: body, time: checkToken(new RFC3161Timestamp(root), root, { imprint, nonce, hash }) };
  } catch (thrown) {
    if (thrown instanceof CountersignError || thrown instanceof UnreadableAnswer) throw thrown;
    // The parser throws several kinds, TypeErrors among them, for bytes that are not the structure it expects.
    throw new UnreadableAnswer('it did not answer with a timestamp');
  }
}

function checkStatus(root: ASN1Obj): void {
  const [statusInfo] = root.subs;
  const status = statusInfo?.subs[0]?.toInteger();
  if (status === 0n || status === 1n) return; // granted, granted with changes
  if (status === undefined) throw new UnreadableAnswer('it did not answer with a timestamp');
  const words = statusInfo?.subs[1]?.subs.map((text) => text.value.toString('utf8')).join(' ') ?? '';
  throw new CountersignError('TSA_REFUSED', {
    what: `The timestamp authority refused with status ${status.toString()}${words === '' ? '' : `: ${excerptOf(words)}`}`,
    remedy: 'Check that this timestamp authority takes SHA-2 imprints and requests without a policy.',
  });
}

function checkToken(
  timestamp: RFC3161Timestamp,
  root: ASN1Obj,
  { imprint, nonce, hash }: { readonly imprint: Buffer; readonly nonce: Buffer; readonly hash: ImprintHash },
): Date {
  if (timestamp.contentType !== SIGNED_DATA || timestamp.eContentType !== TST_INFO) {
    throw new UnreadableAnswer('its answer holds no timestamp token');
  }
  const { tstInfo } = timestamp;
  const about = tstInfo.messageImprintHashedMessage;
  if (tstInfo.messageImprintHashAlgorithm !== hash || !about.equals(imprint)) {
    throw new UnreadableAnswer('its timestamp is over something else than our signature');
  }
  // After version, policy, imprint, serial number and time; accuracy and ordering are of other types.
  const [, , , , genTime, ...rest] = tstInfo.root.subs;
  const echoed = rest.find((part) => part.tag.isUniversal() && part.tag.isInteger());
  if (echoed?.value.equals(nonce) !== true)
    throw new UnreadableAnswer('its timestamp is not for our request');
  // SignedData: certificates stand under the context tag 0.
  const signedData = root.subs[1]?.subs[1]?.subs[0];
  if (signedData?.subs.some((part) => part.tag.isContextSpecific(0) && part.subs.length > 0) !== true) {
    throw new UnreadableAnswer('its timestamp comes without a certificate');
  }
  return timeOf(genTime?.value.toString('latin1') ?? '');
}

/** GeneralizedTime with any number of fraction digits: DER drops trailing zeros, and some parsers take 0 or 3 alone. */
function timeOf(text: string): Date {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
  const [, year, month, day, hour, minute, second, fraction = ''] = parts ?? [];
  const time = new Date(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}${fraction.slice(0, 4)}Z`,
  );
  if (Number.isNaN(time.getTime())) throw new UnreadableAnswer('its timestamp has no time');
  return time;
}
