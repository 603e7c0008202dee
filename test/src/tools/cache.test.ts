import assert from 'node:assert/strict';
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { openLayout } from '@countersign/core/registry';
import { pushBlob, pushManifest, startRegistry } from '@countersign/testbed';
import { ARCHIVE_OF, openStage, program, sha256, tableOf, type Stage } from './stage.js';
import type { InstalledTool, ToolServices } from '@countersign/core/tools';

const VERSION = '1.51.0';
const FILE = `syft_${VERSION}_linux_amd64.tar.gz`;
const PROGRAM = program(VERSION);

let stage: Stage;
let services: ToolServices;
let tool: InstalledTool;
beforeEach(async () => {
  stage = await openStage();
  const archive = await ARCHIVE_OF(PROGRAM);
  stage.release('anchore/syft', VERSION, { [FILE]: archive });
  services = stage.services({ table: tableOf('syft', VERSION, FILE, archive) });
  tool = await stage.ensure({ name: 'syft' }, services);
}, 20_000);
afterEach(() => stage.stop());

const again = (): Promise<InstalledTool> => stage.ensure({ name: 'syft' }, services);
const inCache = (name: string): string => join(dirname(tool.path), name);

describe('the tool cache', () => {
  it('answers without any host', async () => {
    const before = stage.host.requests.entries.length;
    await stage.host.stop();
    const cached = await again();
    assert.deepEqual(cached, { ...tool, source: 'tool-cache' });
    assert.equal(stage.host.requests.entries.length, before);
  });

  /** What somebody who can write a cache may do to it, the record that it has of itself included. */
  const tampered: readonly (readonly [why: string, change: () => Promise<void>])[] = [
    ['another program', () => writeFile(inCache('syft'), program('6.6.6'))],
    [
      'another program, and a record that says so',
      async () => {
        await writeFile(inCache('syft'), program('6.6.6'));
        const record = JSON.parse(await readFile(inCache('.complete'), 'utf8')) as object;
        await writeFile(
          inCache('.complete'),
          JSON.stringify({ ...record, sha256: sha256(program('6.6.6')) }),
        );
      },
    ],
    [
      'another program, its archive and its record',
      async () => {
        const evil = program('6.6.6');
        const record = JSON.parse(await readFile(inCache('.complete'), 'utf8')) as object;
        await writeFile(inCache('syft'), evil);
        await writeFile(inCache('.evidence/asset'), await ARCHIVE_OF(evil));
        await writeFile(inCache('.complete'), JSON.stringify({ ...record, sha256: sha256(evil) }));
      },
    ],
    ['a second program that PATH would have first', () => writeFile(inCache('git'), program('2.0.0'))],
    [
      'a link to the program, which can be exchanged later',
      async () => {
        await rename(inCache('syft'), join(stage.toolCacheDir, 'elsewhere'));
        await symlink(join(stage.toolCacheDir, 'elsewhere'), inCache('syft'));
      },
    ],
    [
      'a link to a folder, which can be exchanged later',
      async () => {
        await rename(dirname(tool.path), join(stage.toolCacheDir, 'elsewhere'));
        await symlink(join(stage.toolCacheDir, 'elsewhere'), dirname(tool.path));
      },
    ],
    [
      'an archive that never ends',
      async () => {
        await rm(inCache('.evidence/asset'));
        await symlink('/dev/zero', inCache('.evidence/asset'));
      },
    ],
    ['no archive', () => rm(inCache('.evidence/asset'))],
    ['no program', () => rm(inCache('syft'))],
  ];
  for (const [why, change] of tampered) {
    it(`that was restored with ${why} is emptied and filled anew, with a warning`, async () => {
      await change();
      const renewed = await again();
      assert.equal(renewed.source, 'release');
      assert.deepEqual(await readFile(renewed.path), PROGRAM);
      assert.match(stage.warnings.join(), /is not what was put there/);
    });

    it(`that was restored with ${why} gives nothing where no host answers`, async () => {
      await change();
      await stage.host.stop();
      await assert.rejects(again(), { code: 'RELEASE_UNAVAILABLE' });
      assert.deepEqual(
        (await stage.leftBehind()).filter((path) => !path.includes('/elsewhere')),
        [],
      );
    }, 20_000);
  }

  for (const where of ['/dev/zero', '/dev/null'])
    it(`whose record is a link to ${where} counts as empty`, async () => {
      await rm(inCache('.complete'));
      await symlink(where, inCache('.complete'));
      assert.equal((await again()).source, 'release');
      assert.deepEqual(await readFile(tool.path), PROGRAM);
    });

  it('that was never completed counts as empty', async () => {
    await rm(inCache('.complete'));
    await writeFile(inCache('syft'), 'half');
    assert.equal((await again()).source, 'release');
    assert.deepEqual(await readFile(tool.path), PROGRAM);
  });

  it('of another system counts as empty', async () => {
    const record = JSON.parse(await readFile(inCache('.complete'), 'utf8')) as object;
    await writeFile(inCache('.complete'), JSON.stringify({ ...record, os: 'darwin' }));
    assert.equal((await again()).source, 'release');
  });

  it('is filled once by installations that run at the same time, whoever is first', async () => {
    await rm(dirname(tool.path), { recursive: true });
    const all = await Promise.all(Array.from({ length: 8 }, again));
    assert.deepEqual(
      [...new Set(all.map(({ path, sha256: sum }) => `${path} ${sum}`))],
      [`${tool.path} ${tool.sha256}`],
    );
    assert.deepEqual(await readFile(tool.path), PROGRAM);
    assert.deepEqual(
      (await stage.leftBehind()).filter((path) => path.includes('.staging')),
      [],
    );
  });

  it('loses nothing where an installation is interrupted', async () => {
    const abort = new AbortController();
    await rm(dirname(tool.path), { recursive: true });
    stage.faults.add({ match: {}, action: { kind: 'stall' } });
    const running = stage.ensure(
      { name: 'syft' },
      { ...stage.services({ signal: abort.signal }), table: services.table ?? { sources: {}, tools: {} } },
    );
    setTimeout(() => {
      abort.abort();
    }, 50);
    await assert.rejects(running, { code: 'INTERRUPTED' });
    assert.deepEqual(await stage.leftBehind(), []);
  });
});

