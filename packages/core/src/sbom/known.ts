/** Words by which SPDX, CycloneDX and syft say that something is not known. */
const NOT_KNOWN = new Set(['', 'noassertion', 'none', 'unknown']);

/** A text that says something; undefined for an absent or empty one and for a stub (NOASSERTION, NONE, UNKNOWN). */
export const known = (text: string | undefined): string | undefined =>
  text === undefined || (text.length <= LONGEST_STUB && NOT_KNOWN.has(text.trim().toLowerCase()))
    ? undefined
    : text;

const LONGEST_STUB = 32;

/** A time as RFC 3339 writes it; undefined for an absent one and for any other text. */
export function timeOf(text: string | undefined): Date | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text)) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
