import { isObject } from '../json.js';
import {
  DOCKER_INDEX,
  DOCKER_MANIFEST,
  OCI_INDEX,
  OCI_MANIFEST,
  isDigest,
  isIndexMediaType,
} from '../oci/index.js';
import type { Descriptor, ImageIndex, ImageManifest, Platform } from '../oci/index.js';
import { CountersignError } from '../errors.js';
import { MAX_DESCRIPTORS_PER_MANIFEST, MAX_MEDIA_TYPE_CHARS, MAX_SHOWN_INPUT_CHARS } from '../limits.js';

/** A manifest as someone stored it, read into the type it has. */
export type ManifestDocument =
  | { readonly kind: 'manifest'; readonly manifest: ImageManifest }
  | {
      readonly kind: 'index';
      readonly index: ImageIndex;
      /** Entries that are no valid descriptor (or have another digest algorithm) and were left out. */
      readonly unreadable: number;
    };

/**
 * Reads the bytes of an image manifest or an index (OCI image specification; Docker schema 2 likewise). Entries of an
 * index that are no valid descriptor are left out: other tools write there. Throws REGISTRY_MISBEHAVED for anything else that is
 * not what the media type says, `where` naming it.
 */
export function readManifestDocument(bytes: Uint8Array, mediaType: string, where: string): ManifestDocument {
  const json = readJson(bytes, where);
  if (json.schemaVersion !== 2) throw malformed(where, 'its schemaVersion is not 2');
  checkKind(json, mediaType, where);
  const common = {
    schemaVersion: 2 as const,
    mediaType,
    ...optionalText(json, 'artifactType'),
    ...optional('subject', readDescriptor(json.subject)),
    ...optional('annotations', readAnnotations(json.annotations)),
  };
  if (isIndexMediaType(mediaType)) {
    const entries = listOf(json.manifests, where).map(readDescriptor);
    const manifests = entries.filter((each) => each !== undefined);
    return { kind: 'index', index: { ...common, manifests }, unreadable: entries.length - manifests.length };
  }
  const config = readDescriptor(json.config);
  const layers = listOf(json.layers, where).map(readDescriptor);
  if (config === undefined) throw malformed(where, 'its config is no descriptor');
  if (!allDefined(layers)) throw malformed(where, 'a layer of it is no descriptor');
  return { kind: 'manifest', manifest: { ...common, config, layers } };
}

/** The media type a manifest's own bytes state; undefined where they state none. Throws REGISTRY_MISBEHAVED. */
export function statedMediaType(bytes: Uint8Array, where: string): string | undefined {
  const json = readJson(bytes, where);
  const stated = json.mediaType;
  if (stated === undefined || stated === '') return undefined;
  if (typeof stated !== 'string') throw malformed(where, 'its mediaType is no text');
  return stated;
}

/** undefined for what is not a valid descriptor (OCI image specification, "Content Descriptors"). */
export function readDescriptor(value: unknown): Descriptor | undefined {
  if (!isObject(value)) return undefined;
  const { mediaType, digest, size } = value;
  if (
    typeof mediaType !== 'string' ||
    !MEDIA_TYPE.test(mediaType) ||
    mediaType.length > MAX_MEDIA_TYPE_CHARS
  ) {
    return undefined;
  }
  if (typeof digest !== 'string' || !isDigest(digest)) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  return {
    mediaType,
    digest,
    size,
    ...optionalText(value, 'artifactType'),
    ...optional('annotations', readAnnotations(value.annotations)),
    ...optional('platform', readPlatform(value.platform)),
  };
}

// RFC 6838, section 4.2, loosely.
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:;[\x20-\x7e]*)?$/;

/** A document that is both an image and an index would be read as one by us and as the other by someone else. */
function checkKind(json: Record<string, unknown>, mediaType: string, where: string): void {
  switch (mediaType) {
    case OCI_INDEX:
    case DOCKER_INDEX:
      if (json.layers !== undefined || json.config !== undefined) {
        throw malformed(where, 'it is called an index and has layers');
      }
      return;
    case OCI_MANIFEST:
    case DOCKER_MANIFEST:
      if (json.manifests !== undefined) throw malformed(where, 'it is called a manifest and has manifests');
      return;
    default:
      throw malformed(
        where,
        `its media type ${JSON.stringify(mediaType.slice(0, MAX_SHOWN_INPUT_CHARS))} is neither manifest nor index`,
      );
  }
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (value === null || value === undefined) return []; // Go writes an empty list as null
  if (!Array.isArray(value)) throw malformed(where, 'a list in it is no list');
  if (value.length > MAX_DESCRIPTORS_PER_MANIFEST) {
    throw malformed(where, `it has more than ${MAX_DESCRIPTORS_PER_MANIFEST} entries`);
  }
  return value;
}

function readJson(bytes: Uint8Array, where: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw malformed(where, 'it is not JSON', cause);
  }
  if (!isObject(json)) throw malformed(where, 'it is not a JSON object');
  return json;
}

function readAnnotations(value: unknown): Record<string, string> | undefined {
  if (!isObject(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function readPlatform(value: unknown): Platform | undefined {
  if (!isObject(value)) return undefined;
  const { os, architecture } = value;
  if (typeof os !== 'string' || typeof architecture !== 'string') return undefined;
  return { os, architecture, ...optionalText(value, 'variant') };
}

const allDefined = <T>(values: readonly (T | undefined)[]): values is readonly T[] =>
  values.every((value) => value !== undefined);

const optionalText = <Name extends string>(
  json: Readonly<Record<string, unknown>>,
  name: Name,
): Partial<Record<Name, string>> => {
  const value = json[name];
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as Record<Name, string>) : {};
};

const optional = <Name extends string, T>(name: Name, value: T | undefined): Partial<Record<Name, T>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, T>);

const malformed = (where: string, why: string, cause?: unknown): CountersignError =>
  new CountersignError('REGISTRY_MISBEHAVED', {
    what: `${where} cannot be read: ${why}`,
    remedy: 'Check what was pushed there, and that no proxy changes the answers of the registry.',
    cause,
  });
