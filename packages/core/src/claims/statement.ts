import type { Subject } from '../digest-set/index.js';
import { hexOf } from '../oci/index.js';
import { claimedName, type ImageName } from '../reference/index.js';

/** in-toto attestation framework, spec/v1/statement.md. */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/**
 * The exact bytes of a Statement v1 about one subject. `predicateJson` is embedded as it stands, so a large document is
 * copied once and never parsed again. `name` is left out for an image signature (as cosign 3 writes it).
 */
export function statementBytes(
  subject: Subject,
  name: ImageName | undefined,
  predicateType: string,
  predicateJson: Uint8Array,
): Uint8Array {
  const head = JSON.stringify({
    _type: STATEMENT_TYPE,
    subject: [
      {
        ...(name === undefined ? {} : { name: claimedName(name) }),
        digest: { sha256: hexOf(subject.digest) },
      },
    ],
    predicateType,
  });
  return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"predicate":`), predicateJson, Buffer.from('}')]);
}
