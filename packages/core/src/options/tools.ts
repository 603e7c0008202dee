import { CountersignError } from '../errors.js';
import type { ToolsOptions } from '../flows/index.js';
import { openReader, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import type { RawValues } from './setting.js';

/** The inputs of `tools`. Throws errors of fault user that name the input. */
export function parseTools(raw: RawValues, edge: OptionEdge): Promise<Parsed<ToolsOptions>> {
  openReader('tools', raw, edge);
  return Promise.reject(new CountersignError('INTERNAL', { what: 'not built yet', remedy: 'Wait.' }));
}
