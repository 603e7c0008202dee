import type { Setting } from './setting.js';

/** Settings that only generate-sbom has. */
export const SBOM_SETTINGS: readonly Setting[] = [];
