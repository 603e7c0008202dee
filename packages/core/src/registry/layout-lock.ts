import { lstat, open, rename, rm, link } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { LAYOUT_LOCK_STALE_MS, MAX_LAYOUT_LOCK_POLL_MS, MAX_LAYOUT_LOCK_WAIT_MS } from '../limits.js';
import { codeOf, fileFailure, notALayout } from './layout-failure.js';

export type LockContext = Pick<Context, 'clock' | 'random' | 'signal'>;

/**
 * Runs `task` while a lock file is there that says so to all processes which write to one folder. `stillHeld` throws where
 * the lock was taken over meanwhile: it is to be called right before what must not be done twice. A lock that stands
 * unchanged for LAYOUT_LOCK_STALE_MS is one whose owner was ended, since it is held for milliseconds; nobody's clock
 * is compared with another's. Throws WRITE_CONTENDED after MAX_LAYOUT_LOCK_WAIT_MS.
 */
export async function withLock<T>(
  path: string,
  where: string,
  context: LockContext,
  task: (stillHeld: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const own = await acquire(path, where, context);
  const holds = async (): Promise<boolean> => (await look(path, where)) === own;
  try {
    return await task(async () => {
      if (!(await holds())) throw contended(where, 'another process took this one for ended');
    });
  } finally {
    if (await holds()) await rm(path, { force: true });
  }
}

async function acquire(path: string, where: string, { clock, random, signal }: LockContext): Promise<string> {
  let waited = 0;
  let seen: { readonly lock: string | undefined; readonly since: number } = { lock: undefined, since: 0 };
  for (;;) {
    const own = await create(path, where);
    if (own !== undefined) return own;
    const lock = await look(path, where);
    if (lock !== seen.lock) seen = { lock, since: waited };
    if (lock !== undefined && waited - seen.since >= LAYOUT_LOCK_STALE_MS) {
      await takeAway(path, where, lock, random);
      continue;
    }
    if (waited >= MAX_LAYOUT_LOCK_WAIT_MS) throw contended(where, 'others kept writing to its index.json');
    const pause = 1 + random.fraction() * MAX_LAYOUT_LOCK_POLL_MS;
    await clock.sleep(pause, signal);
    waited += pause;
  }
}

/** undefined: someone else's stands there. */
async function create(path: string, where: string): Promise<string | undefined> {
  try {
    const handle = await open(path, 'wx');
    try {
      return identityOf(await handle.stat());
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw fileFailure(error, where, 'write to');
  }
}

async function look(path: string, where: string): Promise<string | undefined> {
  try {
    const found = await lstat(path);
    if (found.isFile()) return identityOf(found);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw fileFailure(error, where, 'read the lock in');
  }
  throw notALayout(where, 'its lock is no regular file');
}

/** Of several that see the same old lock one takes it away; a new one that came meanwhile is put back. */
async function takeAway(
  path: string,
  where: string,
  stale: string,
  random: LockContext['random'],
): Promise<void> {
  const aside = `${path}-${Buffer.from(random.bytes(8)).toString('hex')}`;
  try {
    await rename(path, aside);
    if ((await look(aside, where)) !== stale) await link(aside, path);
  } catch (error) {
    // Another was faster with either.
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw fileFailure(error, where, 'write to');
  } finally {
    await rm(aside, { force: true });
  }
}

/** The same file as it was made: a name says nothing about that. */
const identityOf = ({ ino, mtimeMs }: Stats): string => `${ino} ${mtimeMs}`;

const contended = (where: string, why: string): CountersignError =>
  new CountersignError('WRITE_CONTENDED', {
    what: `${where} could not be brought up to date: ${why}`,
    remedy: 'Run again when fewer runs write to this folder: what is stored already is kept.',
  });
