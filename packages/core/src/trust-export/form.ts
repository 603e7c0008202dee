import type { TrustMaterial, TrustParts } from '../trust/index.js';

export const EXPORT_FORMATS = ['cosign2', 'gh', 'kyverno', 'policy-controller', 'tuf'] as const;

/** One of the forms that verifiers want a Sigstore's trust in. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file of an export, by its path in the folder of it. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A form, made of one trusted root. */
export interface Form {
  readonly files: readonly ExportedFile[];
  /** What the form cannot carry and what to mind, a sentence each. Texts of the trusted root are in them as they are. */
  readonly notes: readonly string[];
  /** Why there are no files: the form cannot carry this root at all. */
  readonly impossible?: string;
}

/** What the forms are made of. */
export interface ToExport {
  readonly material: TrustMaterial;
  readonly parts: TrustParts;
  /** For the TUF repository; undefined: none is at hand. */
  readonly signingConfig: Uint8Array | undefined;
  /** The absolute path of the folder that the files will lie in. */
  readonly folder: string;
  /** The name of Kubernetes objects. */
  readonly name: string;
  /** When the metadata of TUF repositories expires. */
  readonly expires: Date;
  readonly now: Date;
}

export const textFile = (path: string, text: string): ExportedFile => ({ path, bytes: Buffer.from(text) });
