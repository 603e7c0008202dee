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
    const groups = Map.groupBy(findings, keyOf);
    for (const group of groups.values()) {
      if (group.length === 1) continue;
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

const keyOf = ({ id, package: { purl, type, name } }: Finding): string =>
  JSON.stringify([id, purl === undefined ? [type, name] : purlWithoutVersion(purl)]);

const placeOf = ({ package: { version, locations } }: Finding): string =>
  JSON.stringify([version, [...locations].sort()]);

/** `pkg:deb/debian/openssl@3.0.11?arch=amd64#sub` -> `pkg:deb/debian/openssl` */
export function purlWithoutVersion(purl: string): string {
  const [path = ''] = purl.split(/[?#]/, 1);
  const at = path.lastIndexOf('@');
  return at > path.lastIndexOf('/') ? path.slice(0, at) : path;
}
