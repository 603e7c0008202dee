import { MAX_PURL_CHARS } from '../limits.js';
import { isDigest, type Digest } from '../oci/index.js';

/** The digest in a package URL of an image (`pkg:oci/app@sha256%3A…`, `pkg:docker/…`); undefined for any other text. */
export function digestOfPurl(text: string | undefined): Digest | undefined {
  if (!isImagePurl(text)) return undefined;
  const version = /@([^?#]*)/.exec(text)?.[1]?.replaceAll(/%3a/gi, ':');
  return asDigest(version);
}

export const isImagePurl = (text: string | undefined): text is string =>
  text !== undefined && text.length <= MAX_PURL_CHARS && /^pkg:(?:oci|docker)\//i.test(text);

/** A text that is a digest as it stands, or an image name that ends in one (`host/app@sha256:…`). */
export const asDigest = (text: string | undefined): Digest | undefined => {
  if (text === undefined || text.length > MAX_PURL_CHARS) return undefined;
  const digest = text.slice(text.lastIndexOf('@') + 1).toLowerCase();
  return isDigest(digest) ? digest : undefined;
};

/** 64 hexadecimal digits, as documents write a SHA-256. */
export const digestOfHex = (hex: string | undefined): Digest | undefined =>
  hex === undefined ? undefined : asDigest(`sha256:${hex}`);

export const distinct = (digests: readonly (Digest | undefined)[]): Digest[] => [
  ...new Set(digests.filter((digest) => digest !== undefined)),
];
