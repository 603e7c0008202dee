export type { Credential, CredentialSources } from './types.js';
export { CredentialFinder } from './finder.js';
