import { satisfies, valid, validRange } from 'semver';
import type { Finding, Waiver } from './types.js';
import { parsePackageUrl, purlCovers } from './package-url.js';

/** Why what a waiver says of its package cannot be matched; undefined where it can. */
export function packageFault(said: string | undefined): string | undefined {
  if (said?.startsWith('pkg:') !== true || parsePackageUrl(said) !== undefined) return undefined;
  return 'is no package URL (https://github.com/package-url/purl-spec)';
}

/** Why the versions of a waiver would match nothing or too much; undefined where they can be compared. */
export function versionsFault({ package: said, versions }: Waiver): string | undefined {
  if (versions === undefined) return undefined;
  const url = said === undefined ? undefined : parsePackageUrl(said);
  if (said === undefined) return 'needs a package beside it';
  if (url?.version !== undefined) return 'stands beside a package URL that has a version';
  if (!RANGE.test(versions)) return patternFault(versions);
  if (url !== undefined && !hasSemanticVersions(url.type))
    return `is a range, and versions of ${url.type} packages are compared whole (1.2.3-4) or by their beginning (1.2.*)`;
  return validRange(versions) === null ? 'is no range of semantic versions (>=1.0.0 <1.4.2)' : undefined;
}

function patternFault(versions: string): string | undefined {
  if (versions.startsWith('*')) return 'is every version: leave it out';
  // 1* would be 1.2, 10.0 and 1999 alike.
  return /[0-9a-z]\*$/i.test(versions)
    ? 'is the beginning of a number: end it behind a dot (1.2.*)'
    : undefined;
}

/** Whether a waiver is for the package of a finding. */
export function coversPackage({ package: said, versions }: Waiver, found: Finding['package']): boolean {
  if (said !== undefined && !isPackage(said, found)) return false;
  return versions === undefined || coversVersion(versions, found);
}

const isPackage = (said: string, found: Finding['package']): boolean =>
  said.startsWith('pkg:') ? purlCovers(said, found.purl) : said === found.name;

/**
 * Whole, by its beginning (`1.2.*`), or as a range where both are semantic versions and packages of this type have such: a
 * distribution's `1.2.3-4` would be a version before 1.2.3 there. A pre-release is only in a range that names one of it.
 */
function coversVersion(versions: string, { version, type }: Finding['package']): boolean {
  if (RANGE.test(versions))
    return hasSemanticVersions(type) && valid(version) !== null && satisfies(version, versions);
  return versions.endsWith('*') ? version.startsWith(versions.slice(0, -1)) : version === versions;
}

/** What has an operator, a space or alternatives in it is a range; `1.2.3` and `1.2.*` are none. */
const RANGE = /[<>=^~|\s]|\.x\b/;

/** Scanners' and package URLs' words for packages whose versions are semantic, by the rules of their ecosystem. */
const SEMANTIC = new Set([
  'npm',
  'go-module',
  'golang',
  'gomod',
  'rust-crate',
  'cargo',
  'rust',
  'github-action',
  'githubactions',
  'github-action-workflow',
  'hex',
  'pub',
  'dart-pub',
  'swift',
  'composer',
  'php-composer',
  'nuget',
  'dotnet',
  'terraform',
]);
const hasSemanticVersions = (type: string): boolean => SEMANTIC.has(type.toLowerCase());
