export type * from './types.js';
export { envelopeJson } from './envelope.js';
export { obtainIdentityToken, renewingToken } from './identity-token.js';
export { ephemeralKey, parseSigningKey, publicHalf, type LocalKey, type SigningKey } from './keys.js';
export { refusePublicLog } from './public-log.js';
export { openSession, type OpenSession, type SessionFigures, type SessionOptions } from './session.js';
export { blobBundle, findLoggedBlob, type SignedBlob } from './signed-blob.js';
export { checkEncodedSize, encodedSizes } from './sizes.js';
