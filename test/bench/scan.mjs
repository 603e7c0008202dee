// A report of a hundred thousand matches, read, decided and written as SARIF and predicate, in a process of its own.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { inTurn, measure, median } from './measure.mjs';
import { writeScanReport } from './scan-report.mjs';

const JOB = join(import.meta.dirname, 'scan-job.mjs');
const MATCHES = 100_000;
const ROUNDS = 3;

/** Bounds of what is promised; a run beyond them fails. */
const MAX_MS = 3000;
const MAX_MIB = 1024;

/** Wall time and peak of the process as medians, the steps of its last round in milliseconds, sizes in bytes. */
export async function scan() {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    const report = join(folder, 'report.json');
    const reportBytes = await writeScanReport(report, MATCHES);
    const [runs] = await inTurn(ROUNDS, [() => measure(process.execPath, [JOB, report, folder])]);
    const { times, cpuMs, findings, counts } = JSON.parse(readFileSync(join(folder, 'times.json'), 'utf8'));
    const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (findings !== MATCHES || counted === 0)
      throw new Error(`${findings} findings of ${MATCHES} were judged`);
    const sarif = readFileSync(join(folder, 'scan.sarif'));
    const figures = {
      matches: MATCHES,
      reportBytes,
      ms: median(runs.map(({ ms }) => ms)),
      peakMiB: median(runs.map(({ peakMiB }) => peakMiB)),
      cpuMs,
      times,
      sarifBytes: sarif.length,
      sarifPackedBytes: gzipSync(sarif).length,
      predicateBytes: statSync(join(folder, 'predicate.json')).size,
    };
    return { ...figures, withinBounds: figures.ms <= MAX_MS && figures.peakMiB <= MAX_MIB };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
