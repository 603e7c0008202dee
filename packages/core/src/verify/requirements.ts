import type { TrustMaterial } from '../trust/index.js';

/**
 * What a claim signed with a certificate has to bring, derived from what the trusted root holds: a root with logs
 * demands an entry in one of them, a root with CT logs a certificate that one of them saw, and each certificate, which
 * lives minutes, needs a verified time of signing from a log's promise or a timestamp authority.
 * A claim signed with a key needs its signature; log entries and timestamps it brings have to hold as well.
 */
export interface TrustRequirements {
  readonly logEntries: 0 | 1;
  readonly certificateLogPromises: 0 | 1;
  readonly verifiedTimes: 1;
  readonly timeSources: readonly ('log' | 'timestamp-authority')[];
  /** One sentence for people. */
  readonly text: string;
}

/** See {@link TrustRequirements}. Without a trusted root no certificate can be verified. */
export function deriveRequirements(trust: TrustMaterial | undefined): TrustRequirements | undefined {
  if (trust === undefined) return undefined;
  const { tlogs, ctlogs, timestampAuthorities } = trust.trustedRoot;
  const logEntries = tlogs.length > 0 ? 1 : 0;
  const certificateLogPromises = ctlogs.length > 0 ? 1 : 0;
  const timeSources = [
    ...(tlogs.length > 0 ? (['log'] as const) : []),
    ...(timestampAuthorities.length > 0 ? (['timestamp-authority'] as const) : []),
  ];
  const demands = [
    logEntries === 1 ? 'an entry in a transparency log' : 'no log entry (the trusted root names no log)',
    certificateLogPromises === 1 ? 'a certificate from a certificate log' : 'no certificate log',
    `a time of signing from ${timeSources.map((source) => TIME_SOURCE[source]).join(' or ') || 'nobody, so no certificate can pass'}`,
  ];
  return {
    logEntries,
    certificateLogPromises,
    verifiedTimes: 1,
    timeSources,
    text: `A certificate's claim needs ${demands.join(', ')}.`,
  };
}

const TIME_SOURCE = { log: "the log's promise", 'timestamp-authority': 'a timestamp authority' } as const;
