import { X509Certificate as NodeCertificate } from 'node:crypto';
import type { TransparencyLogEntry } from '@sigstore/bundle';
import { isObject } from '../json.js';
import { MAX_CERTIFICATE_BYTES, MAX_CLAIM_BYTES, MAX_LOG_BODY_BYTES } from '../limits.js';
import { parseBase64, parseCertificate, parseJsonObject } from './parse.js';
import { rejection } from './rejection.js';
import type { Evidence, NamedSigner, SignedContent } from './evidence.js';

const SIGNATURE = 'dev.cosignproject.cosign/signature';
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';

type Annotations = Readonly<Record<string, string>>;

/**
 * Reads a layer of a `.sig` tag (sigstore/cosign specs/SIGNATURE_SPEC.md): a simple-signing document whose signature,
 * certificate and log entry are annotations. The chain annotation is not read: trust comes from the trusted root alone.
 * Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
export function readSignatureLayer(payload: Uint8Array, annotations: Annotations): Evidence {
  if (payload.length > MAX_CLAIM_BYTES) throw rejection('BUNDLE_MALFORMED', 'The document is too large');
  const signature = parseBase64(annotations[SIGNATURE], `annotation ${SIGNATURE}`);
  const content: SignedContent = { kind: 'document', payload: Buffer.from(payload), signature };
  return { content, ...witnessesOf(annotations), stamped: signature };
}

/**
 * Reads a layer of an `.att` tag (sigstore/cosign specs/ATTESTATION_SPEC.md): a DSSE envelope as it was logged. Its
 * timestamps cover the whole envelope. Throws BUNDLE_MALFORMED, BUNDLE_UNSUPPORTED.
 */
export function readAttestationLayer(bytes: Uint8Array, annotations: Annotations): Evidence {
  const envelope = parseJsonObject(bytes, 'envelope', MAX_CLAIM_BYTES);
  const { payloadType, signatures } = envelope;
  if (typeof payloadType !== 'string')
    throw rejection('BUNDLE_MALFORMED', 'The envelope names no payload type');
  const [only, ...others] = Array.isArray(signatures) ? (signatures as readonly unknown[]) : [];
  if (!isObject(only) || others.length > 0) {
    throw rejection('BUNDLE_MALFORMED', 'The envelope does not hold exactly one signature');
  }
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const content: SignedContent = {
    kind: 'envelope',
    payloadType,
    payload: parseBase64(envelope.payload, 'payload'),
    signature: parseBase64(only.sig, 'signature'),
    stored,
  };
  return { content, ...witnessesOf(annotations), stamped: stored };
}

function witnessesOf(annotations: Annotations): Pick<Evidence, 'signer' | 'logEntries' | 'timestamps'> {
  const entry = annotations[LOG_ENTRY];
  const timestamp = annotations[TIMESTAMP];
  return {
    signer: signerOf(annotations[CERTIFICATE]),
    logEntries: entry === undefined || entry === '' ? [] : [logEntryOf(entry)],
    timestamps: timestamp === undefined || timestamp === '' ? [] : [timestampOf(timestamp)],
  };
}

function signerOf(pem: string | undefined): NamedSigner {
  if (pem === undefined || pem === '') return { kind: 'key', hint: undefined };
  if (pem.length > 2 * MAX_CERTIFICATE_BYTES)
    throw rejection('BUNDLE_MALFORMED', 'The certificate is too large');
  let der: Uint8Array;
  try {
    der = new NodeCertificate(pem).raw;
  } catch (cause) {
    throw rejection('BUNDLE_MALFORMED', 'The certificate annotation is not a PEM certificate', cause);
  }
  return { kind: 'certificate', certificate: parseCertificate(der) };
}

/** The annotation holds Rekor's promise and the four members that it signs. */
function logEntryOf(text: string): TransparencyLogEntry {
  const json = parseJsonObject(Buffer.from(text), 'log entry annotation', 2 * MAX_LOG_BODY_BYTES);
  const payload = json.Payload;
  if (!isObject(payload)) throw rejection('BUNDLE_MALFORMED', 'The log entry annotation has no Payload');
  const { integratedTime, logIndex, logID } = payload;
  const canonicalizedBody = parseBase64(payload.body, 'log entry body');
  if (typeof logID !== 'string' || !/^[0-9a-f]{64}$/.test(logID)) {
    throw rejection('BUNDLE_MALFORMED', 'The log entry names no log');
  }
  if (!Number.isSafeInteger(integratedTime) || !Number.isSafeInteger(logIndex)) {
    throw rejection('BUNDLE_MALFORMED', 'The log entry has no time or no index');
  }
  const { kind, apiVersion } = parseJsonObject(canonicalizedBody, 'log entry body', MAX_LOG_BODY_BYTES);
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') {
    throw rejection('BUNDLE_MALFORMED', 'The log entry does not say what kind it is');
  }
  return {
    logIndex: String(logIndex),
    logId: { keyId: Buffer.from(logID, 'hex') },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(integratedTime),
    inclusionPromise: {
      signedEntryTimestamp: parseBase64(json.SignedEntryTimestamp, 'signed entry timestamp'),
    },
    inclusionProof: undefined,
    canonicalizedBody,
  };
}

function timestampOf(text: string): Buffer {
  const json = parseJsonObject(Buffer.from(text), 'timestamp annotation', MAX_LOG_BODY_BYTES);
  return parseBase64(json.SignedRFC3161Timestamp, 'timestamp');
}
