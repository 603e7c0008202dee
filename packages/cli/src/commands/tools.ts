import type { ToolsAction } from '@countersign/core/flows';
import { parseTools } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';
import { subcommandOf } from '../subcommand.js';

const ACTIONS: readonly ToolsAction[] = ['install', 'list', 'verify'];

/** `countersign tools`: the first word says what to do, the others name the tools. */
export const run: RunCommand = async (invocation) => {
  const [word] = invocation.arguments.positionals;
  const action = await subcommandOf('tools', ACTIONS, word);
  return runFlow(invocation, {
    parse: (raw, edge) => parseTools(raw, edge, action),
    load: async () => (await import('@countersign/core/flows')).setUpTools,
    positionals: ([, ...tools]) => (tools.length === 0 ? {} : { tools: tools.join('\n') }),
  });
};
