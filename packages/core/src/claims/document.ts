import { readJsonDocument } from '../sbom/index.js';
import { checkCycloneDx } from './cyclonedx.js';
import { invalidDocument } from './invalid-document.js';
import { CYCLONEDX_BOM, SPDX_DOCUMENT } from './predicate-types.js';
import { validated, type ReadDocument } from './read-document.js';
import { Schemas } from './schema-check.js';
import { schemaOf } from './schema-files.js';
import { checkSpdx } from './spdx.js';
import type { CheckedDocument } from './types.js';

/**
 * Reads an SBOM (SPDX 2.2 or 2.3 JSON, CycloneDX 1.4 to 1.7 JSON), checks that it is what it says it is and finds the
 * image digests it describes. `path` is for messages. Throws PREDICATE_INVALID naming the member, LIMIT_EXCEEDED.
 */
export const checkDocument = (bytes: Uint8Array, path: string): CheckedDocument =>
  readSbom(bytes, path).checked;

/** checkDocument, and the whole schema of the format: what is signed follows it. Throws the same. */
export const validateDocument = async (
  bytes: Uint8Array,
  path: string,
  schemas = new Schemas(),
): Promise<CheckedDocument> => validated(readSbom(bytes, path), path, schemas);

function readSbom(bytes: Uint8Array, path: string): ReadDocument {
  const { value, compact } = readJsonDocument(bytes, path, invalidDocument);
  const of = (predicateType: string, read: Pick<CheckedDocument, 'format' | 'describes'>): ReadDocument => ({
    checked: { ...read, predicateType, predicateJson: compact },
    value,
    schema: schemaOf(read.format),
  });
  if (Object.hasOwn(value, 'spdxVersion')) return of(SPDX_DOCUMENT, checkSpdx(value, path));
  if (Object.hasOwn(value, 'bomFormat')) return of(CYCLONEDX_BOM, checkCycloneDx(value, path));
  throw invalidDocument(path, whatElse(value));
}

function whatElse(value: Readonly<Record<string, unknown>>): string {
  if (Object.hasOwn(value, '@context') && Object.hasOwn(value, '@graph')) {
    return 'it is SPDX 3 (JSON-LD), which verifiers do not read as https://spdx.dev/Document; write SPDX 2.3 (syft: -o spdx-json@2.3)';
  }
  if (Object.hasOwn(value, 'artifacts') && Object.hasOwn(value, 'descriptor')) {
    return "it is syft's own JSON; write SPDX or CycloneDX (syft: -o spdx-json@2.3 or -o cyclonedx-json@1.6)";
  }
  if (Object.hasOwn(value, 'predicateType') || Object.hasOwn(value, 'payloadType')) {
    return 'it is an in-toto statement or envelope; give the document inside it';
  }
  return 'it has neither spdxVersion (SPDX) nor bomFormat (CycloneDX)';
}
