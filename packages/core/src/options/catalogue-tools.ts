import type { Setting } from './setting.js';

/** Settings that only setup-tools has. */
export const TOOLS_SETTINGS: readonly Setting[] = [];
