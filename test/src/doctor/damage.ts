import { pushManifest } from '@countersign/testbed';
import { digestOf, objectsOf, partsOf, type Referrer } from '../interop/rig/objects.js';
import type { Stage } from '../interop/contract.js';

/** Where things are broken: a registry that one may write to. */
export type Registry = Pick<Stage, 'host' | 'auth'>;

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const EMPTY = 'application/vnd.oci.empty.v1+json';
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const CONFIG = Buffer.from('{}');

interface Layers {
  layers: { digest: string; size: number; mediaType: string; annotations?: Record<string, string> }[];
}

/** What a copy takes along, beside the image itself. */
export interface Copied {
  /** Suffixes of tags: `.sig`, `.att`. */
  readonly tags: readonly string[];
  /** `right`: with a whole index where the registry needs one; `old`: with one as cosign up to 3.0.6 writes it. */
  readonly referrers: 'none' | 'right' | 'old';
  /** `cosign copy` puts the image itself under the tag of the fallback index. */
  readonly imageUnderTag?: boolean;
}

/** Copies what stands beside one digest to the same digest elsewhere, as copying tools do: not all of it. */
export async function copyBeside(
  registry: Registry,
  from: string,
  to: string,
  { tags, referrers, imageUnderTag = false }: Copied,
): Promise<void> {
  const objects = objectsOf(registry);
  const [source, target] = [partsOf(from), partsOf(to)];
  const copyBlobs = async (bytes: Buffer): Promise<void> => {
    const { layers, config } = JSON.parse(bytes.toString()) as Layers & { config: { digest: string } };
    for (const { digest } of [config, ...layers]) {
      await objects.putBlob(target.repository, await objects.blob(source.repository, digest));
    }
  };
  for (const suffix of tags) {
    const tag = tagOf(source.digest) + suffix;
    const stored = await objects.manifest(source.repository, tag);
    if (stored === undefined) throw new Error(`there is no ${tag}`);
    await copyBlobs(stored.bytes);
    await objects.putManifest(target.repository, stored.bytes, stored.mediaType, tag);
  }
  if (referrers !== 'none') {
    const list = await objects.referrers(source.repository, source.digest);
    for (const { digest } of list) {
      const stored = await objects.manifest(source.repository, digest);
      if (stored === undefined) throw new Error(`there is no ${digest}`);
      await copyBlobs(stored.bytes);
      await objects.putManifest(target.repository, stored.bytes, stored.mediaType);
    }
    await putIndex(registry, to, referrers === 'old' ? list.map(asOldCosign) : list);
  }
  if (imageUnderTag) {
    const image = await objects.manifest(target.repository, target.digest);
    if (image === undefined) throw new Error('the image is not there');
    await objects.putManifest(target.repository, image.bytes, image.mediaType, tagOf(target.digest));
  }
}

/** An entry as go-containerregistry before 0.21.6 writes it: the config's type, and no annotations. */
export const asOldCosign = ({ digest, mediaType, size }: Referrer): Referrer => ({
  digest,
  mediaType,
  size,
  artifactType: EMPTY,
});

/** Writes the fallback index anew; `change` gets and answers its entries. */
export async function editIndex(
  registry: Registry,
  image: string,
  change: (entries: readonly Referrer[]) => readonly Referrer[],
): Promise<void> {
  const { repository, digest } = partsOf(image);
  const entries = await objectsOf(registry).referrers(repository, digest);
  await putIndex(registry, image, change(entries));
}

async function putIndex(registry: Registry, image: string, manifests: readonly Referrer[]): Promise<void> {
  const { repository, digest } = partsOf(image);
  if (await objectsOf(registry).hasReferrersApi(repository, digest)) return;
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }));
  await pushManifest(
    { origin: `http://${registry.host}`, auth: registry.auth },
    repository,
    tagOf(digest),
    bytes,
    INDEX,
  );
}

/** Puts a referrer with these bytes as its bundle beside an image, and lists it. */
export async function addBundle(
  registry: Registry,
  image: string,
  bundle: string,
  predicateType = 'https://example.com/x',
): Promise<void> {
  await addReferrer(registry, image, Buffer.from(bundle), BUNDLE, {
    'dev.sigstore.bundle.content': 'dsse-envelope',
    'dev.sigstore.bundle.predicateType': predicateType,
  });
}

