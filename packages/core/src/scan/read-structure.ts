/**
 * Where the JSON value that begins at `at` ends (the index behind it); undefined where the bytes end before. Looks at
 * strings and brackets only: JSON.parse has to judge the rest. A bare word or number ends with what cannot be part of it.
 */
export function endOfValue(bytes: Uint8Array, at: number, maxDepth: number): number | undefined | 'too deep' {
  const first = bytes[at];
  if (first === QUOTE) return endOfString(bytes, at);
  if (KIND[first ?? 0] !== OPENS) return endOfWord(bytes, at);
  let depth = 0;
  for (let here = at; here < bytes.length; here += 1) {
    const kind = KIND[bytes[here] ?? 0];
    if (kind === STRING) {
      const end = endOfString(bytes, here);
      if (end === undefined) return undefined;
      here = end - 1;
    } else if (kind === OPENS) {
      if ((depth += 1) > maxDepth) return 'too deep';
    } else if (kind === CLOSES && (depth -= 1) === 0) return here + 1;
  }
  return undefined;
}

/** How many members the objects of valid JSON name, at any depth: each has a colon outside strings. */
export function membersIn(bytes: Uint8Array): number {
  let members = 0;
  for (let here = 0; here < bytes.length; here += 1) {
    const byte = bytes[here];
    if (byte === QUOTE) here = (endOfString(bytes, here) ?? bytes.length) - 1;
    else if (byte === COLON) members += 1;
  }
  return members;
}

function endOfString(bytes: Uint8Array, at: number): number | undefined {
  for (let here = at + 1; here < bytes.length; here += 1) {
    const byte = bytes[here];
    if (byte === QUOTE) return here + 1;
    if (byte === BACKSLASH) here += 1;
  }
  return undefined;
}

function endOfWord(bytes: Uint8Array, at: number): number | undefined {
  for (let here = at; here < bytes.length; here += 1) if (KIND[bytes[here] ?? 0] !== OTHER) return here;
  return undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

const [OTHER, STRING, OPENS, CLOSES, BETWEEN] = [0, 1, 2, 3, 4];
/** What a byte does outside strings. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if (char === '"') return STRING;
  if ('{['.includes(char)) return OPENS;
  if ('}]'.includes(char)) return CLOSES;
  return ',: \n\r\t'.includes(char) ? BETWEEN : OTHER;
});
