import { parseDoctor } from '@countersign/core/options';
import { doctorMarkdown } from '@countersign/core/report';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';

/** `countersign doctor` */
export const run: RunCommand = (invocation) =>
  runFlow(invocation, {
    parse: parseDoctor,
    load: async () => (await import('@countersign/core/flows')).examineImages,
    ...(invocation.arguments.flags.get('markdown') === 'true'
      ? {
          text: (report): string => (report.doctor === undefined ? '' : doctorMarkdown(report.doctor)),
        }
      : {}),
  });
