import { MAX_PURL_CHARS } from '../limits.js';

/** What a package URL (https://github.com/package-url/purl-spec) says, as far as documents are compared by it. */
export interface PackageUrl {
  /** In lower case: `deb`, `npm`. */
  readonly type: string;
  /** `pkg:type/namespace/name`, with the subpath, without version and qualifiers. */
  readonly withoutVersion: string;
}

/** Reads a package URL; undefined for any other text, and for one over MAX_PURL_CHARS. Does not check it further. */
export function readPackageUrl(text: string | undefined): PackageUrl | undefined {
  if (text === undefined || text.length > MAX_PURL_CHARS) return undefined;
  const match = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]*)\/([^?#]+)(?:\?[^#]*)?(#.*)?$/s.exec(text);
  if (match === null) return undefined;
  const [, type = '', path = '', subpath = ''] = match;
  const at = path.lastIndexOf('@');
  // A scope of npm may stand unescaped, as in pkg:npm/@scope/name: its mark is not that of a version.
  const name = at > path.lastIndexOf('/') && at > 0 && path[at - 1] !== '/' ? path.slice(0, at) : path;
  const lower = type.toLowerCase();
  return { type: lower, withoutVersion: `pkg:${lower}/${name}${subpath}` };
}

/** The value of a qualifier (`?distro=debian-12`), decoded; undefined where there is none. */
export function qualifierOf(text: string, name: string): string | undefined {
  if (text.length > MAX_PURL_CHARS) return undefined;
  const query = /\?([^#]*)/.exec(text)?.[1];
  for (const pair of query?.split('&') ?? []) {
    if (pair.startsWith(`${name}=`)) return decoded(pair.slice(name.length + 1));
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a broken escape: no value that could be compared
  }
}

/** What generators (syft) call an ecosystem, where it is not the type of its package URLs. */
const PURL_TYPE_OF: ReadonlyMap<string, string> = new Map([
  ['go-module', 'golang'],
  ['python', 'pypi'],
  ['java-archive', 'maven'],
  ['jenkins-plugin', 'maven'],
  ['rust-crate', 'cargo'],
  ['dotnet', 'nuget'],
  ['php-composer', 'composer'],
  ['pod', 'cocoapods'],
  ['dart-pub', 'pub'],
  ['binary', 'generic'],
]);

/** The type of the package URL, else the generator's own word, else `unknown`. */
export function ecosystemOf(purl: string | undefined, generatorWord: string | undefined): string {
  const type = readPackageUrl(purl)?.type;
  if (type !== undefined) return type;
  const word = generatorWord?.toLowerCase() ?? '';
  return word === '' ? 'unknown' : (PURL_TYPE_OF.get(word) ?? word);
}
