import { CountersignError } from '../errors.js';
import { MAX_PREDICATE_TYPE_CHARS, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { readJsonDocument, Shape } from '../sbom/index.js';
import { checkCycloneDx } from './cyclonedx.js';
import { invalidDocument } from './invalid-document.js';
import { COSIGN_SIGNATURE, CYCLONEDX_BOM, SLSA_PROVENANCE_V1, SPDX_DOCUMENT } from './predicate-types.js';
import { checkSpdx } from './spdx.js';
import type { CheckedDocument } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a predicate of the given type: any JSON object for a type we do not know, the right shape for SPDX, CycloneDX
 * and SLSA provenance v1. Throws INPUT_INVALID for the type, PREDICATE_INVALID and LIMIT_EXCEEDED for the file.
 */
export function checkPredicate(type: string, bytes: Uint8Array, path: string): CheckedDocument {
  checkType(type);
  const { value, compact } = readJsonDocument(bytes, path, invalidDocument);
  if (Object.hasOwn(value, 'predicateType') && Object.hasOwn(value, 'subject')) {
    throw invalidDocument(path, 'it is a whole in-toto statement; give its predicate alone');
  }
  return { ...checkKnown(type, value, path), predicateType: type, predicateJson: compact };
}

function checkKnown(type: string, value: Json, path: string): Pick<CheckedDocument, 'format' | 'describes'> {
  if (type === SPDX_DOCUMENT || type.startsWith(`${SPDX_DOCUMENT}/`)) return checkSpdx(value, path);
  if (type === CYCLONEDX_BOM || type.startsWith(`${CYCLONEDX_BOM}/`)) return checkCycloneDx(value, path);
  if (type === SLSA_PROVENANCE_V1) checkProvenance(value, path);
  return { format: 'other', describes: [] };
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
