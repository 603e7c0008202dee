import { hexOf, type Digest } from '../oci/index.js';
import type { DocumentSubject } from './document-subject.js';
import { isImagePurl } from './image-digests.js';
import { imagePurl } from './image-purl.js';
import type { Json } from './raw-document.js';
import type { Shape } from './shape.js';
import { isDocumentRoot } from './spdx-roots.js';

/**
 * The package that an SPDX document describes, for an image: checksum, version and package URL prove the digest. `known`
 * is the root that the generator wrote, whose id and other members stay.
 */
export function spdxImageRoot(
  { name, platform }: DocumentSubject,
  digest: Digest,
  { specVersion, shape }: { readonly specVersion: string; readonly shape: Shape },
  known: Json | undefined,
): Json & { readonly SPDXID: string } {
  const refs = known === undefined ? [] : shape.objects(known, 'externalRefs', 'packages[].');
  return {
    supplier: 'NOASSERTION',
    downloadLocation: 'NOASSERTION',
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: 'NOASSERTION',
    copyrightText: 'NOASSERTION',
    ...known,
    name,
    SPDXID: known === undefined ? rootId(name) : shape.text(known, 'SPDXID', 'packages[].'),
    versionInfo: digest,
    filesAnalyzed: false,
    checksums: [{ algorithm: 'SHA256', checksumValue: hexOf(digest) }],
    externalRefs: [
      ...refs.filter(
        ({ referenceType, referenceLocator }) =>
          referenceType !== 'purl' || !isImagePurlText(referenceLocator),
      ),
      {
        referenceCategory: 'PACKAGE-MANAGER',
        referenceType: 'purl',
        referenceLocator: imagePurl(name, digest, platform),
      },
    ],
    ...(specVersion === '2.2' ? {} : { primaryPackagePurpose: 'CONTAINER' }),
  };
}

/** Whether the root of a generator stands for the image, or is a package of its own that the image holds. */
export const standsForImage = (root: Json, shape: Shape): boolean =>
  isDocumentRoot(root) ||
  root.primaryPackagePurpose === 'CONTAINER' ||
  shape
    .objects(root, 'externalRefs', 'packages[].')
    .every(
      ({ referenceType, referenceLocator }) => referenceType !== 'purl' || isImagePurlText(referenceLocator),
    );

const isImagePurlText = (locator: unknown): boolean => typeof locator === 'string' && isImagePurl(locator);

const MAX_ID_CHARS = 200;

const rootId = (name: string): string =>
  `SPDXRef-DocumentRoot-Image-${name.slice(0, MAX_ID_CHARS).replace(/[^A-Za-z0-9.]+/g, '-')}`;
