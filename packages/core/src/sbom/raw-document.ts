import { MAX_SBOM_BYTES, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { caseTwins } from './case-twins.js';
import { invalidSbom } from './invalid-sbom.js';
import { readJsonDocument } from './json-text.js';
import { Shape } from './shape.js';
import type { SbomFormat } from './types.js';

export type Json = Readonly<Record<string, unknown>>;

/** A document whose format and version are known; nothing else of it was looked at. */
export interface RawDocument {
  readonly format: SbomFormat;
  readonly specVersion: string;
  readonly value: Json;
  /** Reads its members, and says which one is not as it should be. */
  readonly shape: Shape;
}

const SPDX_VERSIONS = ['2.2', '2.3'];
const CYCLONEDX_VERSIONS = ['1.4', '1.5', '1.6', '1.7'];
/** syft's JSON changes with its major version: https://github.com/anchore/syft, schema/json. */
const SYFT_MAJOR = '16';

/** Throws SBOM_INVALID for what is none of the formats and versions, LIMIT_EXCEEDED beyond MAX_SBOM_BYTES. */
export function readRawDocument(bytes: Uint8Array, path: string): RawDocument {
  const { value } = readJsonDocument(bytes, path, invalidSbom, MAX_SBOM_BYTES);
  const twins = caseTwins(value);
  if (twins !== undefined) {
    throw invalidSbom(
      path,
      `its members ${JSON.stringify(twins.slice(0, MAX_SHOWN_INPUT_CHARS))} differ in case alone`,
    );
  }
  const shapeOf = (format: string): Shape => new Shape(path, format, invalidSbom);
  if (Object.hasOwn(value, 'spdxVersion')) {
    const shape = shapeOf('SPDX');
    const specVersion = shape.text(value, 'spdxVersion').replace(/^SPDX-/, '');
    checkVersion(shape, 'spdxVersion', specVersion, SPDX_VERSIONS);
    return { format: 'spdx-json', specVersion, value, shape };
  }
  if (Object.hasOwn(value, 'bomFormat')) {
    const shape = shapeOf('CycloneDX');
    if (shape.text(value, 'bomFormat') !== 'CycloneDX') shape.refuse('bomFormat', 'is not CycloneDX');
    const specVersion = shape.text(value, 'specVersion');
    checkVersion(shape, 'specVersion', specVersion, CYCLONEDX_VERSIONS);
    return { format: 'cyclonedx-json', specVersion, value, shape };
  }
  if (Object.hasOwn(value, 'artifacts') && Object.hasOwn(value, 'schema')) {
    const shape = shapeOf('syft-json');
    const specVersion = shape.text(shape.object(value, 'schema'), 'version', 'schema.');
    if (specVersion.split('.', 1)[0] !== SYFT_MAJOR) {
      shape.refuse('schema.version', `is not ${SYFT_MAJOR}.x; use a syft that writes it`);
    }
    return { format: 'syft-json', specVersion, value, shape };
  }
  throw invalidSbom(path, whatElse(value));
}

function checkVersion(shape: Shape, member: string, version: string, known: readonly string[]): void {
  if (!known.includes(version)) shape.refuse(member, `is none of ${known.join(', ')}`);
}

function whatElse(value: Json): string {
  if (Object.hasOwn(value, '@context') && Object.hasOwn(value, '@graph')) {
    return 'it is SPDX 3 (JSON-LD); write SPDX 2.3 (syft: -o spdx-json@2.3)';
  }
  if (Object.hasOwn(value, 'predicateType') && Object.hasOwn(value, 'subject')) {
    return 'it is a whole in-toto statement; give its predicate alone';
  }
  return 'it has the members of neither SPDX (spdxVersion) nor CycloneDX (bomFormat) nor syft-json (artifacts, schema)';
}
