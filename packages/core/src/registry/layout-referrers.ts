import { createGate } from '../concurrency.js';
import { CountersignError } from '../errors.js';
import { COLLECT_CONCURRENCY } from '../limits.js';
import { IMAGE_MEDIA_TYPES, type Descriptor, type Digest } from '../oci/index.js';
import {
  fallbackEntries,
  fallbackTag,
  lacksType,
  mendDescriptors,
  referrerDescriptor,
} from './fallback-index.js';
import { layoutMediaType } from './layout-manifest.js';
import type { LayoutStore } from './layout-store.js';
import { readManifestDocument } from './manifest-document.js';
import type { ReferrerList, Repository } from './types.js';

/** What a manifest in a folder is about, and what it is made of. */
interface ReadManifest {
  /** As a list of referrers has it. */
  readonly descriptor: Descriptor;
  readonly subject: Digest | undefined;
  /** The manifests of an index. */
  readonly children: readonly Digest[];
}

/** Reads a manifest; undefined for what is none. */
export type ManifestReader = (digest: Digest) => Promise<ReadManifest | undefined>;

/** What is under a digest does not change, so it is read once. */
export function createManifestReader(store: LayoutStore): ManifestReader {
  const known = new Map<Digest, ReturnType<typeof readManifest>>();
  return (digest) => {
    const reading = known.get(digest) ?? readManifest(store, digest);
    known.set(digest, reading);
    const forget = (): boolean => known.delete(digest);
    reading.then((found) => (found === 'absent' ? forget() : undefined), forget);
    return reading.then((found) => (typeof found === 'string' ? undefined : found));
  };
}

/**
 * All referrers of a digest in a folder: those in its fallback index, as this client and regclient enter them, and those
 * that stand in `index.json` themselves, as oras enters them.
 */
export async function listLayoutReferrers(
  repository: Pick<Repository, 'name' | 'getManifest'>,
  store: LayoutStore,
  read: ManifestReader,
  subject: Digest,
  { artifactType }: { artifactType?: string } = {},
): Promise<ReferrerList> {
  const [{ entries }, stored] = await Promise.all([
    store.index(),
    repository.getManifest(fallbackTag(subject)),
  ]);
  const gate = createGate(COLLECT_CONCURRENCY);
  const direct = await Promise.all(
    entries.map(async ({ descriptor }) => {
      if (descriptor === undefined || !IMAGE_MEDIA_TYPES.includes(descriptor.mediaType)) return undefined;
      const found = await gate(() => read(descriptor.digest));
      return found?.subject === subject ? found.descriptor : undefined;
    }),
  );
  const entered = await mendDescriptors(repository, fallbackEntries(stored, subject), new Map(), lacksType);
  const all = new Map(
    [...entered, ...direct.filter((one) => one !== undefined)].map((one) => [one.digest, one]),
  );
  const descriptors = [...all.values()].filter(
    (one) => artifactType === undefined || one.artifactType === artifactType,
  );
  return { source: 'fallback', descriptors };
}

async function readManifest(
  store: LayoutStore,
  digest: Digest,
): Promise<ReadManifest | 'absent' | 'no manifest'> {
  try {
    const bytes = await store.manifest(digest);
    if (bytes === undefined) return 'absent';
    const where = `The manifest ${digest} in ${store.where}`;
    const mediaType = layoutMediaType(bytes, undefined, where);
    const document = readManifestDocument(bytes, mediaType, where);
    const { subject } = document.kind === 'index' ? document.index : document.manifest;
    const children = document.kind === 'index' ? document.index.manifests : [];
    return {
      descriptor: referrerDescriptor({ mediaType, digest, size: bytes.length }, document),
      subject: subject?.digest,
      children: children.map((child) => child.digest),
    };
  } catch (error) {
    // What is no manifest refers to nothing; what could not be looked at is told.
    if (
      error instanceof CountersignError &&
      (error.code === 'REGISTRY_MISBEHAVED' || error.fault === 'rejection')
    ) {
      return 'no manifest';
    }
    throw error;
  }
}
