import { isObject } from '../json.js';
import { MAX_LAYER_ANNOTATION_CHARS } from '../limits.js';
import { isDigest, type Descriptor } from '../oci/index.js';

/** What a manifest of others holds, taken apart without trusting it. */
export type ReadManifest =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | {
      readonly kind: 'manifest';
      readonly artifactType: string | undefined;
      readonly layers: readonly ReadLayer[];
    };

type ReadLayer =
  | { readonly kind: 'layer'; readonly descriptor: Descriptor }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads the layers of an image manifest. Never throws: what cannot be read says why. */
export function readLayers(bytes: Uint8Array): ReadManifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { kind: 'unreadable', reason: 'the manifest is not JSON' };
  }
  if (!isObject(json) || !Array.isArray(json.layers)) {
    return { kind: 'unreadable', reason: 'the manifest has no layers' };
  }
  const { artifactType } = json;
  return {
    kind: 'manifest',
    artifactType: typeof artifactType === 'string' ? artifactType : undefined,
    layers: (json.layers as readonly unknown[]).map(readLayer),
  };
}

/** Every member is kept, also those we do not know: a layer that is written again must not lose any. */
function readLayer(value: unknown): ReadLayer {
  const unreadable = (reason: string): ReadLayer => ({ kind: 'unreadable', reason });
  if (!isObject(value)) return unreadable('a layer of the manifest is not an object');
  const { mediaType, digest, size, annotations } = value;
  if (typeof mediaType !== 'string') return unreadable('a layer has no media type');
  if (typeof digest !== 'string' || !isDigest(digest)) return unreadable('a layer has no digest');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    return unreadable('a layer has no size');
  if (annotations === undefined) return { kind: 'layer', descriptor: { ...value, mediaType, digest, size } };
  if (!isTextMap(annotations)) return unreadable('the annotations of a layer are not texts');
  const chars = Object.values(annotations).reduce((sum, text) => sum + text.length, 0);
  if (chars > MAX_LAYER_ANNOTATION_CHARS) {
    return unreadable(
      `the annotations of a layer have ${chars} characters, more than ${MAX_LAYER_ANNOTATION_CHARS}`,
    );
  }
  return { kind: 'layer', descriptor: { ...value, mediaType, digest, size, annotations } };
}

const isTextMap = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string');
