// Peak memory of attesting a 10 MB predicate, above that of attesting nothing (the same process's input error).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { startTestbed } from '@countersign/testbed';
import { buildDemoImage, pushImage } from '@countersign/testbed/image';
import { measure } from './measure.mjs';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const PREDICATE_BYTES = 10_000_000;

/** Peaks in MiB. */
export async function memory() {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const bed = await startTestbed({ stateDir: folder });
  try {
    const image = buildDemoImage([{ path: 'bench', bytes: Buffer.from('memory') }]);
    const { digest } = await pushImage({ origin: `http://${bed.registry}`, auth: null }, 'bench/app', image);
    const predicate = join(folder, 'large.json');
    const item = 'x'.repeat(990);
    writeFileSync(
      predicate,
      JSON.stringify({ items: Array.from({ length: Math.floor(PREDICATE_BYTES / 993) }, () => item) }),
    );
    const idle = await measure(process.execPath, [CLI, 'attest', 'Not A Reference'], { expect: 2 });
    const busy = await measure(
      process.execPath,
      [
        CLI,
        'attest',
        `${bed.registry}/bench/app@${digest}`,
        '--signature',
        '--platforms',
        'index',
        '--predicate-type',
        'https://countersign.dev/bench/v1',
        '--predicate-path',
        predicate,
      ],
      { env: bed.environment },
    );
    return { idleMiB: idle.peakMiB, busyMiB: busy.peakMiB, aboveMiB: busy.peakMiB - idle.peakMiB };
  } finally {
    await bed.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
