import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import {
  MAX_ERROR_EXCERPT_CHARS,
  MAX_TRUST_AGE_MS,
  MAX_TRUSTED_ROOT_BYTES,
  TRUST_REFRESH_AFTER_MS,
  WARN_TRUST_AGE_MS,
} from '../limits.js';
import { formatAge } from './age.js';
import { readCache, writeCache } from './tuf-cache.js';
import type { CachedTuf, TufSnapshot } from './tuf-cache.js';
import { ContextFetcher } from './tuf-fetcher.js';
import { publicGoodRepository } from './tuf-repository.js';
import type { TufRepository } from './tuf-repository.js';

export interface TufTarget {
  readonly bytes: Uint8Array;
  /** `just fetched` or how old it is, for people. */
  readonly age: string;
}

/** The first is needed by whoever verifies, the others by whoever signs; one refresh fetches all that are there. */
const TARGETS = [
  'trusted_root.json',
  'signing_config.v0.2.json',
  'signing_config_rekor_v2.v0.2.json',
] as const;

/**
 * A target of a TUF repository, the public-good one by default: as an earlier step of this job fetched it, else fetched
 * now. With the repository out of reach, what is cached is used for as long as `cachedFor` of the repository says, and
 * its age is said. Throws TRUST_UNAVAILABLE (nothing was decided), INTERRUPTED.
 */
export async function readTufTarget(
  name: (typeof TARGETS)[number],
  from: {
    readonly context: Pick<Context, 'http' | 'clock' | 'log'>;
    readonly cacheDir: string;
    readonly repository?: TufRepository;
  },
): Promise<TufTarget> {
  const { context, cacheDir, repository = publicGoodRepository() } = from;
  const cached = await readCache(cacheDir, repository);
  const now = context.clock.now();
  const ageMs = cached === undefined ? Infinity : now.getTime() - cached.fetchedAt.getTime();
  if (cached !== undefined && ageMs >= 0 && ageMs < TRUST_REFRESH_AFTER_MS && cached.expires > now) {
    return targetOf(cached, name, `${formatAge(ageMs)} old`, repository);
  }
  // With something to fall back on a refresh is tried once, else for as long as any other request.
  const usable = cached !== undefined && isUsable(cached, ageMs, now, repository) ? cached : undefined;
  try {
    const fresh = await refresh(repository, context, cacheDir, cached, usable === undefined);
    return targetOf(fresh, name, 'just fetched', repository);
  } catch (error) {
    if (!(error instanceof OutOfReach)) throw error;
    const age = formatAge(ageMs);
    if (usable === undefined) throw tooOld(error.failure, cached && unusable(cached, age, now, repository));
    const emphasis = ageMs > WARN_TRUST_AGE_MS ? ': they may lack what changed since' : '';
    context.log.warn(
      `The trust repository cannot be reached. Its files of ${age} ago are used${emphasis}. (${error.failure.message})`,
    );
    return targetOf(usable, name, `${age} old, the repository cannot be reached`, repository);
  }
}

/** A time of fetching that lies ahead was not written by a run of ours, or the clock has been set back. */
const isUsable = (cached: CachedTuf, ageMs: number, now: Date, { cachedFor }: TufRepository): boolean =>
  ageMs >= 0 && (cachedFor === 'its-lifetime' ? cached.expires > now : ageMs < MAX_TRUST_AGE_MS);

const unusable = ({ expires }: CachedTuf, age: string, now: Date, { cachedFor }: TufRepository): string =>
  cachedFor === 'its-lifetime' && expires <= now
    ? `the copy that is there expired at ${expires.toISOString()}`
    : `the copy that is there is ${age} old, too old to use`;

class OutOfReach extends Error {
  readonly failure: CountersignError;

