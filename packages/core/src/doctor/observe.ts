import type { Subject } from '../digest-set/index.js';
import { asCountersignError, CountersignError } from '../errors.js';
import { collectClaims, listedType, statedType, type Collected, type StoredClaim } from '../layouts/index.js';
import {
  fallbackEntries,
  fallbackTag,
  requireFallbackEntries,
  type Repository,
  type StoredManifest,
} from '../registry/index.js';
import type { TrustMaterial } from '../trust/index.js';
import { createVerifier, type VerifiedClaim, type Verifier } from '../verify/index.js';
import { organizationsOf, traitsOf, type Traits } from './traits.js';
import type { Observation, ObservedClaim, ObservedReferrers, TrustFacts } from './types.js';

/** What claims are held against: all that the trusted root demands, and all but its logs. */
export interface Judges {
  readonly strict: Verifier;
  /** For claims without a log entry, which some are signed to do without: chain, SCT and timestamp still count. */
  readonly withoutLog: Verifier;
  readonly trust: TrustFacts;
}

/** The judges of a trusted root and of public keys (PEM). Throws KEY_INVALID. */
export function createJudges(trust: TrustMaterial | undefined, keys: readonly string[]): Judges {
  const logless =
    trust === undefined ? undefined : { ...trust, trustedRoot: { ...trust.trustedRoot, tlogs: [] } };
  const authorities = trust?.trustedRoot.certificateAuthorities ?? [];
  return {
    strict: createVerifier({ trust, keys }),
    withoutLog: createVerifier({ trust: logless, keys }),
    trust: {
      organizations: [
        ...new Set(
          authorities.flatMap(({ certChain }) => organizationsOf(certChain?.certificates[0]?.rawBytes)),
        ),
      ],
      logs: (trust?.trustedRoot.tlogs.length ?? 0) > 0,
    },
  };
}

/** An observation, with the bytes behind it: what a repair is made of. */
export interface Seen {
  readonly observation: Observation;
  readonly collected: Collected;
  /** The claim as it is stored. */
  readonly storedAs: (claim: ObservedClaim) => StoredClaim | undefined;
}

/**
 * Looks at everything that stands beside one digest, with the lists as they are served and not as they should be. Throws
 * what the registry throws: nothing is called absent that was not answered for.
 */
export async function observe(
  repository: Repository,
  subject: Pick<Subject, 'digest' | 'platform'>,
  judges: Judges,
  options: { readonly fresh?: boolean; readonly elsewhere?: boolean } = {},
): Promise<Seen> {
  const { digest, platform } = subject;
  const [collected, tag] = await Promise.all([
    collectClaims(repository, digest, { fresh: options.fresh ?? false }),
    repository.getManifest(fallbackTag(digest)),
  ]);
  const referrers = referrersOf(collected, tag, repository.folder !== undefined);
  const stored = new Map<ObservedClaim, StoredClaim>();
  for (const one of collected.claims) stored.set(judge(one, collected, judges), one);
  const unreadable = collected.unreadable.map((one): ObservedClaim => ({
    layout: one.layout,
    digest: one.digest,
    predicateType: listedType(one.digest, collected),
    verified: undefined,
    error: new CountersignError('BUNDLE_MALFORMED', {
      what: `The stored claim cannot be read: ${one.reason}`,
      remedy: 'Look at what was pushed there; it never counts.',
    }),
    traits: undefined,
  }));
  return {
    observation: {
      subject: digest,
      platform,
      elsewhere: options.elsewhere ?? false,
      claims: [...stored.keys(), ...unreadable],
      referrers,
      tags: {
        'signature-tag': !collected.absent.includes('signature-tag'),
        'attestation-tag': !collected.absent.includes('attestation-tag'),
      },
      trust: judges.trust,
    },
    collected,
    storedAs: (claim) => stored.get(claim),
  };
}

function referrersOf(
  { referrers, source, subject }: Collected,
  stored: StoredManifest | undefined,
  isFolder: boolean,
): ObservedReferrers {
  const tag = stored === undefined ? 'absent' : stored.descriptor.digest === subject ? 'image' : 'index';
  // A folder has one list for all readers, made of its fallback index and of what stands in its index.json.
  if (isFolder) return { source: 'folder', entries: referrers, tag, unlisted: [] };
  if (source === 'fallback') {
    return { source, entries: requireFallbackEntries(stored, subject), tag, unlisted: [] };
  }
  const listed = new Set(referrers.map(({ digest }) => digest));
  const indexed = fallbackEntries(stored, subject);
  return {
    source: 'api',
    entries: referrers,
    tag,
    unlisted: indexed.filter(({ digest }) => !listed.has(digest)),
  };
}

function judge(stored: StoredClaim, collected: Collected, judges: Judges): ObservedClaim {
  const { layout, digest, material } = stored;
  const traits = traitsOf(material);
  const common = { layout, digest, traits };
  try {
    const verified = verify(stored, traits, judges);
    return { ...common, predicateType: verified.predicateType, verified, error: undefined };
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.fault !== 'rejection') throw error;
    return { ...common, predicateType: statedType(stored, collected), verified: undefined, error };
  }
}

function verify({ material, subject }: StoredClaim, traits: Traits, judges: Judges): VerifiedClaim {
  try {
    return judges.strict.verify(material, subject);
  } catch (error) {
    const isLogged = traits.form === 'layer' ? traits.promise : traits.entries.length > 0;
    if (isLogged) throw error;
    try {
      return judges.withoutLog.verify(material, subject);
    } catch {
      throw error; // it fails either way: what the whole root says of it says more
    }
  }
}
