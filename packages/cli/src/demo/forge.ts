import { digestOf, hexOf, type Descriptor, type Digest } from '@countersign/core/oci';
import type { RegistryFolder, StoredDocument } from './registry-folder.js';

/** An image as an attacker sees it: its root and the manifests of its platforms. */
export interface Target {
  readonly root: Descriptor;
  readonly platforms: readonly Descriptor[];
}

/** What an attacker does to the signed bytes of a claim before storing it beside another digest. */
export type Alteration = (signed: string, from: Digest, to: Digest) => string;

/** Copies a claim as it is: true words about another image. */
export const asItIs: Alteration = (signed) => signed;

/** Puts the other digest into the signed statement, as if it had always been about that image. */
export const withOtherSubject: Alteration = (signed, from, to) => signed.replaceAll(hexOf(from), hexOf(to));

/**
 * Copies every claim of one image, in every layout, to another one, with write access to the registry and without the
 * signer's key: what a stolen registry password allows.
 */
export async function forgeClaims(
  registry: RegistryFolder,
  from: Target,
  to: Target,
  alter: Alteration,
): Promise<void> {
  const sources = [from.root, ...from.platforms];
  for (const [index, target] of [to.root, ...to.platforms].entries()) {
    const source = sources[index] ?? from.root;
    const change = (bytes: Buffer): Buffer =>
      changeSigned(bytes, (text) => alter(text, source.digest, target.digest));
    for (const suffix of ['sig', 'att']) {
      const stored = await registry.manifest(tagOf(source.digest, suffix));
      if (stored !== undefined)
        await registry.putManifest(tagOf(target.digest, suffix), await withLayers(registry, stored, change));
    }
    for (const { digest } of await registry.referrers(source.digest)) {
      const stored = await registry.manifest(digest);
      if (stored === undefined) continue;
      const copy = await withLayers(registry, stored, change);
      await registry.putManifest(undefined, {
        ...copy,
        document: { ...copy.document, subject: plain(target) },
      });
    }
  }
}

const tagOf = (digest: Digest, suffix: string): string => `sha256-${hexOf(digest)}.${suffix}`;

const plain = ({ mediaType, digest, size }: Descriptor): Descriptor => ({ mediaType, digest, size });

/** The manifest with each of its layers changed, uploaded and named by its new digest. */
async function withLayers(
  registry: RegistryFolder,
  stored: StoredDocument,
  change: (bytes: Buffer) => Buffer,
): Promise<StoredDocument> {
  const layers: Descriptor[] = [];
  for (const layer of stored.document.layers ?? []) {
    const bytes = change(await registry.blob(layer.digest));
    const digest = digestOf(bytes);
    await registry.putBlob(digest, bytes);
    layers.push({ ...layer, digest, size: bytes.length });
  }
  return { ...stored, document: { ...stored.document, layers } };
}

interface Layer {
  dsseEnvelope?: { payload: string };
  payload?: string;
}

/** A bundle and an envelope hold the signed bytes in base64; the layer of a signature tag is the signed bytes. */
function changeSigned(bytes: Buffer, change: (text: string) => string): Buffer {
  const layer = JSON.parse(bytes.toString('utf8')) as Layer;
  const inside = (payload: string): string =>
    Buffer.from(change(Buffer.from(payload, 'base64').toString('utf8'))).toString('base64');
  if (layer.dsseEnvelope !== undefined) {
    return json({
      ...layer,
      dsseEnvelope: { ...layer.dsseEnvelope, payload: inside(layer.dsseEnvelope.payload) },
    });
  }
  if (layer.payload !== undefined) return json({ ...layer, payload: inside(layer.payload) });
  return Buffer.from(change(bytes.toString('utf8')));
}

const json = (document: unknown): Buffer => Buffer.from(JSON.stringify(document));
