import type { Digest } from '../oci/index.js';
import type { Subject } from '../digest-set/index.js';

/** in-toto Statement v1, as it is signed. */
export interface Statement {
  readonly _type: string;
  readonly subject: readonly { readonly name?: string; readonly digest: Readonly<Record<string, string>> }[];
  readonly predicateType: string;
  readonly predicate: unknown;
}

export type ClaimKind = 'signature' | 'sbom' | 'provenance' | 'predicate';

/**
 * A signature or an attestation about one subject, ready to be signed. `payload` is the exact JSON of the statement:
 * what is signed, compared on a re-run and never serialised again.
 */
export interface Claim {
  readonly kind: ClaimKind;
  readonly subject: Subject;
  /** Full URI, in the exact spelling verifiers compare (layouts-and-verifiers: predicate types). */
  readonly predicateType: string;
  readonly payload: Uint8Array;
  /** For a signature only: the simple-signing document of the `.sig` layout. */
  readonly simpleSigning: Uint8Array | undefined;
  /** Where the digest stands in several repositories: the same claim with another of their names in it, made anew each time. */
  readonly underOtherNames?: () => Iterable<Claim>;
}

export type DocumentFormat =
  'spdx-2.3' | 'spdx-2.2' | 'cyclonedx-1.4' | 'cyclonedx-1.5' | 'cyclonedx-1.6' | 'cyclonedx-1.7';

/** A document or predicate that was checked to be what it says it is. */
export interface CheckedDocument {
  readonly format: DocumentFormat | 'other';
  readonly predicateType: string;
  /**
   * The predicate's JSON (UTF-8) as it was given, without the space between its parts. It is embedded in the statement
   * as it stands: numbers and member order are the author's, not those of a parse and a second serialisation.
   */
  readonly predicateJson: Uint8Array;
  /** Image digests that the document names as what it describes, the most specific first; empty where it names none. */
  readonly describes: readonly Digest[];
}
