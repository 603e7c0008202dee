import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { MAX_NAMED_FINDINGS, MAX_SCAN_SUMMARY_BYTES, MAX_SUMMARY_SCAN_FINDINGS } from '../limits.js';
import { memberAt } from '../json.js';
import { parseWaivers, type JudgedFinding, type ScanRecord, type WaiverState } from '../scan/index.js';
import { BREACH, DIGEST, GATE, HOSTILE, open, record, settled, WAIVER } from '../scan/record-fixture.js';
import { scanDocument, scanLines, scanSummary, type ScanPart } from './scan.js';
import { wayOutOf } from './scan-way-out.js';

const NOW = new Date('2026-11-21T10:00:05Z');
const part = (records: readonly ScanRecord[], parts: Partial<ScanPart> = {}): ScanPart => ({
  result: records.some(({ decision }) => decision.result === 'violations') ? 'violations' : 'clean',
  records,
  files: { folder: '/out', sarif: '/out/scan.sarif', junit: undefined, subjects: [] },
  notices: [],
  judgedAt: NOW,
  maxWaiverDays: 90,
  ...parts,
});
const waiver = (state: WaiverState['state'], parts: Partial<WaiverState> = {}): WaiverState => ({
  waiver: WAIVER,
  state,
  daysLeft: 5,
  isOfOthers: false,
  matched: 2,
  ...parts,
});
const unfixed = { fix: { state: 'not-fixed', suggested: undefined } } as const;

describe('a scan on a terminal', () => {
  it('tells verdict, subject and counts first, then what broke the gate, then the way out', () => {
    const lines = scanLines(
      part([
        record([
          open({ severity: 'critical' }, BREACH),
          open({ severity: 'low' }),
          settled({ kind: 'waived', waiver: WAIVER }),
        ]),
      ]),
    ).map((line) => line.trim());
    assert.equal(
      lines[0],
      `violations registry.example/acme/app@${DIGEST} (linux/amd64): open: 1 critical, 1 low; 1 waived`,
    );
    assert.equal(
      lines[2],
      'breaks CVE-2026-0001 critical in openssl 3.0.11 (deb): fixed in 3.0.13: high, and fail-on is high',
    );
    assert.equal(lines[3], 'upgrade openssl (deb) to 3.0.13: 1 finding');
    assert(lines.includes('database: built 2026-11-19 (2 days old), version v6.1.9'));
  });

  it('names a bounded number of findings and the exact number of the rest', () => {
    const many = Array.from({ length: MAX_NAMED_FINDINGS + 32 }, (_, index) =>
      open({ id: `CVE-${index}` }, BREACH),
    );
    const lines = scanLines(part([record(many)]));
    assert.equal(lines.filter((line) => line.startsWith('  breaks ')).length, MAX_NAMED_FINDINGS);
    assert(lines.includes('  and 32 more that break it, in /out'));
  });

  it('tells findings of an index once, though its platforms have them too', () => {
    const broken = open({ platforms: ['linux/amd64', 'linux/arm64'] }, BREACH);
    const lines = scanLines(part([record([broken], { subject: { platform: undefined } }), record([broken])]));
    assert.equal(lines.filter((line) => line.startsWith('  breaks ')).length, 1);
    assert.equal(lines.filter((line) => line.startsWith('  violations ')).length, 2);
  });

  it('tells waivers that expired before those that expire or match nothing, and none that is in force', () => {
    const waivers = [
      waiver('unused', { waiver: { ...WAIVER, index: 3 } }),
      waiver('active', { waiver: { ...WAIVER, index: 4 } }),
      waiver('expiring', { waiver: { ...WAIVER, index: 2 } }),
      waiver('expired'),
    ];
    const lines = scanLines(part([record([], { decision: { waivers } })])).filter((line) =>
      line.includes('Waiver'),
    );
    assert.deepEqual(lines, [
      '  Waiver 1 for CVE-2026-0001 (team-a) expired on 2026-12-31 and no longer applies: 2 findings',
      '  Waiver 2 for CVE-2026-0001 (team-a) expires on 2026-12-31, in 5 days',
      '  Waiver 3 for CVE-2026-0001 (team-a) matches nothing: take it out',
    ]);
  });

  it('says of a waiver for other images that it is, unless it is for one of the platforms and unused there', () => {
    const [elsewhere, unused] = [true, false].map((isOfOthers) =>
      record([], { decision: { waivers: [waiver('unused', { isOfOthers })] } }),
    );
    assert(elsewhere && unused);
    assert.match(scanLines(part([elsewhere, elsewhere])).join('\n'), /\(team-a\) is about other images/);
    assert.match(scanLines(part([elsewhere, unused])).join('\n'), /\(team-a\) matches nothing: take it out/);
  });

  it('tells of a VEX statement that it matched nothing only where it matched on no platform', () => {
    const [one, two] = [0, 1].map((place) => ({
      place,
      name: `vex.json: statement ${place}`,
      hasFinding: false,
    }));
    assert(one && two);
    const amd64 = record([], { decision: { unmatchedVex: [one, two] } });
    const arm64 = record([], { decision: { unmatchedVex: [{ ...two, hasFinding: true }] } });
    const told = scanLines(part([amd64, arm64])).filter((line) => line.includes('matched nothing'));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /statement 1 matched nothing: none of its products/);
    assert.deepEqual(
      scanLines(part([amd64, record([])])).filter((line) => line.includes('matched nothing')),
      [],
    );
  });

  it('names what the gate is set to, also where no severity breaks it', () => {
    const none = record([], { decision: { gate: { ...GATE, failOn: undefined } } });
    assert.match(scanLines(part([none])).join('\n'), /gate: fail-on none, unknown severity/);
  });

  it('calls no waiver unused that one of several platforms uses', () => {
    const [one, other] = (['unused', 'active'] as const).map((state) =>
      record([], { decision: { waivers: [waiver(state)] } }),
    );
    assert(one && other);
    assert(!scanLines(part([one, other])).some((line) => line.includes('matches nothing')));
    assert(scanLines(part([one, one])).some((line) => line.includes('matches nothing')));
  });

  it('says what the scanner left out itself, and its alerts', () => {
    const text = scanLines(
      part([record([], { report: { ignoredByScanner: 4, alerts: ['debian 9 is past its end of life'] } })]),
    ).join('\n');
    assert.match(text, /grype left 4 findings out by rules of its own on linux\/amd64/);
    assert.match(text, /debian 9 is past its end of life/);
  });
});

