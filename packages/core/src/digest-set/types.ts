import type { Digest } from '../oci/index.js';
import type { ImageName } from '../reference/index.js';

/** What a claim is about: an index or a manifest, by digest. */
export interface Subject {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly size: number;
  /** `os/architecture[/variant]` of a platform manifest below an index; undefined for the digest that was named. */
  readonly platform: string | undefined;
}

/** What a reference means now. Resolved once, at the door; every later line carries digests. */
export interface ImageSet {
  readonly name: ImageName;
  /** `host/repository@digest` or `oci:FOLDER@digest` of the root. */
  readonly pinned: string;
  readonly kind: 'index' | 'manifest';
  /** The digest that was named (or that the allowed tag pointed at). */
  readonly root: Subject;
  /** Platform manifests of an index, `unknown/unknown` (BuildKit attestations) left out; empty for a manifest. */
  readonly platforms: readonly Subject[];
}
