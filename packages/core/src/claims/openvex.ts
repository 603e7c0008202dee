import { readJsonDocument } from '../sbom/index.js';
import { invalidDocument } from './invalid-document.js';
import { OPENVEX } from './predicate-types.js';
import { validated } from './read-document.js';
import { Schemas } from './schema-check.js';
import type { CheckedDocument } from './types.js';

/**
 * Reads an OpenVEX 0.2.0 document. It is about the products that it names, so nothing in it says to which digest it
 * belongs. Throws PREDICATE_INVALID naming the members, LIMIT_EXCEEDED.
 */
export async function validateOpenVex(
  bytes: Uint8Array,
  path: string,
  schemas = new Schemas(),
): Promise<CheckedDocument> {
  const { value, compact } = readJsonDocument(bytes, path, invalidDocument);
  const context = value['@context'];
  if (typeof context !== 'string' || !context.startsWith(OPENVEX)) {
    throw invalidDocument(path, 'its "@context" is not that of OpenVEX (https://openvex.dev/ns/v0.2.0)');
  }
  const checked: CheckedDocument = {
    format: 'other',
    predicateType: OPENVEX,
    predicateJson: compact,
    describes: [],
  };
  return validated({ checked, value, schema: 'openvex-0.2.0' }, path, schemas);
}
