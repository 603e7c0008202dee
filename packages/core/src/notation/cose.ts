import { isUtf8 } from 'node:buffer';
import { decode, encode, Tagged, Tokenizer, Type, type Token } from 'cborg';
import { MAX_CERTIFICATES_IN_CHAIN } from '../limits.js';
import type { NotationAlgorithm } from './algorithm.js';
import { readAttributes } from './attributes.js';
import type { EnvelopeDraft, Unsigned } from './draft.js';
import { malformed, shown } from './rejection.js';
import {
  EXPIRY,
  PAYLOAD_TYPE,
  SIGNING_AGENT,
  SIGNING_SCHEME,
  SIGNING_TIME,
  TIMESTAMP_SIGNATURE,
  type ReadEnvelope,
} from './types.js';

/*
 * COSE_Sign1 of the Notary Project (specs/signature-envelope-cose.md over RFC 9052). Imported only where such an envelope is
 * read or written: nothing else needs CBOR.
 */

/** Reads a tagged COSE_Sign1. Throws NOTATION_MALFORMED, also for CBOR that has several forms for the same value. */
export function readCose(bytes: Uint8Array): ReadEnvelope {
  const message = decodeStrictly(bytes, 'COSE envelope', COSE_SIGN1);
  if (!(message instanceof Tagged)) throw malformed('The COSE envelope is not tagged as COSE_Sign1');
  const parts: unknown = valueOf(message);
  if (!Array.isArray(parts) || parts.length !== 4) throw malformed('The COSE envelope has not four parts');
  const [signed, unsigned, payload, signature] = parts as readonly unknown[];
  if (!isBytes(signed) || !(unsigned instanceof Map) || !isBytes(payload) || !isBytes(signature)) {
    throw malformed('The parts of the COSE envelope are not of their kinds');
  }
  const attributes = decodeStrictly(signed, 'protected header', TIME);
  if (!(attributes instanceof Map)) throw malformed('The protected header is not a map');
  // RFC 9052 1.4: a label is an integer or a text.
  if ([...attributes.keys(), ...unsigned.keys()].some((label) => !LABEL_KINDS.has(typeof label))) {
    throw malformed('A label of the COSE headers is neither an integer nor a text');
  }
  const both = [...(unsigned as ReadonlyMap<unknown, unknown>).keys()].find((label) => attributes.has(label));
  if (both !== undefined) throw malformed(`The header ${shown(both)} is signed and stands unsigned too`);
  if (attributes.get(CONTENT_TYPE) !== PAYLOAD_TYPE) {
    throw malformed(`The payload is of the type ${shown(attributes.get(CONTENT_TYPE))}`);
  }
  const critical: unknown = attributes.get(CRITICAL);
  return {
    format: 'cose',
    algorithm: algorithmIn(attributes.get(ALGORITHM)),
    payload,
    signedBytes: toBeSigned(signed, payload),
    signature,
    ...readAttributes({
      scheme: attributes.get(SIGNING_SCHEME),
      critical: Array.isArray(critical) ? (critical as readonly unknown[]) : undefined,
      names: [...attributes.keys()],
      time: (name) => timeIn(attributes, name),
    }),
    chain: chainIn(unsigned.get(X5CHAIN)),
    timestamp: bytesIn(unsigned, TIMESTAMP_SIGNATURE),
    agent: textIn(unsigned, SIGNING_AGENT),
  };
}

/** The bytes to sign, and how they become an envelope. Maps are in deterministic order (RFC 8949 4.2). */
export function draftCose({
  algorithm,
  payload,
  signingTime,
  expiry,
  agent,
  chain,
}: EnvelopeDraft): Unsigned {
  const attributes = new Map<number | string, unknown>([
    [ALGORITHM, algorithm.cose],
    [CRITICAL, [SIGNING_SCHEME, ...(expiry === undefined ? [] : [EXPIRY])]],
    [CONTENT_TYPE, PAYLOAD_TYPE],
    [SIGNING_SCHEME, 'notary.x509'],
    [SIGNING_TIME, dateTime(signingTime)],
    ...(expiry === undefined ? [] : [[EXPIRY, dateTime(expiry)] as const]),
  ]);
  const signed = encode(attributes);
  return {
    signedBytes: toBeSigned(signed, payload),
    seal: (signature, timestamp) => {
      const unsigned = new Map<number | string, unknown>([
        [X5CHAIN, chain.map((der) => Uint8Array.from(der))],
        [SIGNING_AGENT, agent],
        ...(timestamp === undefined ? [] : [[TIMESTAMP_SIGNATURE, Uint8Array.from(timestamp)] as const]),
      ]);
      const parts = [signed, unsigned, Uint8Array.from(payload), Uint8Array.from(signature)];
      return Buffer.from(encode(new Tagged(COSE_SIGN1, parts)));
    },
  };
}

