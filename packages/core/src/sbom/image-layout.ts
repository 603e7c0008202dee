import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { allEnded, createGate } from '../concurrency.js';
import type { Logger } from '../runtime.js';
import type { Subject } from '../digest-set/index.js';
import { counted } from '../counted.js';
import { CountersignError } from '../errors.js';
import { memberAt, parseJson } from '../json.js';
import {
  LAYER_CONCURRENCY,
  MAX_IMAGE_CONFIG_BYTES,
  MAX_IMAGE_PACKED_BYTES,
  MAX_LAYERS_PER_IMAGE,
  MAX_LAYER_TRANSFERS,
} from '../limits.js';
import { hexOf, OCI_INDEX, type Descriptor, type Digest, type ImageManifest } from '../oci/index.js';
import { readManifestDocument, type Repository } from '../registry/index.js';
import { EVIDENCE_WISHES, imageEvidence } from './image-evidence.js';
import { listLayer, type LayerListing } from './image-listing.js';
import type { Evidence } from './types.js';

/** A platform of an image on this machine, as an OCI layout folder that holds it alone. */
export interface FetchedPlatform {
  readonly subject: Subject;
  /** Absolute; `image` in a folder of its own, so that no path of this machine gets into a document. */
  readonly folder: string;
  readonly evidence: readonly Evidence[];
  /** When the image says that it was built. */
  readonly created: Date | undefined;
}

