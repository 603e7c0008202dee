import { PackageURL } from 'packageurl-js';
import { MAX_PURL_CHARS } from '../limits.js';

/** A package URL in its parts, decoded and spelled as its type demands; undefined for a text that is none. */
export function parsePackageUrl(text: string): PackageURL | undefined {
  if (text.length > MAX_PURL_CHARS || !text.startsWith('pkg:')) return undefined;
  try {
    return PackageURL.fromString(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether a package URL covers another: the same package, and the same version, qualifiers and subpath as far as it names
 * them. Without a version it is about every version.
 */
export function purlCovers(wanted: string, found: string | undefined): boolean {
  const [one, other] = [parsePackageUrl(wanted), found === undefined ? undefined : parsePackageUrl(found)];
  if (one === undefined || other === undefined) return false;
  return (
    one.type === other.type &&
    (one.namespace ?? '') === (other.namespace ?? '') &&
    one.name === other.name &&
    isUnsaidOrSame(one.version, other.version) &&
    isUnsaidOrSame(one.subpath, other.subpath) &&
    Object.entries(one.qualifiers ?? {}).every(([name, value]) => other.qualifiers?.[name] === value)
  );
}

const isUnsaidOrSame = (said: string | null | undefined, found: string | null | undefined): boolean =>
  said === undefined || said === null || said === '' || said === found;