/** Puts a referrer of any type beside an image, and lists it. */
export async function addReferrer(
  registry: Registry,
  image: string,
  blob: Buffer,
  type: string,
  annotations: Readonly<Record<string, string>> = {},
): Promise<void> {
  const objects = objectsOf(registry);
  const { repository, digest } = partsOf(image);
  const subject = await objects.manifest(repository, digest);
  if (subject === undefined) throw new Error(`${image} is not there`);
  const config = { mediaType: EMPTY, digest: await objects.putBlob(repository, CONFIG), size: CONFIG.length };
  const layer = { mediaType: type, digest: await objects.putBlob(repository, blob), size: blob.length };
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST,
      artifactType: type,
      config,
      layers: [layer],
      subject: { mediaType: subject.mediaType, digest, size: subject.bytes.length },
      annotations,
    }),
  );
  await objects.putManifest(repository, manifest, MANIFEST);
  const entry = {
    mediaType: MANIFEST,
    digest: digestOf(manifest),
    size: manifest.length,
    artifactType: type,
    annotations,
  };
  await editIndex(registry, image, (entries) => [...entries, entry]);
}

/** Puts this many artifacts without annotations beside an image, and answers the entries that would list them. */
export async function addMany(
  registry: Registry,
  image: string,
  count: number,
): Promise<readonly Referrer[]> {
  const objects = objectsOf(registry);
  const { repository, digest } = partsOf(image);
  const subject = await objects.manifest(repository, digest);
  if (subject === undefined) throw new Error(`${image} is not there`);
  const config = { mediaType: EMPTY, digest: await objects.putBlob(repository, CONFIG), size: CONFIG.length };
  const artifactType = 'application/vnd.example.thing';
  const entries: Referrer[] = [];
  for (let at = 0; at < count; at += 1) {
    const manifest = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: MANIFEST,
        artifactType,
        config,
        layers: [{ ...config, annotations: { at: `${at}` } }],
        subject: { mediaType: subject.mediaType, digest, size: subject.bytes.length },
      }),
    );
    await objects.putManifest(repository, manifest, MANIFEST);
    entries.push({ mediaType: MANIFEST, digest: digestOf(manifest), size: manifest.length, artifactType });
  }
  return entries;
}

/** The bundles beside an image as text. */
export async function bundlesBeside(registry: Registry, image: string): Promise<readonly string[]> {
  const objects = objectsOf(registry);
  const { repository, digest } = partsOf(image);
  const texts: string[] = [];
  for (const referrer of await objects.referrers(repository, digest)) {
    const stored = await objects.manifest(repository, referrer.digest);
    const [layer] = (JSON.parse(stored?.bytes.toString() ?? '{}') as Partial<Layers>).layers ?? [];
    if (layer?.mediaType.startsWith('application/vnd.dev.sigstore.bundle') !== true) continue;
    texts.push((await objects.blob(repository, layer.digest)).toString());
  }
  return texts;
}

/** Changes the annotations of each layer of a tag; `change` gets those and the layer's bytes. */
export async function annotateLayers(
  registry: Registry,
  image: string,
  suffix: '.sig' | '.att',
  change: (
    annotations: Record<string, string>,
    blob: Buffer,
  ) => Promise<Record<string, string>> | Record<string, string>,
): Promise<void> {
  const objects = objectsOf(registry);
  const { repository, digest } = partsOf(image);
  const tag = tagOf(digest) + suffix;
  const stored = await objects.manifest(repository, tag);
  if (stored === undefined) throw new Error(`there is no ${tag}`);
  const manifest = JSON.parse(stored.bytes.toString()) as Layers;
  const layers = await Promise.all(
    manifest.layers.map(async (layer) => ({
      ...layer,
      annotations: await change(layer.annotations ?? {}, await objects.blob(repository, layer.digest)),
    })),
  );
  const bytes = Buffer.from(JSON.stringify({ ...manifest, layers }));
  await objects.putManifest(repository, bytes, stored.mediaType, tag);
}

/** Adds copies of the first layer of a tag to it, each with a note of its own, until it has `count`. */
export async function copyLayers(
  registry: Registry,
  image: string,
  suffix: '.sig' | '.att',
  count: number,
): Promise<void> {
  const objects = objectsOf(registry);
  const { repository, digest } = partsOf(image);
  const tag = tagOf(digest) + suffix;
  const stored = await objects.manifest(repository, tag);
  const manifest = JSON.parse(stored?.bytes.toString() ?? '{}') as Layers;
  const [first] = manifest.layers;
  if (stored === undefined || first === undefined) throw new Error(`there is no layer in ${tag}`);
  const layers = Array.from({ length: count }, (_, copy) => ({
    ...first,
    annotations: { ...first.annotations, copy: `${copy}` },
  }));
  const bytes = Buffer.from(JSON.stringify({ ...manifest, layers }));
  await objects.putManifest(repository, bytes, stored.mediaType, tag);
}

export const withoutChain = (annotations: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(annotations).filter(([name]) => name !== 'dev.sigstore.cosign/chain'));

const tagOf = (digest: string): string => digest.replace(':', '-');