  constructor(failure: CountersignError) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * Runs the TUF client workflow in a folder of its own, from the newest root that was seen on, and keeps what it fetched:
 * keys that were rotated away are not trusted again because a mirror no longer shows the rotation (specification 5.3).
 */
async function refresh(
  repository: TufRepository,
  { http, clock }: Pick<Context, 'http' | 'clock'>,
  cacheDir: string,
  cached: TufSnapshot | undefined,
  retry: boolean,
): Promise<TufSnapshot> {
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'tuf-'));
  const fetcher = new ContextFetcher(http, folder, retry);
  try {
    const file = (name: string): string => join(folder, `${name}.json`);
    await writeFile(file('root'), cached?.roots.at(-1) ?? repository.root);
    // The versions seen last make a rollback visible (TUF specification 5.4.3, 5.5.5).
    if (cached !== undefined) {
      await writeFile(file('timestamp'), cached.timestamp);
      await writeFile(file('snapshot'), cached.snapshot);
      await writeFile(file('targets'), cached.targetsMetadata);
    }
    const updater = new Updater({
      metadataDir: folder,
      metadataBaseUrl: repository.mirrorUrl,
      targetBaseUrl: `${repository.mirrorUrl}/targets`,
      fetcher,
    });
    await updater.refresh();
    const targets: Record<string, string> = {};
    for (const name of TARGETS) {
      const info = await updater.getTargetInfo(name);
      if (info === undefined) continue;
      if (info.length > MAX_TRUSTED_ROOT_BYTES)
        throw new Error(`${name} has ${info.length} bytes, and at most ${MAX_TRUSTED_ROOT_BYTES} are read`);
      const path = await updater.downloadTarget(info, join(folder, 'target'));
      targets[name] = (await readFile(path)).toString('base64');
    }
    const text = async (name: string): Promise<string> => (await readFile(file(name))).toString();
    const fresh: TufSnapshot = {
      fetchedAt: clock.now(),
      roots: [...(cached?.roots ?? []), ...fetcher.roots.map(String)],
      timestamp: await text('timestamp'),
      snapshot: await text('snapshot'),
      targetsMetadata: await text('targets'),
      targets,
    };
    await writeCache(cacheDir, repository, fresh);
    return fresh;
  } catch (cause) {
    if (fetcher.failure?.code === 'INTERRUPTED') throw fetcher.failure;
    if (fetcher.failure !== undefined) throw new OutOfReach(fetcher.failure);
    throw new CountersignError('TRUST_UNAVAILABLE', {
      what: `What the trust repository ${repository.mirrorUrl} answers does not verify (TUF): ${reasonOf(cause)}`,
      remedy:
        repository.cachedFor === 'its-lifetime'
          ? 'See that tuf-root is a root.json of this very mirror (tuf-mirror), and that its metadata was renewed before it expired.'
          : 'Run again later. If it stays, update Countersign (its built-in TUF root may be too old), or give a trusted root as a file.',
      cause,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause))
    .slice(0, MAX_ERROR_EXCERPT_CHARS)
    .replaceAll(/[^\x20-\x7e]/g, '?');

function targetOf(
  snapshot: TufSnapshot,
  name: keyof typeof INSTEAD,
  age: string,
  { mirrorUrl }: TufRepository,
): TufTarget {
  const base64 = snapshot.targets[name];
  if (base64 === undefined) {
    throw new CountersignError('TRUST_UNAVAILABLE', {
      what: `The trust repository ${mirrorUrl} has no ${name}`,
      remedy: `Give the file yourself (${INSTEAD[name]}), or run again once the repository has it.`,
    });
  }
  return { bytes: Buffer.from(base64, 'base64'), age };
}

/** The input that takes the file of a user's own in place of a target. */
const INSTEAD = {
  'trusted_root.json': 'trusted-root',
  'signing_config.v0.2.json': 'signing-config',
  'signing_config_rekor_v2.v0.2.json': 'signing-config',
} as const satisfies Record<(typeof TARGETS)[number], string>;

const tooOld = (cause: CountersignError, why = 'no earlier copy is there'): CountersignError =>
  new CountersignError('TRUST_UNAVAILABLE', {
    what: `${cause.message}; ${why}`,
    remedy:
      'Run again when the trust repository can be reached, or give a trusted root as a file (trusted-root).',
    cause,
  });
