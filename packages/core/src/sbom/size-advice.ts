import {
  BUNDLE_OVERHEAD_BYTES,
  GITHUB_MAX_PREDICATE_BYTES,
  KYVERNO_MAX_BUNDLE_BYTES,
  MAX_CLAIM_BYTES,
  MAX_DOCUMENT_BYTES,
  PUBLIC_REKOR_MAX_ENVELOPE_BYTES,
} from '../limits.js';
import { isObject } from '../json.js';

/** One that reads or stores an attested SBOM, and what it takes at most. */
export interface SizeLimit {
  readonly consumer: string;
  readonly what: 'document' | 'envelope' | 'bundle';
  readonly bytes: number;
  readonly limitBytes: number;
  readonly fits: boolean;
}

export interface SizeAdvice {
  readonly documentBytes: number;
  /** base64 in a DSSE envelope, without its signature. */
  readonly envelopeBytes: number;
  /** The envelope with certificate, log entries and timestamps, at most in practice. */
  readonly bundleBytes: number;
  readonly limits: readonly SizeLimit[];
  /** Parts that could be left out, the largest first, with their bytes; empty where every limit is kept. */
  readonly drop: readonly { readonly part: string; readonly bytes: number }[];
}

/** How a finished document stands to the limits of those who read it, and what could be left out of it where one is passed. */
export function sizeAdvice(document: Uint8Array): SizeAdvice {
  const documentBytes = document.length;
  const envelopeBytes = Math.ceil((documentBytes + STATEMENT_BYTES) / 3) * 4 + ENVELOPE_BYTES;
  const bundleBytes = envelopeBytes + BUNDLE_OVERHEAD_BYTES;
  const sizes = { document: documentBytes, envelope: envelopeBytes, bundle: bundleBytes };
  const limits = LIMITS.map(([consumer, what, limitBytes]) => ({
    consumer,
    what,
    bytes: sizes[what],
    limitBytes,
    fits: sizes[what] <= limitBytes,
  }));
  const drop = limits.every(({ fits }) => fits) ? [] : partsOf(document);
  return { documentBytes, envelopeBytes, bundleBytes, limits, drop };
}

/** What a statement adds to its predicate, and an envelope to its payload: names, a digest, a key hint, a signature. */
const STATEMENT_BYTES = 2048;
const ENVELOPE_BYTES = 1024;

const LIMITS: readonly (readonly [consumer: string, what: SizeLimit['what'], limitBytes: number])[] = [
  ['the public Rekor', 'envelope', PUBLIC_REKOR_MAX_ENVELOPE_BYTES],
  ["Kyverno's bundle reader", 'bundle', KYVERNO_MAX_BUNDLE_BYTES],
  ["GitHub's attestation store (actions/attest)", 'document', GITHUB_MAX_PREDICATE_BYTES],
  ['Countersign itself', 'document', MAX_DOCUMENT_BYTES],
  ['cosign', 'bundle', MAX_CLAIM_BYTES],
];

/** Where each part stands: in the document, in each package of SPDX, in each component of CycloneDX. */
const PARTS: readonly (readonly [part: string, holder: string, member: string])[] = [
  ['file entries', '', 'files'],
  ['relationships', '', 'relationships'],
  ['dependencies', '', 'dependencies'],
  ['descriptions', 'packages', 'description'],
  ['notes on where packages were found (sourceInfo)', 'packages', 'sourceInfo'],
  ['CPE names and package URLs (externalRefs)', 'packages', 'externalRefs'],
  ['properties', 'components', 'properties'],
  ['descriptions', 'components', 'description'],
  ['external references', 'components', 'externalReferences'],
];

function partsOf(document: Uint8Array): SizeAdvice['drop'] {
  const value: unknown = JSON.parse(new TextDecoder().decode(document));
  if (!isObject(value)) return [];
  return PARTS.map(([part, holder, member]) => ({ part, bytes: bytesOf(value, holder, member) }))
    .filter(({ bytes }) => bytes > 0)
    .sort((left, right) => right.bytes - left.bytes);
}

function bytesOf(value: Readonly<Record<string, unknown>>, holder: string, member: string): number {
  const held: unknown = holder === '' ? [value] : value[holder];
  if (!Array.isArray(held)) return 0;
  let bytes = 0;
  for (const each of held) {
    if (!isObject(each) || !Object.hasOwn(each, member)) continue;
    bytes += Buffer.byteLength(JSON.stringify(each[member])) + member.length + '"":,'.length;
  }
  return bytes;
}
