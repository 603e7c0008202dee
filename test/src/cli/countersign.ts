import { join } from 'node:path';
import { runProcess, type Finished } from '../support/run-process.js';

/** The compiled command. */
export const COUNTERSIGN = join(import.meta.dirname, '../support/countersign.js');

/** Runs the command in a process, in the given environment alone. */
export const countersign = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> => runProcess(process.execPath, [COUNTERSIGN, ...args], { env });
