import type { Logger } from '@countersign/core/context';
import type { TextSink } from './edge.js';
import { printable } from '@countersign/core/report';

/** Progress of a command, on stderr: stdout belongs to the result. Text of others is neutralised here, secrets are hidden. */
export function progressLogger(stderr: TextSink, secrets: ReadonlySet<string>): Logger {
  const print = (opening: string, message: string): void => {
    let shown = message;
    for (const secret of secrets) shown = shown.replaceAll(secret, '***');
    stderr.write(`${opening}${printable(shown)}\n`);
  };
  return {
    // What only helps to find a defect is left out: a command has no debug log.
    debug: () => undefined,
    info: (message) => {
      print('', message);
    },
    warn: (message) => {
      print('Warning: ', message);
    },
  };
}