/** How platforms are fetched. `keepLayers: false`: they are listed for evidence and not kept. */
export interface FetchOptions {
  /** An empty folder of this run. */
  readonly folder: string;
  readonly keepLayers: boolean;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/**
 * Fetches platform manifests with their configs and layers, each blob once, its digest checked, and lists each layer for
 * evidence of packages before anything unpacks it. Throws what the repository throws, IMAGE_UNREADABLE for what is no image
 * of archives, LIMIT_EXCEEDED, REGISTRY_MISBEHAVED where a blob is missing.
 */
export async function fetchPlatforms(
  repository: Repository,
  subjects: readonly Subject[],
  options: FetchOptions,
): Promise<readonly FetchedPlatform[]> {
  const blobs = join(options.folder, 'blobs', 'sha256');
  await mkdir(blobs, { recursive: true });
  const manifests = await Promise.all(subjects.map((subject) => readImage(repository, subject, blobs)));
  const layers = new Map(
    manifests.flatMap(({ manifest }) => manifest.layers).map((layer) => [layer.digest, layer]),
  );
  const packed = [...layers.values()].reduce((sum, { size }) => sum + size, 0);
  if (packed > MAX_IMAGE_PACKED_BYTES) {
    throw new CountersignError('LIMIT_EXCEEDED', {
      what: `The layers of the image have ${packed} bytes; at most ${MAX_IMAGE_PACKED_BYTES} are fetched`,
      remedy: 'Give fewer platforms in one run.',
    });
  }
  options.log.info(
    `Fetching ${counted(layers.size, 'layer')} (${megabytes(packed)}) of ${counted(subjects.length, 'platform')}`,
  );
  const gate = createGate(LAYER_CONCURRENCY);
  const diffIds = diffIdsOf(manifests);
  const listings = new Map<Digest, LayerListing>();
  await allEnded(
    [...layers.values()].map((layer) =>
      gate(async () => {
        listings.set(layer.digest, await fetchLayer(repository, layer, blobs, diffIds, options));
      }),
    ),
  );
  return Promise.all(
    manifests.map(async ({ subject, manifest, created }) => {
      const own = manifest.layers.map(({ digest }) => listings.get(digest));
      return {
        subject,
        folder: await layoutOf(subject, options.folder),
        evidence: imageEvidence(own.filter((listing) => listing !== undefined)),
        created,
      };
    }),
  );
}

type DiffIds = ReadonlyMap<Digest, ReadonlySet<unknown>>;

/** What all configs together say of each layer. */
function diffIdsOf(images: readonly ReadImage[]): DiffIds {
  const found = new Map<Digest, Set<unknown>>();
  for (const { manifest, diffIds } of images) {
    for (const [at, { digest }] of manifest.layers.entries())
      found.set(digest, (found.get(digest) ?? new Set()).add(diffIds[at]));
  }
  return found;
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

interface ReadImage {
  readonly subject: Subject;
  readonly manifest: ImageManifest;
  readonly created: Date | undefined;
  /** What the config says that its layers are unpacked. */
  readonly diffIds: readonly unknown[];
}

async function readImage(repository: Repository, subject: Subject, blobs: string): Promise<ReadImage> {
  const stored = await repository.getManifest(subject.digest);
  if (stored === undefined) throw missing(`the manifest ${subject.digest}`);
  const document = readManifestDocument(stored.bytes, stored.descriptor.mediaType, subject.digest);
  if (document.kind !== 'manifest') throw noImage(subject, 'it is an index inside an index');
  const { manifest } = document;
  if (manifest.layers.length > MAX_LAYERS_PER_IMAGE)
    throw noImage(subject, `it has ${manifest.layers.length} layers`);
  const config = await repository.getBlob(manifest.config, MAX_IMAGE_CONFIG_BYTES);
  if (config === undefined) throw missing(`the config ${manifest.config.digest}`);
  const about = parseJson(Buffer.from(config).toString('utf8'));
  // An artifact that is no image has another document there, and nothing that could be unpacked as one.
  const diffIds = memberAt(about, 'rootfs', 'diff_ids');
  if (diffIds === undefined) throw noImage(subject, 'its config names no layers');
  await writeFile(join(blobs, hexOf(subject.digest)), stored.bytes);
  await writeFile(join(blobs, hexOf(manifest.config.digest)), config);
  const created = memberAt(about, 'created');
  return {
    subject,
    manifest,
    created: typeof created === 'string' ? dateOf(created) : undefined,
    diffIds: Array.isArray(diffIds) ? (diffIds as unknown[]) : [],
  };
}

function dateOf(text: string): Date | undefined {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Listed only once its digest is known to be right: nothing is unpacked that somebody changed on the way. */
async function fetchLayer(
  repository: Repository,
  layer: Descriptor,
  blobs: string,
  diffIds: DiffIds,
  { keepLayers, log, signal }: FetchOptions,
): Promise<LayerListing> {
  const path = join(blobs, hexOf(layer.digest));
  const started = performance.now();
  await transfer(repository, layer, `${path}.part`, log);
  const name = `The layer ${layer.digest}`;
  const unpackTo = keepLayers ? `${path}.tar` : undefined;
  const listing = await listLayer(`${path}.part`, name, EVIDENCE_WISHES, signal, unpackTo);
  if (keepLayers) await keepLayer(path, listing, diffIds.get(layer.digest) ?? new Set());
  else await rm(`${path}.part`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  log.debug(
    `Layer ${layer.digest}: ${megabytes(layer.size)}, unpacked ${megabytes(listing.unpackedBytes)}, ${listing.entries} entries, ${seconds} s`,
  );
  return listing;
}

/**
 * Leaves the layer unpacked under the digest of the packed one: syft finds by the first bytes which it is, and so unpacks it
 * no further times. Only where it is what every config says, as runtimes ask before they run it; else it stays as it came.
 */
async function keepLayer(
  path: string,
  { unpacked }: LayerListing,
  diffIds: ReadonlySet<unknown>,
): Promise<void> {
  if (unpacked !== undefined && diffIds.size === 1 && diffIds.has(unpacked.diffId)) {
    await rename(unpacked.path, path);
    await rm(`${path}.part`);
    return;
  }
  if (unpacked !== undefined) await rm(unpacked.path);
  await rename(`${path}.part`, path);
}

/** A stream that was handed over cannot be asked for again by the request layer: here the whole blob is. */
async function transfer(repository: Repository, layer: Descriptor, path: string, log: Logger): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const stream = await repository.openBlob(layer);
      if (stream === undefined) throw missing(`the layer ${layer.digest}`);
      await pipeline(Readable.from(stream, { objectMode: true }), createWriteStream(path));
      return;
    } catch (error) {
      const brokeOff = error instanceof CountersignError && error.code === 'REGISTRY_UNAVAILABLE';
      if (!brokeOff || attempt === MAX_LAYER_TRANSFERS) throw error;
      log.info(`The layer ${layer.digest} is fetched again: ${error.message}`);
    }
  }
}

/** OCI image specification, "Image Layout"; the blobs are those of the whole run. */
async function layoutOf({ digest, mediaType, size }: Subject, folder: string): Promise<string> {
  const layout = join(folder, hexOf(digest), 'image');
  await mkdir(layout, { recursive: true });
  await symlink(join(folder, 'blobs'), join(layout, 'blobs'), 'junction');
  await writeFile(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  const index = { schemaVersion: 2, mediaType: OCI_INDEX, manifests: [{ mediaType, digest, size }] };
  await writeFile(join(layout, 'index.json'), JSON.stringify(index));
  return layout;
}

const missing = (what: string): CountersignError =>
  new CountersignError('REGISTRY_MISBEHAVED', {
    what: `The image cannot be read: ${what} is not there`,
    remedy: 'Push the image again; where it was removed by a clean-up, its manifest should have gone too.',
  });

const noImage = ({ digest }: Subject, why: string): CountersignError =>
  new CountersignError('IMAGE_UNREADABLE', {
    what: `${digest} is no image that has a content to list: ${why}`,
    remedy: 'Give a container image; for another artifact give its file as path.',
  });
