import type { ClaimMaterial } from '../layouts/index.js';
import { digestOf, type Digest } from '../oci/index.js';
import type { VerifiedClaim, Verifier } from '../verify/index.js';

/**
 * A verifier that verifies the same bytes about the same subject once in a run: what it established of a claim before
 * storing holds for what is read back, if not a byte differs. Rejections are not kept.
 */
export function rememberVerdicts(verifier: Verifier): Verifier {
  const known = new Map<string, VerifiedClaim>();
  return {
    requirements: verifier.requirements,
    verify: (material, subject, options) => {
      if (options !== undefined) return verifier.verify(material, subject, options);
      const key = keyOf(material, subject);
      const verified = known.get(key) ?? verifier.verify(material, subject);
      known.set(key, verified);
      return verified;
    },
  };
}

/** Everything that a verdict depends on besides the trusted root and the keys, which a verifier is made of. */
function keyOf(material: ClaimMaterial, subject: Digest): string {
  if (material.kind === 'bundle') return JSON.stringify([subject, material.kind, digestOf(material.bytes)]);
  const annotations = Object.entries(material.annotations).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([subject, material.kind, digestOf(material.payload), annotations]);
}
