import { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import type { Sbom } from './types.js';

/**
 * Checks that a document describes this digest: it stands first among those that the document names (a platform's
 * document may name the index that it was found in as well). Throws SBOM_SUBJECT_MISMATCH where another stands there,
 * or none.
 */
export function checkDescribes({ describes }: Pick<Sbom, 'describes'>, subject: Digest, path: string): void {
  if (describes[0] === subject) return;
  throw new CountersignError('SBOM_SUBJECT_MISMATCH', {
    what:
      describes.length === 0
        ? `${path} does not say which image it describes; it should name ${subject}`
        : `${path} describes ${describes.slice(0, MAX_SHOWN_DIGESTS).join(', ')}, not ${subject}`,
    remedy:
      'Make the SBOM from the image by its digest (registry:HOST/REPOSITORY@sha256:…); for an image of several platforms, from the manifest of each platform.',
  });
}

const MAX_SHOWN_DIGESTS = 3;
