import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { memberAt } from '../json.js';
import { MAX_VULN_PREDICATE_FINDING_BYTES } from '../limits.js';
import { inTotoVulns } from './in-toto-vulns.js';
import { readScanReport } from './read-report.js';
import { BREACH, DIGEST, GATE, HOSTILE, open, record, settled, WAIVER } from './record-fixture.js';
import type { ScanRun } from './scan-run.js';
import { vulnPredicate } from './vuln-predicate.js';

const RUN: ScanRun = {
  startedAt: new Date('2026-11-21T10:00:00Z'),
  finishedAt: new Date('2026-11-21T10:00:05Z'),
  invocation: {
    uri: 'https://ci.example/runs/1',
    eventId: '1',
    builderId: 'https://ci.example/workflow',
    parameters: ['-o', 'json'],
  },
};
const ZERO = {
  criticalCount: 0,
  highCount: 0,
  mediumCount: 0,
  lowCount: 0,
  negligibleCount: 0,
  unknownCount: 0,
};
const VEX = { document: 'a.json', status: 'not_affected', justification: undefined } as const;
const ALL = [
  open({ severity: 'critical' }, BREACH),
  open({ severity: 'medium', fix: { suggested: undefined, state: 'wont-fix' } }),
  settled({ kind: 'waived', waiver: WAIVER }, { severity: 'critical' }),
  settled({ kind: 'vex', vex: VEX }, { severity: 'low' }),
];

/** As a signer writes it and a verifier reads it. */
const written = (value: object): unknown => JSON.parse(JSON.stringify(value));
const validator = (name: string) =>
  new Ajv({ strict: false, formats: { 'date-time': fullFormats['date-time'] } }).compile(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../claims/schemas', `${name}.json`), 'utf8'),
    ) as object,
  );

