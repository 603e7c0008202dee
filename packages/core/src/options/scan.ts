import { CountersignError } from '../errors.js';
import type { ScanOptions } from '../flows/index.js';
import { openReader, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import type { RawValues } from './setting.js';

/** The inputs of `scan`. Throws errors of fault user that name the input. */
export function parseScan(raw: RawValues, edge: OptionEdge): Promise<Parsed<ScanOptions>> {
  openReader('scan', raw, edge);
  return Promise.reject(new CountersignError('INTERNAL', { what: 'not built yet', remedy: 'Wait.' }));
}
