export type { RegistryCredentials } from './credentials.js';
export type { RegistryOptions } from './options.js';
export { startRegistry } from './registry.js';
export type { RunningRegistry } from './registry.js';
