import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { memberAt } from '../json.js';
import {
  MAX_SARIF_LISTED_BYTES,
  MAX_SARIF_RESULTS_PER_RUN,
  MAX_SARIF_RUNS,
  MAX_SARIF_UPLOAD_BYTES,
} from '../limits.js';
import { BREACH, HOSTILE, open, record, settled, WAIVER } from './record-fixture.js';
import { sarifOf } from './sarif.js';
import type { JudgedFinding, ScanRecord } from './types.js';

const sarif = (records: readonly ScanRecord[], location = 'Dockerfile'): unknown =>
  JSON.parse([...sarifOf(records, { location })].join(''));
const listAt = (value: unknown, ...path: (string | number)[]): readonly unknown[] => {
  const list = memberAt(value, ...path);
  assert(Array.isArray(list));
  return list as unknown[];
};
const resultsOf = (findings: readonly JudgedFinding[]): readonly unknown[] =>
  listAt(sarif([record(findings)]), 'runs', 0, 'results');
const fingerprintsOf = (findings: readonly JudgedFinding[]): unknown[] =>
  resultsOf(findings).map((result) => memberAt(result, 'partialFingerprints', 'primaryLocationLineHash'));

/** The published schema is of JSON Schema draft 4; it uses nothing that draft 7 reads otherwise, but for its own name. */
const validate = (() => {
  const text = readFileSync(join(import.meta.dirname, 'schemas/sarif-2.1.0.json'), 'utf8');
  const members = Object.entries(JSON.parse(text) as Record<string, unknown>);
  const schema = Object.fromEntries(members.filter(([name]) => name !== '$schema' && name !== 'id'));
  const { uri, 'uri-reference': reference, 'date-time': time } = fullFormats;
  return new Ajv({
    strict: false,
    allErrors: true,
    formats: { uri, 'uri-reference': reference, 'date-time': time },
  }).compile(schema);
})();
const assertValid = (document: unknown): void => {
  assert(validate(document), JSON.stringify(validate.errors?.slice(0, 3)));
};

