import { CountersignError } from '../errors.js';
import { isObject } from '../json.js';
import { MAX_BUILDKIT_LAYERS, MAX_DOCUMENT_BYTES } from '../limits.js';
import { hexOf, IN_TOTO, type Descriptor, type Digest } from '../oci/index.js';
import { readManifestDocument, type Repository } from '../registry/index.js';
import { readJsonDocument } from './json-text.js';

const SPDX = 'https://spdx.dev/Document';

/**
 * The SPDX documents that BuildKit put into an index beside its platforms (`--attest type=sbom`), by the platform manifest
 * they are about: the statement has to name it as its subject, not the annotation alone. They are not signed; the digest
 * of the index covers them. Throws IMAGE_UNREADABLE for one that is about something else, LIMIT_EXCEEDED, and what the
 * repository throws.
 */
export async function readBuildKitSboms(
  repository: Repository,
  root: Digest,
): Promise<ReadonlyMap<Digest, Uint8Array>> {
  const stored = await repository.getManifest(root);
  if (stored === undefined) return new Map();
  const document = readManifestDocument(stored.bytes, stored.descriptor.mediaType, root);
  if (document.kind !== 'index') return new Map();
  const documents = new Map<Digest, Uint8Array>();
  const ids = new Set(document.index.manifests.map(({ digest }) => digest));
  for (const entry of document.index.manifests) {
    const about = entry.annotations?.['vnd.docker.reference.digest'];
    const isAttestation = entry.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
    const platform = [...ids].find((digest) => digest === about);
    if (!isAttestation || platform === undefined) continue;
    const found = await documentOf(repository, entry, platform);
    if (found === undefined) continue;
    if (documents.has(platform)) throw wrong(entry.digest, `is a second one about ${platform}`);
    documents.set(platform, found);
  }
  return documents;
}

async function documentOf(
  repository: Repository,
  entry: Descriptor,
  platform: Digest,
): Promise<Uint8Array | undefined> {
  const stored = await repository.getManifest(entry.digest);
  if (stored === undefined) return undefined;
  const document = readManifestDocument(stored.bytes, stored.descriptor.mediaType, entry.digest);
  if (document.kind !== 'manifest') throw wrong(entry.digest, 'is no manifest');
  const layers = document.manifest.layers.filter(
    ({ mediaType, annotations }) =>
      mediaType === IN_TOTO && annotations?.['in-toto.io/predicate-type'] === SPDX,
  );
  if (layers.length > MAX_BUILDKIT_LAYERS) throw wrong(entry.digest, `has ${layers.length} documents`);
  const predicates: Readonly<Record<string, unknown>>[] = [];
  for (const layer of layers) {
    const bytes = await repository.getBlob(layer, MAX_DOCUMENT_BYTES);
    if (bytes === undefined)
      throw wrong(entry.digest, `names the document ${layer.digest}, which is not there`);
    predicates.push(predicateOf(bytes, layer.digest, platform));
  }
  const chosen = finalStage(predicates);
  if (chosen === undefined && predicates.length > 0)
    throw wrong(entry.digest, `has ${predicates.length} documents, and none of them is called sbom`);
  return chosen === undefined ? undefined : Buffer.from(JSON.stringify(chosen));
}

/** Where stages of the build and its context are scanned too, the image's own document is the one called `sbom`. */
const finalStage = (
  predicates: readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, unknown>> | undefined => {
  const named = predicates.filter(({ name }) => name === 'sbom');
  if (named.length === 1) return named[0];
  return predicates.length === 1 ? predicates[0] : undefined;
};

function predicateOf(bytes: Uint8Array, digest: Digest, platform: Digest): Readonly<Record<string, unknown>> {
  const { value } = readJsonDocument(bytes, `BuildKit's statement ${digest}`, unreadable);
  if (value.predicateType !== SPDX) throw wrong(digest, 'is of another type than its annotation says');
  const subjects = Array.isArray(value.subject) ? (value.subject as unknown[]) : [];
  const names = subjects.map((subject) =>
    isObject(subject) && isObject(subject.digest) ? subject.digest.sha256 : undefined,
  );
  if (names.length === 0 || names.some((name) => name !== hexOf(platform)))
    throw wrong(digest, `does not have ${platform} as its only subject`);
  if (!isObject(value.predicate)) throw wrong(digest, 'has no document in it');
  return value.predicate;
}

const unreadable = (path: string, why: string): CountersignError =>
  new CountersignError('IMAGE_UNREADABLE', {
    what: `${path} cannot be read: ${why}`,
    remedy: REMEDY,
  });

const REMEDY = 'Build the image again with --attest type=sbom, or leave out "source: buildkit".';

const wrong = (digest: Digest, why: string): CountersignError =>
  new CountersignError('IMAGE_UNREADABLE', {
    what: `BuildKit's SBOM attestation ${digest} ${why}`,
    remedy: REMEDY,
  });
