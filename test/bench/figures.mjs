// What common runs cost: log entries, stored objects and requests, as the command's own report counts them.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { startTestbed } from '@countersign/testbed';
import { buildDemoImage, DEMO_PLATFORMS, pushImage } from '@countersign/testbed/image';
import { writePredicates } from './predicates.mjs';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const run = promisify(execFile);

/** Rows: the case, and for a registry with and without the referrers API its figures. */
export async function figures() {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const files = writePredicates(folder);
  const claims = ['--signature', '--provenance', '--sbom', files.spdx];
  const cases = [
    ['sign, two platforms, every layout', 2, [['sign']]],
    ['sign, two platforms, `layouts: bundle`', 2, [['sign', '--layouts', 'bundle']]],
    ['sign, one manifest, every layout', 1, [['sign']]],
    ['signature, provenance and SBOM, two platforms, every layout', 2, [['attest', ...claims]]],
    [
      'the same again: nothing is signed twice',
      2,
      [
        ['attest', ...claims],
        ['attest', ...claims],
      ],
    ],
    [
      'verify all three, two platforms',
      2,
      [
        ['attest', ...claims],
        ['verify', '--source-repository', 'acme/app', '--require', 'signature,provenance,sbom'],
      ],
    ],
  ];
  try {
    const rows = [];
    for (const [name, platforms, steps] of cases) {
      rows.push({
        name,
        api: await figuresOf(true, platforms, steps),
        fallback: await figuresOf(false, platforms, steps),
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function figuresOf(referrers, platforms, steps) {
  const bed = await startTestbed({ referrers });
  try {
    const image = buildDemoImage([{ path: 'bench', bytes: Buffer.from('figures') }], DEMO_PLATFORMS);
    const pushed = await pushImage({ origin: `http://${bed.registry}`, auth: null }, 'bench/app', image);
    const digest = platforms === 1 ? pushed.platforms[0].digest : pushed.digest;
    let report;
    for (const [verb, ...flags] of steps) {
      const { stdout } = await run(
        process.execPath,
        [CLI, verb, `${bed.registry}/bench/app@${digest}`, ...flags, '--json'],
        {
          env: { PATH: process.env['PATH'], ...bed.environment },
        },
      );
      report = JSON.parse(stdout);
    }
    const { registry = 0, ...sigstore } = report.figures.requests;
    return {
      ...report.figures,
      registry,
      sigstore: Object.values(sigstore).reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await bed.stop();
  }
}
