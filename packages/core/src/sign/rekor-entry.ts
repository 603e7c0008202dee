import { createHash } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { MAX_CHECKPOINT_CHARS, MAX_INCLUSION_PROOF_HASHES } from '../limits.js';
import { objectIn, ownMember, UnreadableAnswer } from './answers.js';
import { base64 } from './envelope.js';
import type { LogEntry } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/** Reads Rekor v1's answer `{uuid: {body, integratedTime, …}}`; anything amiss throws UnreadableAnswer. */
export function readLogEntry(answer: Json): LogEntry {
  const [[uuid, value] = [], ...others] = Object.entries(answer);
  if (uuid === undefined || others.length > 0 || !/^(?:[0-9a-f]{64}|[0-9a-f]{80})$/.test(uuid)) {
    throw new UnreadableAnswer('it does not hold one log entry');
  }
  const entry = objectIn(value, 'the log entry');
  const verification = objectIn(ownMember(entry, 'verification'), 'the verification of the log entry');
  const proof = objectIn(ownMember(verification, 'inclusionProof'), 'the inclusion proof');
  const hashes = ownMember(proof, 'hashes');
  if (!Array.isArray(hashes) || hashes.length > MAX_INCLUSION_PROOF_HASHES) {
    throw new UnreadableAnswer('the inclusion proof has no list of hashes');
  }
  return {
    logIndex: count(entry, 'logIndex'),
    logId: text(entry, 'logID', HEX_SHA256),
    integratedTime: count(entry, 'integratedTime'),
    body: text(entry, 'body', BASE64),
    signedEntryTimestamp: text(verification, 'signedEntryTimestamp', BASE64),
    inclusionProof: {
      logIndex: count(proof, 'logIndex'),
      treeSize: count(proof, 'treeSize'),
      rootHash: text(proof, 'rootHash', HEX_SHA256),
      hashes: hashes.map((hash: unknown) => text({ hash }, 'hash', HEX_SHA256)),
      checkpoint: text(proof, 'checkpoint', CHECKPOINT),
    },
  };
}

/** The body of a dsse 0.0.1 entry must speak of exactly this envelope, payload, signature and verifier. */
export function checkDsseBody(
  entry: LogEntry,
  asked: { envelope: Uint8Array; payload: Uint8Array; signature: Uint8Array; verifierPem: string },
): void {
  const spec = specOf(entry, 'dsse');
  const signatures = ownMember(spec, 'signatures');
  const [signature, ...others] = Array.isArray(signatures) ? (signatures as unknown[]) : [];
  const signed = objectIn(signature, 'the logged signature');
  requireSame('envelope', hashIn(spec, 'envelopeHash'), sha256(asked.envelope));
  requireSame('payload', hashIn(spec, 'payloadHash'), sha256(asked.payload));
  requireSame('signature', ownMember(signed, 'signature'), base64(asked.signature));
  requireSame('signer', pemBody(ownMember(signed, 'verifier')), derOf(asked.verifierPem));
  requireSame('number of signatures', others.length, 0);
}

/** The body of a hashedrekord 0.0.1 entry must speak of exactly this payload, signature and verifier. */
export function checkHashedRekordBody(
  entry: LogEntry,
  asked: { payloadSha256: string; signature: Uint8Array; verifierPem: string },
): void {
  const spec = specOf(entry, 'hashedrekord');
  const signature = objectIn(ownMember(spec, 'signature'), 'the logged signature');
  const publicKey = objectIn(ownMember(signature, 'publicKey'), 'the logged public key');
  requireSame(
    'payload',
    hashIn(objectIn(ownMember(spec, 'data'), 'the logged data'), 'hash'),
    asked.payloadSha256,
  );
  requireSame('signature', ownMember(signature, 'content'), base64(asked.signature));
  requireSame('signer', pemBody(ownMember(publicKey, 'content')), derOf(asked.verifierPem));
}

const HEX_SHA256 = /^[0-9a-f]{64}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const CHECKPOINT = /^[^]+\n\n\u2014 [^]+$/;

function specOf(entry: LogEntry, kind: 'dsse' | 'hashedrekord'): Json {
  let body: unknown;
  try {
    body = JSON.parse(Buffer.from(entry.body, 'base64').toString('utf8'));
  } catch {
    throw new UnreadableAnswer('the body of the log entry is not JSON');
  }
  const record = objectIn(body, 'the body of the log entry');
  requireSame('kind', ownMember(record, 'kind'), kind);
  requireSame('version', ownMember(record, 'apiVersion'), '0.0.1');
  return objectIn(ownMember(record, 'spec'), 'the body of the log entry');
}

function requireSame(what: string, logged: unknown, asked: string | number): void {
  if (logged === asked) return;
  throw new CountersignError('LOG_ENTRY_INVALID', {
    what: `The transparency log answered with an entry for another ${what} than the one we sent`,
    remedy: 'Do not trust this log: check its URL, and what stands between it and this machine.',
  });
}

function hashIn(object: Json, member: string): unknown {
  const hash = objectIn(ownMember(object, member), 'a logged hash');
  requireSame('hash algorithm', ownMember(hash, 'algorithm'), 'sha256');
  return ownMember(hash, 'value');
}

function count(object: Json, member: string): number {
  const value = ownMember(object, member);
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new UnreadableAnswer(`the log entry has no usable "${member}"`);
}

function text(object: Json, member: string, shape: RegExp): string {
  const value = ownMember(object, member);
  const bounded = typeof value === 'string' && (shape !== CHECKPOINT || value.length <= MAX_CHECKPOINT_CHARS);
  if (bounded && shape.test(value)) return value;
  throw new UnreadableAnswer(`the log entry has no usable "${member}"`);
}

/** Rekor writes a verifier's PEM anew, so the content is compared, not the text. */
const pemBody = (encoded: unknown): string | undefined =>
  typeof encoded === 'string' ? derOf(Buffer.from(encoded, 'base64').toString('latin1')) : undefined;

const derOf = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
