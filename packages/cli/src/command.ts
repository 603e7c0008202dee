import type { Arguments } from './arguments.js';
import type { Edge } from './edge.js';
import type { Flag } from './flags.js';
import type { Output } from './output.js';

/** What a command's module exports as `run`: prints its result and answers the exit code. */
export type RunCommand = (invocation: Invocation) => Promise<number>;

export interface Invocation {
  readonly command: string;
  readonly edge: Edge;
  readonly arguments: Arguments;
  readonly output: Output;
}

/** A command as the help shows it. Its code and its flags are loaded only when they are needed. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the name in the usage line. */
  readonly usage: string;
  readonly about: string;
  readonly examples: readonly { readonly what: string; readonly line: string }[];
  readonly flags: () => Promise<readonly Flag[]>;
  readonly load: () => Promise<{ readonly run: RunCommand }>;
}
