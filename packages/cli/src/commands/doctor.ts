import { CountersignError } from '@countersign/core/errors';
import { parseDoctor } from '@countersign/core/options';
import { doctorMarkdown } from '@countersign/core/report';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';

/** `countersign doctor` */
export const run: RunCommand = async (invocation) => {
  const asMarkdown = invocation.arguments.flags.get('markdown') === 'true';
  if (asMarkdown && invocation.output.json) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: '--markdown and --json are both given',
      remedy: 'Give the one that you want printed.',
    });
  }
  return runFlow(invocation, {
    parse: parseDoctor,
    load: async () => (await import('@countersign/core/flows')).examineImages,
    ...(asMarkdown
      ? {
          text: (report): string => (report.doctor === undefined ? '' : doctorMarkdown(report.doctor)),
        }
      : {}),
  });
};
