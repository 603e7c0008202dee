import { CountersignError } from '../errors.js';
import type { FlowReport, Services } from './types.js';

export interface SbomOptions {
  readonly images: readonly never[];
}

/** Not built yet. */
export function generateSboms(_options: SbomOptions, _services: Services): Promise<FlowReport> {
  return Promise.reject(new CountersignError('INTERNAL', { what: 'not built yet', remedy: 'Wait.' }));
}
