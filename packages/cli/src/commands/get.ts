import { parseGet } from '@countersign/core/options';
import type { FlowReport } from '@countersign/core/flows';
import { asCountersignError } from '@countersign/core/errors';
import { errorText, EXIT_CODE, toText } from '@countersign/core/report';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';

/**
 * `countersign get`: what stands on stdout is a predicate that verified (with --all a list of them), or nothing. With
 * --json too: a document about the failure there would pass for a predicate.
 */
export const run: RunCommand = async (invocation) => {
  try {
    return await printPredicate(invocation);
  } catch (thrown) {
    const error = asCountersignError(thrown);
    invocation.edge.stderr.write(errorText(error));
    return EXIT_CODE[error.fault];
  }
};

const printPredicate: RunCommand = (invocation) => {
  const { edge, output, arguments: given } = invocation;
  const all = given.flags.get('all') === 'true';
  const shown = ({ predicates = [] }: FlowReport): unknown => (all ? predicates : predicates[0]);
  return runFlow(
    {
      ...invocation,
      output: {
        ...output,
        json: false,
        result: (_document, text) => {
          edge.stdout.write(text);
        },
      },
    },
    {
      parse: parseGet,
      load: async () => (await import('@countersign/core/flows')).getPredicates,
      text: (report) =>
        report.error === undefined ? `${JSON.stringify(shown(report), undefined, 2)}\n` : toText(report),
    },
  );
};
