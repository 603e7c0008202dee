import { CountersignError } from '../errors.js';
import type { Context } from '../context.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { digestOf, isDigest, type Descriptor, type Digest } from '../oci/index.js';
import { folderTitle, formatName, type RepositoryName } from '../reference/index.js';
import { markForCosign } from './layout-cosign.js';
import { notALayout } from './layout-failure.js';
import { LayoutImages } from './layout-images.js';
import {
  entriesOfDigest,
  entriesTagged,
  withTag,
  type LayoutEntry,
  type LayoutIndex,
} from './layout-index.js';
import { layoutMediaType } from './layout-manifest.js';
import { createManifestReader, listLayoutReferrers } from './layout-referrers.js';
import { LayoutStore } from './layout-store.js';
import type { Repository, StoredManifest, WriteCondition } from './types.js';

export interface LayoutOptions {
  readonly context: Pick<Context, 'clock' | 'random' | 'signal'>;
  /** The folder as it was given, for people. */
  readonly shown: string;
  /** What claims call its images, in place of what the folder says. */
  readonly title?: RepositoryName | undefined;
}

/**
 * An OCI layout folder as a repository (OCI image specification 1.1, "Image Layout"). Tags are entries of `index.json`;
 * what is put under a digest is a blob, which nobody finds before an index names it. Conditions are kept, since
 * `index.json` is replaced whole under a lock. Referrers are entered in the fallback index under `sha256-<hex>`, in which
 * oras and regclient find them, and which registries without the referrers API know as well. Nothing is read
 * before the first need. Throws LAYOUT_INVALID, LAYOUT_FORBIDDEN, LAYOUT_UNAVAILABLE, LAYOUT_ESCAPES, IMAGE_AMBIGUOUS,
 * WRITE_CONTENDED, DIGEST_MISMATCH and, for what is no manifest, REGISTRY_MISBEHAVED.
 */
export function openLayout(path: string, { context, shown, title }: LayoutOptions): Repository {
  const where = formatName({ folder: shown });
  const store = new LayoutStore(path, where, context);
  const readOnce = createManifestReader(store);
  const name = { folder: shown, title: title === undefined ? folderTitle(path) : formatName(title) };

  const read = async (digest: Digest, entry: Descriptor | undefined): Promise<StoredManifest | undefined> => {
    const bytes = await store.manifest(digest);
    if (bytes === undefined) return undefined;
    if (entry !== undefined && entry.size !== bytes.length) {
      throw otherSize(where, entry, bytes.length);
    }
    const mediaType = layoutMediaType(bytes, entry, `The manifest ${digest} in ${where}`);
    return { bytes, descriptor: { mediaType, digest, size: bytes.length }, etag: etagOf(digest) };
  };
  const getManifest: Repository['getManifest'] = async (target) => {
    const index = await store.index();
    if (isDigest(target)) return read(target, entriesOfDigest(index, target)[0]?.descriptor);
    const entry = entryAt(index, target, where);
    if (entry === undefined) return undefined;
    const stored = await read(entry.digest, entry);
    if (stored !== undefined) return stored;
    throw notALayout(where, `its index.json names ${entry.digest}, which is not among its blobs`);
  };

  const putAt = async (digest: Digest, bytes: Uint8Array, condition?: WriteCondition): Promise<boolean> => {
    if (digestOf(bytes) !== digest) throw new Error('a manifest is put under the digest of another');
    if (condition !== undefined && !holds(condition, (await store.has(digest)) ? digest : undefined))
      return false;
    await store.put(digest, bytes.length, () => bytes);
    return true;
  };
  const putTag = async (tag: string, descriptor: Descriptor, condition?: WriteCondition): Promise<boolean> =>
    store.editIndex((index) => {
      if (condition !== undefined && !holds(condition, entryAt(index, tag, where)?.digest)) return undefined;
      return markForCosign(withTag(index.entries, tag, descriptor), tag);
    });

  const repository: Repository = {
    name,
    folder: new LayoutImages(store, readOnce, { path, folder: shown, title }),
    getManifest,
    headManifest: async (target) => (await getManifest(target))?.descriptor,
    putManifest: async (target, bytes, mediaType, condition) => {
      const digest = digestOf(bytes);
      const descriptor = { mediaType, digest, size: bytes.length };
      if (!isDigest(target)) await store.put(digest, bytes.length, () => bytes);
      const done = isDigest(target)
        ? await putAt(target, bytes, condition)
        : await putTag(target, descriptor, condition);
      return done ? { digest, referrerIndexed: false } : undefined;
    },
    deleteManifest: async (digest) => ((await store.deleteManifest(digest)) ? 'deleted' : 'absent'),
    getBlob: async (descriptor, maxBytes) => {
      if (descriptor.size > maxBytes) throw tooLarge(where, descriptor, maxBytes);
      return store.blob(descriptor);
    },
    openBlob: (descriptor) => store.stream(descriptor),
    putBlob: async (blob) => {
      const isBytes = blob instanceof Uint8Array;
      const [digest, size] = isBytes ? [digestOf(blob), blob.length] : [blob.digest, blob.size];
      await store.put(digest, size, () => (isBytes ? blob : blob.open()));
      return { mediaType: 'application/octet-stream', digest, size };
    },
    listReferrers: (subject, filter) => listLayoutReferrers(repository, store, readOnce, subject, filter),
    referrersSource: () => Promise.resolve('fallback'),
    proveWriteAccess: () => store.proveWritable(),
  };
  return repository;
}

