/**
 * Who can mend it. *user*: the input or the set-up; *infrastructure*: nothing was decided, a later run may succeed;
 * *rejection*: a security verdict, never retried and never softened; *defect*: ours.
 */
export type Fault = 'user' | 'infrastructure' | 'rejection' | 'defect';

const FAULT_OF = {
  INPUT_MISSING: 'user',
  INPUT_INVALID: 'user',
  INPUT_UNKNOWN: 'user',
  INPUTS_CONTRADICT: 'user',
  REFERENCE_INVALID: 'user',
  DIGEST_INVALID: 'user',
  TAG_NOT_ALLOWED: 'user',
  IMAGE_NOT_FOUND: 'user',
  IMAGE_AMBIGUOUS: 'user',
  LAYOUT_INVALID: 'user',
  LAYOUT_FORBIDDEN: 'user',
  CREDENTIALS_INVALID: 'user',
  REGISTRY_UNAUTHORIZED: 'user',
  REGISTRY_FORBIDDEN: 'user',
  REGISTRY_REFUSED: 'user',
  PLAIN_HTTP_REFUSED: 'user',
  TAG_IMMUTABLE: 'user',
  IDENTITY_TOKEN_MISSING: 'user',
  IDENTITY_TOKEN_INVALID: 'user',
  IDENTITY_TOKEN_EXPIRED: 'user',
  PRIVATE_REPOSITORY: 'user',
  KEY_INVALID: 'user',
  CERTIFICATE_INVALID: 'user',
  TRUST_POLICY_INVALID: 'user',
  PREDICATE_INVALID: 'user',
  SBOM_INVALID: 'user',
  WAIVERS_INVALID: 'user',
  VEX_INVALID: 'user',
  LIMIT_EXCEEDED: 'user',
  DOCUMENT_SUBJECT_MISMATCH: 'user',
  SIGNATURE_NEEDED: 'user',
  TRUSTED_ROOT_INVALID: 'user',
  TRUSTED_ROOT_EXPIRED: 'user',
  SIGNING_CONFIG_INVALID: 'user',
  TUF_ROOT_INVALID: 'user',
  TOOL_NOT_FOUND: 'user',
  TOOL_UNVERIFIABLE: 'user',
  FULCIO_REFUSED: 'user',
  LOG_REFUSED: 'user',
  TSA_REFUSED: 'user',
  KMS_REFUSED: 'user',
  GITHUB_REFUSED: 'user',
  REGISTRY_UNAVAILABLE: 'infrastructure',
  REGISTRY_MISBEHAVED: 'infrastructure',
  LAYOUT_UNAVAILABLE: 'infrastructure',
  WRITE_CONTENDED: 'infrastructure',
  TOKEN_ENDPOINT_UNAVAILABLE: 'infrastructure',
  FULCIO_UNAVAILABLE: 'infrastructure',
  LOG_UNAVAILABLE: 'infrastructure',
  TSA_UNAVAILABLE: 'infrastructure',
  KMS_UNAVAILABLE: 'infrastructure',
  TRUST_UNAVAILABLE: 'infrastructure',
  RELEASE_UNAVAILABLE: 'infrastructure',
  PROGRAM_FAILED: 'infrastructure',
  DATABASE_UNUSABLE: 'infrastructure',
  REPORT_INVALID: 'infrastructure',
  GITHUB_UNAVAILABLE: 'infrastructure',
  INTERRUPTED: 'infrastructure',
  IMAGE_UNREADABLE: 'rejection',
  SBOM_INCOMPLETE: 'rejection',
  SBOM_QUALITY_LOW: 'rejection',
  DIGEST_MISMATCH: 'rejection',
  LAYOUT_ESCAPES: 'rejection',
  BUNDLE_MALFORMED: 'rejection',
  BUNDLE_UNSUPPORTED: 'rejection',
  SIGNATURE_INVALID: 'rejection',
  NOTATION_MALFORMED: 'rejection',
  SIGNATURE_EXPIRED: 'rejection',
  REVOCATION_UNKNOWN: 'rejection',
  CERTIFICATE_UNTRUSTED: 'rejection',
  LOG_ENTRY_INVALID: 'rejection',
  TIMESTAMP_INVALID: 'rejection',
  SIGNER_NOT_ALLOWED: 'rejection',
  SUBJECT_MISMATCH: 'rejection',
  SBOM_SUBJECT_MISMATCH: 'rejection',
  PREDICATE_TYPE_MISMATCH: 'rejection',
  CLAIM_MISSING: 'rejection',
  CLAIM_UNSEEN: 'rejection',
  TOOL_REVOKED: 'rejection',
  TOOL_TOO_YOUNG: 'rejection',
  TOOL_REJECTED: 'rejection',
  GATE_FAILED: 'rejection',
  INTERNAL: 'defect',
} as const satisfies Record<string, Fault>;

export type ErrorCode = keyof typeof FAULT_OF;

/** Every code of the catalogue: docs/errors.md has a heading for each. */
export const ERROR_CODES = Object.keys(FAULT_OF) as readonly ErrorCode[];

/** What went wrong (`message`), whose fault it is (`fault`, fixed by `code`) and what to do (`remedy`). */
export class CountersignError extends Error {
  // Written out, not read from the constructor: a minified bundle renames classes.
  override readonly name = 'CountersignError';
  readonly code: ErrorCode;
  readonly fault: Fault;
  readonly remedy: string;

  constructor(code: ErrorCode, about: { what: string; remedy: string; cause?: unknown }) {
    super(about.what, { cause: about.cause });
    this.code = code;
    this.fault = FAULT_OF[code];
    this.remedy = about.remedy;
  }
}

/** Any thrown value as a CountersignError: what is not one already is a defect of ours. */
export function asCountersignError(thrown: unknown): CountersignError {
  if (thrown instanceof CountersignError) return thrown;
  return new CountersignError('INTERNAL', {
    what: thrown instanceof Error ? thrown.message : String(thrown),
    remedy: 'This is a defect in Countersign: please report it with the log of this run.',
    cause: thrown,
  });
}
