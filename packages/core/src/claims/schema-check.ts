import type { ErrorObject } from 'ajv';
import { MAX_BYTES_FOR_ALL_FINDINGS } from '../limits.js';
import { invalidDocument } from './invalid-document.js';
import { loadSchema, type SchemaName } from './schema-files.js';
import { findingsText } from './schema-findings.js';
import { areUnique, ValueNumbers } from './unique-items.js';

/**
 * The schemas of a run, each compiled at its first use: compiling takes longer than checking most documents, and an image
 * has one of the same form for each platform. The library and the schemas are loaded only here.
 */
export class Schemas {
  readonly #compiled = new Map<string, Promise<Check>>();

  /** What is wrong with a document, all of it or the first of it; empty where it follows the schema. */
  async errorsOf(name: SchemaName, document: unknown, all: boolean): Promise<readonly ErrorObject[]> {
    const key = `${name} ${all}`;
    const compiling = this.#compiled.get(key) ?? compile(name, all);
    this.#compiled.set(key, compiling);
    return (await compiling)(document);
  }
}

/**
 * Checks a parsed document against the schema of its format. `size`: of its text, in bytes; of a large document only the
 * first member that is wrong is named, since there may be as many as it has bytes. Throws PREDICATE_INVALID naming the
 * members by their JSON pointers.
 */
export async function requireSchema(
  name: SchemaName,
  document: unknown,
  path: string,
  size: number,
  schemas: Schemas,
): Promise<void> {
  const first = await schemas.errorsOf(name, document, false);
  if (first.length === 0) return;
  const errors = size > MAX_BYTES_FOR_ALL_FINDINGS ? first : await schemas.errorsOf(name, document, true);
  throw invalidDocument(path, `it does not follow the schema ${name}: ${findingsText(errors)}`);
}

type Check = (document: unknown) => readonly ErrorObject[];

async function compile(name: SchemaName, allErrors: boolean): Promise<Check> {
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
    // The schemas are ours: a test holds them against the schema of schemas.
    validateSchema: false,
    schemas: [...references],
    // Every other format is taken as it is, as consumers do (schemas/README.md).
    formats: { date: fullFormats.date, 'date-time': fullFormats['date-time'] },
  });
  let numbers = new ValueNumbers();
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (wanted: boolean, elements: readonly unknown[]) => !wanted || areUnique(elements, numbers),
    errors: false,
  });
  const validate = ajv.compile(schema);
  return (document) => {
    numbers = new ValueNumbers(); // one document's values are not kept beside another's
    return validate(document) ? [] : (validate.errors ?? []);
  };
}
