export type * from './types.js';
export { ENVELOPE_TYPE } from './types.js';
export type { Certificate } from './certificate.js';
export { readCertificates } from './certificate-file.js';
export { checkChain, isIssuedBy } from './chain.js';
export { formatName } from './distinguished-name.js';
export { verifyIntegrity } from './integrity.js';
export { notationKeyOf, notationSigner, parseNotationKey, type NotationKey } from './key.js';
export { trustPolicyFiles, type PolicyFiles, type PolicyRequest } from './policy-files.js';
export { signNotation, type NotationSigner, type NotationSigning } from './sign.js';
export { isTimestampOf, tokenOf, verifyTimestamp } from './timestamp.js';
export {
  parseTrustPolicy,
  statementFor,
  type TrustPolicy,
  type TrustStatement,
  type TrustStoreName,
} from './trust-policy.js';
export { openTrustStore, type TrustStore } from './trust-store.js';
export { verifyNotation, type FoundEnvelope, type NotationVerdict, type Validation } from './verify.js';
