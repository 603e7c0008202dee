import { EXTENSION_OID_SCT, X509Certificate } from '@sigstore/core';
import { toTrustMaterial } from '@sigstore/verify';
import type { TrustMaterial as Authorities } from '@sigstore/verify';
import type { TransparencyLogEntry } from '@sigstore/bundle';
import type { TrustMaterial } from '../trust/index.js';
import { rememberDer } from './der-memory.js';
import { rejection } from './rejection.js';
import type { StampedTimestamp } from './timestamp.js';

export type { Authorities };

/**
 * The trusted root in the library's form. A log with a checkpoint key id of its own is listed under both ids, since the
 * library knows one per log while Rekor v1 entries name the one and Rekor v2 entries the other.
 */
export function authoritiesOf(trust: TrustMaterial): Authorities {
  const { trustedRoot } = trust;
  const authorities = toTrustMaterial(trustedRoot);
  for (const { certChain } of [...authorities.certificateAuthorities, ...authorities.timestampAuthorities]) {
    certChain.forEach(rememberDer);
  }
  const byLogId = trustedRoot.tlogs.map((log) => ({ ...log, checkpointKeyId: undefined }));
  const aliased = trustedRoot.tlogs.some((log) => log.checkpointKeyId !== undefined);
  if (!aliased) return authorities;
  const tlogs = [...authorities.tlogs, ...toTrustMaterial({ ...trustedRoot, tlogs: byLogId }).tlogs];
  return { ...authorities, tlogs };
}

/**
 * The timestamps of authorities that the trusted root knows. Others' are passed over and never counted, as sigstore-go
 * does; the library would refuse the whole claim for one.
 */
export const knownTimestamps = (
  timestamps: readonly StampedTimestamp[],
  authorities: Authorities,
): readonly StampedTimestamp[] =>
  timestamps.filter((timestamp) =>
    authorities.timestampAuthorities.some(
      ({ certChain: [leaf] }) =>
        leaf?.serialNumber.equals(timestamp.signerSerialNumber) === true &&
        leaf.issuer.equals(timestamp.signerIssuer),
    ),
  );

/**
 * A leaf for a trusted root without certificate logs. The library refuses a certificate over an SCT of a log that it
 * does not know, even where none is demanded; it looks for SCTs in a clone, so the clone is given without them.
 */
export class LeafWithoutScts extends X509Certificate {
  override clone(): X509Certificate {
    const copy = super.clone();
    const at = copy.extensions.findIndex((extension) => extension.subs[0]?.toOID() === EXTENSION_OID_SCT);
    if (at >= 0) copy.extensions.splice(at, 1);
    return copy;
  }
}

/**
 * An entry that only a proof supports has no time of its own: the log must have been trusted at every verified time of
 * signing. (For a promise the library checks the integrated time.) Throws LOG_ENTRY_INVALID.
 */
export function checkLogValidity(
  entry: TransparencyLogEntry,
  authorities: Authorities,
  times: readonly Date[],
): void {
  if (entry.inclusionPromise !== undefined) return;
  const logs = authorities.tlogs.filter((log) => log.logID.equals(entry.logId.keyId));
  const outside = times.find(
    (time) => !logs.some(({ validFor }) => validFor.start <= time && time <= validFor.end),
  );
  if (outside === undefined) return;
  throw rejection(
    'LOG_ENTRY_INVALID',
    `The log was not trusted at the time of signing, ${outside.toISOString()}`,
  );
}
