import { hash } from 'node:crypto';
import type { Finding } from './types.js';

/** What was found on one subject, by the scanner's id. */
export type FindingsById = ReadonlyMap<string, readonly Finding[]>;

export const findingsById = (findings: readonly Finding[]): FindingsById =>
  Map.groupBy(findings, ({ id }) => id);

/**
 * The name of each finding among those of one subject, `<32 hex digits>:<number>`. It is of the vulnerability and the package
 * without its version, so an update that does not help keeps it, as does another order, description, severity or database.
 * Where one package is there in several versions or places, the number tells them apart, by version and place.
 */
export class Fingerprints {
  readonly #byId: FindingsById;
  /** Of the ids that were asked for: the findings that are not the first of their key. */
  readonly #numbers = new Map<string, ReadonlyMap<Finding, number>>();

  constructor(byId: FindingsById) {
    this.#byId = byId;
  }

  of(finding: Finding): string {
    return `${hash('sha256', keyOf(finding)).slice(0, HASH_CHARS)}:${this.#numberOf(finding)}`;
  }

  #numberOf(finding: Finding): number {
    const group = this.#byId.get(finding.id) ?? [];
    if (group.length < 2) return 1;
    let numbers = this.#numbers.get(finding.id);
    if (numbers === undefined) {
      numbers = numbersIn(group);
      this.#numbers.set(finding.id, numbers);
    }
    return numbers.get(finding) ?? 1;
  }
}

const HASH_CHARS = 32;

function numbersIn(group: readonly Finding[]): ReadonlyMap<Finding, number> {
  const numbers = new Map<Finding, number>();
  for (const same of Map.groupBy(group, keyOf).values()) {
    if (same.length === 1) continue;
    const sorted = same
      .map((finding) => ({ finding, place: placeOf(finding) }))
      .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0));
    for (const [index, { finding }] of sorted.entries()) numbers.set(finding, index + 1);
  }
  return numbers;
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
