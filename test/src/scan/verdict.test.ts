import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import type { FlowReport } from '@countersign/core/flows';
import { exitCodeOf } from '@countersign/core/report';
import { DIGEST, openStage, why, type Stage } from './stage.js';

let stage: Stage;
let sbom: string;
beforeEach(async () => {
  stage = await openStage();
  sbom = await stage.sbom('app.syft.json');
});
afterEach(async () => {
  await stage.close();
});

const DAY_MS = 24 * 3_600_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const waiver = (id: string, expires: string, more = ''): string =>
  `  - id: ${id}\n    reason: not reachable from outside\n    owner: team-app\n    expires: ${expires}\n${more}`;
/** docs/waivers.md */
const waivers = (...entries: string[]): string => `version: 1\nwaivers:\n${entries.join('')}`;

const assertClean = (report: FlowReport): void => {
  assert.equal(report.error, undefined, why(report));
  assert.deepEqual([report.status, report.scan?.result, exitCodeOf(report)], ['ok', 'clean', 0]);
};
const assertViolations = (report: FlowReport): void => {
  assert.equal(report.error?.code, 'GATE_FAILED', why(report));
  assert.deepEqual([report.status, report.scan?.result, exitCodeOf(report)], ['rejected', 'violations', 1]);
};

describe('the verdict of a scan', () => {
  it('is clean where nothing was found', async () => {
    await stage.grype.behave({ scan: { recording: 'clean' } });
    assertClean(await stage.run({ sbom }));
  });

  it('is violations where a finding breaks the gate, and the message names it with its fix and the way out', async () => {
    const report = await stage.run({ sbom });
    assertViolations(report);
    const { message = '', remedy = '' } = report.error ?? {};
    assert.match(message, /GHSA-xvch-5gv4-984h in minimist 1\.2\.5 .*fixed in 1\.2\.6/);
    assert.match(message, /GHSA-35jh-r3h4-6jhm in lodash 4\.17\.20 .*fixed in 4\.17\.21/);
    assert.doesNotMatch(message, /requests/, 'a medium does not break the default gate');
    assert.match(remedy, /waivers\.yaml/);
    assert.match(remedy, /vex/);
  });

  it('follows the gate that was asked for', async () => {
    assertClean(await stage.run({ sbom, 'fail-on': 'none' }));
    assertViolations(await stage.run({ sbom, 'fail-on': 'medium' }));
    assertViolations(await stage.run({ sbom, 'fail-on': 'none', 'epss-threshold': '0.000001' }));
    assertViolations(await stage.run({ sbom, 'fail-on': 'none', 'risk-threshold': '0.000001' }));
  });

  it('gives grace after a fix, and no more', async () => {
    assertClean(await stage.run({ sbom, grace: 'critical=9999d, high=9999d' }));
    assertViolations(await stage.run({ sbom, grace: 'critical=1d, high=9999d' }));
  });

  it('counts what is new since a baseline', async () => {
    const gate = { sbom, 'fail-on': 'none', 'max-new': '0' };
    const first = await stage.run({ sbom, 'fail-on': 'none' });
    const baseline = first.scan?.files.subjects[0]?.predicate ?? '';
    assertClean(await stage.run({ ...gate, baseline, 'output-dir': 'second' }));
    await stage.grype.behave({ scan: { recording: 'clean' } });
    const before = await stage.run({ sbom, 'output-dir': 'third' });
    await stage.grype.behave({});
    const cleanBaseline = before.scan?.files.subjects[0]?.predicate ?? '';
    const report = await stage.run({ ...gate, baseline: cleanBaseline });
    assertViolations(report);
    assert.equal(report.scan?.records[0]?.decision.newCount, 3);
  });
});

