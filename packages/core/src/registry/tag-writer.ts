import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { DEFAULT_SETTLE_MS, MAX_SETTLE_ROUNDS, MAX_TAG_WRITES, SETTLE_READS } from '../limits.js';
import type { Descriptor, Digest } from '../oci/index.js';
import { formatName } from '../reference/index.js';
import { ConditionProbe } from './condition-probe.js';
import { supersededBy } from './supersedes.js';
import type { Repository, StoredManifest, WriteCondition } from './types.js';

/** What stands under a mutable tag, as a set of entries: the layers of a `.sig` or `.att`, the manifests of an index. */
export interface TagFormat {
  /** The entries that stand there; none for a manifest of another kind, which is then replaced. */
  entries(stored: StoredManifest): readonly Descriptor[];
  /** Two entries with one key are one entry. */
  keyOf(entry: Descriptor): string;
  /** Digests that are written whatever another entry names as superseded; none unless said. */
  readonly keeps?: ReadonlySet<Digest>;
  /** The manifest of these entries, what it needs (a config) uploaded. `current`: what it will replace. */
  compose(
    entries: readonly Descriptor[],
    current: StoredManifest | undefined,
  ): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }>;
}

export interface TagWriterOptions {
  readonly context: Pick<Context, 'clock' | 'random' | 'log' | 'signal'>;
  /** Milliseconds, on average, between the re-reads that confirm a write; default DEFAULT_SETTLE_MS. */
  readonly settleMs?: number;
  /** Trusts that nobody else writes at the same time, where the registry knows no conditional writes. */
  readonly unsafeNoSettle?: boolean;
}

/**
 * Writes mutable tags that others write at the same moment, so that no one's entries are lost. Each tag is read,
 * merged and written: with If-Match or If-None-Match where the registry was seen to honour them (then nothing is lost
 * however writers interleave), else plainly, and `settle` confirms it at the end of the session.
 */
export interface TagWriter {
  /**
   * Merges entries into what stands there; nothing is written where they stand already. Writes of one tag queue.
   * `seenAbsent`: nothing stood there a moment ago, so the first write is not preceded by a read; what came since shows by
   * its condition. `drop`: entries of these digests leave, and stay away for the rest of the session; what another entry
   * names as superseded is not written again. Throws TAG_IMMUTABLE, WRITE_CONTENDED and what the repository throws.
   */
  write(
    tag: string,
    format: TagFormat,
    own: readonly Descriptor[],
    options?: { readonly seenAbsent?: boolean; readonly drop?: readonly Digest[] },
  ): Promise<{ readonly written: boolean }>;
  /**
   * Run once, after the last write: for all tags at a time, re-reads until SETTLE_READS in a row hold every entry that
   * this session wrote or ever saw, and writes again where one is missing. Throws WRITE_CONTENDED.
   */
  settle(): Promise<void>;
}

export function createTagWriter(repository: Repository, options: TagWriterOptions): TagWriter {
  const session: Session = {
    repository,
    options,
    probe: new ConditionProbe(repository),
  };
  const tags = new Map<string, TagState>();
  return {
    write: (tag, format, own, { seenAbsent = false, drop = [] } = {}) => {
      const known = tags.get(tag);
      const state = known ?? newState(tag, format);
      tags.set(tag, state);
      const isFirst = known === undefined && seenAbsent;
      // After the one before it, whatever became of that one: its caller was told.
      const writing = state.queue.then(
        () => mergeAndWrite(session, state, { own, drop, seenAbsent: isFirst }),
        () => mergeAndWrite(session, state, { own, drop, seenAbsent: isFirst }),
      );
      state.queue = writing;
      return writing;
    },
    settle: async () => {
      if (options.unsafeNoSettle === true) return;
      await Promise.all(
        [...tags.values()].map(async (state) => {
          if (state.written === 'under condition' && (await stillStands(session, state))) return;
          if (state.written !== 'no') await settleTag(session, state);
        }),
      );
    },
  };
}

interface Session {
  readonly repository: Repository;
  readonly options: TagWriterOptions;
  readonly probe: ConditionProbe;
}

interface TagState {
  readonly tag: string;
  readonly format: TagFormat;
  /** Every entry that this session wrote or saw under the tag, in the order first seen. */
  readonly seen: Map<string, Descriptor>;
  /** What this session took away. */
  readonly dropped: Set<Digest>;
  queue: Promise<unknown>;
  /** `plainly`: without a condition that the registry keeps, so that settle has to confirm it. */
  written: 'no' | 'under condition' | 'plainly';
}

const newState = (tag: string, format: TagFormat): TagState => ({
  tag,
  format,
  seen: new Map(),
  dropped: new Set(),
  queue: Promise.resolve(),
  written: 'no',
});

async function mergeAndWrite(
  session: Session,
  state: TagState,
  {
    own,
    drop,
    seenAbsent,
  }: { readonly own: readonly Descriptor[]; readonly drop: readonly Digest[]; readonly seenAbsent: boolean },
): Promise<{ written: boolean }> {
  const { clock, random, signal } = session.options.context;
  let current = seenAbsent ? undefined : await session.repository.getManifest(state.tag);
  for (const digest of drop) state.dropped.add(digest);
  take(state, current);
  for (const entry of own) remember(state, entry);
  for (let attempt = 1; attempt <= MAX_TAG_WRITES; attempt += 1) {
    if (isAsWanted(state, take(state, current))) return { written: attempt > 1 };

    const manifest = await state.format.compose(merged(state, current), current);
    const condition = await session.probe.conditionFor(current, manifest);
    if ((await put(session, state, manifest, condition)) === 'stored') return { written: true };
    // Someone else was first. A little apart, or all who were refused come back at once.
    await clock.sleep(random.fraction() * Math.min(50 * attempt, 1000), signal);
    const latest = await session.repository.getManifest(state.tag);
    if (condition.kind !== 'unchanged' && sameVersion(latest, current)) session.probe.refusedInVain();
    current = latest;
  }
  throw contended(session, state, `${MAX_TAG_WRITES} writes were each overtaken by another`);
}

