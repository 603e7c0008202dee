import { CountersignError } from '../errors.js';
import type { FlowReport, Services } from './types.js';

export interface ScanOptions {
  readonly images: readonly never[];
}

/** Not built yet. */
export function scanImage(_options: ScanOptions, _services: Services): Promise<FlowReport> {
  return Promise.reject(new CountersignError('INTERNAL', { what: 'not built yet', remedy: 'Wait.' }));
}
