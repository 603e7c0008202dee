import type { X509Certificate } from 'node:crypto';
import type { Context } from '../context.js';
import { isObject } from '../json.js';
import { MAX_LOG_ANSWER_BYTES } from '../limits.js';
import { BUNDLE_V03 } from '../oci/index.js';
import { ask, under, UnreadableAnswer } from './answers.js';
import { serialisedEntry } from './bundle.js';
import { base64 } from './envelope.js';
import { readLogEntry } from './rekor-entry.js';
import type { LogEntry } from './types.js';

/** A signature over a file as `cosign sign-blob` writes it into two files, read and not yet believed. */
export interface SignedBlob {
  /** Hexadecimal, of the file that was signed. */
  readonly sha256: string;
  readonly signature: Uint8Array;
  readonly certificate: X509Certificate;
}

/**
 * Asks a Rekor v1 log for the entry of exactly this hash, signature and certificate: what it would contain, which the log
 * turns into its leaf hash. undefined where the log has none, or is no Rekor v1. What is answered is not believed either: the
 * bundle made of it is verified. Throws LOG_UNAVAILABLE.
 */
export function findLoggedBlob(
  context: Context,
  rekorUrl: string,
  { sha256, signature, certificate }: SignedBlob,
): Promise<LogEntry | undefined> {
  const pem = `${certificate.toString().trim()}\n`;
  const proposal = {
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: { algorithm: 'sha256', value: sha256 } },
      signature: {
        content: base64(signature),
        publicKey: { content: Buffer.from(pem).toString('base64') },
      },
    },
  };
  return ask(
    context,
    {
      service: 'rekor',
      method: 'POST',
      url: under(rekorUrl, '/api/v1/log/entries/retrieve'),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: Buffer.from(JSON.stringify({ entries: [proposal] })),
      maxResponseBytes: MAX_LOG_ANSWER_BYTES,
      repeatable: true, // it adds nothing
    },
    ({ status, body }) => {
      if (status >= 400 && status < 500) return undefined;
      if (status !== 200) throw new UnreadableAnswer(`it answered with status ${status}`);
      return firstEntry(body);
    },
  );
}

function firstEntry(body: Uint8Array): LogEntry | undefined {
  let entries: unknown;
  try {
    entries = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new UnreadableAnswer('it did not answer with JSON');
  }
  if (!Array.isArray(entries)) throw new UnreadableAnswer('it did not answer with a list of log entries');
  const first: unknown = entries[0];
  if (first === undefined) return undefined;
  if (!isObject(first)) throw new UnreadableAnswer('it does not hold one log entry');
  return readLogEntry(first);
}

/** The v0.3 bundle of a signed file and its log entry, with promise and proof. */
export const blobBundle = ({ sha256, signature, certificate }: SignedBlob, entry: LogEntry): Buffer =>
  Buffer.from(
    JSON.stringify({
      mediaType: BUNDLE_V03,
      verificationMaterial: {
        certificate: { rawBytes: base64(certificate.raw) },
        tlogEntries: [serialisedEntry(entry, 'hashedrekord')],
      },
      messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: Buffer.from(sha256, 'hex').toString('base64') },
        signature: base64(signature),
      },
    }),
  );