describe("cosign's vuln v1", () => {
  const predicate = written(vulnPredicate(record(ALL), RUN));
  const result = memberAt(predicate, 'scanner', 'result');

  it('follows its form, with every member filled', () => {
    const validate = validator('cosign-vuln-v1');
    assert(validate(predicate), JSON.stringify(validate.errors));
    assert.deepEqual(memberAt(predicate, 'invocation'), {
      parameters: ['-o', 'json'],
      uri: 'https://ci.example/runs/1',
      event_id: '1',
      'builder.id': 'https://ci.example/workflow',
    });
    assert.deepEqual(memberAt(predicate, 'metadata'), {
      scanStartedOn: '2026-11-21T10:00:00.000Z',
      scanFinishedOn: '2026-11-21T10:00:05.000Z',
    });
    assert.equal(memberAt(predicate, 'scanner', 'uri'), 'pkg:github/anchore/grype@v0.117.0');
    assert.equal(memberAt(predicate, 'scanner', 'db', 'built'), '2026-11-19T08:00:00.000Z');
  });

  it('counts what is open in the summary, and what is waived or settled by VEX apart', () => {
    assert.deepEqual(memberAt(result, 'summary'), { ...ZERO, criticalCount: 1, mediumCount: 1 });
    assert.deepEqual(memberAt(result, 'waived'), { ...ZERO, criticalCount: 1 });
    assert.deepEqual(memberAt(result, 'vex'), { ...ZERO, lowCount: 1 });
  });

  it('says subject, verdict and the gate that was applied', () => {
    assert.equal(memberAt(result, 'verdict'), 'violations');
    assert.deepEqual(memberAt(result, 'subject'), {
      reference: `registry.example/acme/app@${DIGEST}`,
      digest: DIGEST,
      platform: 'linux/amd64',
    });
    assert.deepEqual(memberAt(result, 'gate'), {
      failOn: 'high',
      onlyFixed: false,
      onUnknownSeverity: 'warn',
      epssThreshold: null,
      kev: 'fail',
      riskThreshold: null,
      graceDays: {},
      maxNew: null,
    });
    assert.equal(Object.keys(GATE).length, Object.keys(memberAt(result, 'gate') as object).length);
  });

  it('lists each finding with what was decided about it', () => {
    const findings = memberAt(result, 'findings') as readonly Record<string, unknown>[];
    assert.deepEqual(
      findings.map(({ state, waivedUntil, vexStatus }) => [state, waivedUntil, vexStatus]),
      [
        ['breaks', undefined, undefined],
        ['open', undefined, undefined],
        ['waived', '2026-12-31', undefined],
        ['vex', undefined, 'not_affected'],
      ],
    );
    assert.deepEqual(findings[0], {
      id: 'CVE-2026-0001',
      package: 'openssl',
      version: '3.0.11',
      type: 'deb',
      purl: 'pkg:deb/debian/openssl@3.0.11?arch=amd64',
      severity: 'critical',
      fixState: 'fixed',
      fixedVersion: '3.0.13',
      state: 'breaks',
    });
  });

  it('has no number but whole ones, apart from thresholds of the gate', () => {
    const precise = ALL.map((each) => ({ ...each, finding: { ...each.finding, epss: 0.97, risk: 88.1 } }));
    const gate = { ...GATE, epssThreshold: 0.5, graceDays: { high: 7 } };
    const numbers: number[] = [];
    JSON.parse(
      JSON.stringify(vulnPredicate(record(precise, { decision: { gate } }), RUN)),
      (_name, value: unknown) => {
        if (typeof value === 'number') numbers.push(value);
      },
    );
    assert.deepEqual(
      numbers.filter((value) => !Number.isSafeInteger(value)),
      [0.5],
    );
    assert(numbers.includes(7));
  });

  it('keeps within what verifiers take, and says how much of the list is left out', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => open({ id: `CVE-2026-${index}` }));
    const large = vulnPredicate(record(many), RUN);
    const { findings, omittedFindings, summary } = large.scanner.result;
    assert(JSON.stringify(large).length < MAX_VULN_PREDICATE_FINDING_BYTES + 4096);
    assert(findings.length > 1000);
    assert.equal(findings.length + omittedFindings, many.length);
    assert.equal(summary.highCount, many.length);
    assert.equal(findings.at(-1)?.id, `CVE-2026-${findings.length - 1}`);
  });

  it('is read back as the report that it is of, for a later run to compare with', async () => {
    const json = JSON.stringify(vulnPredicate(record(ALL), RUN));
    const read = await readScanReport(Readable.from([Buffer.from(json)]), 'predicate.json');
    assert.deepEqual(
      read.findings.map(({ id, severity, package: { name, version, purl } }) => [
        id,
        severity,
        name,
        version,
        purl,
      ]),
      ALL.map(
        ({
          finding: {
            id,
            severity,
            package: { name, version, purl },
          },
        }) => [id, severity, name, version, purl],
      ),
    );
    assert.deepEqual(read.describes, [DIGEST]);
    assert.deepEqual(read.finishedAt, RUN.finishedAt);
    assert.equal(read.omittedFindings ?? 0, 0);
  });

  it('counts nothing for an image without findings', () => {
    const { result: clean } = vulnPredicate(record([]), RUN).scanner;
    assert.deepEqual(
      [clean.verdict, clean.summary, clean.findings, clean.omittedFindings],
      ['clean', ZERO, [], 0],
    );
  });

  for (const [what, text] of HOSTILE)
    it(`stays what it is with ${what} as every text of a finding`, () => {
      const hostile = open({
        id: text,
        aliases: [text],
        platforms: [text],
        package: { name: text, version: text, type: text, purl: `pkg:npm/${text}` },
        fix: { suggested: text },
      });
      const json = JSON.stringify(
        vulnPredicate(record([hostile], { subject: { platform: text, reference: text } }), RUN),
      );
      assert.doesNotMatch(json, /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u);
      assert.deepEqual(memberAt(JSON.parse(json), 'scanner', 'result', 'summary'), { ...ZERO, highCount: 1 });
    });
});

describe("in-toto's vulns v0.2", () => {
  const validate = validator('in-toto-vulns-v0.2');

  it('lists all that was found, also what a waiver covers, and says so', () => {
    const predicate = written(inTotoVulns(record(ALL), RUN));
    assert(validate(predicate), JSON.stringify(validate.errors));
    const results = memberAt(predicate, 'scanner', 'result') as readonly unknown[];
    assert.deepEqual(
      results.map((each) => memberAt(each, 'annotations', 2)),
      [{ state: 'breaks' }, { state: 'open' }, { state: 'waived' }, { state: 'vex' }],
    );
    assert.equal(memberAt(predicate, 'scanner', 'db', 'lastUpdate'), '2026-11-19T08:00:00.000Z');
  });

  it('has an empty result where nothing was found', () => {
    const predicate = written(inTotoVulns(record([]), RUN));
    assert(validate(predicate));
    assert.deepEqual(memberAt(predicate, 'scanner', 'result'), []);
  });

  it('is not written where nobody knows how old the database was', () => {
    const { database } = record([]).report;
    const silent = record([], { report: { database: { ...database, built: undefined } } });
    assert.throws(() => inTotoVulns(silent, RUN), { code: 'DATABASE_UNUSABLE' });
  });
});
