import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { ErrorCode } from '../errors.js';

/** The codes verification answers with; all of them have the fault *rejection*. */
export type RejectionCode = Extract<
  ErrorCode,
  | 'BUNDLE_MALFORMED'
  | 'BUNDLE_UNSUPPORTED'
  | 'SIGNATURE_INVALID'
  | 'CERTIFICATE_UNTRUSTED'
  | 'LOG_ENTRY_INVALID'
  | 'TIMESTAMP_INVALID'
  | 'SUBJECT_MISMATCH'
  | 'PREDICATE_TYPE_MISMATCH'
  | 'SIGNER_NOT_ALLOWED'
>;

const REMEDY: Record<RejectionCode, string> = {
  BUNDLE_MALFORMED: 'Do not use the image on the strength of this claim; sign it again to replace the claim.',
  BUNDLE_UNSUPPORTED:
    'Sign the image again with a current tool, or verify this claim with the tool that made it.',
  SIGNATURE_INVALID:
    'Treat what was signed as changed after signing: find out who changed it before signing again.',
  CERTIFICATE_UNTRUSTED:
    'Check that the trusted root is the one of the Sigstore instance that issued the certificate.',
  LOG_ENTRY_INVALID:
    'Check that the trusted root holds the log that was written to; else treat the claim as forged.',
  TIMESTAMP_INVALID:
    'Check that the trusted root holds the timestamp authority that was asked; else treat the claim as forged.',
  SUBJECT_MISMATCH: 'Look for who put a claim about another image here, and sign this digest itself.',
  PREDICATE_TYPE_MISMATCH:
    'Ask for the predicate type that was attested, or attest the one that is asked for.',
  SIGNER_NOT_ALLOWED: 'Give the identity or the public key of the signer, if you trust that signer.',
};

/** A rejection with the remedy of its code. `what` may quote others' text: it is cut and escaped by {@link quote}. */
export const rejection = (code: RejectionCode, what: string, cause?: unknown): CountersignError =>
  new CountersignError(code, { what, remedy: REMEDY[code], cause });

/** Text of others on one line, escaped and cut, for an error message. */
export const quote = (text: string): string =>
  JSON.stringify(text.length > MAX_SHOWN_INPUT_CHARS ? `${text.slice(0, MAX_SHOWN_INPUT_CHARS)}...` : text);
