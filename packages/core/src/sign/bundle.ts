import type { SerializedBundle } from '@sigstore/bundle';
import { BUNDLE_V03 } from '../oci/index.js';
import { base64 } from './envelope.js';
import type { LogEntry, SignerIdentity, TileLogEntry } from './types.js';

/**
 * A v0.3 bundle (sigstore/protobuf-specs, sigstore_bundle.proto) with the given envelope: leaf certificate alone or key
 * hint, log entries with their proof (and Rekor v1's promise), timestamps. The envelope goes in as it was logged.
 */
export function bundleJson(
  signer: NamedSigner,
  envelope: Uint8Array,
  logEntries: readonly (LogEntry | TileLogEntry)[],
  timestamps: readonly Uint8Array[],
): Buffer {
  const verificationMaterial = materialOf(signer, logEntries, 'dsse', timestamps);
  const head = JSON.stringify({ mediaType: BUNDLE_V03, verificationMaterial });
  return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"dsseEnvelope":`), envelope, Buffer.from('}')]);
}

/** A v0.3 bundle with a signature over the bytes of this SHA-256 themselves. */
export const messageBundleJson = (
  signer: SignerIdentity,
  message: { readonly sha256: Buffer; readonly signature: Uint8Array },
  logEntries: readonly (LogEntry | TileLogEntry)[],
  timestamps: readonly Uint8Array[],
): Buffer =>
  Buffer.from(
    JSON.stringify({
      mediaType: BUNDLE_V03,
      verificationMaterial: materialOf(signer, logEntries, 'hashedrekord', timestamps),
      messageSignature: {
        messageDigest: { algorithm: 'SHA2_256', digest: base64(message.sha256) },
        signature: base64(message.signature),
      },
    }),
  );

const materialOf = (
  signer: NamedSigner,
  logEntries: readonly (LogEntry | TileLogEntry)[],
  kind: 'dsse' | 'hashedrekord',
  timestamps: readonly Uint8Array[],
) => ({
  ...(signer.kind === 'certificate'
    ? { certificate: { rawBytes: base64(signer.leaf.raw) } }
    : { publicKey: { hint: signer.hint } }),
  tlogEntries: logEntries.map((entry) => serialisedEntry(entry, kind)),
  timestampVerificationData: {
    rfc3161Timestamps: timestamps.map((timestamp) => ({ signedTimestamp: base64(timestamp) })),
  },
});

/** What a bundle says of its signer. */
type NamedSigner =
  | SignerIdentity
  | Pick<Extract<SignerIdentity, { kind: 'certificate' }>, 'kind' | 'leaf'>
  | Pick<Extract<SignerIdentity, { kind: 'key' }>, 'kind' | 'hint'>;

type SerialisedEntry = SerializedBundle['verificationMaterial']['tlogEntries'][number];

/** A log entry as a bundle has it: of version 0.0.1 of a kind, or of the one kind that Rekor v2 has. */
export const serialisedEntry = (
  entry: LogEntry | TileLogEntry,
  kind: 'dsse' | 'hashedrekord',
): SerialisedEntry => ({
  logIndex: String(entry.logIndex),
  logId: { keyId: fromHex(entry.logId) },
  ...(entry.signedEntryTimestamp === undefined
    ? {
        kindVersion: { kind: 'hashedrekord', version: '0.0.2' },
        integratedTime: '0',
        inclusionPromise: undefined,
      }
    : {
        kindVersion: { kind, version: '0.0.1' },
        integratedTime: String(entry.integratedTime),
        inclusionPromise: { signedEntryTimestamp: entry.signedEntryTimestamp },
      }),
  inclusionProof: {
    logIndex: String(entry.inclusionProof.logIndex),
    rootHash: fromHex(entry.inclusionProof.rootHash),
    treeSize: String(entry.inclusionProof.treeSize),
    hashes: entry.inclusionProof.hashes.map(fromHex),
    checkpoint: { envelope: entry.inclusionProof.checkpoint },
  },
  canonicalizedBody: entry.body,
});

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
