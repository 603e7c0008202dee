import { parseAttest } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';

/** `countersign attest` */
export const run: RunCommand = (invocation) =>
  runFlow(invocation, {
    parse: parseAttest,
    load: async () => (await import('@countersign/core/flows')).attestImages,
  });
