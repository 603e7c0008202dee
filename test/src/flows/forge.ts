import { createHash } from 'node:crypto';
import { pushBlob, pushManifest } from '@countersign/testbed';
import type { Stage } from './stage.js';

interface Manifest {
  layers: { digest: string; size: number }[];
  subject: { digest: string; size: number; mediaType: string };
}

/** Gives `to` every bundle of `from`, as an attacker with write access would: same bytes, another subject. */
export async function copyBundles(stage: Stage, from: string, to: string): Promise<void> {
  const { origin } = stage.bed.services.registry;
  const target = await subjectOf(origin, to);
  for (const { repository, manifest } of await bundlesOf(origin, from)) {
    const [layer] = manifest.layers;
    const blob = Buffer.from(
      await (await fetch(`${origin}/v2/${repository}/blobs/${layer?.digest}`)).arrayBuffer(),
    );
    await push(stage, repositoryOf(to), { ...manifest, subject: target }, blob);
  }
}

/** Puts beside each bundle of an image a second one with other bytes. */
export async function replaceBundles(
  stage: Stage,
  reference: string,
  change: (bundle: string) => string,
): Promise<void> {
  const { origin } = stage.bed.services.registry;
  for (const { repository, manifest } of await bundlesOf(origin, reference)) {
    const [layer] = manifest.layers;
    const text = await (await fetch(`${origin}/v2/${repository}/blobs/${layer?.digest}`)).text();
    await push(stage, repository, manifest, Buffer.from(change(text)));
  }
}

async function push(stage: Stage, repository: string, manifest: Manifest, blob: Buffer): Promise<void> {
  const { registry } = stage.bed.services;
  await pushBlob(registry, repository, digestOf(blob), blob);
  await pushBlob(registry, repository, digestOf(Buffer.from('{}')), Buffer.from('{}'));
  const layers = [{ ...manifest.layers[0], digest: digestOf(blob), size: blob.length }];
  const bytes = Buffer.from(JSON.stringify({ ...manifest, layers }));
  await pushManifest(
    registry,
    repository,
    digestOf(bytes),
    bytes,
    'application/vnd.oci.image.manifest.v1+json',
  );
}

async function bundlesOf(
  origin: string,
  reference: string,
): Promise<{ repository: string; manifest: Manifest }[]> {
  const repository = repositoryOf(reference);
  const [, digest = ''] = reference.split('@');
  const index = (await (await fetch(`${origin}/v2/${repository}/referrers/${digest}`)).json()) as {
    manifests: { digest: string }[];
  };
  return Promise.all(
    index.manifests.map(async (descriptor) => ({
      repository,
      manifest: (await (
        await fetch(`${origin}/v2/${repository}/manifests/${descriptor.digest}`)
      ).json()) as Manifest,
    })),
  );
}

async function subjectOf(origin: string, reference: string): Promise<Manifest['subject']> {
  const [, digest = ''] = reference.split('@');
  const response = await fetch(`${origin}/v2/${repositoryOf(reference)}/manifests/${digest}`);
  const bytes = await response.arrayBuffer();
  return { digest, size: bytes.byteLength, mediaType: response.headers.get('content-type') ?? '' };
}

const repositoryOf = (reference: string): string =>
  (reference.split('@')[0] ?? '').split('/').slice(1).join('/');

const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
