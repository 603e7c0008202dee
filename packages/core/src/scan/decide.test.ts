import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf } from '../oci/index.js';
import { decide } from './decide.js';
import { finding, GATE, IMAGE, input, KEV, NOW, report, waiver } from './decide-fixture.js';
import type { DecideInput } from './decide-types.js';
import type { Finding, Waiver } from './types.js';

const breachesOf = (found: Finding, parts: Partial<DecideInput> = {}): readonly string[] => {
  const [judged] = decide(input([found], parts)).findings;
  return judged?.disposition.kind === 'open'
    ? judged.disposition.breaches.map(({ rule }) => rule)
    : [judged?.disposition.kind ?? 'gone'];
};
const gate = (parts: Partial<typeof GATE>) => ({ gate: { ...GATE, ...parts } });

describe('the gate', () => {
  const cases: readonly (readonly [string, Finding, Partial<typeof GATE>, readonly string[]])[] = [
    ['fails at the severity', finding({ severity: 'high' }), {}, ['severity']],
    ['fails above the severity', finding({ severity: 'critical' }), {}, ['severity']],
    ['passes below the severity', finding({ severity: 'medium' }), {}, []],
    [
      'passes any severity where severity does not decide',
      finding({ severity: 'critical' }),
      { failOn: undefined },
      [],
    ],
    ['warns of an unknown severity', finding({ severity: 'unknown' }), {}, []],
    [
      'fails on an unknown severity where asked',
      finding({ severity: 'unknown' }),
      { onUnknownSeverity: 'fail' },
      ['unknown-severity'],
    ],
    ['fails without a fix', finding({ fix: { state: 'not-fixed' } }), {}, ['severity']],
    [
      'passes without a fix where only fixed ones count',
      finding({ fix: { state: 'not-fixed' } }),
      { onlyFixed: true },
      [],
    ],
    ['fails with a fix where only fixed ones count', finding(), { onlyFixed: true }, ['severity']],
    ['fails on KEV at any severity', finding({ severity: 'low', kev: KEV }), {}, ['kev']],
    [
      'fails on KEV without a fix where only fixed ones count',
      finding({ kev: KEV, fix: { state: 'not-fixed' } }),
      { onlyFixed: true },
      ['kev'],
    ],
    ['passes KEV where it is ignored', finding({ severity: 'low', kev: KEV }), { kev: 'ignore' }, []],
    [
      'fails at the EPSS threshold',
      finding({ severity: 'low', epss: 0.5 }),
      { epssThreshold: 0.5 },
      ['epss'],
    ],
    [
      'passes below the EPSS threshold',
      finding({ severity: 'low', epss: 0.4999 }),
      { epssThreshold: 0.5 },
      [],
    ],
    ['fails at the risk threshold', finding({ severity: 'low', risk: 60 }), { riskThreshold: 60 }, ['risk']],
    ['passes below the risk threshold', finding({ severity: 'low', risk: 59.9 }), { riskThreshold: 60 }, []],
    ['fails on the day the grace is over', finding(), { graceDays: { high: 10 } }, ['severity']],
    ['passes on the last day of grace', finding(), { graceDays: { high: 11 } }, []],
    [
      'gives no grace to another severity',
      finding({ severity: 'critical' }),
      { graceDays: { high: 11 } },
      ['severity'],
    ],
    [
      'gives no grace without the day of the fix',
      finding({ fix: { availableSince: undefined } }),
      { graceDays: { high: 99 } },
      ['severity'],
    ],
    [
      'gives no grace to a fix of the future',
      finding({ fix: { availableSince: new Date('2099-01-01') } }),
      { graceDays: { high: 99 } },
      ['severity'],
    ],
    [
      'gives no grace without a fix',
      finding({ fix: { state: 'not-fixed' } }),
      { graceDays: { high: 99 } },
      ['severity'],
    ],
    ['gives no grace to KEV', finding({ kev: KEV }), { graceDays: { high: 99 } }, ['kev']],
  ];
  for (const [what, found, rules, expected] of cases)
    it(what, () => {
      assert.deepEqual(breachesOf(found, gate(rules)), expected);
      assert.equal(decide(input([found], gate(rules))).result, expected.length > 0 ? 'violations' : 'clean');
    });

  it('is clean without findings, and counts every severity', () => {
    const { result, counts } = decide(input([]));
    assert.equal(result, 'clean');
    assert.deepEqual(counts, { critical: 0, high: 0, medium: 0, low: 0, negligible: 0, unknown: 0 });
  });

  it('puts breaches first, then KEV, severity, EPSS and id', () => {
    const ids = decide(
      input(
        [
          finding({ id: 'C', severity: 'low' }),
          finding({ id: 'B', severity: 'low', epss: 0.1 }),
          finding({ id: 'K', severity: 'negligible', kev: KEV }),
          finding({ id: 'H', severity: 'high' }),
          finding({ id: 'A', severity: 'low', epss: 0.1 }),
        ],
        gate({ kev: 'ignore' }),
      ),
    ).findings.map(({ finding: { id } }) => id);
    assert.deepEqual(ids, ['H', 'K', 'A', 'B', 'C']);
  });

  it('refuses thresholds that the report says nothing about, and a list that is not whole', () => {
    const lacking = report([], { lacks: ['epss', 'risk'] });
    assert.throws(() => decide(input([], { report: lacking, ...gate({ epssThreshold: 0.1 }) })), {
      code: 'INPUTS_CONTRADICT',
    });
    assert.throws(() => decide(input([], { report: lacking, ...gate({ riskThreshold: 1 }) })), {
      code: 'INPUTS_CONTRADICT',
    });
    assert.throws(() => decide(input([], { report: report([], { omittedFindings: 1 }) })), {
      code: 'REPORT_INVALID',
    });
  });
});

