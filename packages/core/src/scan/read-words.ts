import { MAX_FINDING_LIST, MAX_FINDING_TEXT_CHARS } from '../limits.js';
import { isDigest, type Digest } from '../oci/index.js';

/** An RFC 3339 time or a day (`YYYY-MM-DD`, its beginning in UTC); undefined for any other text, and for Go's zero time. */
export function dateOf(value: unknown): Date | undefined {
  if (
    typeof value !== 'string' ||
    !/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?$/.test(value)
  )
    return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 ? undefined : date;
}

/** The web addresses among the values, each once. */
export const webAddresses = (values: readonly unknown[]): readonly string[] => [
  ...new Set(
    values
      .filter((each) => typeof each === 'string')
      .filter((each) => each.length <= MAX_FINDING_TEXT_CHARS && /^https?:\/\/[^\s]+$/.test(each))
      .slice(0, MAX_FINDING_LIST),
  ),
];

/** The digests of `host/repository@digest` texts. */
export const digestsIn = (references: readonly string[]): readonly Digest[] =>
  references.flatMap((reference) => {
    const digest = reference.slice(reference.lastIndexOf('@') + 1);
    return isDigest(digest) ? [digest] : [];
  });
