import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { decide } from './decide.js';
import { finding, GATE, input, KEV, report, waiver } from './decide-fixture.js';
import { mergePlatforms } from './merge-platforms.js';
import type { Finding, ScanReport } from './types.js';

const merged = (
  amd64: readonly Finding[],
  arm64: readonly Finding[],
  parts: Partial<ScanReport> = {},
): ScanReport =>
  mergePlatforms([
    { platform: 'linux/amd64', report: report(amd64) },
    { platform: 'linux/arm64', report: report(arm64, parts) },
  ]);

describe('the report about an index', () => {
  it('has what any platform has, once, with its platforms', () => {
    const { findings } = merged([finding()], [finding(), finding({ id: 'CVE-2024-2' })]);
    assert.deepEqual(
      findings.map(({ id, platforms }) => [id, platforms]),
      [
        ['CVE-2024-1', ['linux/amd64', 'linux/arm64']],
        ['CVE-2024-2', ['linux/arm64']],
      ],
    );
  });

  it('is dirty where one platform is: a clean one covers no other', () => {
    assert.equal(decide(input([], { report: merged([], [finding()]) })).result, 'violations');
    assert.equal(decide(input([], { report: merged([], []) })).result, 'clean');
  });

  it('says the worst that any platform says', () => {
    const [worst] = merged(
      [finding({ severity: 'low', epss: 0.1, risk: 90 })],
      [finding({ severity: 'critical', epss: 0.9, risk: 1, kev: KEV })],
    ).findings;
    assert.deepEqual([worst?.severity, worst?.epss, worst?.risk, worst?.kev], ['critical', 0.9, 90, KEV]);
  });

  it('has a fix from the first day that any platform had one, and none where one day is not known', () => {
    const since = (day: string) => finding({ fix: { availableSince: new Date(day) } });
    const day = (one: Finding, other: Finding) => merged([one], [other]).findings[0]?.fix;
    assert.equal(
      day(since('2024-05-01'), since('2024-03-01'))?.availableSince?.toISOString().slice(0, 10),
      '2024-03-01',
    );
    assert.equal(
      day(since('2024-05-01'), finding({ fix: { availableSince: undefined } }))?.availableSince,
      undefined,
    );
  });

  it('breaks every gate that one of its platforms breaks, where only another one has a fix', () => {
    const fixed = finding({ fix: { availableSince: new Date('2026-11-20') } });
    const without = finding({ fix: { state: 'not-fixed', versions: [], availableSince: undefined } });
    const gates = [{ graceDays: { high: 7 } }, { onlyFixed: true }].map((parts) => ({ ...GATE, ...parts }));
    for (const gate of gates) {
      const resultOf = (found: ScanReport) => decide(input([], { report: found, gate })).result;
      const platforms = [without, fixed].map((found) => resultOf(report([found])));
      assert.deepEqual([...platforms].sort(), ['clean', 'violations']);
      assert.equal(resultOf(merged([fixed], [without])), 'violations');
      assert.equal(resultOf(merged([without], [fixed])), 'violations');
    }
    const both = { ...GATE, graceDays: { high: 7 }, onlyFixed: true };
    assert.equal(decide(input([], { report: merged([fixed], [without]), gate: both })).result, 'clean');
  });

  it('knows each finding to be on the platform whose report has it, whatever the report says', () => {
    const [found] = merged([], [finding({ platforms: ['linux/amd64'] })]).findings;
    assert.deepEqual(found?.platforms, ['linux/arm64', 'linux/amd64']);
  });

  it("leaves out what package URLs differ in, so that a waiver for one platform's package is not for both", () => {
    const of = (arch: string) =>
      finding({ package: { purl: `pkg:npm/minimist@1.2.5?arch=${arch}&distro=x` } });
    const both = merged([of('amd64')], [of('arm64')]);
    assert.equal(both.findings[0]?.package.purl, 'pkg:npm/minimist@1.2.5?distro=x');
    const result = (said: string) =>
      decide(input([], { report: both, waivers: [waiver({ package: said })] })).result;
    assert.equal(result('pkg:npm/minimist?arch=amd64'), 'violations');
    assert.equal(result('pkg:npm/minimist'), 'clean');
  });

  it('rests on the oldest database, and on none that is known where one is not', () => {
    const built = (day: string | undefined) => ({
      database: { ...report([]).database, built: day === undefined ? undefined : new Date(day) },
    });
    assert.equal(merged([], [], built('2020-01-01')).database.built?.getUTCFullYear(), 2020);
    assert.equal(merged([], [], built(undefined)).database.built, undefined);
  });

  it("keeps that a platform's list is not whole, and what its report does not say", () => {
    const both = merged([], [], { omittedFindings: 3, lacks: ['epss'], ignoredByScanner: 2 });
    assert.deepEqual([both.omittedFindings, both.lacks, both.ignoredByScanner], [3, ['epss'], 2]);
  });
});
