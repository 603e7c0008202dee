import type { ClaimMaterial } from '../layouts/index.js';
import { digestOf, type Digest } from '../oci/index.js';
import type { VerifiedClaim, Verifier } from '../verify/index.js';

/**
 * A verifier that verifies the same bytes about the same subject once in a run: what it established of a claim before
 * storing holds for what is read back, if not a byte differs. Rejections are not kept. Documents may be large: a payload
 * is held once, as in `payloads` where it is one of those, and predicates are not held as objects besides.
 */
export function rememberVerdicts(verifier: Verifier, payloads: readonly Uint8Array[] = []): Verifier {
  const known = new Map<string, VerifiedClaim>();
  const held = new Map(payloads.map((payload) => [digestOf(payload), payload]));
  const slim = (verified: VerifiedClaim): VerifiedClaim => {
    const { payload, statement } = verified;
    const digest = digestOf(payload);
    const same = held.get(digest) ?? payload;
    held.set(digest, same);
    return {
      ...verified,
      payload: same,
      statement: statement === undefined ? undefined : { ...statement, predicate: undefined },
    };
  };
  return {
    requirements: verifier.requirements,
    verify: (material, subject, options) => {
      if (options !== undefined) return verifier.verify(material, subject, options);
      const key = keyOf(material, subject);
      const verified = known.get(key) ?? slim(verifier.verify(material, subject));
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
