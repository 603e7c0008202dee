import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import type { FlowReport } from '@countersign/core/flows';
import { RECORDINGS } from '../scan/fake-grype.js';
import { openStage, why, type Stage } from '../scan/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(() => stage.grype.behave({ scan: { recording: 'clean' } }));
afterAll(() => stage.close());

type Json = Record<string, unknown>;
const DEBIAN = { name: 'debian', version: '12', idLike: [] };
const recorded = async (name: string): Promise<Json> =>
  JSON.parse(await readFile(join(RECORDINGS, name), 'utf8')) as Json;

function assertDecidesNothing(report: FlowReport, code: string): void {
  assert.deepEqual([report.error?.code, report.scan], [code, undefined], why(report));
  assert.notEqual(report.status, 'ok');
}

describe('a report without findings', () => {
  const judge = async (report: Json): Promise<FlowReport> => {
    await stage.write('given.json', JSON.stringify(report));
    return stage.run({ report: 'given.json', 'output-dir': 'judged' });
  };
  const grype = async (built: unknown): Promise<Json> => {
    const report = await recorded('clean.grype.json');
    const descriptor = report.descriptor as { db: { status: Json } };
    descriptor.db.status.built = built;
    return { ...report, distro: DEBIAN };
  };
  const trivy = (parts: Json): Json => ({
    SchemaVersion: 2,
    ArtifactName: 'app',
    CreatedAt: new Date().toISOString(),
    Results: [{ Target: 'app (debian 12.1)', Class: 'os-pkgs', Type: 'debian' }],
    ...parts,
  });

  it('is clean where it is young and whole', async () => {
    for (const each of [await grype(new Date().toISOString()), trivy({})]) {
      const report = await judge(each);
      assert.equal(report.scan?.result, 'clean', why(report));
    }
  });

  for (const built of [undefined, null, '', '2020-01-01 00:00:00', '0001-01-01T00:00:00Z', 1577836800])
    it(`of grype decides nothing where its database was built at ${JSON.stringify(built)}`, async () => {
      assertDecidesNothing(await judge(await grype(built)), 'DATABASE_UNUSABLE');
    });

  it('that is itself older than a database may be decides nothing: its database is older still', async () => {
    assertDecidesNothing(await judge(trivy({ CreatedAt: '2020-01-01T00:00:00Z' })), 'DATABASE_UNUSABLE');
  });
});

describe('a report of grype that names no distribution', () => {
  const judge = async (parts: Json): Promise<FlowReport> => {
    const report = await recorded('clean.grype.json');
    const descriptor = report.descriptor as { db: { status: Json } };
    descriptor.db.status.built = new Date().toISOString();
    await stage.write('given.json', JSON.stringify({ ...report, ...parts }));
    return stage.run({ report: 'given.json', 'output-dir': 'judged', 'allow-empty': 'true' });
  };

  for (const distro of [{}, { name: '', version: '12' }, { name: null }, null, undefined, 'debian'])
    it(`is not clean about an image: ${JSON.stringify(distro)}`, async () => {
      assertDecidesNothing(await judge({ distro }), 'SBOM_INCOMPLETE');
      assertDecidesNothing(await judge({ distro, source: undefined }), 'SBOM_INCOMPLETE');
    });

  it('is clean about a folder, which need not be of any', async () => {
    const report = await judge({ distro: {}, source: { type: 'directory', target: '/src' } });
    assert.equal(report.scan?.result, 'clean', why(report));
  });
});

describe('an SBOM that is given', () => {
  it('is scanned as it was read, whatever becomes of the file', async () => {
    await stage.sbom('read.syft.json');
    await stage.run({ sbom: 'read.syft.json' });
    const scanned = (await stage.grype.calls()).at(-1)?.args[0] ?? '';
    assert.match(scanned, /^sbom:.*\/read\.syft\.json$/);
    assert.notEqual(scanned, `sbom:${join(stage.folder, 'read.syft.json')}`);
  });

  it('is not clean where it names no package: nobody looked into anything', async () => {
    const sbom = JSON.parse(await readFile(join(RECORDINGS, 'npm.syft.json'), 'utf8')) as Json;
    await stage.write('empty.syft.json', JSON.stringify({ ...sbom, artifacts: [] }));
    assertDecidesNothing(await stage.run({ sbom: 'empty.syft.json' }), 'SBOM_INCOMPLETE');
    const allowed = await stage.run({ sbom: 'empty.syft.json', 'allow-empty': 'true' });
    assert.equal(allowed.scan?.result, 'clean', why(allowed));
  });

  it('is not clean where it is none', async () => {
    await stage.write('none.json', '{}');
    assertDecidesNothing(await stage.run({ sbom: 'none.json' }), 'SBOM_INVALID');
  });
});