describe('max-new', () => {
  const old = finding({ id: 'GHSA-1', aliases: ['CVE-2024-1'], severity: 'low' });
  const fresh = finding({ id: 'CVE-2024-2', severity: 'low' });

  it('counts what the baseline does not have, by any id and whatever the version', () => {
    const now = finding({ id: 'CVE-2024-1', severity: 'low', package: { version: '1.2.6' } });
    const { result, newCount } = decide(input([now], { baseline: report([old]), ...gate({ maxNew: 0 }) }));
    assert.deepEqual([result, newCount], ['clean', 0]);
  });

  it('fails each new finding where there are too many, and none up to the number', () => {
    const parts = { baseline: report([old]) };
    assert.equal(decide(input([old, fresh], { ...parts, ...gate({ maxNew: 0 }) })).result, 'violations');
    assert.equal(decide(input([old, fresh], { ...parts, ...gate({ maxNew: 1 }) })).result, 'clean');
  });

  it('takes the same vulnerability in another package for new', () => {
    const other = { ...old, package: { ...old.package, name: 'other' } };
    assert.equal(decide(input([other], { baseline: report([old]), ...gate({ maxNew: 0 }) })).newCount, 1);
  });

  it('does not count what is waived, and decides nothing without a baseline', () => {
    const waivers = [waiver({ id: 'CVE-2024-2' })];
    assert.equal(
      decide(input([fresh], { baseline: report([]), waivers, ...gate({ maxNew: 0 }) })).newCount,
      0,
    );
    assert.throws(() => decide(input([], gate({ maxNew: 0 }))), { code: 'INPUT_MISSING' });
  });
});

