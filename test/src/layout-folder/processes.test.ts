import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { signImages, verifyImages } from '@countersign/core/flows';
import { digestOf } from '@countersign/core/oci';
import { states, why } from '../flows/stage.js';
import { runProcess } from '../support/run-process.js';
import { openFolderStage, type FolderStage } from './stage.js';

const COUNTERSIGN = join(import.meta.dirname, '../support/countersign.js');
const WRITERS = 8;

describe('processes that write to one folder', () => {
  let at: FolderStage;
  beforeAll(async () => {
    at = await openFolderStage();
  });
  afterAll(() => at.stop());

  const attest = async (folder: string, writer: number): Promise<readonly string[]> => {
    const path = join(at.path(''), `predicate-${writer}.json`);
    await writeFile(path, JSON.stringify({ writer }));
    const type = `https://example.com/writer/${writer}`;
    return [
      'attest',
      `oci:${folder}`,
      '--predicate-type',
      type,
      '--predicate-path',
      path,
      '--platforms',
      'index',
    ];
  };
  const run = (args: readonly string[]) =>
    runProcess(process.execPath, [COUNTERSIGN, ...args], { env: at.stage.bed.environment, cwd: at.path('') });

  it(`lose nothing, ${WRITERS} of them at once`, async () => {
    const folder = await at.folder();
    const commands = await Promise.all(
      Array.from({ length: WRITERS }, (_, writer) => attest(folder, writer)),
    );
    const ended = await Promise.all(commands.map(run));
    for (const { code, stderr } of ended) assert.equal(code, 0, stderr);

    const require = Array.from({ length: WRITERS }, (_, writer) => `https://example.com/writer/${writer}`);
    const options = at.verify([`oci:${folder}`], require.join('\n'));
    const report = await verifyImages({ ...options, platforms: 'index' }, at.stage.services());
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { verified: 2 * WRITERS }); // each in both layouts
    assert.deepEqual((await readdir(at.path(folder))).sort(), ['blobs', 'index.json', 'oci-layout']);
  });

  it('leave a folder that a second run completes, whenever the first is killed', async () => {
    // At the n-th file that changes: a blob that comes, or the index that is replaced.
    for (const changes of [1, 3, 5, 8, 12]) {
      const folder = await at.folder();
      const child = spawn(process.execPath, [COUNTERSIGN, 'sign', `oci:${folder}`], {
        env: { PATH: process.env.PATH, ...at.stage.bed.environment },
        cwd: at.path(''),
        stdio: 'ignore',
      });
      let seen = 0;
      const watcher = watch(at.path(folder), () => {
        seen += 1;
        if (seen === changes) child.kill('SIGKILL');
      });
      await once(child, 'close');
      watcher.close();
      assert.equal(child.signalCode, 'SIGKILL', `it ended before change ${changes} of ${seen}`);

      for (const { digest, size } of (await at.index(folder)).manifests) {
        const bytes = Buffer.from(
          (await at.files(folder))[join('blobs/sha256', digest.slice(7))] ?? '',
          'latin1',
        );
        assert.deepEqual([digestOf(bytes), bytes.length], [digest, size]);
      }
      const again = await signImages(at.sign([`oci:${folder}`]), at.stage.services());
      assert.equal(again.status, 'ok', why(again));
      const verified = await verifyImages(at.verify([`oci:${folder}`]), at.stage.services());
      assert.equal(verified.status, 'ok', why(verified));
      assert.ok(!existsSync(join(at.path(folder), '.countersign-index.lock')));
    }
  });

  it('are told that they cannot write before anything is signed', async () => {
    const folder = await at.folder();
    await mkdir(join(at.path(folder), '.countersign-index.lock')); // where the lock has to be
    const report = await signImages(at.sign([`oci:${folder}`]), at.stage.services());
    assert.deepEqual([report.error?.code, report.figures.logEntries], ['LAYOUT_INVALID', 0]);
  });
});
