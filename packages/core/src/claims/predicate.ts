import { CountersignError } from '../errors.js';
import { MAX_PREDICATE_TYPE_CHARS, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { readJsonDocument, Shape } from '../sbom/index.js';
import { checkCycloneDx } from './cyclonedx.js';
import { invalidDocument } from './invalid-document.js';
import {
  COSIGN_SIGNATURE,
  COSIGN_VULN,
  CYCLONEDX_BOM,
  IN_TOTO_VULNS,
  OPENVEX,
  SLSA_PROVENANCE_V1,
  SPDX_DOCUMENT,
} from './predicate-types.js';
import { validated, type ReadDocument } from './read-document.js';
import { Schemas } from './schema-check.js';
import { schemaOf, type SchemaName } from './schema-files.js';
import { checkSpdx } from './spdx.js';
import type { CheckedDocument } from './types.js';
import { scannedDigest } from './vulnerability-report.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a predicate of the given type: any JSON object for a type we do not know, the right shape for SPDX, CycloneDX,
 * SLSA provenance v1 and scans. Throws INPUT_INVALID for the type, PREDICATE_INVALID and LIMIT_EXCEEDED for the file.
 */
export const checkPredicate = (type: string, bytes: Uint8Array, path: string): CheckedDocument =>
  readPredicate(type, bytes, path).checked;

/** checkPredicate, and the whole schema of a type that we know. Throws the same. */
export const validatePredicate = async (
  type: string,
  bytes: Uint8Array,
  path: string,
  schemas = new Schemas(),
): Promise<CheckedDocument> => validated(readPredicate(type, bytes, path), path, schemas);

function readPredicate(type: string, bytes: Uint8Array, path: string): ReadDocument {
  checkType(type);
  const { value, compact } = readJsonDocument(bytes, path, invalidDocument);
  if (Object.hasOwn(value, 'predicateType') && Object.hasOwn(value, 'subject')) {
    throw invalidDocument(path, 'it is a whole in-toto statement; give its predicate alone');
  }
  const { schema, ...read } = checkKnown(type, value, path);
  return { checked: { ...read, predicateType: type, predicateJson: compact }, value, schema };
}

type Known = Pick<CheckedDocument, 'format' | 'describes'> & Pick<ReadDocument, 'schema'>;

function checkKnown(type: string, value: Json, path: string): Known {
  const sbom = (read: Pick<CheckedDocument, 'format' | 'describes'>): Known => ({
    ...read,
    schema: schemaOf(read.format),
  });
  const other = (schema?: SchemaName, describes: CheckedDocument['describes'] = []): Known => ({
    format: 'other',
    describes,
    schema,
  });
  const isOf = (base: string): boolean => type === base || type.startsWith(`${base}/`);
  if (isOf(SPDX_DOCUMENT)) return sbom(checkSpdx(value, path));
  if (isOf(CYCLONEDX_BOM)) return sbom(checkCycloneDx(value, path));
  switch (type) {
    case SLSA_PROVENANCE_V1:
      checkProvenance(value, path);
      return other('slsa-provenance-v1');
    case COSIGN_VULN:
      return other('cosign-vuln-v1', scannedDigest(value, path));
    case IN_TOTO_VULNS:
      return other('in-toto-vulns-v0.2');
    case OPENVEX:
    case `${OPENVEX}/v0.2.0`:
      return other('openvex-0.2.0');
    default:
      return other();
  }
}

/** SLSA specification v1, "Provenance": the members it requires. */
function checkProvenance(predicate: Json, path: string): void {
  const shape: Shape = new Shape(path, 'SLSA provenance v1', invalidDocument);
  const build = shape.object(predicate, 'buildDefinition');
  shape.text(build, 'buildType', 'buildDefinition.');
  shape.object(build, 'externalParameters', 'buildDefinition.');
  shape.optionalObject(build, 'internalParameters', 'buildDefinition.');
  shape.objects(build, 'resolvedDependencies', 'buildDefinition.');
  const run = shape.object(predicate, 'runDetails');
  shape.text(shape.object(run, 'builder', 'runDetails.'), 'id', 'runDetails.builder.');
  shape.optionalObject(run, 'metadata', 'runDetails.');
}

/** An absolute URI, as in-toto's TypeURI demands; compared byte by byte, so it must be printable ASCII as it stands. */
function checkType(type: string): void {
  const shown = JSON.stringify(type.slice(0, MAX_SHOWN_INPUT_CHARS));
  if (type === COSIGN_SIGNATURE) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The predicate type ${shown} is that of an image signature, not of an attestation`,
      remedy: 'To sign the image, use "signature: true" or the sign action.',
    });
  }
  const wellFormed =
    type.length <= MAX_PREDICATE_TYPE_CHARS &&
    /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(type) &&
    URL.canParse(type);
  if (!wellFormed || (/^https?:/i.test(type) && !/^https?:\/\/[^/]/i.test(type))) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The predicate type ${shown} is not an absolute URI`,
      remedy:
        'Give the whole URI, such as https://slsa.dev/provenance/v1; verifiers compare it byte by byte.',
    });
  }
}