describe('packages of a distribution that nobody names', () => {
  const message =
    '[0000]  WARN Unable to determine the OS distribution of some packages. This may result in missing vulnerabilities.';

  it('are not clean in an image or an SBOM: grype passes over them and ends with 0', async () => {
    await stage.grype.behave({ scan: { recording: 'clean', message } });
    assertDecidesNothing(await stage.run({ sbom: await stage.sbom('app.syft.json') }), 'SBOM_INCOMPLETE');
    await stage.grype.behave({ scan: { recording: 'clean', message: 'WARN something else' } });
    const other = await stage.run({ sbom: 'app.syft.json' });
    assert.equal(other.scan?.result, 'clean', why(other));
  });

  const withPackage = async (purl: string): Promise<string> => {
    const artifact = { id: '1', name: 'musl', version: '1.2.5-r1', type: purl.slice(4, 7), purl };
    const sbom = await recorded('clean.syft.json');
    await stage.write('one.syft.json', JSON.stringify({ ...sbom, artifacts: [artifact] }));
    return 'one.syft.json';
  };
  const packages = ['pkg:apk/alpine/musl@1.2.5-r1', 'pkg:deb/debian/musl@1.2.5-1', 'pkg:rpm/musl@1.2.5-1'];
  for (const purl of packages)
    it(`are not clean where grype says nothing beside an empty distribution: ${purl}`, async () => {
      const sbom = await withPackage(purl);
      await stage.grype.behave({ scan: { recording: 'clean', distro: { name: '', version: '' } } });
      assertDecidesNothing(await stage.run({ sbom }), 'SBOM_INCOMPLETE');
      await stage.grype.behave({ scan: { recording: 'clean' } });
      assert.equal((await stage.run({ sbom })).scan?.result, 'clean');
    });

  it('are told where the database has nothing about the version of the distribution', async () => {
    const sbom = await withPackage('pkg:deb/debian/musl@1.2.5-1');
    const alertsOf = async (distro: Json): Promise<readonly string[]> => {
      await stage.grype.behave({ unknownDistributions: ['debian:99'], scan: { recording: 'clean', distro } });
      return (await stage.run({ sbom })).scan?.records[0]?.report.alerts ?? ['no record'];
    };
    assert.deepEqual(await alertsOf(DEBIAN), []);
    const [alert] = await alertsOf({ name: 'debian', version: '99' });
    assert.match(alert ?? '', /debian 99/);
  });

  it('are not missed in an SBOM that has none', async () => {
    const sbom = await withPackage('pkg:npm/musl@1.2.5');
    await stage.grype.behave({ scan: { recording: 'clean', distro: {} } });
    assert.equal((await stage.run({ sbom })).scan?.result, 'clean');
  });
});

describe('a scan of several SBOMs', () => {
  it('ends only when each scanner has ended, also where one fails', async () => {
    await stage.grype.behave({ scan: { exit: 1 } });
    const names = ['one', 'two', 'three', 'four'];
    const sboms = await Promise.all(names.map((name) => stage.sbom(`${name}.syft.json`)));
    const scans = async (): Promise<number> =>
      (await stage.grype.calls()).filter(({ args }) => args[0]?.startsWith('sbom:')).length;
    const before = await scans();
    const failed = await stage.run({ sbom: sboms.join('\n'), 'output-dir': 'several' });
    assert.equal(failed.error?.code, 'PROGRAM_FAILED');
    assert.equal((await scans()) - before, names.length);
  });
});

describe('the folder of a scan', () => {
  it('has nothing left of an earlier run where a run fails', async () => {
    const first = await stage.run({
      sbom: await stage.sbom('app.syft.json'),
      'output-dir': 'again',
      formats: 'junit vdr in-toto-vulns',
    });
    assert.equal(first.scan?.result, 'clean', why(first));
    const report = join('again', 'scan.grype.json');
    await stage.grype.behave({ scan: { exit: 1 } });
    assert.equal(
      (await stage.run({ sbom: 'app.syft.json', 'output-dir': 'again' })).error?.code,
      'PROGRAM_FAILED',
    );
    assert.deepEqual(
      (await readdir(join(stage.folder, 'again'))).filter((name) => join('again', name) !== report),
      [],
    );
  });

  it('has nothing left of an earlier run where the waivers of a run are wrong', async () => {
    await stage.run({ sbom: await stage.sbom('app.syft.json'), 'output-dir': 'wrong' });
    const failed = await stage.run({ sbom: 'app.syft.json', 'output-dir': 'wrong', waivers: 'gone.yaml' });
    assert.equal(failed.error?.code, 'INPUT_INVALID');
    assert.ok(!(await readdir(join(stage.folder, 'wrong'))).includes('scan.vuln.json'));
  });

  it('keeps what is an input of the run, and what is of others', async () => {
    const first = await stage.run({ sbom: await stage.sbom('app.syft.json'), 'output-dir': 'kept' });
    assert.equal(first.scan?.result, 'clean', why(first));
    await stage.write('kept/scanner.json', '{}');
    await stage.write('kept/scan-notes.md', '');
    const second = await stage.run({
      report: 'kept/scan.grype.json',
      baseline: 'kept/scan.vuln.json',
      'max-new': '0',
      'output-dir': 'kept',
    });
    assert.equal(second.scan?.result, 'clean', why(second));
    const names = await readdir(join(stage.folder, 'kept'));
    assert.ok(['scan.grype.json', 'scanner.json', 'scan-notes.md'].every((name) => names.includes(name)));
  });

  it('is written to without following links that lie there', async () => {
    const victim = await stage.write('victim', 'mine');
    const folder = join(stage.folder, 'linked');
    await mkdir(folder);
    for (const name of ['scan.sarif', 'scan.md', 'scan.grype.json', 'scan.vuln.json'])
      await symlink(victim, join(folder, name));
    const report = await stage.run({ sbom: await stage.sbom('app.syft.json'), 'output-dir': 'linked' });
    assert.equal(report.scan?.result, 'clean', why(report));
    assert.equal(await stage.read(victim), 'mine');
  });
});