/** The one thing that stands under a tag. Throws IMAGE_AMBIGUOUS where that is not one thing. */
function entryAt(index: LayoutIndex, tag: string, where: string): Descriptor | undefined {
  const tagged = entriesTagged(index, tag);
  const [first, ...others] = new Map(tagged.map((entry) => [digestText(entry), entry])).values();
  if (others.length > 0) throw ambiguous(where, tag, [first, ...others]);
  if (first !== undefined && first.descriptor === undefined) {
    throw notALayout(where, `what its index.json has under ${tag} is no descriptor with a sha256 digest`);
  }
  return first?.descriptor;
}

const digestText = ({ descriptor }: LayoutEntry): string => descriptor?.digest ?? '';

/** Tags move, what is under a digest does not: the digest is version enough. */
const etagOf = (digest: Digest): string => `"${digest}"`;

function holds(condition: WriteCondition, standing: Digest | undefined): boolean {
  switch (condition.kind) {
    case 'absent':
      return standing === undefined;
    case 'match':
      return standing !== undefined && condition.etag === etagOf(standing);
    case 'unchanged':
      return standing === condition.digest;
  }
}

const ambiguous = (
  where: string,
  tag: string,
  entries: readonly (LayoutEntry | undefined)[],
): CountersignError =>
  new CountersignError('IMAGE_AMBIGUOUS', {
    what: `${where} has ${entries.length} entries under ${tag.slice(0, MAX_SHOWN_INPUT_CHARS)}`,
    remedy: `Name one by its digest:\n${entries.map((entry) => entry?.descriptor?.digest ?? 'no digest').join('\n')}`,
  });

const otherSize = (where: string, { digest, size }: Descriptor, length: number): CountersignError =>
  new CountersignError('DIGEST_MISMATCH', {
    what: `The index.json of ${where} gives ${digest} ${size} bytes, and it has ${length}`,
    remedy: 'Do not use this image: what is in the folder was changed or damaged. Build or copy it again.',
  });

const tooLarge = (where: string, { digest, size }: Descriptor, maxBytes: number): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `The blob ${digest} in ${where} has ${size} bytes; at most ${maxBytes} are read`,
    remedy: 'Look at what was stored there: it is larger than anything of its kind.',
  });
