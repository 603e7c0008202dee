import { createPublicKey } from 'node:crypto';
import type { ClaimMaterial } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { TrustMaterial } from '../trust/index.js';
import { authoritiesOf } from './authorities.js';
import { bindToSubject, checkDigest } from './binding.js';
import { readBundle } from './bundle-evidence.js';
import { readCertificate } from './certificate.js';
import type { Evidence } from './evidence.js';
import { readAttestationLayer, readSignatureLayer } from './layer-evidence.js';
import { parsePublicKey } from '../public-key.js';
import type { TrustedKey } from '../public-key.js';
import { rejection } from './rejection.js';
import { deriveRequirements } from './requirements.js';
import type { TrustRequirements } from './requirements.js';
import { isSignedBy } from './signature.js';
import type { VerifiedClaim, VerifiedSigner } from './types.js';
import { asVerdict } from './verdict.js';
import { verifyWitnesses } from './witnesses.js';
import type { Signing, Witnessed } from './witnesses.js';

export interface VerifyClaimOptions {
  /** PREDICATE_TYPE_MISMATCH unless the claim is of exactly this type. */
  readonly expectedPredicateType?: string;
  /** The subject's bytes, for a message signature whose key cannot be verified over a digest (RSA, Ed25519). */
  readonly artifact?: Uint8Array;
}

/** Establishes facts about claims; pure, no I/O, no policy. Made once per trusted root and set of keys. */
export interface Verifier {
  /** What a certificate's claim has to bring; undefined without a trusted root. */
  readonly requirements: TrustRequirements | undefined;
  /**
   * Verifies one claim as the claim about `subject`. Whoever signed is told, not judged: hand the answer to the policy.
   * Throws a CountersignError of fault *rejection*, and nothing else, for whatever the material holds.
   */
  verify(material: ClaimMaterial, subject: Digest, options?: VerifyClaimOptions): VerifiedClaim;
}

/**
 * `trust`: verifies certificates, logs and timestamps; undefined with keys alone, then witnesses are not looked at.
 * `keys`: PEM public keys, any of which may have signed. Throws KEY_INVALID.
 */
export function createVerifier(from: {
  readonly trust: TrustMaterial | undefined;
  readonly keys: readonly string[];
}): Verifier {
  const keys = from.keys.map((pem) => parsePublicKey(pem));
  const authorities = from.trust === undefined ? undefined : authoritiesOf(from.trust);
  const requirements = deriveRequirements(from.trust);
  return {
    requirements,
    verify: (material, subject, options = {}) => {
      const evidence = readEvidence(material, options.artifact);
      const { content } = evidence;
      if (content.kind === 'digest') checkDigest(content, subject);
      const signing = findSigner(evidence, keys);
      const witnessed =
        authorities === undefined
          ? withoutTrustedRoot(signing)
          : verifyWitnesses(evidence, signing, authorities, requirements);
      const signer: VerifiedSigner =
        signing.kind === 'key'
          ? { kind: 'key', hint: signing.hint }
          : { kind: 'certificate', ...asVerdict(() => readCertificate(signing.certificate)) };
      return {
        signer,
        subject,
        ...bindToSubject(content, subject, options.expectedPredicateType),
        ...witnessed,
      };
    },
  };
}

function readEvidence(material: ClaimMaterial, artifact: Uint8Array | undefined): Evidence {
  switch (material.kind) {
    case 'bundle':
      return asVerdict(() => readBundle(material.bytes, artifact));
    case 'simple-signing':
      return asVerdict(() => readSignatureLayer(material.payload, material.annotations));
    case 'dsse-layer':
      return asVerdict(() => readAttestationLayer(material.payload, material.annotations));
  }
}

/** Whose signature it is, before anybody vouches for that key. Throws SIGNATURE_INVALID, SIGNER_NOT_ALLOWED. */
function findSigner({ signer, content }: Evidence, keys: readonly TrustedKey[]): Signing {
  if (signer.kind === 'certificate') {
    const { certificate } = signer;
    const key = asVerdict(() => createPublicKey({ key: certificate.publicKey, format: 'der', type: 'spki' }));
    if (!isSignedBy(content, key)) throw badSignature("the certificate's key");
    return { kind: 'certificate', certificate };
  }
  const found = keys.find(({ key }) => isSignedBy(content, key));
  if (found !== undefined) return { kind: 'key', ...found };
  if (keys.length === 0) {
    throw rejection(
      'SIGNER_NOT_ALLOWED',
      'The claim is signed with a key, and no key was given to verify it',
    );
  }
  if (keys.some(({ hint }) => hint === signer.hint)) throw badSignature('the key that it names');
  throw rejection(
    'SIGNER_NOT_ALLOWED',
    signer.hint === undefined
      ? 'None of the keys that were given made the signature, or what was signed was changed'
      : 'The claim is signed with a key other than those given',
  );
}

const badSignature = (by: string) =>
  rejection(
    'SIGNATURE_INVALID',
    `The signature does not verify with ${by}: what was signed was changed, or the signature`,
  );

function withoutTrustedRoot(signing: Signing): Witnessed {
  if (signing.kind === 'key') return { logEntries: [], times: [] };
  throw rejection('SIGNER_NOT_ALLOWED', 'The claim is signed with a certificate, and only keys are accepted');
}
