import { MAX_CHALLENGE_CHARS, MAX_CHALLENGES } from '../limits.js';

/** One challenge of a WWW-Authenticate header; scheme and parameter names in lower case. */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Reads a WWW-Authenticate header, several headers joined by ", " (RFC 9110, sections 11.2 to 11.6.1): any case, several
 * challenges, quoted commas and backslashes, empty list elements. What cannot be read ends the list: it is a
 * server's word about how to log in, and the challenges before it still count. A repeated parameter keeps its first value.
 */
export function parseChallenges(header: string): readonly Challenge[] {
  const scanner = new Scanner(header.slice(0, MAX_CHALLENGE_CHARS));
  const challenges: Challenge[] = [];
  scanner.skipSeparators();
  while (challenges.length < MAX_CHALLENGES) {
    const scheme = scanner.take(TOKEN)?.toLowerCase();
    if (scheme === undefined) break;
    const parameters = parametersOf(scanner);
    if (parameters === undefined) break;
    challenges.push({ scheme, parameters });
  }
  return challenges;
}

const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const SPACE = /[ \t]+/y;
const EQUALS = /[ \t]*=[ \t]*/y;
const SEPARATORS = /[ \t]*(?:,[ \t]*)*/y;

/** Undefined where the text is broken. */
function parametersOf(scanner: Scanner): Record<string, string> | undefined {
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  const spaced = scanner.take(SPACE) !== undefined;
  // A token68 (`Negotiate abc==`) stands in place of parameters, and says nothing to us.
  if (spaced && scanner.take(TOKEN68) !== undefined) {
    scanner.skipSeparators();
    return parameters;
  }
  scanner.skipSeparators();
  while (!scanner.atEnd()) {
    const before = scanner.position;
    const name = scanner.take(TOKEN)?.toLowerCase();
    if (name === undefined) return undefined;
    if (scanner.take(EQUALS) === undefined) {
      scanner.position = before; // a scheme: the next challenge begins here
      return parameters;
    }
    const quoted = scanner.take(QUOTED);
    const value = quoted === undefined ? scanner.take(TOKEN) : quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1');
    if (value === undefined) return undefined;
    parameters[name] ??= value;
    scanner.skipSeparators();
  }
  return parameters;
}

class Scanner {
  readonly #text: string;
  position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  skipSeparators(): void {
    this.take(SEPARATORS);
  }

  atEnd(): boolean {
    return this.position >= this.#text.length;
  }
}
