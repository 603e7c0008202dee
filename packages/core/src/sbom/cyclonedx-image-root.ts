import { hexOf, type Digest } from '../oci/index.js';
import type { DocumentSubject } from './document-subject.js';
import { isImagePurl } from './image-digests.js';
import { imagePurl } from './image-purl.js';
import type { Json } from './raw-document.js';

/** metadata.component for an image: hash, version and package URL prove the digest. `known` is the generator's. */
export function cycloneDxImageRoot(
  { name, platform }: DocumentSubject,
  digest: Digest,
  known: Json | undefined,
): Json & { readonly 'bom-ref': string } {
  const purl = imagePurl(name, digest, platform);
  const ref = known?.['bom-ref'];
  return {
    ...known,
    // A package URL as reference may name another digest, or another image.
    'bom-ref': typeof ref === 'string' && ref !== '' && !ref.startsWith('pkg:') ? ref : purl,
    type: 'container',
    name,
    version: digest,
    hashes: [{ alg: 'SHA-256', content: hexOf(digest) }],
    purl,
  };
}

/** Whether the root of a generator stands for the image, or is a component of its own that the image holds. */
export const standsForImage = ({ type, purl }: Json): boolean =>
  type === 'container' || purl === undefined || (typeof purl === 'string' && isImagePurl(purl));
