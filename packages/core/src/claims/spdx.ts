import type { Digest } from '../oci/index.js';
import { Shape, spdxDescribes } from '../sbom/index.js';
import { invalidDocument } from './invalid-document.js';
import type { DocumentFormat } from './types.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Checks an SPDX 2.2 or 2.3 JSON document (SPDX specification, clauses 6, 7 and 11) and finds the images it describes.
 * Throws PREDICATE_INVALID naming the member.
 */
export function checkSpdx(document: Json, path: string): { format: DocumentFormat; describes: Digest[] } {
  const shape: Shape = new Shape(path, 'SPDX', invalidDocument);
  const version = shape.text(document, 'spdxVersion');
  if (version !== 'SPDX-2.2' && version !== 'SPDX-2.3') {
    shape.refuse('spdxVersion', 'is neither SPDX-2.2 nor SPDX-2.3');
  }
  if (shape.text(document, 'SPDXID') !== 'SPDXRef-DOCUMENT')
    shape.refuse('SPDXID', 'is not SPDXRef-DOCUMENT');
  for (const member of ['dataLicense', 'name', 'documentNamespace']) shape.text(document, member);
  const creation = shape.object(document, 'creationInfo');
  shape.text(creation, 'created', 'creationInfo.');
  if (shape.texts(creation, 'creators', 'creationInfo.').length === 0) {
    shape.refuse('creationInfo.creators', 'names nobody');
  }
  shape.objects(document, 'files');
  return {
    format: version === 'SPDX-2.2' ? 'spdx-2.2' : 'spdx-2.3',
    describes: spdxDescribes(document, shape),
  };
}