describe('the way out', () => {
  it('puts the upgrade first that mends most', () => {
    const way = wayOutOf(
      part([
        record([
          open({ package: { name: 'zlib' } }, BREACH),
          open({ id: 'A' }, BREACH),
          open({ id: 'B' }, BREACH),
        ]),
      ]),
    );
    assert.deepEqual(way?.upgrades, [
      'upgrade openssl (deb) to 3.0.13: 2 findings',
      'upgrade zlib (deb) to 3.0.13: 1 finding',
    ]);
  });

  /** What somebody makes of the entries. */
  const written = (way: ReturnType<typeof wayOutOf>): Buffer =>
    Buffer.from(`waivers:\n${way?.waivers.join('\n') ?? ''}\n`.replace(/"TODO: /g, '"because: '));

  it('gives a waiver entry, for what no upgrade mends, that the waiver file takes once it says why and who', async () => {
    const way = wayOutOf(
      part([record([open({}, BREACH), open({ id: 'CVE-2026-0002', ...unfixed }, BREACH)])]),
    );
    assert.equal(way?.waivers.length, 1);
    const limits = { now: NOW, maxWaiverDays: 90 };
    await assert.rejects(
      parseWaivers(Buffer.from(`waivers:\n${way.waivers.join('\n')}\n`), 'waivers.yaml', limits),
      { code: 'WAIVERS_INVALID' },
    );
    const [read] = await parseWaivers(written(way), 'waivers.yaml', limits);
    assert.deepEqual(
      [read?.id, read?.package, read?.images, read?.expires, read?.allowKev],
      ['CVE-2026-0002', 'pkg:deb/debian/openssl', ['registry.example/acme/app'], '2026-12-21', false],
    );
  });

  it('suggests no day beyond the longest waiver that is allowed', async () => {
    const way = wayOutOf(part([record([open(unfixed, BREACH)])], { maxWaiverDays: 7 }));
    const [read] = await parseWaivers(written(way), 'waivers.yaml', { now: NOW, maxWaiverDays: 7 });
    assert.equal(read?.expires, '2026-11-27');
  });

  it('suggests no image for a file, whose report alone tells a digest', async () => {
    const subject = { reference: 'app.grype.json', digest: DIGEST, platform: undefined };
    const way = wayOutOf(part([record([open(unfixed, BREACH)], { subject })]));
    const [read] = await parseWaivers(written(way), 'waivers.yaml', { now: NOW, maxWaiverDays: 90 });
    assert.deepEqual(read?.images, []);
  });

  it('says in the entry that something is known to be exploited', () => {
    const kev = { dateAdded: '2026-01-01', dueDate: undefined, ransomware: false };
    assert.match(
      wayOutOf(part([record([open({ kev }, BREACH)])]))?.waivers[0] ?? '',
      /\n {2}allow-kev: true$/,
    );
  });

  it('is none where nothing breaks the gate', () => {
    assert.equal(wayOutOf(part([record([open()])])), undefined);
  });
});

describe('a scan in a summary', () => {
  const countsRow = (summary: string): readonly string[] =>
    (
      summary.split('\n').find((line) => line.includes('linux&#47;amd64') || line.includes('linux/amd64')) ??
      ''
    )
      .split('|')
      .map((cell) => cell.trim());

  it('has the counts of every subject, the worst open findings and the number of the rest', () => {
    const many = Array.from({ length: 700 }, (_, index) => open({ id: `CVE-${index}` }, BREACH));
    const summary = scanSummary(part([record([...many, settled({ kind: 'waived', waiver: WAIVER })])]));
    assert.deepEqual(countsRow(summary).slice(2, 12), [
      'violations',
      '0',
      '700',
      '0',
      '0',
      '0',
      '0',
      '1',
      '0',
      '',
    ]);
    assert.equal(
      summary.split('\n').filter((line) => line.startsWith('| ✗ |')).length,
      MAX_SUMMARY_SCAN_FINDINGS,
    );
    assert.match(
      summary,
      new RegExp(`^${700 - MAX_SUMMARY_SCAN_FINDINGS} more open findings are not shown here`, 'm'),
    );
  });

  it('keeps to its budget, and its counts stay right', () => {
    const long = 'x'.repeat(5000);
    const many = Array.from({ length: 700 }, (_, index) =>
      open({ id: `CVE-${index}`, package: { name: long } }, { rule: 'severity', text: long }),
    );
    const records = Array.from({ length: 3 }, (_, index) =>
      record(many, {
        subject: { platform: `linux/p${index}` },
        report: { alerts: Array.from({ length: 99 }, () => long) },
      }),
    );
    for (const budget of [20_000, 60_000, MAX_SCAN_SUMMARY_BYTES]) {
      const summary = scanSummary(part(records), budget);
      assert(Buffer.byteLength(summary) <= budget, `${Buffer.byteLength(summary)} > ${budget}`);
      assert.equal(summary.match(/\| violations \| 0 \| 700 \|/g)?.length, 3);
      const shown = summary.split('\n').filter((line) => line.startsWith('| ✗ |')).length;
      const left = [...summary.matchAll(/^(\d+) more open findings/gm)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
      assert.equal(shown + left, 2100);
    }
  });

  it('names an expired waiver as such', () => {
    const summary = scanSummary(part([record([], { decision: { waivers: [waiver('expired')] } })]));
    assert.match(summary, /^- \*\*Expired:\*\* Waiver 1/m);
  });
});

describe('a scan in the document', () => {
  it('has verdict, counts, open findings and waivers of each subject', () => {
    const document: unknown = JSON.parse(
      JSON.stringify(
        scanDocument(
          part([record([open({ epss: 0.5 }, BREACH)], { decision: { waivers: [waiver('expired')] } })]),
        ),
      ),
    );
    const subject = memberAt(document, 'subjects', 0);
    assert.equal(memberAt(document, 'result'), 'violations');
    assert.equal(memberAt(subject, 'counts', 'high'), 1);
    assert.equal(memberAt(subject, 'breakingCount'), 1);
    assert.equal(memberAt(subject, 'findings', 0, 'epss'), 0.5);
    assert.deepEqual(memberAt(subject, 'findings', 0, 'breaches', 0), BREACH);
    assert.equal(memberAt(subject, 'waivers', 0, 'state'), 'expired');
  });

  const published = new Ajv2020({ strict: false }).compile({
    ...(JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../../docs/schema/report.v1.json'), 'utf8'),
    ) as object),
    required: ['scan'],
  });
  const fits = (scan: object): boolean => published(JSON.parse(JSON.stringify({ scan })));
  const whole = part(
    [
      record([open({ epss: 0.5, risk: 1 }, BREACH)], {
        decision: { waivers: [waiver('unused')], newCount: 1 },
      }),
      record([], { subject: { digest: undefined, platform: undefined, reference: 'services/api' } }),
    ],
    {
      files: {
        folder: '/out',
        sarif: '/out/scan.sarif',
        junit: undefined,
        subjects: [
          {
            reference: 'x',
            platform: undefined,
            report: undefined,
            predicate: '/p',
            vdr: undefined,
            inTotoVulns: undefined,
          },
        ],
      },
    },
  );

  it('fits docs/schema/report.v1.json', () => {
    assert(fits(scanDocument(whole)), JSON.stringify(published.errors));
  });

  it('does not fit it with another result, or with a finding that is settled', () => {
    assert(!fits({ ...scanDocument(whole), result: 'passed' }));
    const text = JSON.stringify(scanDocument(whole));
    assert(!fits(JSON.parse(text.replace('"state":"breaks"', '"state":"waived"')) as object));
  });

  it('lists a bounded number of findings and says how many more there are', () => {
    const many = Array.from({ length: 1000 }, () => open());
    const subject = memberAt(scanDocument(part([record(many)])), 'subjects', 0);
    const listed = memberAt(subject, 'findings') as readonly unknown[];
    assert.equal(listed.length + Number(memberAt(subject, 'omittedFindings')), 1000);
    assert(listed.length < 1000);
  });
});

describe('text of others in a scan', () => {
  for (const [what, text] of HOSTILE) {
    const hostile: JudgedFinding = open(
      {
        id: text,
        aliases: [text],
        description: text,
        platforms: [text],
        package: { name: text, version: text, type: text, purl: text },
        fix: { suggested: undefined, state: 'not-fixed' },
      },
      { rule: 'severity', text },
    );
    const upgrade = open(
      { package: { name: text, version: text, type: text }, fix: { suggested: text } },
      BREACH,
    );
    const all = part(
      [
        record([hostile, upgrade], {
          subject: { reference: text, digest: undefined, platform: text },
          report: { alerts: [text], ignoredByScanner: 1 },
          decision: {
            waivers: [waiver('expired', { waiver: { ...WAIVER, id: text, owner: text, reason: text } })],
            unmatchedVex: [{ place: 0, name: text, hasFinding: true }],
          },
        }),
      ],
      { notices: [text] },
    );

    it(`is one safe line each on a terminal: ${what}`, () => {
      const lines = scanLines(all);
      for (const line of lines) {
        assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        assert.doesNotMatch(line, /^\s*::|##\[/);
      }
      assert.equal(lines.filter((line) => line.startsWith('  breaks ')).length, 2);
    });

    it(`is no Markdown and no HTML in a summary: ${what}`, () => {
      const summary = scanSummary(all);
      assert.doesNotMatch(summary.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      const own = summary
        .split('\n')
        // Indented code is not read as Markdown; its first line stands after an empty one.
        .filter((line) => !line.startsWith('      '))
        .join('\n')
        .replaceAll(/<\/?code>|&#?\w+;|\*\*/g, '');
      assert.doesNotMatch(own, /[<>@`[\]]/);
      for (const row of own.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---')))
        assert([7, 13].includes(row.split('|').length - 1), row);
      assert.doesNotMatch(summary, /^\s*::|##\[/m);
    });

    it(`stays one text in a waiver entry: ${what}`, () => {
      const [entry] = wayOutOf(all)?.waivers ?? [];
      assert(entry !== undefined);
      assert.match(entry, /^[\n\x20-\x7e]*$/);
      const read: unknown = parse(entry);
      assert(Array.isArray(read));
      assert.equal(read.length, 1);
      assert.deepEqual(Object.keys(read[0] as object), ['id', 'package', 'reason', 'owner', 'expires']);
    });

    it(`is JSON without control characters in the document: ${what}`, () => {
      const json = JSON.stringify(scanDocument(all));
      assert.doesNotMatch(json, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u);
      assert.equal(memberAt(JSON.parse(json), 'subjects', 0, 'breakingCount'), 2);
    });
  }
});
