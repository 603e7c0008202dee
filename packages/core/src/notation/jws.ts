import { isObject } from '../json.js';
import { MAX_CERTIFICATES_IN_CHAIN } from '../limits.js';
import type { NotationAlgorithm } from './algorithm.js';
import { readAttributes } from './attributes.js';
import { readStrictObject } from './json.js';
import { malformed, quote, shown } from './rejection.js';
import {
  EXPIRY,
  PAYLOAD_TYPE,
  SIGNING_AGENT,
  SIGNING_SCHEME,
  SIGNING_TIME,
  TIMESTAMP_SIGNATURE,
  type ReadEnvelope,
} from './types.js';
import type { EnvelopeDraft, Unsigned } from './draft.js';

/** The flattened JWS JSON of the Notary Project (specs/signature-envelope-jws.md). Throws NOTATION_MALFORMED. */
export function readJws(bytes: Uint8Array): ReadEnvelope {
  const envelope = readStrictObject(bytes, 'JWS envelope');
  const unknown = Object.keys(envelope).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) throw malformed(`The JWS envelope has the member ${quote(unknown)}`);
  const { payload, protected: signed, header, signature } = envelope;
  if (typeof payload !== 'string' || typeof signed !== 'string' || !isObject(header)) {
    throw malformed('The JWS envelope lacks payload, protected or header');
  }
  const attributes = readStrictObject(base64url(signed, 'protected header'), 'protected header');
  const both = Object.keys(header).find((name) => Object.hasOwn(attributes, name));
  if (both !== undefined) throw malformed(`The header ${quote(both)} is signed and stands unsigned too`);
  // RFC 7797: it would change what the signature is over.
  if (Object.hasOwn(attributes, 'b64')) throw malformed('The payload is not base64url in the signed bytes');
  if (attributes.cty !== PAYLOAD_TYPE) throw malformed(`The payload is of the type ${shown(attributes.cty)}`);
  return {
    format: 'jws',
    algorithm: algorithmIn(attributes),
    payload: base64url(payload, 'payload'),
    signedBytes: Buffer.from(`${signed}.${payload}`),
    signature: base64url(signature, 'signature'),
    ...readAttributes({
      scheme: attributes[SIGNING_SCHEME],
      critical: Array.isArray(attributes.crit) ? (attributes.crit as readonly unknown[]) : undefined,
      names: Object.keys(attributes),
      time: (name) => timeIn(attributes, name),
    }),
    chain: chainIn(header),
    timestamp:
      header[TIMESTAMP_SIGNATURE] === undefined
        ? undefined
        : base64(header[TIMESTAMP_SIGNATURE], 'timestamp'),
    agent: typeof header[SIGNING_AGENT] === 'string' ? header[SIGNING_AGENT] : undefined,
  };
}

/** The bytes to sign, and how they become an envelope. */
export function draftJws(draft: EnvelopeDraft): Unsigned {
  const { algorithm, payload, signingTime, expiry, agent, chain } = draft;
  const attributes = {
    alg: algorithm.jws,
    cty: PAYLOAD_TYPE,
    crit: [SIGNING_SCHEME, ...(expiry === undefined ? [] : [EXPIRY])],
    [SIGNING_SCHEME]: 'notary.x509',
    [SIGNING_TIME]: wholeSeconds(signingTime),
    ...(expiry === undefined ? {} : { [EXPIRY]: wholeSeconds(expiry) }),
  };
  const signed = Buffer.from(JSON.stringify(attributes)).toString('base64url');
  const body = Buffer.from(payload).toString('base64url');
  return {
    signedBytes: Buffer.from(`${signed}.${body}`),
    seal: (signature, timestamp) =>
      Buffer.from(
        JSON.stringify({
          payload: body,
          protected: signed,
          header: {
            ...(timestamp === undefined
              ? {}
              : { [TIMESTAMP_SIGNATURE]: Buffer.from(timestamp).toString('base64') }),
            x5c: chain.map((der) => Buffer.from(der).toString('base64')),
            [SIGNING_AGENT]: agent,
          },
          signature: Buffer.from(signature).toString('base64url'),
        }),
      ),
  };
}

const MEMBERS = ['payload', 'protected', 'header', 'signature'];
const NAMES: readonly NotationAlgorithm['jws'][] = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'];

function algorithmIn({ alg }: Readonly<Record<string, unknown>>): NotationAlgorithm['jws'] {
  const found = NAMES.find((name) => name === alg);
  if (found === undefined) throw malformed(`The algorithm ${shown(alg)} is not one of the Notary Project`);
  return found;
}

/** RFC 3339, at most to the nanosecond; Go writes no fraction here. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

function timeIn(attributes: Readonly<Record<string, unknown>>, name: string): Date | undefined {
  const text = attributes[name];
  if (text === undefined) return undefined;
  const isTime = typeof text === 'string' && RFC_3339.test(text);
  const time = new Date(isTime ? text : Number.NaN);
  if (!isTime || Number.isNaN(time.getTime()) || !isDay(text.slice(0, 10))) {
    throw malformed(`The attribute ${name} is no RFC 3339 time`);
  }
  return time;
}

/** Date would count on from the last day of a month. */
const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

function chainIn({ x5c }: Readonly<Record<string, unknown>>): readonly Uint8Array[] {
  if (!Array.isArray(x5c)) throw malformed('The JWS envelope holds no certificate chain (x5c)');
  if (x5c.length > MAX_CERTIFICATES_IN_CHAIN) throw malformed('The certificate chain is too long');
  return x5c.map((der: unknown) => base64(der, 'certificate'));
}

/** Without padding and in its one form (RFC 7515, section 2): other texts for the same bytes are refused. */
function base64url(value: unknown, what: string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64url') : Buffer.alloc(0);
  if (bytes.length === 0 || bytes.toString('base64url') !== value)
    throw malformed(`The ${what} is not base64url`);
  return bytes;
}

function base64(value: unknown, what: string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : Buffer.alloc(0);
  if (bytes.length === 0 || bytes.toString('base64') !== value) throw malformed(`The ${what} is not base64`);
  return bytes;
}

const wholeSeconds = (time: Date): string => time.toISOString().replace(/\.\d{3}Z$/, 'Z');
