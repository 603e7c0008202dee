import { CountersignError } from '@countersign/core/errors';
import type { ToolsAction } from '@countersign/core/flows';
import { parseTools } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';
import { suggestion } from '../suggestion.js';

const ACTIONS: readonly ToolsAction[] = ['install', 'list', 'verify'];

/** `countersign tools`: the first word says what to do, the others name the tools. */
export const run: RunCommand = async (invocation) => {
  const [word] = invocation.arguments.positionals;
  const action = ACTIONS.find((each) => each === word) ?? (await refuse(word));
  return runFlow(invocation, {
    parse: (raw, edge) => parseTools(raw, edge, action),
    load: async () => (await import('@countersign/core/flows')).setUpTools,
    positionals: ([, ...tools]) => (tools.length === 0 ? {} : { tools: tools.join('\n') }),
  });
};

async function refuse(word: string | undefined): Promise<never> {
  if (word === undefined) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'countersign tools does not say what to do',
      remedy: `Write one of: ${ACTIONS.join(', ')}.`,
    });
  }
  const meant = await suggestion(word, ACTIONS);
  throw new CountersignError('INPUT_UNKNOWN', {
    what: `countersign tools does not know ${JSON.stringify(word.slice(0, 100))}`,
    remedy: meant === undefined ? `Write one of: ${ACTIONS.join(', ')}.` : `Did you mean ${meant}?`,
  });
}
