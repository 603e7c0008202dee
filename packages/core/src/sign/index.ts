export type * from './types.js';
export { bundleJson } from './bundle.js';
export { envelopeJson } from './envelope.js';
export { findLogEntry } from './find-entry.js';
export { obtainIdentityToken, renewingToken } from './identity-token.js';
export { encryptKey, isEncryptedKey } from './encrypted-key.js';
export {
  openSigningKey,
  passwordMissing,
  publicKeyPem,
  type KeyServices,
  type KeySource,
} from './key-source.js';
export { ephemeralKey, parseSigningKey, publicHalf, type LocalKey, type SigningKey } from './keys.js';
export { kmsSchemeOf, shownUri } from './kms/uri.js';
export { refusePublicLog } from './public-log.js';
export { openSession, type OpenSession, type SessionFigures, type SessionOptions } from './session.js';
export { blobBundle, findLoggedBlob, type SignedBlob } from './signed-blob.js';
export { checkEncodedSize, encodedSizes } from './sizes.js';
export { requestTimestamp } from './tsa.js';
