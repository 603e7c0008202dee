import { createHash } from 'node:crypto';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import type { CertificateAuthority, TransparencyLogInstance } from '@sigstore/protobuf-specs';
import { toTrustMaterial } from '@sigstore/verify';
import { CountersignError } from '../errors.js';
import { MAX_TRUSTED_ROOT_BYTES } from '../limits.js';
import { faultInLists } from './list-members.js';
import type { TrustMaterial } from './types.js';

const MEDIA_TYPES: readonly unknown[] = [
  'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  'application/vnd.dev.sigstore.trustedroot.v0.1+json',
  'application/vnd.dev.sigstore.trustedroot.v0.2+json',
];

const LISTS = ['tlogs', 'ctlogs', 'certificateAuthorities', 'timestampAuthorities'] as const;

/**
 * Reads a trusted_root.json (sigstore/protobuf-specs, sigstore_trustroot.proto) and builds every key and chain in it
 * once, so that what is wrong shows here and not in the middle of a verification. A log or authority without the start
 * of its validity is refused: a missing bound is no bound. `origin` names the input in errors.
 * Throws TRUSTED_ROOT_INVALID.
 */
export function parseTrustedRoot(bytes: Uint8Array, origin: string): TrustMaterial {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length > MAX_TRUSTED_ROOT_BYTES) throw trustedRootInvalid(origin, 'is too large');
  let trustedRoot: TrustedRoot;
  let fault: string | undefined;
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    trustedRoot = TrustedRoot.fromJSON(json);
    fault = faultInLists(json, LISTS);
  } catch (cause) {
    throw trustedRootInvalid(origin, 'is not a trusted root in JSON', cause);
  }
  if (!MEDIA_TYPES.includes(trustedRoot.mediaType))
    throw trustedRootInvalid(origin, 'is not of a known media type');
  if (fault !== undefined) throw trustedRootInvalid(origin, fault);
  for (const [name, logs] of [
    ['tlogs', trustedRoot.tlogs],
    ['ctlogs', trustedRoot.ctlogs],
  ] as const) {
    logs.forEach((log, at) => {
      checkLog(log, origin, `${name}[${String(at)}]`);
    });
  }
  for (const [name, authorities] of [
    ['certificateAuthorities', trustedRoot.certificateAuthorities],
    ['timestampAuthorities', trustedRoot.timestampAuthorities],
  ] as const) {
    authorities.forEach((authority, at) => {
      checkAuthority(authority, origin, `${name}[${String(at)}]`);
    });
  }
  try {
    toTrustMaterial(trustedRoot);
  } catch (cause) {
    throw trustedRootInvalid(origin, 'holds a key or a certificate that cannot be read', cause);
  }
  return { trustedRoot, origin, sha256, bytes };
}

/**
 * Throws TRUSTED_ROOT_EXPIRED where neither a certificate authority, a log nor a timestamp authority is valid at `now`:
 * such a root was left behind, and nothing that is signed today can verify with it.
 */
export function checkUsable(material: TrustMaterial, now: Date): void {
  const { tlogs, certificateAuthorities, timestampAuthorities } = material.trustedRoot;
  const windows = [
    ...tlogs.map(({ publicKey }) => publicKey?.validFor),
    ...[...certificateAuthorities, ...timestampAuthorities].map(({ validFor }) => validFor),
  ];
  const usable = windows.some(
    (window) => window?.start !== undefined && window.start <= now && (window.end ?? now) >= now,
  );
  if (usable) return;
  throw new CountersignError('TRUSTED_ROOT_EXPIRED', {
    what: `The trusted root ${material.origin} holds no authority and no log that is valid now`,
    remedy: 'Fetch the current trusted root of your Sigstore instance.',
  });
}

function checkLog(log: TransparencyLogInstance, origin: string, at: string): void {
  if (log.logId === undefined || log.logId.keyId.length === 0)
    throw trustedRootInvalid(origin, `has no log id at ${at}`);
  if (log.publicKey?.rawBytes === undefined) throw trustedRootInvalid(origin, `has no public key at ${at}`);
  checkWindow(log.publicKey.validFor, origin, at);
}

function checkAuthority(authority: CertificateAuthority, origin: string, at: string): void {
  if ((authority.certChain?.certificates.length ?? 0) === 0)
    throw trustedRootInvalid(origin, `has no certificates at ${at}`);
  checkWindow(authority.validFor, origin, at);
}

function checkWindow(
  window: { start?: Date | undefined; end?: Date | undefined } | undefined,
  origin: string,
  at: string,
): void {
  if (window?.start === undefined) throw trustedRootInvalid(origin, `does not say from when ${at} is valid`);
  for (const bound of [window.start, window.end]) {
    if (bound !== undefined && Number.isNaN(bound.getTime()))
      throw trustedRootInvalid(origin, `has a time that is none at ${at}`);
  }
}

/** `what` goes on behind the name of the input. */
export const trustedRootInvalid = (origin: string, what: string, cause?: unknown): CountersignError =>
  new CountersignError('TRUSTED_ROOT_INVALID', {
    what: `The trusted root ${origin} ${what}`,
    remedy: 'Give the trusted_root.json of your Sigstore instance as its operator publishes it.',
    cause,
  });
