import type { Stage } from '../contract.js';
import { objectsOf, partsOf, type Objects } from '../rig/objects.js';

/** What an attacker with write access can do to what stands beside an image; every layout alike. */

interface Manifest {
  layers: { digest: string; size: number; mediaType: string; annotations?: Record<string, string> }[];
  subject?: { digest: string; size: number; mediaType: string };
}

const TAGS = ['.sig', '.att'];
const BUNDLE = 'application/vnd.dev.sigstore.bundle';

/** Gives `to` every claim of `from`: the same bytes, beside another image of the same repository name or another. */
export async function copyClaims(stage: Stage, from: string, to: string): Promise<void> {
  const objects = objectsOf(stage);
  const [source, target] = [partsOf(from), partsOf(to)];
  await eachTag(objects, source, async (suffix, manifest, mediaType) => {
    await copyBlobs(objects, source.repository, target.repository, manifest);
    const tag = target.digest.replace(':', '-') + suffix;
    await objects.putManifest(target.repository, bytesOf(manifest), mediaType, tag);
  });
  const subject = await subjectOf(objects, target);
  const copies: StoredReferrer[] = [];
  for (const { manifest, mediaType } of await bundlesOf(objects, source)) {
    await copyBlobs(objects, source.repository, target.repository, manifest);
    copies.push({ manifest: { ...manifest, subject }, mediaType });
  }
  await putReferrers(objects, target, copies);
}

/** Replaces every claim beside an image by one whose bytes are changed; `change` gets and answers the blob's text. */
export async function changeClaims(
  stage: Stage,
  image: string,
  change: (blob: string) => string,
): Promise<void> {
  const objects = objectsOf(stage);
  const at = partsOf(image);
  const changed = async (manifest: Manifest): Promise<Manifest> => ({
    ...manifest,
    layers: await Promise.all(
      manifest.layers.map(async (layer) => {
        const blob = Buffer.from(change((await objects.blob(at.repository, layer.digest)).toString()));
        return { ...layer, digest: await objects.putBlob(at.repository, blob), size: blob.length };
      }),
    ),
  });
  await eachTag(objects, at, async (suffix, manifest, mediaType) => {
    const tag = at.digest.replace(':', '-') + suffix;
    await objects.putManifest(at.repository, bytesOf(await changed(manifest)), mediaType, tag);
  });
  const bundles = await bundlesOf(objects, at);
  const replaced = await Promise.all(
    bundles.map(async ({ manifest, mediaType }) => ({ manifest: await changed(manifest), mediaType })),
  );
  await putReferrers(objects, at, replaced);
}

/** Takes the certificate chain away from every layer of the `.sig` and `.att` tags, as cosign 3 writes them. */
export async function dropChains(stage: Stage, image: string): Promise<void> {
  const objects = objectsOf(stage);
  const at = partsOf(image);
  await eachTag(objects, at, async (suffix, manifest, mediaType) => {
    const layers = manifest.layers.map((layer) => {
      const annotations = Object.entries(layer.annotations ?? {});
      return {
        ...layer,
        annotations: Object.fromEntries(annotations.filter(([name]) => name !== 'dev.sigstore.cosign/chain')),
      };
    });
    const tag = at.digest.replace(':', '-') + suffix;
    await objects.putManifest(at.repository, bytesOf({ ...manifest, layers }), mediaType, tag);
  });
}

interface StoredReferrer {
  readonly manifest: Manifest;
  readonly mediaType: string;
}
type At = ReturnType<typeof partsOf>;

async function eachTag(
  objects: Objects,
  { repository, digest }: At,
  work: (suffix: string, manifest: Manifest, mediaType: string) => Promise<void>,
): Promise<void> {
  let found = 0;
  for (const suffix of TAGS) {
    const stored = await objects.manifest(repository, digest.replace(':', '-') + suffix);
    if (stored !== undefined) {
      found += 1;
      await work(suffix, JSON.parse(stored.bytes.toString()) as Manifest, stored.mediaType);
    }
  }
  if (found === 0) throw new Error(`${repository}@${digest} has neither of the tags: nothing was forged`);
}

async function bundlesOf(objects: Objects, { repository, digest }: At): Promise<StoredReferrer[]> {
  const found: StoredReferrer[] = [];
  for (const referrer of await objects.referrers(repository, digest)) {
    const stored = await objects.manifest(repository, referrer.digest);
    if (stored === undefined) continue;
    const manifest = JSON.parse(stored.bytes.toString()) as Manifest;
    if (manifest.layers[0]?.mediaType.startsWith(BUNDLE) === true)
      found.push({ manifest, mediaType: stored.mediaType });
  }
  return found;
}

/**
 * Makes these the only referrers where a fallback index lists them. Where the registry lists them by itself, the others stay
 * unless they are deleted, which is tried.
 */
async function putReferrers(objects: Objects, at: At, referrers: readonly StoredReferrer[]): Promise<void> {
  if (referrers.length === 0) return;
  const before = await objects.referrers(at.repository, at.digest);
  const descriptors = await Promise.all(
    referrers.map(async ({ manifest, mediaType }) => {
      const bytes = bytesOf(manifest);
      const { artifactType, annotations } = manifest as { artifactType?: string; annotations?: object };
      const digest = await objects.putManifest(at.repository, bytes, mediaType);
      return { mediaType, digest, size: bytes.length, artifactType, annotations };
    }),
  );
  if (await objects.hasReferrersApi(at.repository, at.digest)) {
    const kept = new Set(descriptors.map(({ digest }) => digest));
    for (const { digest } of before.filter((each) => !kept.has(each.digest))) {
      await objects.deleteManifest(at.repository, digest);
    }
    return;
  }
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const index = { schemaVersion: 2, mediaType, manifests: descriptors };
  await objects.putManifest(
    at.repository,
    Buffer.from(JSON.stringify(index)),
    mediaType,
    at.digest.replace(':', '-'),
  );
}

async function copyBlobs(objects: Objects, from: string, to: string, manifest: Manifest): Promise<void> {
  const { config } = manifest as { config?: { digest: string } };
  for (const { digest } of config === undefined ? manifest.layers : [config, ...manifest.layers]) {
    await objects.putBlob(to, await objects.blob(from, digest));
  }
}

async function subjectOf(
  objects: Objects,
  { repository, digest }: At,
): Promise<NonNullable<Manifest['subject']>> {
  const stored = await objects.manifest(repository, digest);
  if (stored === undefined) throw new Error(`${repository}@${digest} is not there`);
  return { digest, size: stored.bytes.length, mediaType: stored.mediaType };
}

const bytesOf = (manifest: Manifest): Buffer => Buffer.from(JSON.stringify(manifest));
