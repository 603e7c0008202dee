import type { X509Certificate } from 'node:crypto';
import { digestOf, type Descriptor } from '../oci/index.js';
import type { LogEntry } from '../sign/index.js';
import { pemOf } from './certificate-chain.js';

/** Annotations of a layer in a `.sig` or `.att` manifest (sigstore/cosign pkg/oci/static; the specifications' prose differs). */
export const SIGNATURE = 'dev.cosignproject.cosign/signature';
const CERTIFICATE = 'dev.sigstore.cosign/certificate';
export const CHAIN = 'dev.sigstore.cosign/chain';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
export const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';
export const PREDICATE_TYPE = 'predicateType';

/** All of them. */
export const LAYER_ANNOTATIONS = [SIGNATURE, CERTIFICATE, CHAIN, LOG_ENTRY, TIMESTAMP, PREDICATE_TYPE];

/** One entry of a `.sig` or `.att` manifest: its blob and the descriptor that carries the annotations. */
export interface Layer {
  readonly descriptor: Descriptor;
  readonly blob: Uint8Array;
}

/** The promise of a log entry and what it signs: all that these layouts keep of it. */
export type LoggedPromise = Pick<
  LogEntry,
  'body' | 'integratedTime' | 'logIndex' | 'logId' | 'signedEntryTimestamp'
>;

/** What vouches for a layer's signature. */
export interface LayerWitness {
  /** undefined: signed with a key. */
  readonly certificate:
    { readonly leaf: X509Certificate; readonly chain: readonly X509Certificate[] } | undefined;
  readonly logEntry: LoggedPromise | undefined;
  /** DER, only where it stands in for the log: old verifiers fail on a timestamp they have no roots for (R2). */
  readonly timestamp: Uint8Array | undefined;
}

/** A layer with its annotations in the form cosign reads. */
export function layerOf(
  mediaType: string,
  blob: Uint8Array,
  own: Readonly<Record<string, string>>,
  { certificate, logEntry, timestamp }: LayerWitness,
): Layer {
  const annotations = {
    ...own,
    ...(logEntry === undefined ? {} : { [LOG_ENTRY]: promiseJson(logEntry) }),
    ...(certificate === undefined
      ? {}
      : { [CERTIFICATE]: pemOf([certificate.leaf]), [CHAIN]: pemOf(certificate.chain) }),
    ...(timestamp === undefined
      ? {}
      : {
          [TIMESTAMP]: JSON.stringify({ SignedRFC3161Timestamp: Buffer.from(timestamp).toString('base64') }),
        }),
  };
  return { descriptor: { mediaType, size: blob.length, digest: digestOf(blob), annotations }, blob };
}

/** Members in cosign's order; the promise signs the canonical JSON of `Payload`. */
const promiseJson = (entry: LoggedPromise): string =>
  JSON.stringify({
    SignedEntryTimestamp: entry.signedEntryTimestamp,
    Payload: {
      body: entry.body,
      integratedTime: entry.integratedTime,
      logIndex: entry.logIndex,
      logID: entry.logId,
    },
  });
