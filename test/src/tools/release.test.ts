import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { serveLoopback } from '@countersign/testbed';
import { crc32 } from 'node:zlib';
import { ARCHIVE_OF, openStage, program, sha256, tableOf, tarGz, type Stage } from './stage.js';

const VERSION = '1.51.0';
const FILE = `syft_${VERSION}_linux_amd64.tar.gz`;
const PROGRAM = program(VERSION);

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
}, 20_000);
afterEach(() => stage.stop());

/** Serves these bytes and pins those. */
function pinned(served: Uint8Array, expected: Uint8Array = served) {
  stage.release('anchore/syft', VERSION, { [FILE]: served });
  return stage.services({ table: tableOf('syft', VERSION, FILE, expected) });
}

const nothingLeft = async (): Promise<void> => {
  assert.deepEqual(await stage.leftBehind(), []);
};

describe('a tool of the table', () => {
  it('is downloaded, taken out of its archive and placed, with nothing else beside it', async () => {
    const services = pinned(await ARCHIVE_OF(PROGRAM));
    const tool = await stage.ensure({ name: 'syft' }, services);
    assert.deepEqual(
      { ...tool, path: tool.path.slice(stage.toolCacheDir.length + 1) },
      {
        name: 'syft',
        version: VERSION,
        path: `syft/${VERSION}/x64/syft`,
        sha256: sha256(PROGRAM),
        source: 'release',
        verifiedBy: 'table',
      },
    );
    assert.deepEqual(await readFile(tool.path), PROGRAM);
    assert.equal((await stat(tool.path)).mode & 0o777, 0o755);
    assert.match(execFileSync(tool.path, { encoding: 'utf8' }), /1\.51\.0/);
    assert.deepEqual([...(await stage.leftBehind())].sort(), [
      `cache/syft/${VERSION}/x64/.complete`,
      `cache/syft/${VERSION}/x64/.evidence/asset`,
      `cache/syft/${VERSION}/x64/syft`,
    ]);
  });

  it('is taken out of a zip on Windows', async () => {
    const zip = zipOf('syft.exe', PROGRAM);
    const file = `syft_${VERSION}_windows_amd64.zip`;
    stage.release('anchore/syft', VERSION, { [file]: zip });
    const services = stage.services({
      platform: { os: 'windows', arch: 'x64' },
      table: tableOf('syft', VERSION, file, zip, 'windows-x64'),
    });
    const tool = await stage.ensure({ name: 'syft' }, services);
    assert.equal(tool.path, join(stage.toolCacheDir, 'syft', VERSION, 'x64', 'syft.exe'));
    assert.deepEqual(await readFile(tool.path), PROGRAM);
  });

  it('is refused where one byte differs', async () => {
    const archive = await ARCHIVE_OF(PROGRAM);
    const other = Buffer.from(archive);
    other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
    const services = pinned(other, archive);
    await assert.rejects(stage.ensure({ name: 'syft' }, services), { code: 'DIGEST_MISMATCH' });
    await nothingLeft();
  });

  it('is never believed on the word of a checksum file, in the mode checksum either', async () => {
    const [served, expected] = [await ARCHIVE_OF(program('6.6.6')), await ARCHIVE_OF(PROGRAM)];
    const services = pinned(served, expected);
    stage.release('anchore/syft', VERSION, {
      [`syft_${VERSION}_checksums.txt`]: `${sha256(served)}  ${FILE}\n`,
    });
    await assert.rejects(stage.ensure({ name: 'syft', verify: 'checksum' }, services), {
      code: 'DIGEST_MISMATCH',
    });
    await nothingLeft();
  });

  const hostile: readonly (readonly [why: string, archive: () => Promise<Buffer>])[] = [
    ['a path that leaves it', () => tarGz([{ name: '../../evil' }, { name: 'syft', bytes: PROGRAM }])],
    ['an absolute path', () => tarGz([{ name: 'syft', bytes: PROGRAM }, { name: '/etc/evil' }])],
    ['a path with a backslash', () => tarGz([{ name: '..\\evil' }, { name: 'syft', bytes: PROGRAM }])],
    ['a link in place of the program', () => tarGz([{ name: 'syft', type: 'symlink', linkname: '/bin/sh' }])],
    [
      'a hard link beside the program',
      () =>
        tarGz([
          { name: 'syft', bytes: PROGRAM },
          { name: 'x', type: 'link', linkname: 'syft' },
        ]),
    ],
    [
      'the program twice',
      () =>
        tarGz([
          { name: 'syft', bytes: PROGRAM },
          { name: './syft', bytes: program('2.0.0') },
        ]),
    ],
    [
      'a path that leaves it, and more there than is read at once',
      () =>
        tarGz([
          { name: '../big', bytes: Buffer.alloc(4 * 1024 * 1024) },
          { name: 'syft', bytes: PROGRAM },
        ]),
    ],
    ['the program in a folder alone', () => tarGz([{ name: 'bin/syft', bytes: PROGRAM }])],
    ['no end', async () => (await ARCHIVE_OF(Buffer.alloc(100_000, 'x'))).subarray(0, 150)],
    ['no gzip', () => Promise.resolve(Buffer.from('not an archive'))],
  ];
  for (const [why, make] of hostile) {
    it(`is refused where its archive has ${why}`, async () => {
      const services = pinned(await make());
      await assert.rejects(stage.ensure({ name: 'syft' }, services), { code: 'TOOL_REJECTED' });
      await nothingLeft();
    });
  }

  it('is refused where a zip leaves its folder or links', async () => {
    for (const zip of [zipOf('../syft.exe', PROGRAM), zipOf('syft.exe', PROGRAM, 0o120777)]) {
      const file = `syft_${VERSION}_windows_amd64.zip`;
      stage.release('anchore/syft', VERSION, { [file]: zip });
      const services = stage.services({
        platform: { os: 'windows', arch: 'x64' },
        table: tableOf('syft', VERSION, file, zip, 'windows-x64'),
      });
      await assert.rejects(stage.ensure({ name: 'syft' }, services), { code: 'TOOL_REJECTED' });
      await nothingLeft();
    }
  });

  it('is refused where the zip holds other bytes than its checksum says', async () => {
    const zip = zipOf('syft.exe', PROGRAM);
    zip[40] = (zip[40] ?? 0) ^ 1;
    const file = `syft_${VERSION}_windows_amd64.zip`;
    stage.release('anchore/syft', VERSION, { [file]: zip });
    const services = stage.services({
      platform: { os: 'windows', arch: 'x64' },
      table: tableOf('syft', VERSION, file, zip, 'windows-x64'),
    });
    await assert.rejects(stage.ensure({ name: 'syft' }, services), { code: 'TOOL_REJECTED' });
    await nothingLeft();
  });
});