/** One look at what was written under a condition: an entry that is gone shows a writer, or a registry, that keeps none. */
async function stillStands({ repository }: Session, state: TagState): Promise<boolean> {
  return isAsWanted(state, take(state, await repository.getManifest(state.tag, { fresh: true })));
}

async function settleTag(session: Session, state: TagState): Promise<void> {
  const { clock, random, log, signal } = session.options.context;
  const { settleMs = DEFAULT_SETTLE_MS } = session.options;
  for (let round = 1, confirmed = 0; confirmed < SETTLE_READS; round += 1) {
    if (round > MAX_SETTLE_ROUNDS) {
      throw contended(session, state, `it was not confirmed in ${MAX_SETTLE_ROUNDS} readings`);
    }
    await clock.sleep(settleMs * (0.5 + random.fraction()), signal);
    const current = await session.repository.getManifest(state.tag);
    if (isAsWanted(state, take(state, current))) {
      confirmed += 1;
      continue;
    }
    confirmed = 0;
    log.debug(`Entries of ${state.tag} were overwritten by another writer; writing them again`);
    await writeAgain(session, state, current);
  }
}

/** Without a condition of the registry's: it was seen to lose an entry. */
async function writeAgain(
  session: Session,
  state: TagState,
  read: StoredManifest | undefined,
): Promise<void> {
  let current = read;
  for (let attempt = 1; attempt <= MAX_TAG_WRITES; attempt += 1) {
    const manifest = await state.format.compose(merged(state, current), current);
    const condition = { kind: 'unchanged', digest: digestOf(current) } as const;
    if ((await put(session, state, manifest, condition)) === 'stored') return;
    current = await session.repository.getManifest(state.tag);
    if (isAsWanted(state, take(state, current))) return;
  }
}

async function put(
  { repository }: Session,
  state: TagState,
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
  condition: WriteCondition,
): Promise<'stored' | 'overtaken'> {
  // Said before: a write whose answer is lost may have taken effect.
  if (condition.kind === 'unchanged') state.written = 'plainly';
  const answer = await repository.putManifest(state.tag, bytes, mediaType, condition);
  if (answer === undefined) return 'overtaken';
  if (state.written === 'no') state.written = 'under condition';
  return 'stored';
}

/**
 * What stands there, each entry once and in its order, then what is missing in the order first seen; without what was
 * dropped. What an entry that stands names as superseded is not brought back, and stays where it stands: nobody signed
 * those names, so a stranger's must not take anything away.
 */
function merged(state: TagState, current: StoredManifest | undefined): readonly Descriptor[] {
  const { format, seen } = state;
  const standing = current === undefined ? [] : format.entries(current);
  const union = new Map(standing.map((entry) => [format.keyOf(entry), entry]));
  const gone = goneFrom(state, standing);
  for (const [key, entry] of seen) if (!union.has(key) && !gone.has(entry.digest)) union.set(key, entry);
  return [...union.values()].filter(({ digest }) => !state.dropped.has(digest));
}

/** The entries that stand there now; what was not known is remembered. */
function take(state: TagState, stored: StoredManifest | undefined): readonly Descriptor[] {
  const entries = stored === undefined ? [] : state.format.entries(stored);
  for (const entry of entries) remember(state, entry);
  return entries;
}

function remember(state: TagState, entry: Descriptor): void {
  const key = state.format.keyOf(entry);
  if (!state.seen.has(key)) state.seen.set(key, entry);
}

/** Whether all that this session wrote or saw stands there, but for what has left, and nothing that it dropped. */
function isAsWanted(state: TagState, standing: readonly Descriptor[]): boolean {
  const keys = new Set(standing.map((entry) => state.format.keyOf(entry)));
  const gone = goneFrom(state, standing);
  return (
    [...state.seen].every(([key, { digest }]) => keys.has(key) || gone.has(digest)) &&
    !standing.some(({ digest }) => state.dropped.has(digest))
  );
}

function goneFrom({ dropped, format }: TagState, standing: readonly Descriptor[]): ReadonlySet<Digest> {
  const named = standing.flatMap(({ annotations }) => supersededBy(annotations));
  return new Set([...dropped, ...named.filter((digest) => format.keeps?.has(digest) !== true)]);
}

const digestOf = (stored: StoredManifest | undefined): Digest | undefined => stored?.descriptor.digest;

const sameVersion = (left: StoredManifest | undefined, right: StoredManifest | undefined): boolean =>
  digestOf(left) === digestOf(right) && left?.etag === right?.etag;

const contended = ({ repository }: Session, { tag }: TagState, why: string): CountersignError =>
  new CountersignError('WRITE_CONTENDED', {
    what: `The tag ${tag} in ${formatName(repository.name)} could not be brought up to date: ${why}`,
    remedy: 'Run again when fewer runs write to this image: what is stored already is kept.',
  });
