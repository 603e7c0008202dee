import type { Command } from './command.js';
import type { Flag } from './flags.js';
import { COMMON_FLAGS } from './flags.js';

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_COLUMNS = 100;
const MIN_COLUMNS = 40;
const INDENT = '      ';

/** The help of the whole command. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'countersign describes, scans, signs, attests and verifies container images so that every verifier agrees.',
    '',
    'Usage: countersign COMMAND [IMAGE...] [flags]',
    '',
    'Commands',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'countersign COMMAND --help shows the flags of a command and examples. countersign --version prints the version.',
    '',
    EXIT_CODES,
  ].join('\n');
}

/** The help of one command, wrapped to the terminal's width. */
export function commandHelp(command: Command, flags: readonly Flag[], columns = MAX_COLUMNS): string {
  const width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
  return [
    `Usage: countersign ${command.name} ${command.usage}`,
    '',
    ...wrap(command.about, width, ''),
    '',
    'Examples',
    ...command.examples.flatMap(({ what, line }) => [`  # ${what}`, `  ${line}`]),
    '',
    ...flagLines([...flags, ...COMMON_FLAGS], width),
    EXIT_CODES,
  ].join('\n');
}

const EXIT_CODES =
  'Exit codes: 0 ok, 1 rejected, 2 wrong input, 3 could not decide, 4 defect in countersign.';

function flagLines(flags: readonly Flag[], width: number): string[] {
  const headings = new Set(flags.map(({ group = 'Flags' }) => group));
  return [...headings].flatMap((heading) => [
    heading,
    ...flags
      .filter(({ group = 'Flags' }) => group === heading)
      .flatMap((flag) => [`  ${spelling(flag)}`, ...wrap(flag.help, width, INDENT)]),
    '',
  ]);
}

/** A flag with its value, as it is typed. */
export function spelling({ name, kind, value }: Flag): string {
  switch (kind) {
    case 'switch':
      return `--${name}`;
    case 'text':
      return `--${name} ${value}`;
    case 'lines':
      return `--${name} ${value} ...`;
  }
}

function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
}
