import { CountersignError } from '../errors.js';
import type { ErrorCode } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';

/** The codes that a Notation signature is refused with; all of them have the fault *rejection*. */
export type NotationRejectionCode = Extract<
  ErrorCode,
  | 'NOTATION_MALFORMED'
  | 'SIGNATURE_INVALID'
  | 'SIGNATURE_EXPIRED'
  | 'CERTIFICATE_UNTRUSTED'
  | 'TIMESTAMP_INVALID'
  | 'REVOCATION_UNKNOWN'
  | 'SUBJECT_MISMATCH'
  | 'SIGNER_NOT_ALLOWED'
>;

const REMEDY: Record<NotationRejectionCode, string> = {
  NOTATION_MALFORMED: 'Do not use the image on the strength of this signature; sign it again to replace it.',
  SIGNATURE_INVALID:
    'Treat what was signed as changed after signing: find out who changed it before signing again.',
  SIGNATURE_EXPIRED: 'Sign the image again, or use a newer image: its signer set this end.',
  CERTIFICATE_UNTRUSTED:
    'Check that the trust store holds the root of the authority that issued the certificate, and that the certificate is made for signing code.',
  TIMESTAMP_INVALID:
    'Sign again with a certificate that is valid, or with a timestamp authority whose root is in a tsa trust store of the policy.',
  REVOCATION_UNKNOWN:
    'Countersign asks no OCSP responder and reads no CRL: verify with notation, or set "revocation" to "log" or "skip" under "override" in the trust policy.',
  SUBJECT_MISMATCH: 'Look for who put a signature of another image here, and sign this digest itself.',
  SIGNER_NOT_ALLOWED: 'Add the subject of the certificate to trustedIdentities, if you trust that signer.',
};

/** A rejection with the remedy of its code. What `what` quotes of others goes through {@link quote}. */
export const rejection = (code: NotationRejectionCode, what: string, cause?: unknown): CountersignError =>
  new CountersignError(code, { what, remedy: REMEDY[code], cause });

/** Text of others on one line, escaped and cut. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > MAX_SHOWN_INPUT_CHARS ? `${text.slice(0, MAX_SHOWN_INPUT_CHARS)}...` : text);

export const malformed = (what: string, cause?: unknown): CountersignError =>
  rejection('NOTATION_MALFORMED', what, cause);

/** `what` goes on from "The timestamp". */
export const invalidTimestamp = (what: string, cause?: unknown): CountersignError =>
  rejection('TIMESTAMP_INVALID', `The timestamp ${what}`, cause);

/** What stands where a name or a number belongs, for messages; whatever else it is, nothing of it is asked for its text. */
export const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? quote(String(value)) : 'of another kind';
