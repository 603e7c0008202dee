import type { Subject } from '../digest-set/index.js';
import type { ImageName } from '../reference/index.js';
import { statementBytes } from './statement.js';
import type { CheckedDocument, Claim } from './types.js';

/** An SBOM that checkDocument read, as an attestation about `subject`. */
export const documentClaim = (subject: Subject, name: ImageName, checked: CheckedDocument): Claim =>
  attestation('sbom', subject, name, checked);

/** A predicate that checkPredicate read, as an attestation about `subject`. */
export const predicateClaim = (subject: Subject, name: ImageName, checked: CheckedDocument): Claim =>
  attestation('predicate', subject, name, checked);

function attestation(
  kind: 'sbom' | 'predicate',
  subject: Subject,
  name: ImageName,
  { predicateType, predicateJson }: CheckedDocument,
): Claim {
  return {
    kind,
    subject,
    predicateType,
    payload: statementBytes(subject, name, predicateType, predicateJson),
    simpleSigning: undefined,
  };
}
