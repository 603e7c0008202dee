import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { memberAt } from '../json.js';
import { BREACH, DIGEST, HOSTILE, open, record, settled, WAIVER } from './record-fixture.js';
import type { JudgedFinding, VexUse } from './types.js';
import { vdrOf } from './vdr.js';

const schema = (name: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../claims/schemas', `${name}.json`), 'utf8')) as object;
const validate = new Ajv({
  strict: false,
  allErrors: true,
  logger: false,
  schemas: [schema('jsf-0.82'), schema('spdx-licenses')],
  formats: {
    date: fullFormats.date,
    'date-time': fullFormats['date-time'],
    'iri-reference': fullFormats['uri-reference'],
  },
}).compile(schema('cyclonedx-1.6'));
const written = (findings: readonly JudgedFinding[]): unknown => {
  const document: unknown = JSON.parse(JSON.stringify(vdrOf(record(findings))));
  assert(validate(document), JSON.stringify(validate.errors?.slice(0, 3)));
  return document;
};
const vulnerabilities = (findings: readonly JudgedFinding[]): readonly unknown[] =>
  memberAt(written(findings), 'vulnerabilities') as readonly unknown[];
const vex = (status: VexUse['status'], justification?: string): JudgedFinding =>
  settled({ kind: 'vex', vex: { document: 'a.json', status, justification } });

describe('a vulnerability disclosure report', () => {
  it('follows CycloneDX 1.6, names the image by digest and refers to packages that are there', () => {
    const document = written([
      open(
        {
          cvss: { score: 7.5, vector: 'CVSS:3.1/AV:N', version: '3.1' },
          epss: 0.1,
          aliases: ['GHSA-1', 'X-1'],
        },
        BREACH,
      ),
      open({ severity: 'negligible', package: { name: 'zlib', purl: undefined } }),
    ]);
    assert.equal(
      memberAt(document, 'metadata', 'component', 'hashes', 0, 'content'),
      DIGEST.slice('sha256:'.length),
    );
    const refs = (memberAt(document, 'components') as readonly unknown[]).map((each) =>
      memberAt(each, 'bom-ref'),
    );
    const affected = (memberAt(document, 'vulnerabilities') as readonly unknown[]).map((each) =>
      memberAt(each, 'affects', 0, 'ref'),
    );
    assert.deepEqual(affected, refs);
  });

  it('holds a schema against it that refuses what is not CycloneDX', () => {
    assert.equal(
      validate({ ...vdrOf(record([])), vulnerabilities: [{ analysis: { state: 'waived' } }] }),
      false,
    );
  });

  it('says that something is not affected where VEX says so, with a justification that means the same', () => {
    const analyses = (judged: JudgedFinding) => memberAt(vulnerabilities([judged])[0], 'analysis');
    assert.deepEqual(analyses(vex('not_affected', 'component_not_present')), {
      state: 'not_affected',
      justification: 'code_not_present',
      detail: 'not_affected (component_not_present), as a.json says',
    });
    assert.equal(
      memberAt(
        analyses(vex('not_affected', 'vulnerable_code_cannot_be_controlled_by_adversary')),
        'justification',
      ),
      undefined,
    );
    assert.equal(memberAt(analyses(vex('fixed')), 'state'), 'resolved');
  });

  it('never makes a claim about the package of a waiver or of an open finding', () => {
    const [open_, waived] = vulnerabilities([open(), settled({ kind: 'waived', waiver: WAIVER })]);
    assert.equal(memberAt(open_, 'analysis'), undefined);
    assert.equal(memberAt(waived, 'analysis'), undefined);
    assert.doesNotMatch(JSON.stringify(waived), /not_affected|false_positive|resolved/);
    assert.match(JSON.stringify(waived), /"countersign:waiver:expires","value":"2026-12-31"/);
  });

  it('has one entry for a vulnerability in several packages, and two where they were decided otherwise', () => {
    const other = { package: { name: 'libssl3', purl: undefined } };
    const [both, ...none] = vulnerabilities([open(), open(other)]);
    assert.equal((memberAt(both, 'affects') as unknown[]).length, 2);
    assert.equal(none.length, 0);
    assert.equal(vulnerabilities([open(), settled({ kind: 'waived', waiver: WAIVER }, other)]).length, 2);
  });

  it('is the same document for the same record, and another for another', () => {
    const serial = (findings: readonly JudgedFinding[]) => memberAt(written(findings), 'serialNumber');
    assert.equal(serial([open()]), serial([open()]));
    assert.notEqual(serial([open()]), serial([]));
  });

  for (const [what, text] of HOSTILE)
    it(`stays valid, without links to follow, with ${what} everywhere`, () => {
      const hostile = {
        id: text,
        aliases: [text],
        description: text,
        urls: [text, `javascript:${text}`, `data:${text}`],
        package: { name: text, version: text, type: text, purl: text },
        fix: { suggested: text },
      };
      const [entry] = vulnerabilities([
        settled({ kind: 'waived', waiver: { ...WAIVER, reason: text, owner: text } }, hostile),
      ]);
      assert.equal(memberAt(entry, 'advisories'), undefined);
      assert.doesNotMatch(JSON.stringify(entry), /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u);
    });
});