describe('a waiver', () => {
  const both = (expires: string): string =>
    waivers(waiver('CVE-2021-44906', expires), waiver('GHSA-35jh-r3h4-6jhm', expires));

  it('lets a finding pass until its day, also by an alias, from the file that is looked for unasked', async () => {
    await stage.write('.countersign/waivers.yaml', both(inDays(30)));
    const report = await stage.run({ sbom });
    assertClean(report);
    assert.equal(report.scan?.records[0]?.decision.waivedCounts.critical, 1);
  });

  it('stops the image again once it has expired, and is named as expired', async () => {
    await stage.write('.countersign/waivers.yaml', both(inDays(-1)));
    const report = await stage.run({ sbom });
    assertViolations(report);
    assert.match(report.error?.message ?? '', /CVE-2021-44906.*expired/);
  });

  it('in a file of nearly the right name waives nothing, and that is told', async () => {
    await stage.write('.countersign/waivers.yml', both(inDays(30)));
    const report = await stage.run({ sbom });
    assertViolations(report);
    const warned = ({ notices }: FlowReport): boolean =>
      notices.some(({ level, text }) => level === 'warning' && text.includes('waivers.yml'));
    assert.ok(warned(report), why(report));
    const named = await stage.run({ sbom, waivers: '.countersign/waivers.yml' });
    assertClean(named);
    assert.ok(!warned(named), why(named));
  });

  it('of a file that is named and not there is an error, never a missing rule', async () => {
    const report = await stage.run({ sbom, waivers: 'waivers.yml' });
    assert.deepEqual([report.error?.code, report.status], ['INPUT_INVALID', 'error']);
    assert.equal((await stage.grype.calls()).length, 0);
  });

  it('in a file that cannot be read ends the run before anything is scanned', async () => {
    await stage.write('.countersign/waivers.yaml', 'waivers: [{id: CVE-2021-44906, forever: true}]');
    const report = await stage.run({ sbom });
    assert.equal(report.status, 'error', why(report));
    assert.equal((await stage.grype.calls()).length, 0);
  });
});

describe('the waiver file that nobody named', () => {
  const found = '.countersign/waivers.yaml';
  const judge = async () => {
    const report = await stage.run({ sbom, 'fail-on': 'none' });
    return report.error?.code ?? report.scan?.result;
  };

  it('need not be there, and may be a link to another place of the working directory', async () => {
    assert.equal(await judge(), 'clean');
    await stage.write('shared.yaml', 'waivers: []');
    await stage.write('.countersign/notes', '');
    await symlink('../shared.yaml', join(stage.folder, found));
    assert.equal(await judge(), 'clean');
  });

  it('is refused where it is a pipe, a folder, a device or a link that leads out of the working directory', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'countersign-outside-'));
    const path = join(stage.folder, found);
    await writeFile(join(outside, 'waivers.yaml'), 'waivers: []');
    const made: readonly (() => unknown)[] = [
      () => execFileSync('mkfifo', [path]),
      () => mkdir(path),
      () => symlink('/dev/zero', path),
      () => symlink(join(outside, 'waivers.yaml'), path),
    ];
    for (const make of made) {
      await mkdir(dirname(path), { recursive: true });
      await make();
      assert.equal(await judge(), 'INPUT_INVALID');
      await rm(path, { recursive: true });
    }
    await rm(dirname(path), { recursive: true });
    await symlink(outside, dirname(path));
    assert.equal(await judge(), 'INPUT_INVALID');
    await rm(outside, { recursive: true });
  });
});

describe('VEX', () => {
  const openVex = (product: string): string =>
    JSON.stringify({
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': 'https://vex.example/1',
      author: 'team-app',
      timestamp: '2026-01-01T00:00:00Z',
      version: 1,
      statements: ['CVE-2021-44906', 'CVE-2021-23337'].map((name) => ({
        vulnerability: { name },
        products: [{ '@id': product }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_in_execute_path',
      })),
    });

  it('takes findings out that it says do not apply to the package', async () => {
    const text = JSON.parse(openVex('pkg:npm/minimist@1.2.5')) as { statements: { products: object[] }[] };
    for (const { products } of text.statements) products.push({ '@id': 'pkg:npm/lodash@4.17.20' });
    await stage.write('vex.json', JSON.stringify(text));
    const report = await stage.run({ sbom, vex: 'vex.json' });
    assertClean(report);
    assert.equal(report.scan?.records[0]?.decision.vexCounts.critical, 1);
  });

  it('of the future takes nothing out of the way, and that is told', async () => {
    const text = openVex('pkg:npm/minimist@1.2.5').replace(
      /"timestamp":"[^"]*"/,
      '"timestamp":"2199-01-01T00:00:00Z"',
    );
    await stage.write('future.json', text);
    const report = await stage.run({ sbom, vex: 'future.json' });
    assertViolations(report);
    assert.equal(report.scan?.records[0]?.decision.vexCounts.critical, 0);
    assert.ok(report.notices.some(({ level, text: said }) => level === 'warning' && said.includes('future')));
  });

  it('about another package takes nothing out', async () => {
    await stage.write('vex.json', openVex('pkg:npm/left-pad@1.0.0'));
    assertViolations(await stage.run({ sbom, vex: 'vex.json' }));
  });

  it('that cannot be read ends the run', async () => {
    await stage.write('vex.json', '{"@context":"https://openvex.dev/ns/v0.2.0"');
    assert.equal((await stage.run({ sbom, vex: 'vex.json' })).status, 'error');
  });
});

