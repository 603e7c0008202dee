import { CountersignError } from '../errors.js';
import { isObject } from '../json.js';
import { IMAGE_MEDIA_TYPES, OCI_INDEX, OCI_MANIFEST, type Descriptor } from '../oci/index.js';
import { statedMediaType } from './manifest-document.js';

/**
 * The media type of a manifest in a folder: what its entry says and what it says itself must agree; where neither says
 * anything, its shape tells. Throws REGISTRY_MISBEHAVED for what is no manifest, or is called two things.
 */
export function layoutMediaType(bytes: Uint8Array, entry: Descriptor | undefined, where: string): string {
  const stated = statedMediaType(bytes, where);
  if (stated !== undefined && entry !== undefined && stated !== entry.mediaType) {
    throw noManifest(where, `its index.json calls it ${entry.mediaType}, and it calls itself something else`);
  }
  const mediaType = stated ?? entry?.mediaType ?? shapeOf(bytes);
  if (mediaType === undefined || !IMAGE_MEDIA_TYPES.includes(mediaType)) {
    throw noManifest(where, 'it is neither a manifest nor an index');
  }
  return mediaType;
}

/** OCI image specification: `mediaType` is a member that a manifest should have, and need not. */
function shapeOf(bytes: Uint8Array): string | undefined {
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isObject(json)) return undefined;
  const [isIndex, isManifest] = [
    Array.isArray(json.manifests),
    isObject(json.config) && Array.isArray(json.layers),
  ];
  if (isIndex === isManifest) return undefined;
  return isIndex ? OCI_INDEX : OCI_MANIFEST;
}

const noManifest = (where: string, why: string): CountersignError =>
  new CountersignError('REGISTRY_MISBEHAVED', {
    what: `${where} cannot be read: ${why}`,
    remedy: 'Look at what was put into the folder, or build or copy it again.',
  });
