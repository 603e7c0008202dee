import type { ErrorObject } from 'ajv';
import { MAX_BYTES_FOR_ALL_FINDINGS } from '../limits.js';
import { invalidDocument } from './invalid-document.js';
import { loadSchema, type SchemaName } from './schema-files.js';
import { findingsText } from './schema-findings.js';
import { areUnique, ValueNumbers } from './unique-items.js';

/**
 * Checks a parsed document against the schema of its format. `size`: of its text, in bytes; of a large document only the
 * first member that is wrong is named, since there may be as many as it has bytes. The library and the schema are loaded
 * only here. Throws PREDICATE_INVALID naming the members by their JSON pointers.
 */
export async function requireSchema(
  name: SchemaName,
  document: unknown,
  path: string,
  size: number,
): Promise<void> {
  const first = await errorsOf(name, document, false);
  if (first.length === 0) return;
  const errors = size > MAX_BYTES_FOR_ALL_FINDINGS ? first : await errorsOf(name, document, true);
  throw invalidDocument(path, `it does not follow the schema ${name}: ${findingsText(errors)}`);
}

async function errorsOf(
  name: SchemaName,
  document: unknown,
  allErrors: boolean,
): Promise<readonly ErrorObject[]> {
  // Its module is a class: a bundler hands on the default export of such a one, and none of its names.
  const [{ default: ajvModule }, { fullFormats }, { schema, references }] = await Promise.all([
    import('ajv'),
    import('ajv-formats/dist/formats.js'),
    loadSchema(name),
  ]);
  const ajv = new ajvModule.Ajv({
    strict: false,
    allErrors,
    logger: false,
    schemas: [...references],
    // Every other format is taken as it is, as consumers do (schemas/README.md).
    formats: { date: fullFormats.date, 'date-time': fullFormats['date-time'] },
  });
  const numbers = new ValueNumbers();
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (wanted: boolean, elements: readonly unknown[]) => !wanted || areUnique(elements, numbers),
    errors: false,
  });
  const validate = ajv.compile(schema);
  return validate(document) ? [] : (validate.errors ?? []);
}