describe('the release host', () => {
  it('is asked again after a 504', async () => {
    const services = pinned(await ARCHIVE_OF(PROGRAM));
    const fault = stage.faults.add({ match: {}, times: 2, action: { kind: 'status', status: 504 } });
    assert.equal((await stage.ensure({ name: 'syft' }, services)).verifiedBy, 'table');
    assert.equal(fault.hits, 2);
  });

  it('is asked again where a download breaks off', async () => {
    const services = pinned(await ARCHIVE_OF(PROGRAM));
    const fault = stage.faults.add({ match: {}, action: 'truncate' });
    assert.equal((await stage.ensure({ name: 'syft' }, services)).verifiedBy, 'table');
    assert.equal(fault.hits, 1);
  });

  it('that stays away leaves the question open', async () => {
    const services = pinned(await ARCHIVE_OF(PROGRAM));
    stage.faults.add({ match: {}, times: Infinity, action: { kind: 'status', status: 504 } });
    await assert.rejects(stage.ensure({ name: 'syft' }, services), {
      code: 'RELEASE_UNAVAILABLE',
      fault: 'infrastructure',
    });
    await nothingLeft();
  }, 20_000);

  it('that breaks off every time leaves the question open', async () => {
    const services = pinned(await ARCHIVE_OF(PROGRAM));
    stage.faults.add({ match: {}, times: Infinity, action: 'truncate' });
    await assert.rejects(stage.ensure({ name: 'syft' }, services), { code: 'RELEASE_UNAVAILABLE' });
    await nothingLeft();
  });

  it('that has deleted the version is told so', async () => {
    const services = pinned(await ARCHIVE_OF(PROGRAM));
    stage.files.clear();
    await assert.rejects(stage.ensure({ name: 'syft' }, services), {
      code: 'TOOL_NOT_FOUND',
      message: /syft 1\.51\.0.*deleted/,
    });
    await nothingLeft();
  });

  it('may not send the download to a host that nobody named', async () => {
    const archive = await ARCHIVE_OF(PROGRAM);
    const services = pinned(archive);
    const other = await serveLoopback({ handler: (_request, response) => void response.end(archive) });
    try {
      const location = `${other.origin}/file`;
      stage.faults.add({ match: {}, times: Infinity, action: { kind: 'redirect', location } });
      await assert.rejects(stage.ensure({ name: 'syft' }, services), {
        code: 'RELEASE_UNAVAILABLE',
        message: /another host/,
      });
      assert.equal(other.requests.entries.length, 0);
      await nothingLeft();
      const releases = { baseUrl: stage.host.origin, redirectHosts: [other.host] };
      const named = await stage.ensure({ name: 'syft' }, { ...services, releases });
      assert.equal(named.verifiedBy, 'table');
    } finally {
      await other.stop();
    }
  });

  it('is not asked for a platform that the vendor builds nothing for', async () => {
    const services = stage.services({ platform: { os: 'windows', arch: 'arm64' } });
    await assert.rejects(stage.ensure({ name: 'grype' }, services), {
      code: 'TOOL_NOT_FOUND',
      remedy: /linux-x64.*windows-x64/,
    });
    assert.equal(stage.host.requests.entries.length, 0);
  });

  it('is not asked for a revoked version', async () => {
    await assert.rejects(stage.ensure({ name: 'trivy', version: '0.69.4' }), {
      code: 'TOOL_REVOKED',
      fault: 'rejection',
    });
    assert.equal(stage.host.requests.entries.length, 0);
  });

  for (const version of ['latest', '1.x', '../../evil', '1.2.3/..', '=1.2.3', '']) {
    it(`is not asked for the version ${JSON.stringify(version)}`, async () => {
      await assert.rejects(stage.ensure({ name: 'syft', version }), { code: 'INPUT_INVALID' });
      assert.equal(stage.host.requests.entries.length, 0);
    });
  }
});

