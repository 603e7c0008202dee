import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Metadata, MetadataKind } from '@tufjs/models';
import { MAX_TUF_CACHE_BYTES } from '../limits.js';
import { readBounded } from '../read-bounded.js';
import type { TufRepository } from './tuf-repository.js';

type JsonObject = Parameters<typeof Metadata.fromJSON>[1];

/** What one refresh fetched: everything that is needed to verify the targets again, from the built-in root on. */
export interface TufSnapshot {
  readonly fetchedAt: Date;
  /** Root metadata newer than the built-in one, oldest first; texts, as signed. */
  readonly roots: readonly string[];
  readonly timestamp: string;
  readonly snapshot: string;
  readonly targetsMetadata: string;
  readonly targets: Readonly<Record<string, string>>;
}

/** What the cache holds, and when the first of its metadata expires. */
export interface CachedTuf extends TufSnapshot {
  readonly expires: Date;
}

/**
 * One file per repository and root that it is trusted by, replaced by rename, so that parallel steps never read half of
 * one. What another root vouched for is none of this one's past, and would not verify either.
 */
function fileOf(cacheDir: string, { mirrorUrl, root }: TufRepository): string {
  const name = createHash('sha256').update(mirrorUrl).update('\0').update(root).digest('hex');
  return join(cacheDir, `tuf-${name.slice(0, 32)}.json`);
}

export async function writeCache(
  cacheDir: string,
  repository: TufRepository,
  content: TufSnapshot,
): Promise<void> {
  const file = fileOf(cacheDir, repository);
  const draft = `${file}.${randomUUID()}`;
  await mkdir(cacheDir, { recursive: true });
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  await rename(draft, file);
}

/**
 * What an earlier step left, its signatures and hashes verified again from the built-in root on: a cache is a file that
 * others may have written. Expiry is told and not judged: that is the caller's. Undefined where there is none that holds.
 */
export async function readCache(cacheDir: string, repository: TufRepository): Promise<CachedTuf | undefined> {
  try {
    const bytes = await readBounded(fileOf(cacheDir, repository), MAX_TUF_CACHE_BYTES);
    const content = shaped(JSON.parse(bytes.toString()));
    return { ...content, expires: await verify(content, repository) };
  } catch {
    return undefined; // not there, or not what a refresh of ours wrote: the next refresh replaces it
  }
}

function shaped(json: unknown): TufSnapshot {
  const { fetchedAt, roots, targets, ...metadata } = json as Record<string, unknown>;
  const at = new Date(String(fetchedAt));
  const texts: readonly unknown[] = [
    Object.values(roots as object),
    Object.values(targets as object),
    metadata.timestamp,
    metadata.snapshot,
    metadata.targetsMetadata,
  ].flat();
  if (
    Number.isNaN(at.getTime()) ||
    !Array.isArray(roots) ||
    !texts.every((text) => typeof text === 'string')
  ) {
    throw new Error('not a cache of ours');
  }
  return { ...(json as TufSnapshot), fetchedAt: at };
}

/** The TUF specification's client workflow (5.3 to 5.7) without the network. Answers when the first of it expires. */
async function verify(content: TufSnapshot, repository: TufRepository): Promise<Date> {
  let root = Metadata.fromJSON(MetadataKind.Root, parse(Buffer.from(repository.root).toString()));
  for (const text of content.roots) {
    const next = Metadata.fromJSON(MetadataKind.Root, parse(text));
    root.verifyDelegate(MetadataKind.Root, next);
    next.verifyDelegate(MetadataKind.Root, next);
    if (next.signed.version !== root.signed.version + 1) throw new Error('a root version is missing');
    root = next;
  }
  const timestamp = Metadata.fromJSON(MetadataKind.Timestamp, parse(content.timestamp));
  root.verifyDelegate(MetadataKind.Timestamp, timestamp);
  const snapshot = Metadata.fromJSON(MetadataKind.Snapshot, parse(content.snapshot));
  root.verifyDelegate(MetadataKind.Snapshot, snapshot);
  timestamp.signed.snapshotMeta.verify(Buffer.from(content.snapshot));
  if (timestamp.signed.snapshotMeta.version !== snapshot.signed.version) throw new Error('another snapshot');
  const targets = Metadata.fromJSON(MetadataKind.Targets, parse(content.targetsMetadata));
  root.verifyDelegate(MetadataKind.Targets, targets);
  const meta = snapshot.signed.meta['targets.json'];
  meta?.verify(Buffer.from(content.targetsMetadata));
  if (meta?.version !== targets.signed.version) throw new Error('other targets');
  for (const [name, base64] of Object.entries(content.targets)) {
    const target = targets.signed.targets[name];
    if (target === undefined) throw new Error('a target that is not signed');
    await target.verify(Readable.from([Buffer.from(base64, 'base64')]));
  }
  const ends = [root, timestamp, snapshot, targets].map(({ signed }) => new Date(signed.expires).getTime());
  return new Date(Math.min(...ends));
}

const parse = (text: string): JsonObject => JSON.parse(text) as JsonObject;
