import type { ImageSet, Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import type { CheckedDocument } from './types.js';

/**
 * The subject that a document belongs to: the index or platform of this image whose digest it names; else `platform`;
 * else the digest that was given. A document that names both the index and one platform was made for the platform.
 * `path`: what a refusal calls it. Throws DOCUMENT_SUBJECT_MISMATCH where document, platform and image disagree, INPUT_INVALID for an unknown platform.
 */
export function routeDocument(
  checked: Pick<CheckedDocument, 'describes'>,
  image: ImageSet,
  platform: string | undefined,
  path: string,
): Subject {
  const asked = platform === undefined ? undefined : findPlatform(image, platform);
  if (checked.describes.length === 0) return asked ?? image.root;

  const named = [image.root, ...image.platforms].filter(({ digest }) => checked.describes.includes(digest));
  if (named.length === 0) {
    throw mismatch(
      `${path} describes ${checked.describes.join(', ')}, which is not part of ${image.pinned}`,
      'Make the document from this image by its digest, or give the image that it describes.',
    );
  }
  if (asked !== undefined) {
    if (named.some(({ digest }) => digest === asked.digest)) return asked;
    throw mismatch(
      `${path} was given for ${platform ?? ''} (${asked.digest}), but it describes ${named.map(({ digest }) => digest).join(', ')}`,
      'Give the document of that platform, or leave the platform out: the digest in the document decides.',
    );
  }
  const platforms = named.filter(({ digest }) => digest !== image.root.digest);
  const [only, another] = platforms;
  if (only !== undefined && another === undefined) return only;
  if (platforms.length < named.length) return image.root;
  throw mismatch(
    `${path} describes several platforms of ${image.pinned}: ${platforms.map((subject) => subject.platform ?? subject.digest).join(', ')}`,
    'Say which one it is attached to with PLATFORM=PATH, or give one document per platform.',
  );
}

/** `linux/arm64` finds `linux/arm64/v8` too where that is the only one. Throws INPUT_INVALID. */
export function findPlatform(image: ImageSet, platform: string): Subject {
  const exact = image.platforms.find((subject) => subject.platform === platform);
  const variants = image.platforms.filter((subject) => subject.platform?.startsWith(`${platform}/`));
  const found = exact ?? (variants.length === 1 ? variants[0] : undefined);
  if (found !== undefined) return found;
  const known = image.platforms.map((subject) => subject.platform ?? '').join(', ');
  throw new CountersignError('INPUT_INVALID', {
    what: `${image.pinned} has no platform ${JSON.stringify(platform.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy:
      known === ''
        ? 'It is a single image, not an index: leave the platform out.'
        : `Give one of its platforms: ${known}.`,
  });
}

const mismatch = (what: string, remedy: string): CountersignError =>
  new CountersignError('DOCUMENT_SUBJECT_MISMATCH', { what, remedy });
