import type { Digest } from '../oci/index.js';
import { asDigest, digestOfHex, digestOfPurl, distinct, isImagePurl } from './image-digests.js';
import type { Shape } from './shape.js';

type Json = Readonly<Record<string, unknown>>;
const DOCUMENT_ID = 'SPDXRef-DOCUMENT';

/**
 * The images that an SPDX 2.2 or 2.3 document describes (SPDX specification, clauses 6, 7 and 11). Throws what `shape`
 * throws for a package or relationship that is not as it should be.
 */
export function spdxDescribes(document: Json, shape: Shape): Digest[] {
  const packages = new Map<string, Json>();
  for (const [index, part] of shape.objects(document, 'packages').entries()) {
    shape.text(part, 'name', `packages[${index}].`);
    packages.set(shape.text(part, 'SPDXID', `packages[${index}].`), part);
  }
  const described = [...spdxDescribedIds(document, shape)]
    .map((id) => packages.get(id))
    .filter((part) => part !== undefined);
  return distinct(described.flatMap((part) => digestsOf(part, shape)));
}

/** The ids of what the document says it is about: documentDescribes, DESCRIBES and DESCRIBED_BY. */
export function spdxDescribedIds(document: Json, shape: Shape): Set<string> {
  const ids = new Set(shape.texts(document, 'documentDescribes'));
  for (const [index, relationship] of shape.objects(document, 'relationships').entries()) {
    const at = `relationships[${index}].`;
    const from = shape.text(relationship, 'spdxElementId', at);
    const to = shape.text(relationship, 'relatedSpdxElement', at);
    const type = shape.text(relationship, 'relationshipType', at);
    if (type === 'DESCRIBES' && from === DOCUMENT_ID) ids.add(to);
    if (type === 'DESCRIBED_BY' && to === DOCUMENT_ID) ids.add(from);
  }
  return ids;
}

/**
 * Digests a package names as its own. A checksum counts only where the package is an image: a described archive or
 * binary has one as well, and it says nothing about which image the document belongs to.
 */
function digestsOf(part: Json, shape: Shape): (Digest | undefined)[] {
  const at = `packages ${JSON.stringify(part.SPDXID)} `;
  const purls = shape
    .objects(part, 'externalRefs', at)
    .filter((ref) => ref.referenceType === 'purl')
    .map((ref) => shape.optionalText(ref, 'referenceLocator', `${at}externalRefs `));
  const named = [
    ...purls.map(digestOfPurl),
    asDigest(shape.optionalText(part, 'versionInfo', at)),
    asDigest(shape.optionalText(part, 'name', at)),
  ];
  const purpose = shape.optionalText(part, 'primaryPackagePurpose', at);
  // SPDX 2.2 knows no purpose: there, a package that names no other kind of package URL may be an image.
  const mayBeImage = purpose === 'CONTAINER' || (purpose === undefined && purls.length === 0);
  const isImage = mayBeImage || purls.some(isImagePurl) || named.some((digest) => digest !== undefined);
  const checksums = shape
    .objects(part, 'checksums', at)
    .filter((checksum) => checksum.algorithm === 'SHA256')
    .map((checksum) => digestOfHex(shape.optionalText(checksum, 'checksumValue', `${at}checksums `)));
  return isImage ? [...checksums, ...named] : named;
}
