import type { Logger } from '@countersign/core/context';
import type { TextSink } from './edge.js';
import { printable } from './printable.js';

/** Progress of a command, on stderr: stdout belongs to the result. Text of others is neutralised here. */
export const progressLogger = (stderr: TextSink, verbose: boolean): Logger => ({
  debug: (message) => {
    if (verbose) stderr.write(`debug: ${printable(message)}\n`);
  },
  info: (message) => {
    stderr.write(`${printable(message)}\n`);
  },
  warn: (message) => {
    stderr.write(`Warning: ${printable(message)}\n`);
  },
});
