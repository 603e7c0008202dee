import { CountersignError } from '../errors.js';
import { MAX_MENDED_ANNOTATION_CHARS, MAX_MENDED_DESCRIPTORS, MEND_CONCURRENCY } from '../limits.js';
import { OCI_EMPTY, OCI_INDEX, hexOf, type Descriptor, type Digest } from '../oci/index.js';
import { formatName } from '../reference/index.js';
import { foreignEntries, holdsEntries, KeptEntries } from './kept-entries.js';
import { readManifestDocument, type ManifestDocument } from './manifest-document.js';
import type { TagFormat } from './tag-writer.js';
import type { Repository, StoredManifest } from './types.js';

/** The tag of the fallback index (OCI distribution specification, "Referrers Tag Schema"). */
export const fallbackTag = (subject: Digest): string => `sha256-${hexOf(subject)}`;

/** The entries of a fallback index; none where something else stands under its tag. */
export function fallbackEntries(stored: StoredManifest | undefined, subject: Digest): readonly Descriptor[] {
  // `cosign copy` puts the image itself under this tag: its platform manifests are no referrers.
  if (stored === undefined || stored.descriptor.digest === subject) return [];
  const document = documentOf(stored, `The fallback index of ${subject}`);
  return document?.kind === 'index' ? document.index.manifests : [];
}

/** The same; throws REGISTRY_MISBEHAVED for an index that holds entries and cannot be read: others may read it. */
export function requireFallbackEntries(
  stored: StoredManifest | undefined,
  subject: Digest,
): readonly Descriptor[] {
  if (stored !== undefined && stored.descriptor.digest !== subject) {
    readUnlessJunk(stored, `The fallback index of ${subject}`);
  }
  return fallbackEntries(stored, subject);
}

/**
 * How the fallback index of a subject is written: descriptors that other tools wrote wrongly are mended on the way, and
 * nothing else of theirs is changed or lost. Composing throws REGISTRY_MISBEHAVED for an index that cannot be read.
 */
export function fallbackFormat(
  repository: Pick<Repository, 'name' | 'getManifest'>,
  subject: Digest,
  looksWrong: (entry: Descriptor) => boolean = lacksTypeOrAnnotations,
): TagFormat {
  const known = new Map<Digest, Descriptor>();
  const kept = new KeptEntries(({ digest }) => digest);
  return {
    entries: (stored) => {
      const entries = fallbackEntries(stored, subject);
      if (entries.length > 0) kept.note(stored, 'manifests');
      return entries;
    },
    keyOf: ({ digest }) => digest,
    compose: async (entries, current) => {
      const mended = await mendDescriptors(repository, entries, known, looksWrong);
      const others = current === undefined || current.descriptor.digest === subject ? undefined : current;
      const document = others && readUnlessJunk(others, `The fallback index of ${subject}`);
      const manifests = [
        ...mended.map((entry) => kept.asStored(entry)),
        ...(others === undefined ? [] : foreignEntries(others)),
      ];
      const annotations = document?.kind === 'index' ? document.index.annotations : undefined;
      const index = {
        schemaVersion: 2,
        mediaType: OCI_INDEX,
        manifests,
        ...(annotations === undefined ? {} : { annotations }),
      };
      return { bytes: Buffer.from(JSON.stringify(index)), mediaType: OCI_INDEX };
    },
  };
}

/**
 * The descriptor of a referrer as an index must have it: with the artifact type of its manifest (its config's type where
 * it names none) and its annotations.
 */
export function referrerDescriptor(
  descriptor: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>,
  document: ManifestDocument,
): Descriptor {
  const { artifactType, annotations } = document.kind === 'index' ? document.index : document.manifest;
  const type =
    artifactType ?? (document.kind === 'manifest' ? document.manifest.config.mediaType : undefined);
  return {
    mediaType: descriptor.mediaType,
    digest: descriptor.digest,
    size: descriptor.size,
    ...(type === undefined ? {} : { artifactType: type }),
    ...(annotations === undefined ? {} : { annotations }),
  };
}

/**
 * go-containerregistry before 0.21.6 (cosign up to 3.0.6) writes the empty type as artifactType and no annotations,
 * later ones no annotations: readers that filter by type see nothing then. The manifests themselves say what is right.
 * A manifest that is gone, cannot be read, has no subject or annotations that would fill the index leaves its entry as it is: `oras cp -r` adds referrers to what
 * `cosign copy` put under this tag, so platform manifests of the image may stand among them. `known` saves asking twice.
 */
export async function mendDescriptors(
  repository: Pick<Repository, 'name' | 'getManifest'>,
  entries: readonly Descriptor[],
  known: Map<Digest, Descriptor>,
  looksWrong: (entry: Descriptor) => boolean,
): Promise<readonly Descriptor[]> {
  const doubtful = entries.filter((entry) => looksWrong(entry) && !known.has(entry.digest));
  const bounded = doubtful.slice(0, MAX_MENDED_DESCRIPTORS);
  for (let at = 0; at < bounded.length; at += MEND_CONCURRENCY) {
    const batch = bounded.slice(at, at + MEND_CONCURRENCY);
    const found = await Promise.all(batch.map((entry) => fromManifest(repository, entry)));
    for (const [index, entry] of batch.entries()) known.set(entry.digest, found[index] ?? entry);
  }
  return entries.map((entry) => (looksWrong(entry) ? (known.get(entry.digest) ?? entry) : entry));
}

/** For a reader: a filter by type would pass it over. */
export const lacksType = ({ artifactType }: Descriptor): boolean =>
  artifactType === undefined || artifactType === OCI_EMPTY;

/** For a writer, who leaves nothing wrong behind. */
const lacksTypeOrAnnotations = (entry: Descriptor): boolean =>
  lacksType(entry) || entry.annotations === undefined;

async function fromManifest(
  repository: Pick<Repository, 'name' | 'getManifest'>,
  entry: Descriptor,
): Promise<Descriptor | undefined> {
  const stored = await repository.getManifest(entry.digest).catch((error: unknown) => {
    // An entry that anyone put there must not stop the others: only what could pass on a later run is passed on.
    if (
      error instanceof CountersignError &&
      (error.code === 'REGISTRY_MISBEHAVED' || error.fault === 'rejection')
    ) {
      return undefined;
    }
    throw error;
  });
  if (stored === undefined) return undefined;
  const document = documentOf(stored, `The manifest ${entry.digest} in ${formatName(repository.name)}`);
  if (document === undefined) return undefined;
  const { subject, annotations = {} } = document.kind === 'index' ? document.index : document.manifest;
  const isTooLong = JSON.stringify(annotations).length > MAX_MENDED_ANNOTATION_CHARS;
  return subject === undefined || isTooLong ? undefined : referrerDescriptor(stored.descriptor, document);
}

/** As documentOf; but an index with entries that cannot be read must not be written over, nor be called empty. */
function readUnlessJunk(stored: StoredManifest, where: string): ManifestDocument | undefined {
  const document = documentOf(stored, where);
  if (document !== undefined || !holdsEntries(stored)) return document;
  return readManifestDocument(stored.bytes, stored.descriptor.mediaType, where);
}

/** undefined for what is neither manifest nor index: anyone who may push may put anything there. */
function documentOf(stored: StoredManifest, where: string): ManifestDocument | undefined {
  try {
    return readManifestDocument(stored.bytes, stored.descriptor.mediaType, where);
  } catch (error) {
    if (error instanceof CountersignError) return undefined;
    throw error;
  }
}
