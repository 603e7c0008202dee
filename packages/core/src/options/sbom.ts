import { CountersignError } from '../errors.js';
import type { SbomOptions } from '../flows/index.js';
import { openReader, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import type { RawValues } from './setting.js';

/** The inputs of `sbom`. Throws errors of fault user that name the input. */
export function parseSbom(raw: RawValues, edge: OptionEdge): Promise<Parsed<SbomOptions>> {
  openReader('sbom', raw, edge);
  return Promise.reject(new CountersignError('INTERNAL', { what: 'not built yet', remedy: 'Wait.' }));
}