describe('a mirror', () => {
  const MIRROR = '/mirror/anchore/syft/releases/download/v1.51.0/';
  const empty = async (): Promise<void> => {
    await rm(stage.toolCacheDir, { recursive: true });
  };

  it('is asked before the vendor', async () => {
    await empty();
    stage.files.set(MIRROR + FILE, await ARCHIVE_OF(PROGRAM));
    const found = await stage.ensure({ name: 'syft', mirror: `${stage.host.origin}/mirror/` }, services);
    assert.equal(found.source, 'mirror');
    assert.equal(found.verifiedBy, 'table');
  });

  it('that lacks the file leaves it to the vendor', async () => {
    await empty();
    const found = await stage.ensure({ name: 'syft', mirror: `${stage.host.origin}/mirror` }, services);
    assert.equal(found.source, 'release');
  });

  it('that serves other bytes ends the installation', async () => {
    await empty();
    stage.files.set(MIRROR + FILE, await ARCHIVE_OF(program('6.6.6')));
    await assert.rejects(stage.ensure({ name: 'syft', mirror: `${stage.host.origin}/mirror` }, services), {
      code: 'DIGEST_MISMATCH',
    });
    assert.deepEqual(await stage.leftBehind(), []);
  });

  it('may be a registry', async () => {
    await empty();
    const registry = await startRegistry();
    try {
      const push = async (bytes: Uint8Array): Promise<void> => {
        const repository = 'mirror/tools/syft';
        const [digest, config] = [`sha256:${sha256(bytes)}`, Buffer.from('{}')];
        await pushBlob(registry, repository, digest, bytes);
        await pushBlob(registry, repository, `sha256:${sha256(config)}`, config);
        const mediaType = 'application/vnd.oci.image.manifest.v1+json';
        const manifest = {
          schemaVersion: 2,
          mediaType,
          config: {
            mediaType: 'application/vnd.oci.empty.v1+json',
            digest: `sha256:${sha256(config)}`,
            size: config.length,
          },
          layers: [
            {
              mediaType: 'application/octet-stream',
              digest,
              size: bytes.length,
              annotations: { 'org.opencontainers.image.title': FILE },
            },
          ],
        };
        await pushManifest(registry, repository, VERSION, Buffer.from(JSON.stringify(manifest)), mediaType);
      };
      await push(await ARCHIVE_OF(PROGRAM));
      const mirror = `oci://${registry.host}/mirror/tools`;
      const found = await stage.ensure({ name: 'syft', mirror }, services);
      assert.equal(found.source, 'mirror');
      await empty();
      await push(await ARCHIVE_OF(program('6.6.6')));
      await assert.rejects(stage.ensure({ name: 'syft', mirror }, services), { code: 'DIGEST_MISMATCH' });
      assert.deepEqual(await stage.leftBehind(), []);
    } finally {
      await registry.stop();
    }
  });
});

describe('a mirror that is a layout folder', () => {
  const MEDIA_TYPE = 'application/vnd.oci.image.manifest.v1+json';
  const push = async (bytes: Uint8Array): Promise<void> => {
    const path = join(dirname(stage.toolCacheDir), 'layout');
    await mkdir(path);
    await writeFile(join(path, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    await writeFile(join(path, 'index.json'), '{"schemaVersion":2,"manifests":[]}');
    const folder = openLayout(path, { context: services.context, shown: 'layout' });
    const config = await folder.putBlob(Buffer.from('{}'));
    const layer = await folder.putBlob(bytes);
    const manifest = {
      schemaVersion: 2,
      mediaType: MEDIA_TYPE,
      config: { ...config, mediaType: 'application/vnd.oci.empty.v1+json' },
      layers: [{ ...layer, annotations: { 'org.opencontainers.image.title': FILE } }],
    };
    await folder.putManifest(`syft-${VERSION}`, Buffer.from(JSON.stringify(manifest)), MEDIA_TYPE);
  };
  const fromFolder = (): Promise<InstalledTool> =>
    stage.ensure(
      { name: 'syft', mirror: 'oci:layout' },
      { ...services, workDir: dirname(stage.toolCacheDir) },
    );

  it('serves a machine that reaches no host', async () => {
    await rm(stage.toolCacheDir, { recursive: true });
    await push(await ARCHIVE_OF(PROGRAM));
    await stage.host.stop();
    const found = await fromFolder();
    assert.equal(found.source, 'mirror');
    assert.equal(found.verifiedBy, 'table');
  });

  it('that holds other bytes ends the installation', async () => {
    await rm(stage.toolCacheDir, { recursive: true });
    await push(await ARCHIVE_OF(program('6.6.6')));
    await assert.rejects(fromFolder(), { code: 'DIGEST_MISMATCH' });
    assert.deepEqual(
      (await stage.leftBehind()).filter((path) => !path.startsWith('layout/')),
      [],
    );
  });
});

describe('a folder that stands where the cache is to be', () => {
  it('is replaced whole', async () => {
    await rm(dirname(tool.path), { recursive: true });
    await mkdir(dirname(tool.path), { recursive: true });
    await writeFile(join(dirname(tool.path), 'syft'), 'planted');
    await again();
    assert.deepEqual(await readFile(tool.path), PROGRAM);
  });
});
