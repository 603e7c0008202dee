import { CountersignError } from '../errors.js';
import { digestOf } from '../oci/index.js';
import type { Digest } from '../oci/index.js';
import type { TrustMaterial } from '../trust/index.js';
import { createVerifier } from '../verify/index.js';
import type { VerifiedClaim, Verifier } from '../verify/index.js';

export interface VerifyBundleOptions {
  readonly bundle: Uint8Array;
  /** The artifact itself, or the digest of it. */
  readonly artifact: Uint8Array | Digest;
  /** Compared whole: the SAN and the issuer of the certificate, or the key that must have signed. */
  readonly signer:
    | { readonly kind: 'identity'; readonly identity: string; readonly issuer: string }
    | { readonly kind: 'key'; readonly publicKeyPem: string };
  /** With a key it may be undefined: then log entries and timestamps are not looked at. */
  readonly trust: TrustMaterial | undefined;
}

/**
 * Verifies one bundle file for one artifact, by the rules of sigstore-conformance's `verify-bundle` and no other: the
 * predicate type of an attestation is not looked at. Resolves to what was established.
 * Throws a CountersignError of fault *rejection*, and nothing else.
 */
export function verifyBundleFile(options: VerifyBundleOptions): VerifiedClaim {
  const { artifact, signer, trust } = options;
  const verifier = verifierFor(signer, trust);
  const subject = typeof artifact === 'string' ? artifact : digestOf(artifact);
  const claim = verifier.verify(
    { kind: 'bundle', bytes: options.bundle },
    subject,
    typeof artifact === 'string' ? {} : { artifact },
  );
  if (signer.kind === 'identity') checkIdentity(claim, signer);
  else if (claim.signer.kind !== 'key')
    throw notAllowed('The bundle is signed with a certificate, not with the key');
  return claim;
}

/** In this protocol text that is no key is a key that signed nothing: the answer is about the bundle, and it is no. */
function verifierFor(signer: VerifyBundleOptions['signer'], trust: TrustMaterial | undefined): Verifier {
  try {
    return createVerifier({ trust, keys: signer.kind === 'key' ? [signer.publicKeyPem] : [] });
  } catch (cause) {
    if (cause instanceof CountersignError && cause.code === 'KEY_INVALID')
      throw notAllowed(cause.message, cause);
    throw cause;
  }
}

function checkIdentity(claim: VerifiedClaim, wanted: { identity: string; issuer: string }): void {
  if (claim.signer.kind !== 'certificate')
    throw notAllowed('The bundle is signed with a key, not by an identity');
  const { identity, facts } = claim.signer;
  if (identity === wanted.identity && facts.issuer === wanted.issuer) return;
  throw notAllowed(`The bundle was signed by ${identity} (issuer ${facts.issuer ?? 'not named'})`);
}

const notAllowed = (what: string, cause?: unknown): CountersignError =>
  new CountersignError('SIGNER_NOT_ALLOWED', {
    what,
    remedy: 'Give the identity and issuer, or the public key, of the signer, if you trust that signer.',
    cause,
  });