describe('the files of a scan', () => {
  it('are there whatever the verdict', async () => {
    for (const gate of ['none', 'high']) {
      const report = await stage.run({
        sbom,
        'fail-on': gate,
        'output-dir': `out-${gate}`,
        formats: 'vdr junit in-toto-vulns',
      });
      const { files } = report.scan ?? {};
      assert.ok(files !== undefined, why(report));
      const [subject] = files.subjects;
      const json = async (path: string | undefined): Promise<unknown> =>
        JSON.parse(await stage.read(path ?? ''));
      const sarif = (await json(files.sarif)) as { runs: { results: { ruleId: string }[] }[] };
      assert.equal(sarif.runs[0]?.results.length, 3);
      const predicate = (await json(subject?.predicate)) as {
        scanner: { result: { summary: Record<string, number>; verdict: string }; db: { built: string } };
        metadata: { scanStartedOn: string; scanFinishedOn: string };
      };
      assert.equal(predicate.scanner.result.summary.criticalCount, 1);
      assert.equal(predicate.scanner.result.verdict, gate === 'none' ? 'clean' : 'violations');
      assert.ok(predicate.metadata.scanStartedOn <= predicate.metadata.scanFinishedOn);
      assert.ok(((await json(subject?.report)) as { matches: unknown[] }).matches.length === 3);
      assert.ok(((await json(subject?.vdr)) as { vulnerabilities: unknown[] }).vulnerabilities.length === 3);
      assert.ok(
        ((await json(subject?.inTotoVulns)) as { scanner: { result: unknown[] } }).scanner.result.length > 0,
      );
      assert.match(await stage.read(files.junit ?? ''), /^<\?xml[\s\S]*<testsuite/);
      assert.match(await stage.read(files.summary ?? ''), /minimist/);
    }
  });

  it('are about the digest that the SBOM was made of', async () => {
    const report = await stage.run({ sbom });
    assert.equal(report.scan?.records[0]?.subject.digest, DIGEST);
  });

  it('are not begun where their folder cannot be written to', async () => {
    await stage.write('taken', 'a file');
    const report = await stage.run({ sbom, 'output-dir': 'taken' });
    assert.deepEqual([report.error?.code, report.scan], ['INPUT_INVALID', undefined]);
  });
});

describe('an existing report', () => {
  it('is judged by the same gate without running a scanner', async () => {
    const first = await stage.run({ sbom, 'fail-on': 'none' });
    const before = (await stage.grype.calls()).length;
    const report = await stage.run({
      report: first.scan?.files.subjects[0]?.report ?? '',
      'output-dir': 'second',
    });
    assertViolations(report);
    assert.equal((await stage.grype.calls()).length, before);
  });

  it('of an old database decides nothing', async () => {
    await stage.grype.behave({
      scan: { built: '2020-01-01T00:00:00Z' },
      status: { built: '2020-01-01T00:00:00Z' },
    });
    const first = await stage.run({ sbom, 'fail-on': 'none', 'max-db-age': '9999d' });
    const path = first.scan?.files.subjects[0]?.report ?? '';
    const report = await stage.run({ report: path, 'output-dir': 'second' });
    assert.deepEqual([report.error?.code, report.status], ['DATABASE_UNUSABLE', 'undecided'], why(report));
  });

  it('of a scanner that looked into nothing is not clean, unless that is said to be so', async () => {
    for (const text of ['{"SchemaVersion":2}', '{"SchemaVersion":2,"Results":[]}']) {
      await stage.write('trivy.json', text);
      const report = await stage.run({ report: 'trivy.json' });
      assert.deepEqual([report.error?.code, report.scan], ['REPORT_INVALID', undefined], why(report));
      assertClean(await stage.run({ report: 'trivy.json', 'allow-empty': 'true' }));
    }
  });

  it('that is not there is an error of the input', async () => {
    const report = await stage.run({ report: 'gone.json' });
    assert.deepEqual([report.error?.code, report.status], ['INPUT_INVALID', 'error']);
  });
});

describe('a dry run', () => {
  it('says what would be scanned, and is never taken for clean', async () => {
    const report = await stage.run({ sbom, 'dry-run': 'true' });
    assert.deepEqual([report.status, report.scan], ['ok', undefined]);
    assert.ok(report.notices.some(({ text }) => text.includes('Nothing was scanned')));
    assert.equal((await stage.grype.calls()).length, 0);
  });
});
