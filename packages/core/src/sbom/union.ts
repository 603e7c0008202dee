import { CountersignError } from '../errors.js';
import { MAX_SBOM_BYTES, MAX_SBOM_PACKAGES } from '../limits.js';
import type { Digest } from '../oci/index.js';
import { checkDescribes } from './check-describes.js';
import { cycloneDxBytes } from './cyclonedx-bytes.js';
import { titleOf, type DocumentSubject } from './document-subject.js';
import { invalidSbom } from './invalid-sbom.js';
import { readRawDocument, type RawDocument } from './raw-document.js';
import { readDocument } from './read.js';
import { spdxBytes } from './spdx-bytes.js';
import type { SbomFormat } from './types.js';
import { uniteCycloneDx } from './unite-cyclonedx.js';
import { uniteSpdx } from './unite-spdx.js';

/** The document of one platform, as finishDocument wrote it. */
export interface UnionPart {
  /** `linux/amd64` */
  readonly platform: string;
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

/** A part whose format is known, and what it is called in messages. */
export interface ReadPart {
  readonly platform: string;
  readonly document: RawDocument;
}

/** syft-json is about one file system with one distribution: there is no union of it. */
export type UnionFormat = Exclude<SbomFormat, 'syft-json'>;

/**
 * One document for an index from those of its platforms: every package once, marked with its platforms (readSbom's
 * `platforms`), relationships between packages kept, ids new and unique. It describes the index digest alone. The same
 * parts in the same order give the same bytes. Throws SBOM_INVALID, also where the parts differ in version;
 * SBOM_SUBJECT_MISMATCH for a part that does not describe its digest; LIMIT_EXCEEDED.
 */
export function unionDocuments(
  format: UnionFormat,
  parts: readonly UnionPart[],
  index: Omit<DocumentSubject, 'platform' | 'digest'> & { readonly digest: Digest },
): Uint8Array {
  const subject = { ...index, platform: undefined };
  const title = titleOf(format, subject);
  const read = readParts(format, parts, subject);
  const version = read[0]?.document.specVersion;
  if (version === undefined) throw invalidSbom(title, 'it is to be made of no document at all');
  if (read.some(({ document }) => document.specVersion !== version)) {
    throw invalidSbom(
      title,
      `its platforms have documents of versions ${read.map(({ document }) => document.specVersion).join(', ')}`,
    );
  }
  return format === 'spdx-json'
    ? spdxBytes(uniteSpdx(read, version, subject, title), subject)
    : cycloneDxBytes(uniteCycloneDx(read, version, subject, title), subject);
}

function readParts(format: UnionFormat, parts: readonly UnionPart[], index: DocumentSubject): ReadPart[] {
  const bytes = parts.reduce((sum, part) => sum + part.bytes.length, 0);
  if (bytes > MAX_SBOM_BYTES) throw tooMuch(index, `${bytes} bytes`, `${MAX_SBOM_BYTES}`);
  let packages = 0;
  return parts.map(({ platform, digest, bytes: own }) => {
    const title = titleOf(format, { ...index, platform });
    const document = readRawDocument(own, title);
    if (document.format !== format) throw invalidSbom(title, `it is ${document.format}`);
    const sbom = readDocument(document, title);
    checkDescribes(sbom, digest, title);
    packages += sbom.packages.length;
    if (packages > MAX_SBOM_PACKAGES) throw tooMuch(index, `${packages} packages`, `${MAX_SBOM_PACKAGES}`);
    return { platform, document };
  });
}

const tooMuch = ({ name }: DocumentSubject, is: string, most: string): CountersignError =>
  new CountersignError('LIMIT_EXCEEDED', {
    what: `The documents of the platforms of ${name} have ${is} together; at most ${most} are made into one`,
    remedy: 'Attest the SBOM of each platform alone, or leave out what no consumer reads.',
  });
