import { parseArgs } from 'node:util';
import { CountersignError } from '@countersign/core/errors';
import { MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';
import type { Flag } from './flags.js';
import { suggestion } from './suggestion.js';

/** What was typed: raw texts by flag name (lines joined by a line feed, a switch as `true` or `false`), and the rest. */
export interface Arguments {
  readonly flags: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments after a command's name. Throws INPUT_UNKNOWN for a flag the command does not have,
 * INPUT_INVALID for a flag without its value and INPUTS_CONTRADICT for one that is given twice.
 */
export async function readArguments(
  command: string,
  known: readonly Flag[],
  argv: readonly string[],
): Promise<Arguments> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      known.map(({ name, kind }) => [name, { type: kind === 'switch' ? 'boolean' : 'string' } as const]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = known.find(({ name }) => token.rawName === `--${name}`);
    if (flag === undefined) throw await unknown(command, token.rawName, known);
    const value = valueOf(flag, token.value, token.inlineValue);
    const before = flags.get(flag.name);
    if (before !== undefined && flag.kind !== 'lines') throw twice(flag);
    flags.set(flag.name, before === undefined ? value : `${before}\n${value}`);
  }
  return { flags, positionals };
}

function valueOf(flag: Flag, value: string | undefined, inline: boolean | undefined): string {
  if (flag.kind === 'switch') {
    if (value === undefined || value === 'true' || value === 'false') return value ?? 'true';
    throw invalid(`--${flag.name} is a switch and takes no value but true or false`, `Write --${flag.name}.`);
  }
  // The value of a choice (`all|index`) never begins with a dash.
  const dashed = flag.value.includes('|')
    ? ''
    : `, or --${flag.name}=${flag.value} where the value begins with a dash`;
  const remedy = `Write --${flag.name} ${flag.value}${dashed}.`;
  if (value === undefined) throw invalid(`--${flag.name} has no value`, remedy);
  // `--sbom --json` is a forgotten value more often than a file called --json.
  if (inline !== true && value.startsWith('-'))
    throw invalid(`--${flag.name} is followed by a flag, not by its value`, remedy);
  return value;
}

async function unknown(command: string, name: string, known: readonly Flag[]): Promise<CountersignError> {
  const meant = await suggestion(
    name.replace(/^-+/, ''),
    known.map((flag) => flag.name),
  );
  const help = `See countersign ${command} --help for its flags.`;
  return new CountersignError('INPUT_UNKNOWN', {
    what: `countersign ${command} has no flag ${JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy: meant === undefined ? help : `Did you mean --${meant}? ${help}`,
  });
}

const twice = ({ name }: Flag): CountersignError =>
  new CountersignError('INPUTS_CONTRADICT', {
    what: `--${name} is given twice`,
    remedy: `Give --${name} once.`,
  });

const invalid = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_INVALID', { what, remedy });
