export { newTufSigners, signTufRepository } from './sign-repository.js';
export type { SignedTufRepository, TargetToSign, TufSigner, TufSigners } from './sign-repository.js';
export { sigstoreTargets } from './sigstore-targets.js';
export type { SigstoreTargets } from './sigstore-targets.js';