const COSE_SIGN1 = 18;
/** Seconds since 1970 (RFC 8949 3.4.2). */
const TIME = 1;
const [ALGORITHM, CRITICAL, CONTENT_TYPE, X5CHAIN] = [1, 2, 3, 33];

const LABEL_KINDS: ReadonlySet<string> = new Set(['number', 'string']);

const NUMBERS: ReadonlyMap<unknown, NotationAlgorithm['jws']> = new Map([
  [-7, 'ES256'],
  [-35, 'ES384'],
  [-36, 'ES512'],
  [-37, 'PS256'],
  [-38, 'PS384'],
  [-39, 'PS512'],
]);

/** Shortest lengths, no indefinite ones, no key twice, nothing behind it, no tag but the one that belongs there, and what {@link PlainTokenizer} refuses. */
function decodeStrictly(bytes: Uint8Array, what: string, tag: number): unknown {
  const data = Uint8Array.from(bytes);
  const options = {
    strict: true,
    allowIndefinite: false,
    allowUndefined: false,
    allowBigInt: false,
    retainStringBytes: true,
    useMaps: true,
    rejectDuplicateMapKeys: true,
    tags: Tagged.preserve(tag),
  };
  try {
    return decode(data, { ...options, tokenizer: new PlainTokenizer(data, options) });
  } catch (cause) {
    throw malformed(`The ${what} is not CBOR in its strict form`, cause);
  }
}

/** Without floats, which would pass for the integer that they equal, and without text that is not UTF-8. */
class PlainTokenizer extends Tokenizer {
  override next(): Token {
    const token = super.next();
    if (Type.equals(token.type, Type.float)) throw new Error('it holds a float');
    if (token.byteValue !== undefined && Type.equals(token.type, Type.string) && !isUtf8(token.byteValue)) {
      throw new Error('it holds a text that is not UTF-8');
    }
    return token;
  }
}

/** RFC 9052 4.4, with the protected header as it was received. */
const toBeSigned = (signed: Uint8Array, payload: Uint8Array): Uint8Array =>
  encode(['Signature1', Uint8Array.from(signed), new Uint8Array(0), Uint8Array.from(payload)]);

function algorithmIn(value: unknown): NotationAlgorithm['jws'] {
  const found = NUMBERS.get(value);
  if (found === undefined) throw malformed(`The algorithm ${shown(value)} is not one of the Notary Project`);
  return found;
}

const MAX_SECONDS = 8_640_000_000_000;

function timeIn(attributes: ReadonlyMap<unknown, unknown>, name: string): Date | undefined {
  const value = attributes.get(name);
  if (value === undefined) return undefined;
  const seconds: unknown = value instanceof Tagged && value.tag === TIME ? valueOf(value) : undefined;
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || Math.abs(seconds) > MAX_SECONDS) {
    throw malformed(`The attribute ${name} is no time in whole seconds`);
  }
  return new Date(1000 * seconds);
}

function chainIn(value: unknown): readonly Uint8Array[] {
  if (!Array.isArray(value)) throw malformed('The COSE envelope holds no certificate chain (x5chain)');
  if (value.length > MAX_CERTIFICATES_IN_CHAIN) throw malformed('The certificate chain is too long');
  return value.map((der: unknown) => {
    if (!isBytes(der)) throw malformed('A certificate of the COSE envelope is not a byte string');
    return der;
  });
}

function bytesIn(header: ReadonlyMap<unknown, unknown>, name: string): Uint8Array | undefined {
  const value = header.get(name);
  if (value !== undefined && !isBytes(value)) throw malformed(`The attribute ${name} is not a byte string`);
  return value;
}

function textIn(header: ReadonlyMap<unknown, unknown>, name: string): string | undefined {
  const value = header.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The library types what is in a tag as any. */
const valueOf = (tagged: { readonly value: unknown }): unknown => tagged.value;

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array && value.length > 0;

const dateTime = (time: Date): Tagged => new Tagged(TIME, Math.floor(time.getTime() / 1000));
