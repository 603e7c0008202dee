import assert from 'node:assert/strict';
import { access, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import type { ChecksumTable, PinnedAsset } from '@countersign/core/tools';
import { runProcess, type Finished } from '../support/run-process.js';
import { ARCHIVE_OF, openStage, program, sha256, type Stage } from './stage.js';

const SCRIPT = resolve(import.meta.dirname, '../../../scripts/refresh-checksums.mjs');
const VERSION = '9.9.9';
const FILE = `syft_${VERSION}_linux_amd64.tar.gz`;
const ARM_FILE = `syft_${VERSION}_linux_arm64.tar.gz`;
const LIST = `syft_${VERSION}_checksums.txt`;
const ANCHORE = 'anchore/syft/.github/workflows/release.yaml@refs/heads/main';
const ORAS_FILE = `oras_${VERSION}_linux_amd64.tar.gz`;
const SYFT = ['--tool', 'syft', '--version', VERSION];
const ORAS = ['--tool', 'oras', '--version', VERSION];
const TODAY = new Date().toISOString().slice(0, 10);

let stage: Stage;
let folder: string;
let path: string;
let archive: Buffer;
beforeEach(async () => {
  stage = await openStage();
  folder = dirname(stage.toolCacheDir);
  path = join(folder, 'checksums.json');
  archive = await ARCHIVE_OF(program(VERSION));
  await writeFile(join(folder, 'trusted_root.json'), stage.sigstore.trustedRoot);
  await writeTable({});
}, 20_000);
afterEach(() => stage.stop());

/** A release of syft for two systems, as its vendor makes it. */
async function releaseSyft(served = archive, signer = ANCHORE): Promise<void> {
  const arm = await ARCHIVE_OF(program(VERSION, '# arm64'));
  const list = `${sha256(archive)}  ${FILE}\n${sha256(arm)}  ${ARM_FILE}\n`;
  const { signature, certificate } = await stage.sign(list, signer);
  stage.release('anchore/syft', VERSION, {
    [FILE]: served,
    [ARM_FILE]: arm,
    [LIST]: list,
    [`${LIST}.sig`]: signature,
    [`${LIST}.pem`]: certificate,
  });
}

async function releaseOras(): Promise<Buffer> {
  const bytes = await ARCHIVE_OF(program(VERSION), 'oras');
  stage.release('oras-project/oras', VERSION, {
    [ORAS_FILE]: bytes,
    [`oras_${VERSION}_checksums.txt`]: `${sha256(bytes)}  ${ORAS_FILE}\n`,
  });
  return bytes;
}

type Entries = Readonly<Record<string, Readonly<Record<string, PinnedAsset>>>>;

/** A table with these entries of version 9.9.9, by tool and platform, all from one source. */
const writeTable = (entries: Entries): Promise<void> =>
  writeFile(
    path,
    JSON.stringify({
      sources: { elsewhere: 'made by a test' },
      tools: Object.fromEntries(
        Object.entries(entries).map(([tool, platforms]) => [tool, { [VERSION]: platforms }]),
      ),
    }),
  );

const entry = (asset: string, bytes: Uint8Array | string): PinnedAsset => ({
  asset,
  sha256: sha256(bytes),
  sources: ['elsewhere'],
});

const refresh = (...args: readonly string[]): Promise<Finished> =>
  runProcess(process.execPath, [
    ...[SCRIPT, '--table', path, '--release-url', stage.host.origin, '--retry-window-ms', '500'],
    ...['--trusted-root', join(folder, 'trusted_root.json'), '--min-age-days', '0', ...args],
  ]);

const readTable = async (): Promise<ChecksumTable> =>
  JSON.parse(await readFile(path, 'utf8')) as ChecksumTable;

/** Runs, and holds that the table's file was not touched. */
async function unchanged(code: number, ...args: readonly string[]): Promise<Finished> {
  const before = await readFile(path);
  const ended = await refresh(...args);
  assert.equal(ended.code, code, ended.stderr);
  assert.deepEqual(await readFile(path), before);
  assert.deepEqual(
    (await stage.leftBehind()).filter((each) => each.endsWith('.new')),
    [],
  );
  return ended;
}

describe('the refreshing of the table of checksums', () => {
  it('adds what is missing, with the verified signature as its source', async () => {
    await releaseSyft();
    const report = join(folder, 'report.md');
    const ended = await refresh(...SYFT, '--report', report);
    assert.equal(ended.code, 0, ended.stderr);
    const { sources, tools } = await readTable();
    const platforms = tools.syft?.[VERSION] ?? {};
    assert.deepEqual(Object.keys(platforms), ['linux-x64', 'linux-arm64']);
    assert.deepEqual(platforms['linux-x64'], {
      asset: FILE,
      sha256: sha256(archive),
      sources: ['vendor-signature'],
      releaseVerified: TODAY,
    });
    assert.deepEqual(Object.keys(sources), ['vendor-signature']);
    const text = await readFile(report, 'utf8');
    assert.ok(text.includes(sha256(archive)));
    assert.match(text, /syft 9\.9\.9 for darwin-x64: the release lacks/);
  }, 30_000);

  it('confirms what one source alone said, and changes nothing when it runs again', async () => {
    const bytes = await releaseOras();
    await writeTable({ oras: { 'linux-x64': entry(ORAS_FILE, bytes) } });
    assert.equal((await refresh(...ORAS)).code, 0);
    assert.deepEqual((await readTable()).tools.oras?.[VERSION]?.['linux-x64'], {
      ...entry(ORAS_FILE, bytes),
      sources: ['elsewhere', 'vendor-checksums'],
      releaseVerified: TODAY,
    });
    await unchanged(0, ...ORAS);
  }, 30_000);

  it('takes the file alone of a vendor that publishes nothing beside it, says so, and does not run it', async () => {
    const file = 'slsa-verifier-linux-amd64';
    const mark = join(folder, 'it-ran');
    stage.release('slsa-framework/slsa-verifier', VERSION, { [file]: program(VERSION, `touch ${mark}`) });
    const ended = await refresh('--tool', 'slsa-verifier', '--version', VERSION);
    assert.equal(ended.code, 0, ended.stderr);
    const { tools } = await readTable();
    assert.deepEqual(tools['slsa-verifier']?.[VERSION]?.['linux-x64']?.sources, ['vendor-release']);
    await assert.rejects(access(mark), 'what nobody signed was run');
  }, 30_000);

  it('writes nothing with --check', async () => {
    await releaseSyft();
    const { stderr } = await unchanged(0, ...SYFT, '--check');
    assert.match(stderr, /^added: syft 9\.9\.9 linux-x64/m);
  }, 30_000);

  it('refuses to add what is younger than the minimum age, and goes on', async () => {
    await releaseSyft();
    const { stderr } = await unchanged(0, ...SYFT, '--min-age-days', '3');
    assert.match(stderr, /syft 9\.9\.9 for linux-x64: it is younger/);
  }, 30_000);

  it('refuses a release that differs from the table, and writes nothing of the others either', async () => {
    await releaseSyft();
    await writeTable({ syft: { 'linux-x64': entry(FILE, 'what it was') } });
    const report = join(folder, 'report.md');
    const { stderr } = await unchanged(1, ...SYFT, '--report', report);
    assert.match(stderr, /^DIGEST_MISMATCH: syft 9\.9\.9 for linux-x64/m);
    assert.ok(stderr.includes(sha256('what it was')));
    await assert.rejects(access(report));
  }, 30_000);

  it('refuses a file that was replaced a moment ago, whatever the minimum age', async () => {
    await releaseOras();
    await writeTable({ oras: { 'linux-x64': entry(ORAS_FILE, 'what it was') } });
    const { stderr } = await unchanged(1, ...ORAS, '--min-age-days', '3');
    assert.match(stderr, /^DIGEST_MISMATCH/m);
  }, 30_000);

  it('refuses the file of another version in the place of a new one', async () => {
    const bytes = await releaseOras();
    await writeFile(
      path,
      JSON.stringify({
        sources: { elsewhere: 'made by a test' },
        tools: {
          oras: { '9.9.8': { 'linux-x64': { ...entry(ORAS_FILE, bytes), asset: 'oras_9.9.8.tar.gz' } } },
        },
      }),
    );
    const { stderr } = await unchanged(1, ...ORAS);
    assert.match(stderr, /which is that of oras 9\.9\.8/);
  }, 30_000);

  const rejected: readonly (readonly [why: string, release: () => Promise<void>, code: string])[] = [
    ['bytes that the signed list does not name', () => releaseSyft(Buffer.from('other')), 'DIGEST_MISMATCH'],
    [
      "another repository's signature",
      () => releaseSyft(archive, ANCHORE.replace('anchore', 'mallory')),
      'SIGNER_NOT_ALLOWED',
    ],
  ];
  for (const [why, release, code] of rejected) {
    it(`refuses ${why}, though the table holds nothing of it`, async () => {
      await release();
      const { stderr } = await unchanged(1, ...SYFT);
      assert.match(stderr, new RegExp(`^${code}: `, 'm'));
    }, 30_000);
  }

  it('leaves the table alone where the vendor cannot be reached', async () => {
    await releaseSyft();
    stage.faults.add({
      match: { path: new RegExp(ARM_FILE) },
      times: Infinity,
      action: { kind: 'status', status: 503 },
    });
    const { stderr } = await unchanged(3, ...SYFT);
    assert.match(stderr, /^RELEASE_UNAVAILABLE/m);
    await stage.host.stop();
    await unchanged(3, ...SYFT);
  }, 30_000);

  it('asks nobody for arguments that say nothing clear', async () => {
    for (const args of [
      ['--tool', 'docker'],
      ['--tool', 'syft', '--version', 'latest'],
      ['--tool', 'syft', '--version', '1.0.0; id'],
      ['--version', VERSION],
      ['--all', '--tool', 'syft'],
      ['--force'],
    ])
      await unchanged(2, ...args);
    assert.equal(stage.host.requests.entries.length, 0);
  }, 30_000);
});
