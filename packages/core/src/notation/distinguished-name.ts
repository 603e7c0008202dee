import { expect, inside, oidOf, SEQUENCE, SET, type Der } from './der.js';

/** One attribute of a name in a certificate; `value` undefined: of a kind that is not compared with texts. */
export interface NameAttribute {
  readonly type: string;
  readonly value: string | undefined;
}

/** Attributes by their short names, each once: what a trusted identity and a subject are compared as. */
export type DistinguishedName = ReadonlyMap<string, string>;

/** The short names of RFC 4514 and X.520 that notation knows; others it writes as `OID=#hex` and does not compare. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.5', 'SERIALNUMBER'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.17', 'POSTALCODE'],
]);
const MANDATORY = ['C', 'ST', 'O'];

/**
 * The text of a trusted identity behind `x509.subject:` (RFC 4514 syntax; trust policy specification, "Trusted identities
 * constraints"): every attribute once, no multi-valued part, C, ST (or S) and O among them. Throws an error that says what
 * is wrong, without a code.
 */
export function parseDistinguishedName(text: string): DistinguishedName {
  const attributes = splitParts(text).map((part): NameAttribute => {
    const equals = part.indexOf('=');
    const type = part.slice(0, equals).trim();
    if (equals < 0 || !/^(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)$/.test(type)) {
      throw new Error('a part of it is not "TYPE=value"');
    }
    return { type, value: unescapeValue(part.slice(equals + 1)) };
  });
  return named(attributes);
}

/** The subject of a certificate in the same form. Throws where it holds what cannot be compared. */
export const subjectName = (attributes: readonly NameAttribute[]): DistinguishedName => named(attributes);

/** Whether all that is demanded stands in the name, with the same values. */
export const isPartOf = (demanded: DistinguishedName, name: DistinguishedName): boolean =>
  [...demanded].every(([type, value]) => name.get(type) === value);

/** A name as people read it, the most specific part first, escaped as RFC 4514 has it. */
export const formatName = (attributes: readonly NameAttribute[]): string =>
  [...attributes]
    .reverse()
    .map(({ type, value }) => `${type}=${value === undefined ? '#' : escapeValue(value)}`)
    .join(',');

/** The attributes of a Name (RFC 5280 4.1.2.4) in their order. Throws NotDer. */
export const readName = (name: Der): readonly NameAttribute[] =>
  inside(name).flatMap((part) =>
    inside(expect(part, SET)).map((attribute): NameAttribute => {
      const [type, value] = inside(expect(attribute, SEQUENCE));
      const oid = oidOf(type);
      const short = SHORT_NAMES.get(oid);
      return {
        type: short ?? oid,
        value: short === undefined ? undefined : textOf(expect(value, undefined)),
      };
    }),
  );

function named(attributes: readonly NameAttribute[]): DistinguishedName {
  const name = new Map<string, string>();
  for (const { type, value } of attributes) {
    const key = type === 'S' ? 'ST' : type;
    if (value === undefined) throw new Error(`its attribute ${type} is not one that is compared`);
    if (value.includes('=#'))
      throw new Error(`its attribute ${key} holds "=#", which notation does not compare`);
    if (value === '') throw new Error(`its attribute ${key} is empty`);
    if (name.has(key)) throw new Error(`it has the attribute ${key} twice`);
    name.set(key, value);
  }
  const missing = MANDATORY.filter((type) => !name.has(type));
  if (missing.length > 0) throw new Error(`it lacks ${missing.join(', ')}: C, ST and O are demanded`);
  return name;
}

/** At commas that are not escaped. */
function splitParts(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') {
      part += char + text.charAt(at + 1);
      at += 1;
    } else if (char === ',') {
      parts.push(part);
      part = '';
    } else if (char === '+')
      throw new Error('a part of it has several attributes (+), which are not supported');
    else if (char === '"' || char === ';' || char === '<' || char === '>') {
      throw new Error(`it holds ${char} that is not escaped`);
    } else part += char;
  }
  return [...parts, part];
}

/** RFC 4514, section 2.4 and 3: `\,` and `\2C`; spaces at both ends count only where they are escaped. */
function unescapeValue(written: string): string {
  const text = written.replace(/^ +/, '').replace(/(?<!\\) +$/, '');
  if (text.startsWith('#'))
    throw new Error('a value is given as hexadecimal BER (=#), which is not supported');
  const bytes: number[] = [];
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += char.length;
    if (char !== '\\') {
      bytes.push(...Buffer.from(char));
      continue;
    }
    const pair = /^[0-9A-Fa-f]{2}/.exec(text.slice(at, at + 2))?.[0];
    const next = text.charAt(at);
    if (pair !== undefined) bytes.push(Number.parseInt(pair, 16));
    else if (next !== '' && ' "#+,;<=>\\'.includes(next)) bytes.push(...Buffer.from(next));
    else throw new Error('a value has a backslash that escapes nothing');
    at += pair === undefined ? 1 : 2;
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes));
}

const escapeValue = (value: string): string => value.replace(/[\\",+;<>=]|^[ #]| $/g, (char) => `\\${char}`);

const TEXT_TAGS: ReadonlyMap<number, string> = new Map([
  [0x0c, 'utf-8'], // UTF8String
  [0x13, 'ascii'], // PrintableString
  [0x16, 'ascii'], // IA5String
  [0x12, 'ascii'], // NumericString
]);

function textOf({ tag, contents }: Der): string | undefined {
  const encoding = TEXT_TAGS.get(tag);
  if (encoding === undefined) return undefined;
  if (encoding === 'ascii' && contents.some((byte) => byte > 0x7e)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(contents);
  } catch {
    return undefined;
  }
}
