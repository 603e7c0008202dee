import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { checkout, type DemoDocument } from '../support/demo-checkout.js';
import { runProcess } from '../support/run-process.js';
import { realProgram } from '../interop/real-program.js';

let folder: string;
beforeAll(async () => {
  folder = await checkout();
});
afterAll(() => rm(folder, { recursive: true }));

describe('countersign demo with syft and grype on PATH', () => {
  it('describes and scans each platform, stops what is critical, and verifies all of it', async () => {
    const bin = dirname(realProgram('syft'));
    const { code, stdout, stderr } = await runProcess(
      process.execPath,
      [join(folder, 'dist/cli/index.js'), 'demo', '--json'],
      { env: { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, TMPDIR: folder }, timeoutMs: 240_000 },
    );
    assert.equal(code, 0, stderr);
    const { demo } = JSON.parse(stdout) as DemoDocument;
    assert.deepEqual(demo.requirements, ['signature', 'provenance', 'sbom@all', 'vuln@all']);
    assert.match(demo.gate?.stopped ?? '', /minimist 1\.2\.5 on linux\/arm64/);
    assert.match(demo.gate?.stoppedAgain ?? '', /expired/);
    assert.match(stderr, /packages by syft: .*deb.*npm.*apk/);
    assert.match(stderr, /by grype on a small database/);
  }, 240_000);
});