describe('SARIF', () => {
  it('follows the published schema with findings of every kind, and with none', () => {
    const all = [
      open(
        { cvss: { score: 9.8, vector: 'CVSS:3.1/AV:N', version: '3.1' }, aliases: ['GHSA-1'], epss: 0.5 },
        BREACH,
      ),
      open({
        id: 'CVE-2026-0002',
        severity: 'unknown',
        platforms: ['linux/amd64'],
        package: { locations: [] },
      }),
      settled({ kind: 'waived', waiver: WAIVER }, { id: 'CVE-2026-0003', urls: [], description: '' }),
      settled(
        { kind: 'vex', vex: { document: 'app.vex.json', status: 'not_affected', justification: undefined } },
        { id: 'CVE-2026-0004' },
      ),
    ];
    assertValid(sarif([record(all), record([], { subject: { platform: 'linux/arm64' } })]));
    assertValid(sarif([]));
  });

  it('is held against a schema that refuses what is not SARIF', () => {
    const document = sarif([record([open()])]) as { runs: { results: { level: string }[] }[] };
    const [first] = document.runs[0]?.results ?? [];
    assert(first);
    first.level = 'critical';
    assert.equal(validate(document), false);
  });

  it('has a category of its own for each image and platform, also where two digests share them', () => {
    const records = [
      record([]),
      record([], { subject: { platform: undefined } }),
      record([]),
      record([], { subject: { platform: undefined, digest: undefined, reference: 'services/api' } }),
    ];
    assert.deepEqual(
      listAt(sarif(records), 'runs').map((run) => memberAt(run, 'automationDetails', 'id')),
      [
        'countersign-scan/registry.example/acme/app/linux/amd64/',
        'countersign-scan/registry.example/acme/app/',
        'countersign-scan/registry.example/acme/app/linux/amd64/2/',
        'countersign-scan/services/api/',
      ],
    );
  });

  it('shows waived findings and those of VEX as suppressions, and gives every other result an empty list', () => {
    const results = resultsOf([
      open(),
      settled({ kind: 'waived', waiver: WAIVER }),
      settled({
        kind: 'vex',
        vex: { document: 'a.json', status: 'not_affected', justification: 'component_not_present' },
      }),
    ]);
    assert.deepEqual(
      results.map((result) => listAt(result, 'suppressions').map((each) => memberAt(each, 'justification'))),
      [
        [],
        ['Waiver 1 of team-a, until 2026-12-31: not reachable from outside'],
        ['VEX not_affected (component_not_present), a.json'],
      ],
    );
    assert.equal(memberAt(results[1], 'suppressions', 0, 'kind'), 'external');
    assert.equal(memberAt(results[1], 'suppressions', 0, 'status'), 'accepted');
  });

  it("gives a rule the severity of its worst finding, in GitHub's band of that word", () => {
    const score = (...findings: JudgedFinding[]): unknown =>
      memberAt(
        sarif([record(findings)]),
        'runs',
        0,
        'tool',
        'driver',
        'rules',
        0,
        'properties',
        'security-severity',
      );
    const cvss = (value: number) => ({ score: value, vector: '', version: '3.1' });
    assert.equal(score(open({ severity: 'low' }), open({ severity: 'critical' })), '9.5');
    assert.equal(score(open({ severity: 'high', cvss: cvss(7.5) })), '7.5');
    assert.equal(score(open({ severity: 'low', cvss: cvss(9.8) })), '3.9');
    assert.equal(score(open({ severity: 'critical', cvss: cvss(5) })), '9.0');
    assert.equal(score(open({ severity: 'unknown' })), '0.0');
  });

  it('keeps a fingerprint through another order, version, description and severity, and tells vulnerabilities and packages apart', () => {
    const [a, b] = [open(), open({ id: 'CVE-2026-0002' })];
    const [first, second] = fingerprintsOf([a, b]);
    assert.notEqual(first, second);
    assert.deepEqual(fingerprintsOf([b, a]), [second, first]);
    const changed = open({
      description: 'other words',
      severity: 'low',
      package: { version: '3.0.12', purl: 'pkg:deb/debian/openssl@3.0.12', locations: ['/elsewhere'] },
    });
    assert.deepEqual(fingerprintsOf([changed]), [first]);
    const other = open({ package: { name: 'libssl3', purl: 'pkg:deb/debian/libssl3@3.0.11' } });
    assert.notDeepEqual(fingerprintsOf([other]), [first]);
  });

  it('tells two versions of one package apart, in any order', () => {
    const npm = (version: string) =>
      open({
        package: { name: 'x', type: 'npm', version, purl: `pkg:npm/%40a/x@${version}`, locations: [] },
      });
    const [one, two] = fingerprintsOf([npm('1.0.0'), npm('2.0.0')]);
    assert.notEqual(one, two);
    assert.deepEqual(fingerprintsOf([npm('2.0.0'), npm('1.0.0')]), [two, one]);
  });

  const places: readonly (readonly [string, string[], string, string])[] = [
    ['below the name of its image', ['/usr/lib/x y.so'], 'Dockerfile', 'app/usr/lib/x%20y.so'],
    ['at the location given where it has none', [], 'build/Dockerfile', 'build/Dockerfile'],
    ['at the location given where it is empty', [''], 'Dockerfile', 'Dockerfile'],
    ['never nowhere', [], '', 'image'],
    ['never above its image', ['/../../etc/passwd'], 'Dockerfile', 'app/etc/passwd'],
    ['never at a scheme', ['javascript:alert(1)'], 'Dockerfile', 'app/javascript%3Aalert(1)'],
    ['never at a host', [], '//evil.example/x', 'evil.example/x'],
  ];
  for (const [where, locations, location, uri] of places)
    it(`puts a finding ${where}`, () => {
      const document = sarif([record([open({ package: { locations } })])], location);
      const path = ['runs', 0, 'results', 0, 'locations', 0, 'physicalLocation', 'artifactLocation', 'uri'];
      assert.equal(memberAt(document, ...path), uri);
      assertValid(document);
    });

  for (const [what, text] of HOSTILE)
    it(`stays valid, and plain text, with ${what} everywhere`, () => {
      const hostile = {
        id: text,
        aliases: [text],
        description: text,
        platforms: [text],
        urls: [text, `javascript:${text}`, `https://x.example/${text}`],
        package: { name: text, version: text, type: text, purl: text, locations: [text] },
        fix: { suggested: text },
      };
      const document = sarif(
        [
          record(
            [
              open(hostile, { rule: 'severity', text }),
              settled({ kind: 'waived', waiver: { ...WAIVER, owner: text, reason: text } }, hostile),
            ],
            { report: { alerts: [text], target: text }, subject: { platform: text } },
          ),
        ],
        text,
      );
      assertValid(document);
      assert.doesNotMatch(JSON.stringify(document), /\\u00(?!7f)|[\p{Cc}\p{Cf}\p{Cs}]/u);
      const message = memberAt(document, 'runs', 0, 'results', 0, 'message', 'text') as string;
      assert.doesNotMatch(message, /(?<!\\)[[\]]/);
      assert.doesNotMatch(message.replaceAll('{{', '').replaceAll('}}', ''), /[{}]/);
      const rule = memberAt(document, 'runs', 0, 'tool', 'driver', 'rules', 0);
      const link = memberAt(rule, 'helpUri');
      assert(link === undefined || (typeof link === 'string' && link.startsWith('https://x.example/')));
      assert.equal(memberAt(rule, 'help', 'markdown'), undefined);
    });

  it('leaves the least severe out where GitHub takes no more, and says how many', () => {
    const many = Array.from({ length: MAX_SARIF_RESULTS_PER_RUN + 7 }, (_, index) =>
      open({ id: `CVE-${index % 50}` }),
    );
    const document = sarif([record(many)]);
    assert.equal(listAt(document, 'runs', 0, 'results').length, MAX_SARIF_RESULTS_PER_RUN);
    assert.equal(memberAt(document, 'runs', 0, 'properties', 'countersign', 'resultsLeftOut'), 7);
    assert.equal(memberAt(document, 'runs', 0, 'properties', 'countersign', 'counts', 'high'), many.length);
    const notice = memberAt(
      document,
      'runs',
      0,
      'invocations',
      0,
      'toolExecutionNotifications',
      0,
      'message',
      'text',
    );
    assert.match(String(notice), /^7 findings/);
    assertValid(document);
  });

  it('has at most as many runs as GitHub takes, and says how many subjects are left out', () => {
    const document = sarif(Array.from({ length: MAX_SARIF_RUNS + 2 }, () => record([open()])));
    assert.equal(listAt(document, 'runs').length, MAX_SARIF_RUNS);
    assert.equal(memberAt(document, 'properties', 'countersign', 'subjectsLeftOut'), 2);
  });

  it('stays within what GitHub takes compressed, where descriptions are long and have little in common', () => {
    const words = Array.from({ length: 30_000 }, (_, index) =>
      ((index * 7919) ** 2 % 999_999_937).toString(36),
    );
    const describe = (number: number): string =>
      Array.from(
        { length: 160 },
        (_, index) => words[(number * 1009 + index * 6151 + index * index) % words.length],
      ).join(' ');
    const many = Array.from({ length: 20_000 }, (_, index) =>
      open({ id: `CVE-${index}`, description: describe(index) }),
    );
    const text = [...sarifOf([record(many), record(many)], { location: 'Dockerfile' })].join('');
    assert(text.length < MAX_SARIF_LISTED_BYTES * 1.05, String(text.length));
    assert(text.length > MAX_SARIF_LISTED_BYTES * 0.9, String(text.length));
    const packed = gzipSync(text).length;
    assert(packed < MAX_SARIF_UPLOAD_BYTES, String(packed));
  });

  it('gives a long list the room that short ones leave', () => {
    const listed = (count: number, ...others: ScanRecord[]): unknown => {
      const many = Array.from({ length: count }, (_, index) =>
        open({ id: `CVE-${index}`, description: 'x'.repeat(2000) }),
      );
      const document = sarif([...others, record(many)]);
      return memberAt(document, 'runs', others.length, 'properties', 'countersign', 'resultsLeftOut');
    };
    assert.equal(listed(5000, ...Array.from({ length: 8 }, () => record([open()]))), 0);
  });

  it('points every result at its rule', () => {
    const document = sarif([record([open({ id: 'B' }), open({ id: 'A' }), open({ id: 'B' })])]);
    const rules = listAt(document, 'runs', 0, 'tool', 'driver', 'rules');
    for (const result of listAt(document, 'runs', 0, 'results'))
      assert.equal(memberAt(rules[Number(memberAt(result, 'ruleIndex'))], 'id'), memberAt(result, 'ruleId'));
    assert.equal(rules.length, 2);
  });
});
