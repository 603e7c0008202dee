import { parseTree } from '@countersign/core/options';
import type { RunCommand } from '../command.js';
import { runFlow } from '../run-flow.js';
import { styleFor } from '../style.js';
import { treeText } from '../tree-text.js';

/** `countersign tree` */
export const run: RunCommand = (invocation) =>
  runFlow(invocation, {
    parse: parseTree,
    load: async () => (await import('@countersign/core/flows')).describeTree,
    text: (report, { edge }) => treeText(report, styleFor(edge, edge.stdout)),
  });
