import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestbed } from '@countersign/testbed';
import { untilAborted } from '../abort.js';
import type { Invocation } from '../command.js';
import { playDemo } from '../demo/demo.js';
import { demoDocument } from '../demo/document.js';
import { readDemoOptions } from '../demo/options.js';
import { prepareExhibit } from '../demo/exhibit.js';
import { handsOn, nextSteps } from '../demo/next-steps.js';
import { readUsersInputs } from '../demo/users-inputs.js';
import { repositoryRoot } from '../demo/repository-root.js';
import { createStage } from '../demo/stage.js';
import { createSteps } from '../demo/steps.js';
import { EXIT_CODE } from '@countersign/core/report';
import { ownCommand } from '../shell.js';
import { styleFor } from '../style.js';

/** `countersign demo`: the whole way of an image, on this machine alone. */
export async function run({ edge, arguments: given, output }: Invocation): Promise<number> {
  const options = readDemoOptions(given);
  const users = await readUsersInputs(options);
  const root = repositoryRoot(edge.entry);
  const dist = join(root, 'dist');
  const started = performance.now();
  const style = styleFor(edge, edge.stderr);
  const steps = createSteps(edge.stderr, style);
  const folder = await mkdtemp(join(tmpdir(), 'countersign-demo-'));
  try {
    steps.heading('Countersign: one image from unsigned to verified, and five attacks on it');
    const testbed = await steps.run('an OCI registry and a small Sigstore on loopback', () =>
      startTestbed({ stateDir: join(folder, 'testbed') }),
    );
    try {
      const stage = createStage({ testbed, dist, folder, path: edge.env.PATH ?? '', signal: edge.signal });
      const exhibit = await prepareExhibit({ users, edge, root, folder, stage, steps });
      const result = await playDemo(stage, steps, exhibit, { issuer: testbed.issuer, now: new Date() });

      const seconds = (performance.now() - started) / 1000;
      const countersign = ownCommand(edge);
      const next = options.keep ? handsOn(testbed, result, countersign, root) : nextSteps(countersign);
      const verdict = `Verified ${result.reference}\nRefused ${result.attacks.length} of ${result.attacks.length} attacks; ${seconds.toFixed(1)} s in all.`;
      output.result(
        demoDocument(result, steps.records, seconds, options.keep ? testbed : undefined),
        `\n${verdict}\n\n${next}`,
      );
      if (options.keep) await untilAborted(edge.signal);
    } finally {
      await testbed.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return EXIT_CODE.ok;
}
