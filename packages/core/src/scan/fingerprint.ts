import { createHash } from 'node:crypto';
import type { Finding } from './types.js';

/**
 * The name of each finding among those of one subject, `<32 hex digits>:<number>`, in their order. It is of the vulnerability
 * and the package without its version, so an update that does not help keeps it, as does another order, description, severity
 * or database. Where one package is there in several versions or places, the number tells them apart, by version and place.
 */
export class Fingerprints {
  readonly #numbers = new Map<Finding, number>();

  constructor(findings: readonly Finding[]) {
    for (const group of repeated(findings)) {
      const sorted = group
        .map((finding) => ({ finding, place: placeOf(finding) }))
        .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0));
      for (const [index, { finding }] of sorted.entries()) this.#numbers.set(finding, index + 1);
    }
  }

  of(finding: Finding): string {
    const hash = createHash('sha256').update(keyOf(finding)).digest('hex').slice(0, HASH_CHARS);
    return `${hash}:${this.#numbers.get(finding) ?? 1}`;
  }
}

const HASH_CHARS = 32;

/** Groups of findings of one key; most findings are alone and need no list. */
function repeated(findings: readonly Finding[]): Iterable<readonly Finding[]> {
  const first = new Map<string, Finding>();
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const other = first.get(key);
    if (other === undefined) first.set(key, finding);
    else {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [other, finding]);
      else group.push(finding);
    }
  }
  return groups.values();
}

/** Each part but the last with its length before it: no two lists of parts have one text. */
const keyOf = ({ id, package: { purl, type, name } }: Finding): string =>
  `${id.length} ${id} ${purl === undefined ? `${type.length} ${type} ${name}` : purlWithoutVersion(purl)}`;

const placeOf = ({ package: { version, locations } }: Finding): string =>
  JSON.stringify([version, [...locations].sort()]);

/** `pkg:deb/debian/openssl@3.0.11?arch=amd64#sub` -> `pkg:deb/debian/openssl` */
export function purlWithoutVersion(purl: string): string {
  const end = purl.search(QUALIFIERS);
  const at = purl.lastIndexOf('@', end < 0 ? undefined : end);
  if (at > purl.lastIndexOf('/', end < 0 ? undefined : end)) return purl.slice(0, at);
  return end < 0 ? purl : purl.slice(0, end);
}

const QUALIFIERS = /[?#]/;
