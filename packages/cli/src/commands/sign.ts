import { parseSign } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';

/** `countersign sign` */
export const run: RunCommand = (invocation) =>
  runFlow(invocation, {
    parse: parseSign,
    load: async () => (await import('@countersign/core/flows')).signImages,
  });
