import { MAX_SHOWN_INPUT_CHARS, MAX_WAIVER_FILE_BYTES } from '../limits.js';
import { invalidWaivers } from './waiver-invalid.js';

/** A YAML file as plain values, and the line (from 1) of each by its JSON pointer. */
export interface YamlFile {
  readonly value: unknown;
  /** The line of the value; for a member, that of its name where `name` is given. */
  lineOf(pointer: readonly string[], name?: string): number;
}

/**
 * Reads one document of YAML 1.2 with its core types. Whatever could make it mean something else to another reader is
 * refused: a name twice, anchors and aliases, tags, more documents. Throws WAIVERS_INVALID naming the line.
 */
export async function readYaml(bytes: Uint8Array, path: string): Promise<YamlFile> {
  if (bytes.length > MAX_WAIVER_FILE_BYTES)
    throw invalidWaivers(path, `it has ${bytes.length} bytes, and at most ${MAX_WAIVER_FILE_BYTES} are read`);
  const text = decoded(bytes, path);
  checkDepth(text, path);
  const { isAlias, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } =
    await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: false, // the library holds each against each: seconds for some thousand; looked for below
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined)
    throw invalidWaivers(
      path,
      `line ${lineAt(fault.pos[0])}: ${fault.message.slice(0, MAX_SHOWN_INPUT_CHARS)}`,
    );
  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    if (isAlias(node) || (!isAlias(node) && node.anchor !== undefined))
      throw invalidWaivers(path, `line ${lineAt(node.range?.[0] ?? 0)}: anchors and aliases are not allowed`);
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))
      throw invalidWaivers(path, `line ${lineAt(node.range?.[0] ?? 0)}: tags are not allowed`);
    if (!isMap(node)) return;
    const names = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key))
        throw invalidWaivers(path, `line ${lineAt(node.range?.[0] ?? 0)}: a name is no text`);
      if (names.has(key.value))
        throw invalidWaivers(path, `line ${lineAt(key.range?.[0] ?? 0)}: a name stands there a second time`);
      names.add(key.value);
    }
  });
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    lineOf: (pointer, name) => {
      const node: unknown =
        pointer.length === 0 ? document.contents : document.getIn(pointer.map(indexOrName), true);
      const pair =
        name !== undefined && isMap(node)
          ? node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name)
          : undefined;
      const place: unknown = pair?.key ?? node;
      return lineAt(isNode(place) ? (place.range?.[0] ?? 0) : 0);
    },
  };
}

const indexOrName = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalidWaivers(path, 'it is not UTF-8 text', cause);
  }
}

/** The library reads nested lists by recursion: they would take more stack than there is, or a minute. */
function checkDepth(text: string, path: string): void {
  if ((text.match(/[[{]/g)?.length ?? 0) > MAX_BRACKETS || /^\s*(?:[-?]\s+){20}/m.test(text))
    throw invalidWaivers(path, 'it has more nested lists than a waiver file needs');
  const deepest = text.split('\n').reduce((most, line) => Math.max(most, line.search(/\S|$/)), 0);
  if (deepest > MAX_INDENT_CHARS)
    throw invalidWaivers(path, `a line in it is indented by ${deepest} characters`);
}

const MAX_BRACKETS = 5000;
const MAX_INDENT_CHARS = 200;
