import { MAX_VEX_STATEMENTS } from '../limits.js';
// Not by the folder's index: it loads registries and HTTP, which no report needs to be read.
import { readJsonDocument } from '../sbom/json-text.js';
import { Shape } from '../sbom/shape.js';
import { csafStatements } from './vex-csaf.js';
import { invalidVex } from './vex-invalid.js';
import { openVexStatements } from './vex-openvex.js';
import type { VexDocument } from './vex-types.js';

/** Reads OpenVEX 0.2.0 or CSAF 2.0 of the VEX profile; `path` names it in messages. Throws VEX_INVALID, LIMIT_EXCEEDED. */
export function parseVex(bytes: Uint8Array, path: string): VexDocument {
  const { value } = readJsonDocument(bytes, path, invalidVex);
  const context = value['@context'];
  const isOpenVex = typeof context === 'string' && OPENVEX_CONTEXT.test(context);
  if (!isOpenVex && !Object.hasOwn(value, 'document')) {
    throw invalidVex(
      path,
      Object.hasOwn(value, 'predicateType')
        ? 'it is an in-toto statement; give its predicate alone'
        : 'it has neither the "@context" of OpenVEX 0.2.0 nor the member "document" of CSAF',
    );
  }
  const shape = new Shape(path, isOpenVex ? 'OpenVEX' : 'CSAF', invalidVex);
  const statements = isOpenVex ? openVexStatements(value, shape) : csafStatements(value, shape);
  if (statements.length > MAX_VEX_STATEMENTS)
    throw invalidVex(path, `it has more than ${MAX_VEX_STATEMENTS} statements`);
  return { path, statements };
}

const OPENVEX_CONTEXT = /^https:\/\/openvex\.dev\/ns(?:\/v0\.2\.0)?$/;
