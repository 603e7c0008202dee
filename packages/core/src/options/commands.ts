import type { CommandName } from './setting.js';

export const SIGNING: readonly CommandName[] = ['sign', 'attest'];
export const ATTEST: readonly CommandName[] = ['attest'];
export const VERIFY: readonly CommandName[] = ['verify'];
/** Commands that are told whose claims count. */
export const JUDGING: readonly CommandName[] = ['verify', 'tree', 'doctor', 'get'];
/** Commands about the claims of any number of images. */
export const EVERY: readonly CommandName[] = [...SIGNING, 'verify', 'tree', 'doctor'];
/** Commands that read an image from a registry. */
export const READING: readonly CommandName[] = [...EVERY, 'get', 'sbom', 'scan'];
/** Commands that speak to any server. */
export const CONNECTING: readonly CommandName[] = [...READING, 'tools'];