describe('a waiver', () => {
  const judged = (found: Finding, parts: Partial<Waiver>, more: Partial<DecideInput> = {}) =>
    breachesOf(found, { waivers: [waiver(parts)], ...more });
  const APPLIES = ['waived'];
  const OPEN = ['severity'];

  const cases: readonly (readonly [string, Finding, Partial<Waiver>, readonly string[]])[] = [
    ['applies by the id', finding(), {}, APPLIES],
    ['applies by an alias', finding({ id: 'GHSA-1', aliases: ['CVE-2024-1'] }), {}, APPLIES],
    ['applies whatever the case of the id', finding({ id: 'ghsa-ab12' }), { id: 'GHSA-AB12' }, APPLIES],
    ['does not apply to another id', finding({ id: 'CVE-2024-11' }), {}, OPEN],
    ['applies by the name of the package', finding(), { package: 'minimist' }, APPLIES],
    ['does not apply to another package', finding(), { package: 'minimis' }, OPEN],
    ['applies by a purl without version', finding(), { package: 'pkg:npm/minimist' }, APPLIES],
    ['applies by a purl with the version', finding(), { package: 'pkg:npm/minimist@1.2.5' }, APPLIES],
    ['does not apply by a purl with another version', finding(), { package: 'pkg:npm/minimist@1.2.4' }, OPEN],
    ['does not apply by a purl of another type', finding(), { package: 'pkg:pypi/minimist' }, OPEN],
    [
      'does not apply by a purl of another namespace',
      finding(),
      { package: 'pkg:npm/%40acme/minimist' },
      OPEN,
    ],
    [
      'does not apply by a purl where the finding has none',
      finding({ package: { purl: undefined } }),
      { package: 'pkg:npm/minimist' },
      OPEN,
    ],
    [
      'applies by a purl whose qualifiers are there',
      finding({ package: { purl: 'pkg:npm/minimist@1.2.5?arch=amd64&distro=x' } }),
      { package: 'pkg:npm/minimist?arch=amd64' },
      APPLIES,
    ],
    [
      'does not apply by a purl whose qualifiers differ',
      finding({ package: { purl: 'pkg:npm/minimist@1.2.5?arch=arm64' } }),
      { package: 'pkg:npm/minimist?arch=amd64' },
      OPEN,
    ],
    ['applies in a range', finding(), { package: 'minimist', versions: '>=1.2.0 <1.3.0' }, APPLIES],
    ['does not apply outside a range', finding(), { package: 'minimist', versions: '<1.2.5' }, OPEN],
    [
      'does not apply to a pre-release that the range does not name',
      finding({ package: { version: '1.2.5-beta.1' } }),
      { package: 'minimist', versions: '<1.3.0' },
      OPEN,
    ],
    [
      "does not apply by a range to a distribution's version",
      finding({ package: { type: 'deb', version: '1.2.3-4' } }),
      { package: 'minimist', versions: '<1.3.0' },
      OPEN,
    ],
    [
      'applies by the whole version, with its epoch',
      finding({ package: { type: 'deb', version: '1:2.3-4' } }),
      { package: 'minimist', versions: '1:2.3-4' },
      APPLIES,
    ],
    [
      'does not apply without the epoch',
      finding({ package: { type: 'deb', version: '1:2.3-4' } }),
      { package: 'minimist', versions: '2.3-4' },
      OPEN,
    ],
    [
      'applies by the beginning of the version',
      finding(),
      { package: 'minimist', versions: '1.2.*' },
      APPLIES,
    ],
    [
      'does not apply by another beginning',
      finding({ package: { version: '1.25.0' } }),
      { package: 'minimist', versions: '1.2.*' },
      OPEN,
    ],
    ['applies to the image', finding(), { images: ['registry.example/acme/app'] }, APPLIES],
    ['applies to images by a pattern', finding(), { images: ['*.example/acme/a*'] }, APPLIES],
    ['applies to images by a pattern of any depth', finding(), { images: ['registry.example/**'] }, APPLIES],
    [
      'does not apply where a star would have to span parts',
      finding(),
      { images: ['registry.example/*'] },
      OPEN,
    ],
    [
      'does not apply to another image',
      finding(),
      { images: ['registry.example/acme/app2', 'registry.example/acme'] },
      OPEN,
    ],
    [
      'applies to the digest',
      finding(),
      { images: [`registry.example/acme/app@${digestOf('manifest')}`] },
      APPLIES,
    ],
    [
      'does not apply to another digest',
      finding(),
      { images: [`registry.example/acme/app@${digestOf('other')}`] },
      OPEN,
    ],
    [
      'applies until fixed where no fix is',
      finding({ fix: { state: 'not-fixed' } }),
      { untilFixed: true },
      APPLIES,
    ],
    ['is void until fixed where a fix is', finding(), { untilFixed: true }, OPEN],
    ['does not apply to KEV', finding({ kev: KEV }), {}, ['severity', 'kev']],
    ['applies to KEV where it is allowed', finding({ kev: KEV }), { allowKev: true }, APPLIES],
    ['applies on its last day', finding(), { expires: '2026-11-21' }, APPLIES],
    ['does not apply after its last day', finding(), { expires: '2026-11-20' }, OPEN],
  ];
  for (const [what, found, parts, expected] of cases)
    it(what, () => {
      assert.deepEqual(judged(found, parts), expected);
    });

  it('is held against an image in no time, whatever its pattern and the name', () => {
    const name = `registry.example/${'a/'.repeat(200)}app`;
    const image = { names: [name], digest: undefined };
    const covers = (pattern: string) => judged(finding(), { images: [pattern] }, { image })[0] === 'waived';
    const started = performance.now();
    assert.ok(!covers(`${'**/'.repeat(150)}other`));
    assert.ok(!covers(`registry.example/${'*a*'.repeat(100)}/**/x`));
    assert.ok(covers(`${'**/'.repeat(150)}app`));
    assert.ok(!covers(`${'**/'.repeat(202)}app`), 'each ** stands for one part at least');
    assert.ok(performance.now() - started < 5000);
  });

  it('ends with the last second of its day in UTC', () => {
    const expires = '2026-11-20';
    const at = (time: string) => judged(finding(), { expires }, { now: new Date(time) });
    assert.deepEqual(at('2026-11-20T23:59:59.999Z'), APPLIES);
    assert.deepEqual(at('2026-11-21T00:00:00Z'), OPEN);
    // Still the 20th in New York, where clocks were set back that month: it makes no difference.
    assert.deepEqual(at('2026-11-20T20:00:00-05:00'), OPEN);
  });

  it('for images does not apply to a folder', () => {
    const image = { names: [], digest: undefined };
    assert.deepEqual(judged(finding(), { images: ['**'] }, { image }), OPEN);
    assert.deepEqual(judged(finding(), {}, { image }), APPLIES);
  });

  it('takes the names of Docker Hub for one', () => {
    const image = { names: ['index.docker.io/library/app'], digest: undefined };
    assert.deepEqual(judged(finding(), { images: ['docker.io/library/app'] }, { image }), APPLIES);
  });

  it('is active, expiring, expired or unused, with the days left and what it covers', () => {
    const waivers = [
      waiver({ index: 1, expires: '2026-12-06' }),
      waiver({ index: 2, expires: '2026-12-05' }),
      waiver({ index: 3, expires: '2026-11-20' }),
      waiver({ index: 4, id: 'CVE-1999-1' }),
      waiver({ index: 5, expires: '2026-11-21' }),
    ];
    assert.deepEqual(
      decide(input([finding()], { waivers })).waivers.map(({ state, daysLeft, matched }) => [
        state,
        daysLeft,
        matched,
      ]),
      [
        ['active', 15, 1],
        ['expiring', 14, 1],
        ['expired', -1, 1],
        ['unused', 40, 0],
        ['expiring', 0, 1],
      ],
    );
  });

  it('is counted apart, and is never a VEX statement', () => {
    const { result, counts, waivedCounts, vexCounts } = decide(input([finding()], { waivers: [waiver()] }));
    assert.deepEqual([result, counts.high, waivedCounts.high, vexCounts.high], ['clean', 0, 1, 0]);
  });

  it('that has expired is named in the note of its finding', () => {
    const [judgedFinding] = decide(
      input([finding()], { waivers: [waiver({ expires: '2026-11-20' })] }),
    ).findings;
    assert.ok(judgedFinding?.disposition.kind === 'open');
    assert.match(judgedFinding.disposition.note ?? '', /waiver 1 .* expired on 2026-11-20/);
  });

  it('counts nothing on an image that it is not for', () => {
    const [state] = decide(
      input([finding()], { waivers: [waiver({ images: ['x.example/y'] })], image: IMAGE, now: NOW }),
    ).waivers;
    assert.deepEqual([state?.state, state?.isOfOthers], ['unused', true]);
  });

  it('that matches nothing on its image is not about others', () => {
    const [state] = decide(input([], { waivers: [waiver()] })).waivers;
    assert.deepEqual([state?.state, state?.isOfOthers], ['unused', false]);
  });
});