describe('a tool on PATH', () => {
  const onPath = async (version: string): Promise<string> => {
    const folder = join(dirname(stage.toolCacheDir), 'bin');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'syft'), program(version, 'test -z "$SECRET" || exit 1'));
    await chmod(join(folder, 'syft'), 0o755);
    return folder;
  };

  it('is taken in the version asked for, and sees no secret', async () => {
    const folder = await onPath(VERSION);
    const services = stage.services({ env: { PATH: folder, SECRET: 'x' } });
    const tool = await stage.ensure({ name: 'syft', allowPath: true }, services);
    assert.equal(tool.path, join(folder, 'syft'));
    assert.equal(tool.source, 'path');
    assert.equal(tool.verifiedBy, 'path');
    assert.equal(stage.host.requests.entries.length, 0);
  });

  it('is passed over in another version', async () => {
    const folder = await onPath('1.50.0');
    const table = tableOf('syft', VERSION, FILE, await ARCHIVE_OF(PROGRAM));
    pinned(await ARCHIVE_OF(PROGRAM));
    const tool = await stage.ensure(
      { name: 'syft', allowPath: true },
      stage.services({ env: { PATH: folder }, table }),
    );
    assert.equal(tool.source, 'release');
  });

  it('is passed over where nobody allowed it', async () => {
    const folder = await onPath(VERSION);
    pinned(await ARCHIVE_OF(PROGRAM));
    const table = tableOf('syft', VERSION, FILE, await ARCHIVE_OF(PROGRAM));
    const tool = await stage.ensure({ name: 'syft' }, stage.services({ env: { PATH: folder }, table }));
    assert.equal(tool.source, 'release');
  });
});

/** A zip of one stored entry (PKWARE APPNOTE 4.3). */
function zipOf(name: string, bytes: Uint8Array, mode = 0o100755): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  const sum = crc32(bytes);
  local.writeUInt32LE(sum, 14);
  local.writeUInt32LE(bytes.length, 18);
  local.writeUInt32LE(bytes.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE((3 << 8) | 20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt32LE(sum, 16);
  central.writeUInt32LE(bytes.length, 20);
  central.writeUInt32LE(bytes.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE((mode << 16) >>> 0, 38);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + bytes.length, 16);
  return Buffer.concat([local, Buffer.from(name), bytes, central, Buffer.from(name), end]);
}
