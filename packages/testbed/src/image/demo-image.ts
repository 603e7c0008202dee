import { gzipSync } from 'node:zlib';
import {
  digestOf,
  OCI_CONFIG,
  OCI_INDEX,
  OCI_LAYER_GZIP,
  OCI_MANIFEST,
  type Descriptor,
  type Digest,
  type Platform,
} from '@countersign/core/oci';
import { packTar, type ImageFile } from './tar.js';

/** One platform of an image: the descriptor that its index holds, and the manifest's bytes. */
export interface BuiltPlatform {
  readonly platform: Platform;
  readonly descriptor: Descriptor;
  readonly manifest: Buffer;
}

/** An image with all of its bytes, ready to be pushed. */
export interface BuiltImage {
  readonly index: { readonly digest: Digest; readonly bytes: Buffer };
  readonly platforms: readonly BuiltPlatform[];
  readonly blobs: ReadonlyMap<Digest, Buffer>;
}

export interface DemoImageOptions {
  /** Of the index, beside its title. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
}

export const DEMO_PLATFORMS: readonly Platform[] = [
  { os: 'linux', architecture: 'amd64' },
  { os: 'linux', architecture: 'arm64' },
];

/** One platform of an image to build: its layers, the lowest first. */
export interface PlatformLayers {
  readonly platform: Platform;
  readonly layers: readonly (readonly ImageFile[])[];
}

/**
 * Builds an OCI image: an index, a manifest and a config for each platform, one layer with the files and an
 * `etc/os-release` where they have none. The same input gives the same digests. Throws a RangeError for a path that an
 * image cannot hold.
 */
export function buildDemoImage(
  files: readonly ImageFile[],
  platforms: readonly Platform[] = DEMO_PLATFORMS,
  options: DemoImageOptions = {},
): BuiltImage {
  const layers = [files.some(({ path }) => path === OS_RELEASE.path) ? files : [...files, OS_RELEASE]];
  return buildImage(
    platforms.map((platform) => ({ platform, layers })),
    options,
  );
}

/** The same with layers of its own for each platform; a list of files that several platforms share is packed once. */
export function buildImage(parts: readonly PlatformLayers[], options: DemoImageOptions = {}): BuiltImage {
  const blobs = new Map<Digest, Buffer>();
  const add = (bytes: Buffer, mediaType: string): Descriptor => {
    const digest = digestOf(bytes);
    blobs.set(digest, bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const packed = new Map<readonly ImageFile[], PackedLayer>();
  const pack = (files: readonly ImageFile[]): PackedLayer => {
    const known = packed.get(files);
    if (known !== undefined) return known;
    const tar = packTar(files);
    const layer = { diffId: digestOf(tar), descriptor: add(gzip(tar), OCI_LAYER_GZIP) };
    packed.set(files, layer);
    return layer;
  };

  const built = parts.map(({ platform, layers }): BuiltPlatform => {
    const own = layers.map(pack);
    const diffIds = own.map(({ diffId }) => diffId);
    const config = add(json(configOf(platform, diffIds, options)), OCI_CONFIG);
    const manifest = json({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config,
      layers: own.map(({ descriptor }) => descriptor),
    });
    return {
      platform,
      manifest,
      descriptor: { mediaType: OCI_MANIFEST, digest: digestOf(manifest), size: manifest.length, platform },
    };
  });
  const index = json({
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: built.map(({ descriptor }) => descriptor),
    annotations: { 'org.opencontainers.image.title': 'Countersign demo', ...options.annotations },
  });
  return { index: { digest: digestOf(index), bytes: index }, platforms: built, blobs };
}

interface PackedLayer {
  /** Of the tar archive, before it was compressed. */
  readonly diffId: Digest;
  readonly descriptor: Descriptor;
}

const OS_RELEASE: ImageFile = {
  path: 'etc/os-release',
  bytes: Buffer.from(
    'ID=countersign-demo\nNAME="Countersign demo"\nPRETTY_NAME="Countersign demo image"\nVERSION_ID=1\n',
  ),
};

/** OCI image specification, "Image Configuration"; the epoch as its time, so that nothing changes between builds. */
const configOf = (platform: Platform, diffIds: readonly Digest[], { entrypoint }: DemoImageOptions) => ({
  created: '1970-01-01T00:00:00Z',
  ...platform,
  config: {
    Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ...(entrypoint === undefined ? {} : { Entrypoint: entrypoint }),
  },
  rootfs: { type: 'layers', diff_ids: diffIds },
  history: [{ created: '1970-01-01T00:00:00Z', created_by: 'countersign testbed' }],
});

const json = (document: unknown): Buffer => Buffer.from(JSON.stringify(document));

const GZIP_OS_BYTE = 9;

function gzip(bytes: Buffer): Buffer {
  const packed = gzipSync(bytes, { level: 9 });
  packed[GZIP_OS_BYTE] = 255; // "unknown": zlib writes the operating system of the build
  return packed;
}
