import type { VexUse } from './types.js';

/** Who is named as product: an image, a package in images named, or a package wherever it is. */
export interface VexProduct {
  /** The images that it is about, any of them; undefined: the package itself is the product. */
  readonly image: VexImage | undefined;
  /** The package URLs of packages; empty: whatever is found in the image. */
  readonly packages: readonly string[];
}

export interface VexImage {
  /** `sha256:…`; where there is one, the image is the one with this digest and no other. */
  readonly digest: string | undefined;
  /** `host/repository`, without tag; undefined: any repository that has the digest. */
  readonly repository: string | undefined;
}

/** What a document says about one vulnerability. */
export interface VexStatement {
  /** The id and its aliases. */
  readonly ids: readonly string[];
  readonly status: VexUse['status'];
  readonly justification: string | undefined;
  readonly products: readonly VexProduct[];
  /** Of statements about the same the latest counts. */
  readonly timestamp: Date;
  /** For messages: `statement 3 (CVE-2024-1)`. */
  readonly name: string;
}

/** A VEX document as it counts here, OpenVEX or CSAF. */
export interface VexDocument {
  /** The path, or what else names it in messages. */
  readonly path: string;
  readonly statements: readonly VexStatement[];
}
