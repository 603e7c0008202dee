import { sortedBy } from './order.js';
import { identityHash } from './package-identity.js';
import type { Json } from './raw-document.js';

const EXPRESSIONS = ['licenseConcluded', 'licenseDeclared'];
const REFERENCE = /LicenseRef-[A-Za-z0-9.-]+/g;

/**
 * Licence texts of several documents (SPDX clause 10). One id may stand for different texts in two of them; then the
 * later one gets an id of its own.
 */
export class LicenseTexts {
  private readonly texts = new Map<string, Json>();

  /** Takes the texts of a document; the answer renames in a package what had to be renamed. */
  take(infos: readonly Json[], platform: string): (part: Json) => Json {
    const renamed = new Map<string, string>();
    for (const info of infos) {
      const id = typeof info.licenseId === 'string' ? info.licenseId : '';
      const text = JSON.stringify(info);
      const other = this.texts.get(id);
      if (other === undefined) this.texts.set(id, info);
      else if (JSON.stringify(other) !== text) {
        const own = `${id}-${identityHash(JSON.stringify([platform, text]))}`;
        renamed.set(id, own);
        this.texts.set(own, { ...info, licenseId: own });
      }
    }
    return renamed.size === 0 ? (part) => part : (part) => withLicenses(part, renamed);
  }

  all(): readonly Json[] {
    return sortedBy([...this.texts], ([id]) => id).map(([, info]) => info);
  }
}

const withLicenses = (part: Json, renamed: ReadonlyMap<string, string>): Json => ({
  ...part,
  ...Object.fromEntries(
    EXPRESSIONS.filter((member) => typeof part[member] === 'string').map((member) => [
      member,
      String(part[member]).replace(REFERENCE, (id) => renamed.get(id) ?? id),
    ]),
  ),
});
