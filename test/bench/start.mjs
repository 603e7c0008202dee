// How long the verify action takes to its first input error, beside a bare Node.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { inTurn, measure, median } from './measure.mjs';

const ROUNDS = 20;
const VERIFY = join(import.meta.dirname, '../../dist/verify/index.js');

/** Medians in milliseconds and their ratio. */
export async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const [output, summary] = ['output', 'summary'].map((name) => join(folder, name));
  writeFileSync(output, '');
  writeFileSync(summary, '');
  const env = {
    INPUT_IMAGES: 'Not A Reference',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: folder,
  };
  try {
    const [action, bare] = await inTurn(ROUNDS, [
      () => measure(process.execPath, [VERIFY], { env, expect: 2 }),
      () => measure(process.execPath, ['-e', '0']),
    ]);
    const [actionMs, bareMs] = [action, bare].map((runs) => median(runs.map((run) => run.ms)));
    return { actionMs, bareMs, ratio: actionMs / bareMs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
