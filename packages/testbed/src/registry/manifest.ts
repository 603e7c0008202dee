import { isObject } from '@countersign/core/json';
import {
  DOCKER_INDEX,
  DOCKER_MANIFEST,
  isIndexMediaType,
  OCI_INDEX,
  OCI_MANIFEST,
} from '@countersign/core/oci';
import { refusal } from './errors.js';
import { isDigest } from './grammar.js';

/** What a registry has to know of a manifest. */
export interface ManifestFacts {
  readonly mediaType: string;
  /** What a list of referrers shows: the manifest's own, else the media type of its config. */
  readonly artifactType: string | undefined;
  readonly annotations: Readonly<Record<string, string>> | undefined;
  readonly subject: string | undefined;
  /** Digests that must be there as blobs. */
  readonly blobs: readonly string[];
  /** Digests that must be there as manifests. */
  readonly manifests: readonly string[];
}

/** Reads a manifest or an index. Throws a refusal of MANIFEST_INVALID. */
export function readManifest(bytes: Uint8Array, contentType: string | undefined): ManifestFacts {
  const mediaType = contentType?.split(';', 1)[0]?.trim() ?? '';
  if (!MEDIA_TYPES.has(mediaType))
    throw invalid(`the media type ${JSON.stringify(mediaType)} is not supported`);
  const document = parse(bytes);
  if (document.schemaVersion !== 2) throw invalid('schemaVersion is not 2');
  if (document.mediaType !== undefined && document.mediaType !== mediaType) {
    throw invalid('mediaType differs from Content-Type');
  }

  const index = isIndexMediaType(mediaType);
  const config = index ? undefined : descriptor(document.config, 'config');
  const subject = document.subject === undefined ? undefined : descriptor(document.subject, 'subject');
  const artifactType = text(document.artifactType, 'artifactType');
  return {
    mediaType,
    artifactType: artifactType === undefined || artifactType === '' ? config?.mediaType : artifactType,
    annotations: annotations(document.annotations),
    subject: subject?.digest,
    blobs:
      config === undefined
        ? []
        : [
            config.digest,
            ...descriptors(document.layers, 'layers')
              // Kept by its vendor, not by the registry.
              .filter((layer) => !/nondistributable|foreign/.test(layer.mediaType))
              .map(({ digest }) => digest),
          ],
    manifests: index ? descriptors(document.manifests, 'manifests').map(({ digest }) => digest) : [],
  };
}

const MEDIA_TYPES: ReadonlySet<string> = new Set([OCI_MANIFEST, OCI_INDEX, DOCKER_MANIFEST, DOCKER_INDEX]);

const invalid = (message: string) => refusal('MANIFEST_INVALID', message);

type Json = Readonly<Record<string, unknown>>;
function parse(bytes: Uint8Array): Json {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('the manifest is not JSON');
  }
  if (!isObject(document)) throw invalid('the manifest is not a JSON object');
  return document;
}

function descriptor(value: unknown, where: string): { readonly mediaType: string; readonly digest: string } {
  if (!isObject(value)) throw invalid(`${where} is not a descriptor`);
  const { mediaType, digest, size } = value;
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || !isDigest(digest)) {
    throw invalid(`${where} is not a descriptor`);
  }
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw invalid(`${where} has no size`);
  return { mediaType, digest };
}

function descriptors(value: unknown, where: string): ReturnType<typeof descriptor>[] {
  if (!Array.isArray(value)) throw invalid(`${where} is not a list`);
  return value.map((element) => descriptor(element, where));
}

function text(value: unknown, where: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`${where} is not a string`);
}

function annotations(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw invalid('annotations is not an object');
  const entries = Object.entries(value).map(
    ([key, each]) => [key, text(each, 'an annotation') ?? ''] as const,
  );
  return Object.fromEntries(entries);
}
