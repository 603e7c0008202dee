import assert from 'node:assert/strict';
import { open, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { RawValues } from '@countersign/core/options';
import { realProgram } from '../interop/real-program.js';
import { RECORDINGS } from '../scan/fake-grype.js';
import { openStage, why, type Stage } from '../scan/stage.js';

const DATABASE = resolve(
  import.meta.dirname,
  '../../../packages/testbed/vulnerability-db/vulnerability-db.tar.gz',
);
let stage: Stage;
let raw: RawValues;
beforeAll(async () => {
  stage = await openStage();
  raw = {
    sbom: await stage.sbom('app.syft.json'),
    'grype-path': realProgram('grype'),
    'db-dir': 'db',
    'db-file': DATABASE,
    'max-db-age': '36500d',
  };
});
afterAll(async () => {
  await stage.close();
});

describe('the released grype', () => {
  it('is run over an SBOM with a database that was imported, and its report is judged', async () => {
    const report = await stage.run(raw);
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
    const [record] = report.scan?.records ?? [];
    assert.deepEqual(
      record?.decision.findings.map(({ finding }) => [finding.id, finding.severity]),
      [
        ['GHSA-xvch-5gv4-984h', 'critical'],
        ['GHSA-35jh-r3h4-6jhm', 'high'],
        ['GHSA-j8r2-6x86-q33q', 'medium'],
      ],
    );
    assert.equal(record.report.scanner.name, 'grype');
    assert.match(report.scan?.database?.cacheKey ?? '', /^grype-db-v6-xxh64-[0-9a-f]+$/);
  });

  it('is held to the default age: the old database decides nothing', async () => {
    const report = await stage.run({ ...raw, 'max-db-age': '' });
    assert.deepEqual(
      [report.error?.code, report.status, report.scan],
      ['DATABASE_UNUSABLE', 'undecided', undefined],
    );
  });

  it('uses the database that is there with db-update: never, and refuses a folder without one', async () => {
    const there = { ...raw, 'db-file': '', 'db-update': 'never' };
    const good = await stage.run(there);
    assert.equal(good.error?.code, 'GATE_FAILED', why(good));
    const empty = await stage.run({ ...there, 'db-dir': 'empty' });
    assert.equal(empty.error?.code, 'DATABASE_UNUSABLE', why(empty));
  });

  it('decides again by what it imported from a file, without another import', async () => {
    const own = { ...raw, 'db-dir': '' };
    for (const words of ['Importing the vulnerability database', 'was imported before']) {
      stage.lines.length = 0;
      const report = await stage.run(own);
      assert.equal(report.error?.code, 'GATE_FAILED', why(report));
      assert.match(report.scan?.database?.cacheKey ?? '', /^grype-db-v6-xxh64-[0-9a-f]+$/);
      assert.ok(
        stage.lines.some((line) => line.includes(words)),
        stage.lines.join('\n'),
      );
    }
  });

  it('refuses a database whose bytes were changed after the import', async () => {
    const own = { ...raw, 'db-dir': 'damaged' };
    await stage.run(own);
    const file = await open(join(stage.folder, 'damaged', '6', 'vulnerability.db'), 'r+');
    await file.write(Buffer.from('tampered'), 0, 8, 60_000);
    await file.close();
    const report = await stage.run({ ...own, 'db-file': '', 'db-update': 'never' });
    assert.equal(report.error?.code, 'DATABASE_UNUSABLE', why(report));
  });

  it('that cannot read an SBOM decides nothing', async () => {
    await stage.write('broken.json', '{"artifacts":');
    const report = await stage.run({ ...raw, sbom: 'broken.json' });
    assert.deepEqual([report.error?.code, report.status], ['SBOM_INVALID', 'error'], why(report));
  });

  it('that does not know the distribution of packages decides nothing', async () => {
    const sbom = JSON.parse(await readFile(join(RECORDINGS, 'clean.syft.json'), 'utf8')) as object;
    const coreutils = {
      id: '1',
      name: 'coreutils',
      version: '9.1-1',
      type: 'deb',
      locations: [{ path: '/var/lib/dpkg/status' }],
      purl: 'pkg:deb/debian/coreutils@9.1-1?arch=amd64&distro=debian-12',
    };
    const resultOf = async (distro: object): Promise<unknown> => {
      await stage.write('debian.json', JSON.stringify({ ...sbom, artifacts: [coreutils], distro }));
      const report = await stage.run({ ...raw, sbom: 'debian.json', 'fail-on': 'none' });
      return report.error?.code ?? report.scan?.result;
    };
    assert.equal(await resultOf({ id: 'debian', name: 'Debian', versionID: '12' }), 'clean');
    assert.equal(await resultOf({}), 'SBOM_INCOMPLETE');
    assert.equal(await resultOf({ id: 'acme-os', name: 'Acme', versionID: '1' }), 'SBOM_INCOMPLETE');
  });

  it('of whose database knows the version of the distribution nothing, that is told', async () => {
    const sbom = JSON.parse(await readFile(join(RECORDINGS, 'clean.syft.json'), 'utf8')) as object;
    const alertsOf = async (versionID: string): Promise<readonly string[] | undefined> => {
      const distro = { id: 'debian', name: 'Debian', versionID };
      const artifacts = [
        { id: '1', name: 'tar', version: '1.34', type: 'deb', purl: 'pkg:deb/debian/tar@1.34' },
      ];
      await stage.write('debian.json', JSON.stringify({ ...sbom, artifacts, distro }));
      const report = await stage.run({ ...raw, sbom: 'debian.json', 'fail-on': 'none' });
      return report.scan?.records[0]?.report.alerts;
    };
    assert.deepEqual(await alertsOf('12'), []);
    assert.match((await alertsOf('99'))?.join() ?? '', /debian 99/);
  });

  it('finds nothing in packages that are well', async () => {
    await stage.write('clean.json', await readFile(join(RECORDINGS, 'clean.syft.json'), 'utf8'));
    const report = await stage.run({ ...raw, sbom: 'clean.json' });
    assert.deepEqual([report.status, report.scan?.result], ['ok', 'clean'], why(report));
  });
});
