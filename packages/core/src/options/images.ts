import { CountersignError } from '../errors.js';
import { MAX_IMAGES } from '../limits.js';
import { parseDigest } from '../oci/index.js';
import {
  formatName,
  formatReference,
  parseImage,
  withDigest,
  type ImageReference,
} from '../reference/index.js';
import { contradiction, type Reader } from './read.js';

/**
 * The images of a run: the lines of `images`, or `image` with `digest` as docker/build-push-action gives them. A digest
 * that holds `name@sha256:…` is taken apart; a tag beside a digest says nothing and is dropped; the same image twice
 * counts once. Throws INPUT_MISSING, INPUTS_CONTRADICT, INPUT_INVALID, REFERENCE_INVALID, DIGEST_INVALID.
 */
export function readImages(reader: Reader): readonly ImageReference[] {
  const lines = reader.lines('images');
  const image = reader.text('image');
  const digest = reader.text('digest');
  if (lines.length > 0 && (image !== undefined || digest !== undefined)) {
    throw contradiction(
      'images is given together with image or digest',
      'Give images alone, or image with digest.',
    );
  }
  const references = lines.length > 0 ? lines.map(pinned) : [fromImageAndDigest(image, digest)];
  const unique = [
    ...new Map(references.map((reference) => [formatReference(reference), reference])).values(),
  ];
  if (unique.length > MAX_IMAGES) {
    throw new CountersignError('INPUT_INVALID', {
      what: `images names ${unique.length} images; at most ${MAX_IMAGES} are taken in one run`,
      remedy: 'Split them over several runs.',
    });
  }
  return unique;
}

function fromImageAndDigest(image: string | undefined, digest: string | undefined): ImageReference {
  const at = digest?.lastIndexOf('@') ?? -1;
  const named = digest !== undefined && at >= 0 ? parseImage(digest) : undefined;
  if (image === undefined) {
    if (named !== undefined) return pinned(formatReference(named));
    throw new CountersignError('INPUT_MISSING', {
      what: digest === undefined ? 'No image is given' : 'digest is given without image',
      remedy:
        'Name images as registry/repository@sha256:… or oci:FOLDER, one per line, or give image together with digest.',
    });
  }
  const reference = parseImage(image);
  if (digest === undefined) return pinned(image);
  if (named !== undefined && formatName(named) !== formatName(reference)) {
    throw contradiction(
      `image is ${formatName(reference)}, and digest names ${formatName(named)}`,
      'Give the digest of that image.',
    );
  }
  const wanted = parseDigest(digest.slice(at + 1));
  if (reference.digest !== undefined && reference.digest !== wanted) {
    throw contradiction(`image holds ${reference.digest}, and digest is ${wanted}`, 'Give one of them.');
  }
  return withDigest(reference, wanted);
}

/** A tag beside a digest is dropped: the digest decides. */
function pinned(text: string): ImageReference {
  const reference = parseImage(text);
  return reference.digest === undefined ? reference : withDigest(reference, reference.digest);
}
