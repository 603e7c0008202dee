import { VerificationError } from '@sigstore/verify';
import { CountersignError } from '../errors.js';
import { MAX_ERROR_EXCERPT_CHARS } from '../limits.js';
import { rejection } from './rejection.js';
import type { RejectionCode } from './rejection.js';

/**
 * Runs a step that reads hostile bytes: any error that is not a verdict yet becomes one. The library tells malformed
 * input by TypeErrors as often as by errors of its own, so whatever it throws is a rejection.
 */
export function asVerdict<T>(step: () => T): T {
  try {
    return step();
  } catch (cause) {
    if (cause instanceof CountersignError) throw cause;
    if (cause instanceof VerificationError) {
      throw rejection(codeOf(cause.code), sentence(deepest(cause)), cause);
    }
    throw rejection('BUNDLE_MALFORMED', 'The claim is not put together as it should be', cause);
  }
}

function codeOf(code: string): RejectionCode {
  if (code.startsWith('TLOG')) return 'LOG_ENTRY_INVALID';
  if (code === 'TIMESTAMP_ERROR') return 'TIMESTAMP_INVALID';
  if (code === 'CERTIFICATE_ERROR') return 'CERTIFICATE_UNTRUSTED';
  return code === 'SIGNATURE_ERROR' ? 'SIGNATURE_INVALID' : 'SIGNER_NOT_ALLOWED';
}

/** The chain's own error says more than "failed to verify certificate chain". */
function deepest(error: VerificationError): string {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}

const sentence = (text: string): string =>
  `Verification failed: ${text.slice(0, MAX_ERROR_EXCERPT_CHARS).replaceAll(/[^\x20-\x7e]/g, '?')}`;
