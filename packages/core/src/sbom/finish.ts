import { checkDescribes } from './check-describes.js';
import { cycloneDxBytes } from './cyclonedx-bytes.js';
import { finishCycloneDx } from './finish-cyclonedx.js';
import { finishSpdx } from './finish-spdx.js';
import { finishSyft } from './finish-syft.js';
import { titleOf, type DocumentSubject } from './document-subject.js';
import { invalidSbom } from './invalid-sbom.js';
import { readRawDocument } from './raw-document.js';
import { readDocument } from './read.js';
import { spdxBytes } from './spdx-bytes.js';
import type { SbomFormat } from './types.js';

/**
 * A document as it is published: its root proves the digest (checksum or hash, version and package URL), its ids, order
 * and time depend on its content alone, file entries are left out. What the generator says about packages, licences
 * and itself stays. The same document but for its random ids and time gives the same bytes. Throws SBOM_INVALID,
 * LIMIT_EXCEEDED, and SBOM_SUBJECT_MISMATCH for a document that names another digest (one that names none is given it).
 */
export function finishDocument(bytes: Uint8Array, format: SbomFormat, subject: DocumentSubject): Uint8Array {
  const title = titleOf(format, subject);
  const document = readRawDocument(bytes, title);
  if (document.format !== format) throw invalidSbom(title, `it is ${document.format}`);
  const { describes } = readDocument(document, title);
  if (subject.digest !== undefined && describes.length > 0) {
    checkDescribes({ describes }, subject.digest, title);
  }
  switch (format) {
    case 'spdx-json':
      return spdxBytes(finishSpdx(document, subject), subject);
    case 'cyclonedx-json':
      return cycloneDxBytes(finishCycloneDx(document, subject), subject);
    case 'syft-json':
      return Buffer.from(JSON.stringify(finishSyft(document, subject)));
  }
}
