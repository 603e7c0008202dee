import type { Subject } from '../digest-set/index.js';
import { claimedName, type ImageName } from '../reference/index.js';
import { COSIGN_SIGNATURE } from './predicate-types.js';
import { statementBytes } from './statement.js';
import type { Claim } from './types.js';

/**
 * The image signature in both forms: the statement of cosign 3 (sigstore/cosign specs/BUNDLE_SPEC.md) and the
 * simple-signing document of the `.sig` tag (specs/SIGNATURE_SPEC.md). The same subject and name give the same bytes.
 */
export function signatureClaim(subject: Subject, name: ImageName): Claim {
  const simpleSigning = {
    critical: {
      identity: { 'docker-reference': claimedName(name) },
      image: { 'docker-manifest-digest': subject.digest },
      type: 'cosign container image signature',
    },
    optional: null,
  };
  return {
    kind: 'signature',
    subject,
    predicateType: COSIGN_SIGNATURE,
    payload: statementBytes(subject, undefined, COSIGN_SIGNATURE, Buffer.from('{}')),
    simpleSigning: Buffer.from(JSON.stringify(simpleSigning)),
  };
}
