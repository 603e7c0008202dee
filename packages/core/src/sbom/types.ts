import type { Digest } from '../oci/index.js';

export type SbomFormat = 'spdx-json' | 'cyclonedx-json' | 'syft-json';

/** One package of a document; files, the root and relationships are not packages. */
export interface SbomPackage {
  readonly name: string;
  /** undefined: absent, empty, or a generator's stub for "not known" (syft's UNKNOWN). */
  readonly version: string | undefined;
  readonly purl: string | undefined;
  /** The purl's type (`deb`, `apk`, `npm`, `golang`, …), else the generator's own word in lower case, else `unknown`. */
  readonly ecosystem: string;
  /** SPDX expressions or names, as declared or concluded; empty where nothing is known (NOASSERTION, NONE). */
  readonly licenses: readonly string[];
  readonly supplier: string | undefined;
  readonly hasHash: boolean;
  /** Platforms (`linux/amd64`) that the document marks it with; empty where the document is about one. */
  readonly platforms: readonly string[];
}

/** An SBOM as read: what every format says, under one shape. */
export interface Sbom {
  readonly format: SbomFormat;
  /** `2.3`, `1.6`, or the schema version of syft-json. */
  readonly specVersion: string;
  /** Image digests that the document says it describes, the most specific first; empty where it names none. */
  readonly describes: readonly Digest[];
  readonly packages: readonly SbomPackage[];
  /** Such as `syft-1.51.0`; undefined where the document names no tool. */
  readonly generator: string | undefined;
  readonly created: Date | undefined;
  readonly hasAuthor: boolean;
  readonly hasRelationships: boolean;
  /** Of syft-json: what the generator itself says that it could not look into. */
  readonly unknowns: readonly { readonly path: string; readonly reason: string }[];
  /** The distribution that the document names, `debian 12`; undefined where it names none. */
  readonly distro: string | undefined;
  readonly fileCount: number;
}

/** A file of an image or folder that tells what an SBOM of it should hold. */
export interface Evidence {
  /** Absolute path in the image, relative path in a folder. */
  readonly path: string;
  /** What it shows: the ecosystem whose packages must be there. */
  readonly ecosystem: string;
  readonly kind: 'package-database' | 'lock-file' | 'manifest' | 'binary' | 'distribution';
}
