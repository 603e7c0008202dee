import { CountersignError } from '../errors.js';
import { MAX_SBOM_PACKAGES } from '../limits.js';
import { readRawDocument, type RawDocument } from './raw-document.js';
import { readCycloneDx } from './read-cyclonedx.js';
import { readSpdx } from './read-spdx.js';
import { readSyft } from './read-syft.js';
import type { Sbom } from './types.js';

/**
 * Reads an SBOM: SPDX 2.2 or 2.3 JSON, CycloneDX 1.4 to 1.7 JSON, or syft-json 16.x. `path` is for messages. Throws
 * SBOM_INVALID naming the member, LIMIT_EXCEEDED for a document over MAX_SBOM_BYTES or MAX_SBOM_PACKAGES.
 */
export const readSbom = (bytes: Uint8Array, path: string): Sbom =>
  readDocument(readRawDocument(bytes, path), path);

/** The same of a document whose format is known already. */
export function readDocument(document: RawDocument, path: string): Sbom {
  const sbom = read(document);
  if (sbom.packages.length > MAX_SBOM_PACKAGES) {
    throw new CountersignError('LIMIT_EXCEEDED', {
      what: `${path} has ${sbom.packages.length} packages; at most ${MAX_SBOM_PACKAGES} are read`,
      remedy: 'Make one SBOM per image or platform, without its file entries.',
    });
  }
  return sbom;
}

function read(document: RawDocument): Sbom {
  switch (document.format) {
    case 'spdx-json':
      return readSpdx(document);
    case 'cyclonedx-json':
      return readCycloneDx(document);
    case 'syft-json':
      return readSyft(document);
  }
}
