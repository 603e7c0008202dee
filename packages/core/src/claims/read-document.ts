import type { SchemaName } from './schema-files.js';
import { requireSchema, type Schemas } from './schema-check.js';
import type { CheckedDocument } from './types.js';

/** A document after the cheap checks: what it says, and what it is still to be held against. */
export interface ReadDocument {
  readonly checked: CheckedDocument;
  readonly value: Readonly<Record<string, unknown>>;
  /** undefined: a predicate of a type that we do not know. */
  readonly schema: SchemaName | undefined;
}

/** Holds a document against the whole schema of its format. Throws PREDICATE_INVALID naming the members. */
export async function validated(
  { checked, value, schema }: ReadDocument,
  path: string,
  schemas: Schemas,
): Promise<CheckedDocument> {
  if (schema !== undefined) await requireSchema(schema, value, path, checked.predicateJson.length, schemas);
  return checked;
}
