import { X509Certificate as NodeCertificate, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { TransparencyLogEntry } from '@sigstore/bundle';
import type { X509Certificate } from '@sigstore/core';
import { memberAt } from '../json.js';
import { MAX_LOG_BODY_BYTES } from '../limits.js';
import { parseJsonObject } from './parse.js';
import { quote, rejection } from './rejection.js';
import { sha256 } from './signature.js';
import type { SignedContent } from './evidence.js';

/** The key or certificate that signed, as a log entry has to name it. */
export type SigningKey =
  | { readonly kind: 'certificate'; readonly certificate: X509Certificate }
  | { readonly kind: 'key'; readonly key: KeyObject };

/**
 * Holds an entry against what the library does not compare: that its kind suits the content, that it names the key
 * that signed, and that it logged the very envelope that is stored. Call it before the library's own checks; gives the
 * entry in the form they accept. Throws LOG_ENTRY_INVALID, BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
export function checkLogEntry(
  entry: TransparencyLogEntry,
  content: SignedContent,
  signer: SigningKey,
): TransparencyLogEntry {
  for (const number of [entry.logIndex, entry.integratedTime, entry.inclusionProof?.logIndex ?? '0']) {
    if (!/^\d{1,15}$/.test(number))
      throw rejection('BUNDLE_MALFORMED', 'A number of the log entry is out of range');
  }
  const { kind, version } = entry.kindVersion;
  const shape = SHAPES.get(`${kind} ${version}`);
  if (shape === undefined) {
    throw rejection(
      'BUNDLE_UNSUPPORTED',
      `Log entries of kind ${quote(`${kind} ${version}`)} are not supported`,
    );
  }
  // A hashedrekord 0.0.1 over an envelope proves nothing that sigstore-go accepts; verdicts must not differ.
  if ((content.kind === 'envelope') !== shape.envelope && shape.envelope !== 'either') {
    throw invalid(`A log entry of kind ${kind} ${version} does not belong to this sort of signature`);
  }
  const body = parseJsonObject(entry.canonicalizedBody, 'log entry body', MAX_LOG_BODY_BYTES);
  if (body.kind !== kind || body.apiVersion !== version)
    throw invalid('The log entry is of another kind than it says');
  if (!namesSigner(memberAt(body, 'spec', ...shape.verifier), signer)) {
    throw invalid('The log entry names another key than the one that signed');
  }
  if (content.kind === 'envelope' && content.stored !== undefined) {
    const hash = shape.envelopeHash === undefined ? undefined : memberAt(body, 'spec', ...shape.envelopeHash);
    if (hash !== sha256(content.stored).toString('hex'))
      throw invalid('The log entry is about another envelope');
  }
  // Bundles v0.1 may carry a proof without its checkpoint beside the promise: then the promise alone is evidence.
  const bare = entry.inclusionProof?.checkpoint === undefined && entry.inclusionPromise !== undefined;
  return bare ? { ...entry, inclusionProof: undefined } : entry;
}

interface Shape {
  /** Whether entries of this kind are about envelopes. */
  readonly envelope: boolean | 'either';
  /** Where `spec` names the verifier: base64 PEM in Rekor v1, an object in v2. */
  readonly verifier: readonly (string | number)[];
  /** Where `spec` holds the hex SHA-256 of the whole envelope. */
  readonly envelopeHash?: readonly string[];
}

const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['hashedrekord 0.0.1', { envelope: false, verifier: ['signature', 'publicKey', 'content'] }],
  ['hashedrekord 0.0.2', { envelope: 'either', verifier: ['hashedRekordV002', 'signature', 'verifier'] }],
  [
    'dsse 0.0.1',
    { envelope: true, verifier: ['signatures', 0, 'verifier'], envelopeHash: ['envelopeHash', 'value'] },
  ],
  ['dsse 0.0.2', { envelope: true, verifier: ['dsseV002', 'signatures', 0, 'verifier'] }],
  [
    'intoto 0.0.2',
    {
      envelope: true,
      verifier: ['content', 'envelope', 'signatures', 0, 'publicKey'],
      envelopeHash: ['content', 'hash', 'value'],
    },
  ],
]);

/** Whether the entry's verifier is the very certificate, or the very key, that signed. */
function namesSigner(verifier: unknown, signer: SigningKey): boolean {
  try {
    const named = typeof verifier === 'string' ? fromPem(verifier) : fromRaw(verifier);
    if (signer.kind === 'key') return named.kind === 'key' && named.key.equals(signer.key);
    return named.kind === 'certificate' && named.der.equals(signer.certificate.root.toDER());
  } catch {
    return false; // neither PEM nor DER of a key or a certificate: it names nobody
  }
}

type Named =
  { readonly kind: 'certificate'; readonly der: Buffer } | { readonly kind: 'key'; readonly key: KeyObject };

function fromPem(base64: string): Named {
  const pem = Buffer.from(base64, 'base64').toString('latin1');
  return pem.includes('BEGIN CERTIFICATE')
    ? { kind: 'certificate', der: new NodeCertificate(pem).raw }
    : { kind: 'key', key: createPublicKey(pem) };
}

function fromRaw(verifier: unknown): Named {
  const certificate = memberAt(verifier, 'x509Certificate', 'rawBytes');
  if (typeof certificate === 'string') {
    return { kind: 'certificate', der: Buffer.from(certificate, 'base64') };
  }
  const key = Buffer.from(String(memberAt(verifier, 'publicKey', 'rawBytes')), 'base64');
  return { kind: 'key', key: createPublicKey({ key, format: 'der', type: 'spki' }) };
}

const invalid = (what: string) => rejection('LOG_ENTRY_INVALID', what);
