import type { Descriptor, Digest } from '../oci/index.js';
import type { BodySource } from '../http/index.js';
import type { ImageName, RepositoryName } from '../reference/index.js';

/** A manifest as stored: the exact bytes, what they hash to and the entity tag for a conditional write. */
export interface StoredManifest {
  readonly bytes: Uint8Array;
  /** mediaType from Content-Type checked against the body's own; digest recomputed; size = bytes.length. */
  readonly descriptor: Descriptor;
  readonly etag: string | undefined;
}

/**
 * `absent`: write only where nothing stands (If-None-Match: *); `match`: only over exactly that (If-Match). Both are the
 * registry's to keep. `unchanged` is for registries that keep none: we look just before the write, and before each
 * repetition of it, whether this digest (undefined: nothing) still stands there; a short moment stays in which others write.
 */
export type WriteCondition =
  | { readonly kind: 'absent' }
  | { readonly kind: 'match'; readonly etag: string }
  | { readonly kind: 'unchanged'; readonly digest: Digest | undefined };

export interface ReferrerList {
  /** `api`: the referrers API answered; `fallback`: the index under the tag `sha256-<hex>`. */
  readonly source: 'api' | 'fallback';
  readonly descriptors: readonly Descriptor[];
}

/**
 * One repository of a store. A registry is one implementation, an OCI layout folder another; both act on exact bytes.
 * Reads answer undefined for what is not there. Errors: REGISTRY_UNAUTHORIZED (401), REGISTRY_FORBIDDEN (403),
 * REGISTRY_REFUSED (other 4xx), REGISTRY_UNAVAILABLE, REGISTRY_MISBEHAVED (an answer that is no valid answer),
 * DIGEST_MISMATCH (bytes that do not hash to what was asked for), TAG_IMMUTABLE.
 */
export interface Repository {
  readonly name: ImageName;
  /** Of a folder alone, which lists what it holds. */
  readonly folder?: FolderCatalogue;
  /** `target`: a digest or a tag. `fresh`: written a moment ago, so a 404 is asked again a bounded number of times. */
  getManifest(target: string, options?: { fresh?: boolean }): Promise<StoredManifest | undefined>;
  headManifest(target: string): Promise<Descriptor | undefined>;
  /** Answers undefined where the condition did not hold. `referrerIndexed`: the registry sent OCI-Subject. */
  putManifest(
    target: string,
    bytes: Uint8Array,
    mediaType: string,
    condition?: WriteCondition,
  ): Promise<{ readonly digest: Digest; readonly referrerIndexed: boolean } | undefined>;
  /**
   * Takes a manifest away for good (OCI distribution specification, "Deleting Manifests"). `unsupported`: nobody deletes
   * here. Throws REGISTRY_FORBIDDEN and REGISTRY_UNAUTHORIZED where only these credentials may not.
   */
  deleteManifest(digest: Digest): Promise<'deleted' | 'absent' | 'unsupported'>;
  /** The whole blob, digest and size checked. */
  getBlob(descriptor: Descriptor, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Streams a blob; digest and size are checked at its end, where a mismatch throws. */
  openBlob(descriptor: Descriptor): Promise<AsyncIterable<Uint8Array> | undefined>;
  /**
   * Uploads unless it is there already (HEAD first). `isNew`: it cannot be there yet, or asking costs as much as sending
   * it again: it is sent without asking, once in the life of this client.
   */
  putBlob(
    blob: Uint8Array | (BodySource & { readonly digest: Digest }),
    options?: { isNew?: boolean },
  ): Promise<Descriptor>;
  /** All referrers (every page), from the API where the probe finds it, else from the fallback index. */
  listReferrers(subject: Digest, filter?: { artifactType?: string }): Promise<ReferrerList>;
  /** Where listReferrers finds them: what an earlier answer has shown, else asked for. */
  referrersSource(subject: Digest): Promise<ReferrerList['source']>;
  /**
   * Opens an upload session and cancels it: throws where this run could not write. `background` is handed the cancelling,
   * which fails only where the run is interrupted, so that nobody has to wait for it.
   */
  proveWriteAccess(options?: { background?: (cancelling: Promise<void>) => void }): Promise<void>;
}

/** What a layout folder says itself of the images in it. */
export interface FolderCatalogue {
  /** The digest of the only image. Throws IMAGE_NOT_FOUND where there is none, IMAGE_AMBIGUOUS where there are several. */
  onlyImage(): Promise<Digest>;
  /** What claims are to call the image of this digest. */
  nameOf(image: Digest): Promise<ImageName>;
  /** The images, one per line, for an error to list. */
  listed(): Promise<string>;
}

/** Gives the repository of a name; connections, tokens and probes are shared between all repositories of a client. */
export interface RegistryClient {
  repository(name: RepositoryName): Repository;
}
