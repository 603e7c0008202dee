import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { CountersignError } from '../errors.js';
import { MAX_DOWNLOADS } from '../limits.js';
import type { Context } from '../context.js';
import type { AssetSource, Fetched } from './source.js';

/** What arrived. */
export interface Downloaded {
  /** 64 hexadecimal digits, of exactly what was written. */
  readonly sha256: string;
  readonly lastModified: Date | undefined;
}

/**
 * Streams a file of a release to `path` and hashes it on the way; one that breaks off is begun again, since the request
 * layer cannot repeat what it has handed over. undefined: it is not there.
 */
export function download(
  context: Context,
  source: AssetSource,
  file: string,
  path: string,
  maxBytes: number,
): Promise<Downloaded | undefined> {
  return again(context, async (begun) => {
    const fetched = await source.fetch(file, maxBytes);
    if (fetched === undefined) return undefined;
    begun();
    return { sha256: await write(fetched, path), lastModified: fetched.lastModified };
  });
}

/** A small file of a release, whole. undefined: it is not there. */
export function downloadWhole(
  context: Context,
  source: AssetSource,
  file: string,
  maxBytes: number,
): Promise<{ readonly bytes: Buffer; readonly lastModified: Date | undefined } | undefined> {
  return again(context, async (begun) => {
    const fetched = await source.fetch(file, maxBytes);
    if (fetched === undefined) return undefined;
    begun();
    const chunks: Uint8Array[] = [];
    for await (const chunk of fetched.body) chunks.push(chunk);
    return { bytes: Buffer.concat(chunks), lastModified: fetched.lastModified };
  });
}

async function write({ body }: Fetched, path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'w', 0o600);
  try {
    for await (const chunk of body) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

async function again<T>(context: Context, transfer: (begun: () => void) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const state = { begun: false };
    try {
      return await transfer(() => {
        state.begun = true;
      });
    } catch (error) {
      if (!state.begun || !brokeOff(error) || attempt >= MAX_DOWNLOADS) throw error;
      context.log.info(`${error.message}; the download is begun again`);
    }
  }
}

/** A connection that was lost has the socket's error as its cause; what is too large or interrupted has none, or another code. */
const brokeOff = (error: unknown): error is CountersignError =>
  error instanceof CountersignError &&
  error.fault === 'infrastructure' &&
  error.code !== 'INTERRUPTED' &&
  error.cause !== undefined;
