import { X509Certificate } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { isObject, memberAt, parseJson } from '../json.js';
import type { ClaimMaterial } from '../layouts/index.js';
import { MAX_CERTIFICATE_BYTES, MAX_CERTIFICATES_IN_CHAIN, MAX_CLAIM_BYTES } from '../limits.js';
import { readBundle } from '../verify/bundle-evidence.js';
import { parseJsonObject } from '../verify/parse.js';
import { asVerdict } from '../verify/verdict.js';

/** What readers of a claim look at beyond its cryptography. */
export type Traits = LayerTraits | BundleTraits;

/** Of a layer of a `.sig` or `.att` tag. */
export interface LayerTraits {
  readonly form: 'layer';
  readonly size: number;
  readonly certificate: boolean;
  /** Certificates in the chain annotation; 0 where none of them issued the certificate. */
  readonly chain: number;
  /** A signed entry timestamp of Rekor v1. */
  readonly promise: boolean;
  /** An RFC 3161 timestamp. */
  readonly timestamp: boolean;
  /** Of the envelope's signature; undefined for a simple-signing document. */
  readonly keyid: string | undefined;
}

/** Of a bundle referrer. */
export interface BundleTraits {
  readonly form: 'bundle';
  readonly size: number;
  /** Why a reader of bundles cannot even parse it. */
  readonly unparsable: string | undefined;
  /** `0.3`, from its media type; 0 where it names none. */
  readonly version: number;
  readonly content: 'envelope' | 'message' | undefined;
  readonly material: 'certificate' | 'chain' | 'key' | undefined;
  /** Organisation of the leaf certificate's issuer. */
  readonly organizations: readonly string[];
  readonly entries: readonly BundleEntry[];
  readonly timestamps: number;
  readonly keyid: string | undefined;
}

interface BundleEntry {
  /** `dsse 0.0.1` */
  readonly kind: string;
  readonly promise: boolean;
  readonly proof: boolean;
  /** A Rekor v2 entry tells no time. */
  readonly v2: boolean;
}

/** Reads the traits of a claim. Never throws: hostile bytes have few of them. */
export const traitsOf = (material: ClaimMaterial): Traits =>
  material.kind === 'bundle' ? bundleTraits(material.bytes) : layerTraits(material);

const CERTIFICATE = 'dev.sigstore.cosign/certificate';
const CHAIN = 'dev.sigstore.cosign/chain';
const LOG_ENTRY = 'dev.sigstore.cosign/bundle';
const TIMESTAMP = 'dev.sigstore.cosign/rfc3161timestamp';

function layerTraits({
  kind,
  payload,
  annotations,
}: Extract<ClaimMaterial, { annotations: unknown }>): LayerTraits {
  const promise = memberAt(parseJson(annotations[LOG_ENTRY] ?? ''), 'SignedEntryTimestamp');
  return {
    form: 'layer',
    size: payload.length,
    certificate: isGiven(annotations[CERTIFICATE]),
    chain: chainLength(annotations[CHAIN] ?? '', annotations[CERTIFICATE] ?? ''),
    promise: typeof promise === 'string' && promise !== '',
    timestamp: isGiven(annotations[TIMESTAMP]),
    keyid: kind === 'dsse-layer' ? keyidOf(jsonOf(payload)) : undefined,
  };
}

function bundleTraits(bytes: Uint8Array): BundleTraits {
  const json = jsonOf(bytes);
  const { mediaType, verificationMaterial: material } = json;
  const entries = memberAt(material, 'tlogEntries');
  const stamps = memberAt(material, 'timestampVerificationData', 'rfc3161Timestamps');
  return {
    form: 'bundle',
    size: bytes.length,
    unparsable: whyUnparsable(bytes),
    version: Number(/(?:\.v|version=)(0\.\d)\b/.exec(text(mediaType))?.[1] ?? 0),
    content: isObject(json.dsseEnvelope)
      ? 'envelope'
      : isObject(json.messageSignature)
        ? 'message'
        : undefined,
    material: isObject(memberAt(material, 'certificate'))
      ? 'certificate'
      : isObject(memberAt(material, 'x509CertificateChain'))
        ? 'chain'
        : isObject(memberAt(material, 'publicKey'))
          ? 'key'
          : undefined,
    organizations: organizationsOf(leafOf(material)),
    entries: Array.isArray(entries) ? (entries as readonly unknown[]).map(entryOf) : [],
    timestamps: Array.isArray(stamps) ? stamps.length : 0,
    keyid: keyidOf(json.dsseEnvelope),
  };
}

function entryOf(entry: unknown): BundleEntry {
  const kind = `${text(memberAt(entry, 'kindVersion', 'kind'))} ${text(memberAt(entry, 'kindVersion', 'version'))}`;
  return {
    kind,
    promise: isGiven(memberAt(entry, 'inclusionPromise', 'signedEntryTimestamp')),
    proof: isGiven(memberAt(entry, 'inclusionProof', 'checkpoint', 'envelope')),
    v2: kind.endsWith(' 0.0.2') && !kind.startsWith('intoto '),
  };
}

/** Who reads the chain builds on it: certificates of anyone's there are as good as none. */
function chainLength(chain: string, certificate: string): number {
  const blocks = chain.split(/(?=-----BEGIN CERTIFICATE-----)/, MAX_CERTIFICATES_IN_CHAIN + 1);
  if (blocks.length > MAX_CERTIFICATES_IN_CHAIN) return 0;
  try {
    const leaf = new X509Certificate(certificate);
    const above = blocks.filter((block) => block.trim() !== '').map((block) => new X509Certificate(block));
    return above.some((one) => leaf.checkIssued(one) && leaf.verify(one.publicKey)) ? above.length : 0;
  } catch {
    return 0;
  }
}

/** The organisations in the issuer of a certificate, as a Go program reads them; none for what is no certificate. */
export function organizationsOf(der: Uint8Array | undefined): readonly string[] {
  if (der === undefined || der.length > MAX_CERTIFICATE_BYTES) return [];
  try {
    const { issuer } = new X509Certificate(der);
    return issuer.split('\n').flatMap((line) => (line.startsWith('O=') ? [line.slice('O='.length)] : []));
  } catch {
    return [];
  }
}

function leafOf(material: unknown): Uint8Array | undefined {
  const raw =
    memberAt(material, 'certificate', 'rawBytes') ??
    memberAt(material, 'x509CertificateChain', 'certificates', 0, 'rawBytes');
  return typeof raw === 'string' ? Buffer.from(raw, 'base64') : undefined;
}

function whyUnparsable(bytes: Uint8Array): string | undefined {
  try {
    readBundle(bytes, undefined);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** A bounded parse; an empty object for what is none. */
function jsonOf(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    return asVerdict(() => parseJsonObject(bytes, 'claim', MAX_CLAIM_BYTES));
  } catch (error) {
    if (error instanceof CountersignError) return {};
    throw error;
  }
}

const keyidOf = (envelope: unknown): string | undefined => {
  const keyid = memberAt(envelope, 'signatures', 0, 'keyid');
  return typeof keyid === 'string' ? keyid : undefined;
};

const isGiven = (value: unknown): boolean => typeof value === 'string' && value !== '';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
