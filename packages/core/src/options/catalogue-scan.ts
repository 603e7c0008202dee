import type { Setting } from './setting.js';

/** Settings that only scan has. */
export const SCAN_SETTINGS: readonly Setting[] = [];
