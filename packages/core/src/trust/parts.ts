import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { CertificateAuthority, TransparencyLogInstance } from '@sigstore/protobuf-specs';
import { pemOf } from './pem.js';
import { trustedRootInvalid } from './trusted-root.js';
import type { TrustMaterial } from './types.js';

export type Validity = 'valid' | 'not yet' | 'expired';

interface Window {
  /** Of a certificate whose time is none it is an Invalid Date, and so is `end`. */
  readonly start: Date;
  /** undefined: without end. */
  readonly end: Date | undefined;
  readonly validity: Validity;
}

/** A transparency log or certificate transparency log. Every text is as the document has it: escape it before it is shown. */
export interface LogPart extends Window {
  readonly url: string;
  /** As hexadecimal digits. */
  readonly logId: string;
  /** `ecdsa P-256`, `ed25519`, `rsa 4096`. */
  readonly keyType: string;
  /** PEM `PUBLIC KEY`. */
  readonly pem: string;
}

/** A certificate or timestamp authority, with its certificates in the document's order: the root last. */
export interface AuthorityPart extends Window {
  readonly url: string;
  readonly organization: string;
  readonly commonName: string;
  readonly certificates: readonly CertificatePart[];
}

export interface CertificatePart extends Window {
  /** Of several lines, as node prints it. */
  readonly subject: string;
  readonly issuer: string;
  readonly isCa: boolean;
  readonly isSelfSigned: boolean;
  readonly keyType: string;
  readonly pem: string;
}

/** All that a trusted root holds, its validity judged at one moment. */
export interface TrustParts {
  readonly tlogs: readonly LogPart[];
  readonly ctlogs: readonly LogPart[];
  readonly certificateAuthorities: readonly AuthorityPart[];
  readonly timestampAuthorities: readonly AuthorityPart[];
}

/**
 * Takes a trusted root apart that parseTrustedRoot has read. Throws TRUSTED_ROOT_INVALID for a certificate that verifying
 * could read and that cannot be shown.
 */
export function trustParts(
  { trustedRoot, origin }: Pick<TrustMaterial, 'trustedRoot' | 'origin'>,
  now: Date,
): TrustParts {
  const authorities = (name: 'certificateAuthorities' | 'timestampAuthorities'): readonly AuthorityPart[] =>
    trustedRoot[name].map((authority, at) => {
      try {
        return authorityPart(authority, now);
      } catch (cause) {
        throw trustedRootInvalid(origin, `holds a certificate that cannot be read at ${name}[${at}]`, cause);
      }
    });
  return {
    tlogs: trustedRoot.tlogs.map((log) => logPart(log, now)),
    ctlogs: trustedRoot.ctlogs.map((log) => logPart(log, now)),
    certificateAuthorities: authorities('certificateAuthorities'),
    timestampAuthorities: authorities('timestampAuthorities'),
  };
}

/**
 * The one that a form with room for one is given: valid now before all others, then the one that began last; the order
 * of the document where both are equal.
 */
export const currentFirst = <T extends Window>(parts: readonly T[]): readonly T[] =>
  [...parts].sort(
    (one, other) =>
      Number(other.validity === 'valid') - Number(one.validity === 'valid') ||
      other.start.getTime() - one.start.getTime(),
  );

/** Whether a log's key is of the one kind that clients older than Rekor v2 read. */
export const isEcdsa = ({ keyType }: LogPart): boolean => keyType.startsWith('ecdsa');

function logPart(log: TransparencyLogInstance, now: Date): LogPart {
  const spki = log.publicKey?.rawBytes ?? Buffer.alloc(0);
  return {
    ...windowOf(log.publicKey?.validFor, now),
    url: log.baseUrl,
    logId: Buffer.from(log.logId?.keyId ?? []).toString('hex'),
    keyType: keyName(() => createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })),
    pem: pemOf('PUBLIC KEY', spki),
  };
}

function authorityPart(authority: CertificateAuthority, now: Date): AuthorityPart {
  const { subject, uri, certChain, validFor } = authority;
  return {
    ...windowOf(validFor, now),
    url: uri,
    organization: subject?.organization ?? '',
    commonName: subject?.commonName ?? '',
    certificates: (certChain?.certificates ?? []).map(({ rawBytes }) => certificatePart(rawBytes, now)),
  };
}

function certificatePart(der: Uint8Array, now: Date): CertificatePart {
  const certificate = new X509Certificate(der);
  const { subject, issuer } = certificate;
  return {
    // The texts: the members that are dates are declared, and not there in every node that is supported.
    ...windowOf({ start: new Date(certificate.validFrom), end: new Date(certificate.validTo) }, now),
    subject,
    issuer,
    isCa: certificate.ca,
    isSelfSigned: subject === issuer,
    keyType: keyName(() => certificate.publicKey),
    pem: pemOf('CERTIFICATE', der),
  };
}

/** parseTrustedRoot lets no window through that has no start. */
function windowOf(
  window: { readonly start?: Date | undefined; readonly end?: Date | undefined } | undefined,
  now: Date,
): Window {
  const start = window?.start ?? new Date(Number.NaN);
  const end = window?.end;
  if (end !== undefined && end < now) return { start, end, validity: 'expired' };
  return { start, end, validity: start <= now ? 'valid' : 'not yet' };
}

/** `unknown`: a log may publish its key in another form, such as PKCS#1, and a certificate have one of a newer kind. */
function keyName(read: () => KeyObject): string {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    return 'unknown';
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  const curve = asymmetricKeyDetails?.namedCurve;
  switch (asymmetricKeyType) {
    case 'ec':
      return `ecdsa ${CURVES[curve ?? ''] ?? curve ?? ''}`.trim();
    case 'rsa':
      return `rsa ${asymmetricKeyDetails?.modulusLength ?? ''}`.trim();
    default:
      return asymmetricKeyType ?? 'unknown';
  }
}

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};
