/** Every bound on untrusted input and every default time, each with its unit in its name. */

// http
/** No byte for this long counts as a stall of one attempt. */
export const DEFAULT_STALL_MS = 30_000;
/** The slowest transfer that is waited for: an attempt may last four stalls and the time its bytes take at this rate. */
export const MIN_TRANSFER_BYTES_PER_MS = 32;
/** Google Artifact Registry answers with more than node's 16 KiB. */
export const MAX_RESPONSE_HEADER_BYTES = 256 * 1024;
/** What is read of the body of an answer that is an error. */
export const MAX_ERROR_BODY_BYTES = 64 * 1024;
/** What is shown of it. */
export const MAX_ERROR_EXCERPT_CHARS = 300;
export const MAX_REDIRECTS = 5;
export const MAX_CONNECTIONS_PER_ORIGIN = 32;
export const DEFAULT_RETRY_WINDOW_MS = 10 * 60_000;
export const FIRST_RETRY_DELAY_MS = 250;
export const MAX_RETRY_DELAY_MS = 15_000;
/** A host that is not found, or nothing listening there, is a mistake far more often than an outage. */
export const MAX_ATTEMPTS_HOST_NOT_FOUND = 3;
export const MAX_ATTEMPTS_CONNECTION_REFUSED = 6;

// claims
/** A document or predicate as given. cosign's own bound on an attachment (128 MiB) is not reached from here. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
export const MAX_DOCUMENT_DEPTH = 200;
export const MAX_PREDICATE_TYPE_CHARS = 1024;

// sign
export const MAX_IDENTITY_TOKEN_CHARS = 32 * 1024;
export const MAX_TOKEN_ANSWER_BYTES = 64 * 1024;
export const MAX_CERTIFICATE_ANSWER_BYTES = 256 * 1024;
export const MAX_CERTIFICATES_IN_CHAIN = 10;
export const MAX_LOG_ANSWER_BYTES = 1024 * 1024;
export const MAX_INCLUSION_PROOF_HASHES = 64;
export const MAX_CHECKPOINT_CHARS = 64 * 1024;
export const MAX_TIMESTAMP_BYTES = 128 * 1024;
export const MAX_KEY_CHARS = 64 * 1024;
/** An answer that cannot be read is asked for again: a proxy's page, a body cut off behind a proxy. */
export const MAX_UNREADABLE_ANSWERS = 3;
/** A token or certificate with less than this left is renewed before it is used. */
export const RENEW_BEFORE_EXPIRY_MS = 30_000;
/** How often one claim is signed again because the log was so slow that the certificate had expired by then. */
export const MAX_SIGNATURES_PER_CLAIM = 3;
export const DEFAULT_SIGNING_CONCURRENCY = 8;
/** Public-good Rekor v1 refuses larger DSSE envelopes (sigstore/rekor#2808, #2915). */
export const PUBLIC_REKOR_MAX_ENVELOPE_BYTES = 3_500_000;
/** Kyverno's bundle reader refuses a larger layer. */
export const KYVERNO_MAX_BUNDLE_BYTES = 10_000_000;
/** What certificate, log entry and timestamps add to a bundle, at most in practice. */
export const BUNDLE_OVERHEAD_BYTES = 32 * 1024;

// reference
export const MAX_REFERENCE_CHARS = 1024;
