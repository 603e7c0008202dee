import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { FlowReport } from '@countersign/core/flows';
import { realProgram } from '../interop/real-program.js';
import { openStage, why, type Stage } from '../scan/stage.js';

const DATABASE = resolve(
  import.meta.dirname,
  '../../../packages/testbed/vulnerability-db/vulnerability-db.tar.gz',
);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

const LOCK = JSON.stringify({
  name: 'app',
  lockfileVersion: 3,
  packages: { '': { name: 'app' }, 'node_modules/minimist': { version: '1.2.5' } },
});
const LAYOUT = '{"imageLayoutVersion":"1.0.0"}';
const EMPTY_INDEX = '{"schemaVersion":2,"manifests":[]}';

const scan = (path: string): Promise<FlowReport> =>
  stage.run({
    path,
    'syft-path': realProgram('syft'),
    'grype-path': realProgram('grype'),
    'db-dir': 'db',
    'db-file': DATABASE,
    'max-db-age': '36500d',
  });

describe('the released syft on a folder', () => {
  it('describes the folder where an OCI layout lies below it', async () => {
    await stage.write('below/package-lock.json', LOCK);
    await stage.write('below/image/oci-layout', LAYOUT);
    await stage.write('below/image/index.json', EMPTY_INDEX);
    const report = await scan('below');
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
  });

  it('is not let at one that is an OCI layout itself, whose findings it would hide', async () => {
    await stage.write('layout/package-lock.json', LOCK);
    await stage.write('layout/oci-layout', LAYOUT);
    await stage.write('layout/index.json', EMPTY_INDEX);
    const report = await scan('layout');
    assert.deepEqual([report.error?.code, report.status], ['INPUT_INVALID', 'error'], why(report));
  });

  it('is held to what the folder shows, with advice that scan can follow', async () => {
    await stage.write('unlocked/package.json', '{"name":"app","dependencies":{"minimist":"1.2.5"}}');
    const { error, status } = await scan('unlocked');
    assert.deepEqual([error?.code, status], ['SBOM_INCOMPLETE', 'rejected']);
    assert.match(error?.remedy ?? '', /allow-empty/);
    assert.doesNotMatch(error?.remedy ?? '', /on-incomplete/);
  });

  it('starts no go in a checkout, and reads its go.mod all the same', async () => {
    const go = await stage.write(
      'bin/go',
      `#!/bin/sh\necho called >> "${join(stage.folder, 'go.called')}"\n`,
    );
    await chmod(go, 0o755);
    await stage.write(
      'gopher/go.mod',
      'module example.test/app\n\ngo 1.24\n\nrequire github.com/google/uuid v1.6.0\n',
    );
    await stage.write(
      'gopher/main.go',
      'package main\n\nimport _ "github.com/google/uuid"\n\nfunc main() {}\n',
    );
    const before = process.env.PATH ?? '';
    process.env.PATH = `${dirname(go)}${delimiter}${before}`;
    try {
      const report = await scan('gopher');
      assert.equal(report.scan?.result, 'clean', why(report));
    } finally {
      process.env.PATH = before;
    }
    assert.equal(existsSync(join(stage.folder, 'go.called')), false);
    assert.ok(
      stage.lines.some((line) => /gopher: [1-9]\d* packages?/.test(line)),
      stage.lines.join('\n'),
    );
  });
});
