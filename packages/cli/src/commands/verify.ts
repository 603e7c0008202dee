import { parseVerify } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';

/** `countersign verify` */
export const run: RunCommand = (invocation) =>
  runFlow(invocation, {
    parse: parseVerify,
    load: async () => (await import('@countersign/core/flows')).verifyImages,
  });
