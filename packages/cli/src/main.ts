import { asCountersignError, CountersignError } from '@countersign/core/errors';
import { MAX_SHOWN_INPUT_CHARS } from '@countersign/core/limits';
import { readArguments } from './arguments.js';
import type { Command } from './command.js';
import { COMMANDS } from './commands.js';
import type { Edge } from './edge.js';
import { processEdge } from './edge.js';
import { errorText, EXIT_CODE, failureDocument } from '@countersign/core/report';
import { COMMON_FLAGS } from './flags.js';
import { commandHelp, generalHelp } from './help.js';
import { suggestion } from './suggestion.js';
import type { Output } from './output.js';
import { createOutput, withLineEnd } from './output.js';
import { VERSION } from './version.js';

/** The `countersign` command. Never throws: every failure becomes a message or a document, and an exit code. */
export async function run(edge: Edge = processEdge()): Promise<void> {
  const [name = '', ...rest] = edge.argv;
  // Known before the arguments are read: an error in them is printed in the form that was asked for.
  const output = createOutput(edge, edge.argv.includes('--json'));
  try {
    edge.exit(await dispatch(edge, name, rest, output));
  } catch (thrown) {
    const error = asCountersignError(thrown);
    edge.stderr.write(errorText(error));
    if (output.json) output.result(failureDocument(name, error), '');
    edge.exit(EXIT_CODE[error.fault]);
  }
}

async function dispatch(edge: Edge, name: string, rest: readonly string[], output: Output): Promise<number> {
  if (name === '--version') return print(edge, `countersign ${VERSION}`);
  if (name === 'help' || name === '--help' || name === '-h') {
    const [about] = rest;
    return print(
      edge,
      about === undefined ? generalHelp(COMMANDS) : await helpOf(await commandNamed(about), edge),
    );
  }
  if (name === '') {
    edge.stderr.write(withLineEnd(generalHelp(COMMANDS)));
    throw new CountersignError('INPUT_MISSING', {
      what: 'no command is given',
      remedy: 'Give one of the commands above.',
    });
  }
  const command = await commandNamed(name);
  if (rest.includes('--help') || rest.includes('-h')) return print(edge, await helpOf(command, edge));

  const given = await readArguments(name, [...(await command.flags()), ...COMMON_FLAGS], rest);
  const { run: runCommand } = await command.load();
  return runCommand({ command: name, edge, arguments: given, output });
}

const helpOf = async (command: Command, edge: Edge): Promise<string> =>
  commandHelp(command, await command.flags(), edge.stdout.columns);

function print(edge: Edge, text: string): number {
  edge.stdout.write(withLineEnd(text));
  return EXIT_CODE.ok;
}

async function commandNamed(name: string): Promise<Command> {
  const command = COMMANDS.find((each) => each.name === name);
  if (command !== undefined) return command;
  const meant = await suggestion(
    name,
    COMMANDS.map((each) => each.name),
  );
  throw new CountersignError('INPUT_UNKNOWN', {
    what: `countersign has no command ${JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS))}`,
    remedy: meant === undefined ? 'See countersign --help for the commands.' : `Did you mean ${meant}?`,
  });
}
