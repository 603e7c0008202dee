import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import type { FlowReport, SbomOptions } from '@countersign/core/flows';
import type { Behaviour } from './fake-syft.js';
import { DEB, OK, openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 30_000);
afterAll(() => stage.stop());
beforeEach(() => stage.next());

const run: Stage['run'] = (...given) => stage.run(...given);
const written = (): ReturnType<Stage['written']> => stage.written();

describe('generate-sbom', () => {
  it('writes a document of each platform and format, and one of the index', async () => {
    const { report } = await run(OK);
    assert.equal(report.status, 'ok', report.error?.message);
    assert.deepEqual(await written(), [
      'sbom-linux-amd64.spdx.json',
      'sbom-linux-amd64.syft.json',
      'sbom-linux-arm64.spdx.json',
      'sbom-linux-arm64.syft.json',
      'sbom.spdx.json',
    ]);
    assert.deepEqual(report.sbom?.documents.map(({ subject, platform }) => [platform, subject]).slice(0, 2), [
      [undefined, stage.image.digest],
      ['linux/amd64', stage.image.platforms[0]?.digest],
    ]);
    assert.deepEqual([report.sbom.packageCount, report.sbom.ecosystems], [3, { deb: 3 }]);
  }, 30_000);

  it('writes the same bytes again', async () => {
    await run(OK);
    const first = await readFile(join(stage.folder(), 'out', 'sbom.spdx.json'));
    await run(OK);
    assert.deepEqual(await readFile(join(stage.folder(), 'out', 'sbom.spdx.json')), first);
  }, 30_000);

  it('gives syft no token, no user folder and no registry', async () => {
    process.env.GITHUB_TOKEN = 'hidden';
    try {
      const { program } = await run(OK, { only: ['linux/amd64'] });
      const call = JSON.parse(await readFile(`${program}.call.json`, 'utf8')) as {
        args: string[];
        env: Record<string, string>;
      };
      assert.equal(JSON.stringify(call).includes('hidden'), false);
      assert.equal(call.args[1], 'oci-dir:image');
      assert.notEqual(call.env.HOME, process.env.HOME);
    } finally {
      delete process.env.GITHUB_TOKEN;
    }
  }, 30_000);

  it('gives the index no document where only some platforms are described', async () => {
    const { report } = await run(OK, { only: ['linux/amd64'] });
    assert.equal(report.status, 'ok');
    assert.deepEqual(await written(), ['sbom-linux-amd64.spdx.json', 'sbom-linux-amd64.syft.json']);
  }, 30_000);

  const failing: readonly (readonly [
    string,
    Behaviour,
    Partial<SbomOptions>,
    FlowReport['status'],
    string,
  ])[] = [
    ['syft fails', { kind: 'fail' }, {}, 'undecided', 'PROGRAM_FAILED'],
    ['syft writes garbage', { kind: 'garbage' }, {}, 'undecided', 'PROGRAM_FAILED'],
    ['syft writes nothing', { kind: 'nothing' }, {}, 'undecided', 'PROGRAM_FAILED'],
    ['syft takes too long', { kind: 'hang' }, { timeoutMs: 500 }, 'undecided', 'PROGRAM_FAILED'],
    [
      'syft is not there',
      OK,
      { syft: { path: '/nowhere/syft', version: undefined, mirror: undefined, allowPath: false } },
      'error',
      'INPUT_INVALID',
    ],
    [
      'the document names another digest',
      { ...OK, digest: `sha256:${'0'.repeat(64)}` },
      {},
      'rejected',
      'SBOM_SUBJECT_MISMATCH',
    ],
    ['no package is found', { kind: 'describe', packages: [] }, {}, 'rejected', 'SBOM_INCOMPLETE'],
    [
      'the package database has no packages',
      { kind: 'describe', packages: ['pkg:npm/x@1.0.0'] },
      {},
      'rejected',
      'SBOM_INCOMPLETE',
    ],
    ['the document says too little', OK, { thresholds: { license: 0.5 } }, 'rejected', 'SBOM_QUALITY_LOW'],
  ];
  for (const [why, behaviour, changes, status, code] of failing) {
    it(`writes nothing and takes away those of an earlier run where ${why}`, async () => {
      await run(OK);
      const { report } = await run(behaviour, changes);
      assert.deepEqual([report.status, report.error?.code], [status, code], report.error?.message);
      assert.deepEqual(await written(), []);
    }, 30_000);
  }

  it('writes what is incomplete with a warning where that is asked for', async () => {
    const { report } = await run(
      { kind: 'describe', packages: ['pkg:npm/x@1.0.0'] },
      { onIncomplete: 'warn' },
    );
    assert.equal(report.status, 'ok');
    assert.equal((await written()).length, 5);
    assert.ok(
      report.notices.some(({ level, text }) => level === 'warning' && text.includes('/var/lib/dpkg/status')),
    );
  }, 30_000);

  it('compares with a file, and refuses a collapse', async () => {
    await run(OK);
    const bytes = await readFile(join(stage.folder(), 'out', 'sbom.spdx.json'));
    const baseline = { kind: 'files' as const, files: [{ platform: undefined, path: 'old.json', bytes }] };
    const { report } = await run({ kind: 'describe', packages: DEB.slice(0, 1) }, { baseline });
    assert.equal(report.error?.code, 'SBOM_INCOMPLETE');
    assert.deepEqual(
      report.sbom?.diff?.changes.map(({ removed }) => removed),
      [2, 2],
    );
    assert.deepEqual(await written(), ['sbom-diff.json', 'sbom-diff.md']);
  }, 30_000);

  it('accepts files that describe their platform, and refuses them for another', async () => {
    await run(OK);
    const files = await Promise.all(
      ['linux/amd64', 'linux/arm64'].map(async (platform) => {
        const path = join(stage.folder(), 'out', `sbom-${platform.replace('/', '-')}.spdx.json`);
        return { platform, path, bytes: await readFile(path) };
      }),
    );
    const given = await run(OK, { source: { kind: 'files', files } });
    assert.equal(given.report.status, 'ok', given.report.error?.message);
    assert.equal(existsSync(`${given.program}.call.json`), false, 'syft is not run');
    const [one, other] = files.map(({ bytes }) => bytes);
    const swapped = files.map((file, at) => ({ ...file, bytes: (at === 0 ? other : one) ?? file.bytes }));
    const refused = await run(OK, { source: { kind: 'files', files: swapped } });
    assert.deepEqual(
      [refused.report.status, refused.report.error?.code],
      ['rejected', 'SBOM_SUBJECT_MISMATCH'],
    );
  }, 30_000);

  it('says of a dry run what it would describe, and fetches nothing', async () => {
    const mark = stage.bed.bed.requests.registry.mark();
    const { report } = await run({ kind: 'fail' }, { dryRun: true });
    assert.equal(report.status, 'ok');
    assert.equal(
      stage.bed.bed.requests.registry.since(mark).some(({ path }) => path.includes('/blobs/')),
      false,
    );
    assert.deepEqual(await written(), []);
  }, 30_000);
});
