import { valid } from 'semver';
import { CountersignError } from '../errors.js';
import { MAX_SHOWN_INPUT_CHARS, MAX_TOOLS } from '../limits.js';
import { TOOL_NAMES, type ToolName } from './names.js';
import { checkNotRevoked } from './revoked.js';

/** A tool as it is asked for; without a version: the default one. */
export interface WantedTool {
  readonly name: ToolName;
  readonly version: string | undefined;
}

/**
 * Reads lines of `name` or `name@version`. A version is one exact semantic version, with or without a "v": what moves
 * (`latest`, `1.x`) cannot be pinned. Throws INPUT_INVALID, INPUTS_CONTRADICT for one tool in two versions, TOOL_REVOKED.
 */
export function parseTools(lines: readonly string[]): readonly WantedTool[] {
  const wanted = lines.map(parseTool);
  if (wanted.length > MAX_TOOLS) throw invalid(`names ${wanted.length} tools`, `Name at most ${MAX_TOOLS}.`);
  const byName = new Map<ToolName, WantedTool>();
  for (const tool of wanted) {
    const before = byName.get(tool.name);
    if (before !== undefined && before.version !== tool.version) {
      throw new CountersignError('INPUTS_CONTRADICT', {
        what: `${tool.name} is asked for in two versions`,
        remedy: 'Name each tool once.',
      });
    }
    byName.set(tool.name, tool);
  }
  return [...byName.values()];
}

function parseTool(line: string): WantedTool {
  const [name = '', version, ...more] = line.split('@');
  const known = TOOL_NAMES.find((each) => each === name);
  if (known === undefined || more.length > 0)
    throw invalid(
      `holds ${shown(line)}, which is no tool`,
      `It takes NAME or NAME@VERSION of: ${TOOL_NAMES.join(', ')}.`,
    );
  if (version === undefined) return { name: known, version: undefined };
  const exact = exactVersion(known, version);
  checkNotRevoked(known, exact);
  return { name: known, version: exact };
}

/** `1.51.0` of `v1.51.0` or `1.51.0`. Throws INPUT_INVALID: such a text goes into paths and addresses. */
export function exactVersion(name: ToolName, text: string): string {
  const bare = text.startsWith('v') ? text.slice(1) : text;
  // semver's own reading also takes "=1.0.0" and white space, and drops build metadata: the text must be what it reads.
  if (valid(bare) === bare) return bare;
  throw invalid(
    `asks for ${name}@${shown(text).slice(1, -1)}, which is no exact version`,
    `Name one version, such as ${name}@1.2.3: what moves cannot be verified by its checksum.`,
  );
}

/** The version that a program prints of itself; undefined where it prints none. */
export function printedVersion(text: string): string | undefined {
  const labelled = /^\s*(?:git)?version:?\s+v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)/im.exec(text)?.[1];
  const alone = /^\s*v?(\d+\.\d+\.\d+[0-9A-Za-z.+-]*)\s*$/.exec(text)?.[1];
  return valid(labelled ?? alone ?? '') ?? undefined;
}

const shown = (text: string): string => JSON.stringify(text.slice(0, MAX_SHOWN_INPUT_CHARS));

const invalid = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_INVALID', { what: `The input tools ${what}`, remedy });
