import { createHash } from 'node:crypto';
import { isObject } from '@countersign/core/json';
import { canonicalJson } from './canonical-json.js';
import { badEntry } from './refusal.js';
import { readVerifierKey, type VerifierKey } from './verifier-key.js';

/**
 * The canonical body of a proposed entry: what the log stores, never the proposal itself. Knows hashedrekord 0.0.1 and
 * dsse 0.0.1 and demands that the signatures verify. Throws a 400 refusal.
 */
export function canonicalBody(proposal: unknown): Buffer {
  const entry = objectOf(proposal, 'the entry');
  const kind = `${String(entry.kind)} ${String(entry.apiVersion)}`;
  const spec = objectOf(entry.spec, 'spec');
  switch (kind) {
    case 'hashedrekord 0.0.1':
      return body('hashedrekord', hashedrekordSpec(spec));
    case 'dsse 0.0.1':
      return body('dsse', dsseSpec(spec));
    default:
      throw badEntry('this log takes hashedrekord 0.0.1 and dsse 0.0.1');
  }
}

const body = (kind: string, spec: unknown): Buffer =>
  Buffer.from(canonicalJson({ apiVersion: '0.0.1', kind, spec }));

function hashedrekordSpec(spec: JsonObject): unknown {
  const hash = objectOf(objectOf(spec.data, 'data').hash, 'data.hash');
  const signature = objectOf(spec.signature, 'signature');
  const content = textOf(signature.content, 'signature.content');
  const key = keyOf(objectOf(signature.publicKey, 'signature.publicKey').content);

  const algorithm = textOf(hash.algorithm, 'data.hash.algorithm');
  const value = textOf(hash.value, 'data.hash.value');
  if (value.length !== HASH_DIGITS[algorithm] || !/^[0-9a-f]+$/.test(value)) {
    throw badEntry('data.hash is not a hash that this log knows');
  }
  const bytes = Buffer.from(content, 'base64');
  if (!key.verifiesDigest(Buffer.from(value, 'hex'), bytes))
    throw badEntry('verifying signature: invalid signature');
  return {
    data: { hash: { algorithm, value } },
    signature: { content: bytes.toString('base64'), publicKey: { content: base64(key.pem) } },
  };
}

function dsseSpec(spec: JsonObject): unknown {
  const proposed = objectOf(spec.proposedContent, 'proposedContent');
  const text = textOf(proposed.envelope, 'envelope');
  const keys = listOf(proposed.verifiers, 'verifiers').map(keyOf);
  const envelope = objectOf(parsed(text), 'the envelope');
  const payload = Buffer.from(textOf(envelope.payload, 'payload'), 'base64');
  const encoded = preAuthEncoding(textOf(envelope.payloadType, 'payloadType'), payload);

  const signatures = listOf(envelope.signatures, 'signatures').map((item) => {
    const signature = textOf(objectOf(item, 'a signature').sig, 'sig');
    const key = keys.find((candidate) => candidate.verifiesData(encoded, Buffer.from(signature, 'base64')));
    if (key === undefined) throw badEntry('all signatures must have a key that verifies it');
    return { signature, verifier: base64(key.pem) };
  });
  return {
    envelopeHash: { algorithm: 'sha256', value: sha256(text) },
    payloadHash: { algorithm: 'sha256', value: sha256(payload) },
    signatures: signatures.sort((a, b) => (a.signature < b.signature ? -1 : 1)),
  };
}

const HASH_DIGITS: Readonly<Record<string, number | undefined>> = { sha256: 64, sha384: 96, sha512: 128 };

/** DSSE's PAE: what the signature covers. */
const preAuthEncoding = (type: string, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);

const keyOf = (content: unknown): VerifierKey =>
  readVerifierKey(Buffer.from(textOf(content, 'a verifier'), 'base64').toString());

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

type JsonObject = Readonly<Record<string, unknown>>;

function objectOf(value: unknown, what: string): JsonObject {
  if (isObject(value)) return value;
  throw badEntry(`${what} is missing or not an object`);
}

function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return value as readonly unknown[];
  throw badEntry(`${what} is missing or empty`);
}

function textOf(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw badEntry(`${what} is missing or not text`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badEntry('the envelope is not JSON');
  }
}
