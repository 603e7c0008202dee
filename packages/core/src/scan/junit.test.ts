import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { junitOf } from './junit.js';
import { BREACH, HOSTILE, open, record, settled, WAIVER } from './record-fixture.js';
import type { ScanRecord } from './types.js';

const junit = (...records: ScanRecord[]): string => [...junitOf(records)].join('');

/** Names of the elements in order; throws where the text is no well-formed XML 1.0 of elements, attributes and text. */
function elementsOf(xml: string): readonly string[] {
  assert.match(xml, /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
  const names: string[] = [];
  const open: (string | undefined)[] = [];
  let rest = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
  while (rest !== '') {
    const token = TOKEN.exec(rest);
    assert(token !== null, `no XML: ${rest.slice(0, 80)}`);
    const [text, closing, opening, alone] = token;
    if (closing !== undefined) assert.equal(closing, open.pop());
    if (opening !== undefined) names.push(opening);
    if (opening !== undefined && alone === '') open.push(opening);
    rest = rest.slice(text.length);
  }
  assert.deepEqual(open, []);
  return names;
}
const TOKEN =
  /^(?:<\/([a-z]+)>|<([a-z]+)(?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*")*(\/?)>|(?:[^<>&]|&(?:amp|lt|gt|quot|apos);)+)/;

const waived = settled({ kind: 'waived', waiver: WAIVER });
const vex = settled({ kind: 'vex', vex: { document: 'a.json', status: 'fixed', justification: undefined } });

describe('JUnit', () => {
  it('fails the gate and what broke it, skips what was settled and passes the rest', () => {
    const xml = junit(record([open({}, BREACH), open({ severity: 'low' }), waived, vex]));
    assert.deepEqual(elementsOf(xml), [
      'testsuites',
      'testsuite',
      ...['testcase', 'failure'],
      ...['testcase', 'failure'],
      'testcase',
      ...['testcase', 'skipped'],
      ...['testcase', 'skipped'],
    ]);
    assert.match(xml, /<testsuites name="countersign scan" tests="5" failures="2" errors="0" skipped="2">/);
    assert.match(xml, /message="waived until 2026-12-31 by team-a: not reachable from outside"/);
    assert.match(xml, /<failure type="high" message="high, and fail-on is high">Upgrade openssl to 3.0.13.</);
  });

  it('has a passed gate where nothing was found, so that no suite is empty', () => {
    const xml = junit(record([]), record([], { subject: { platform: 'linux/arm64' } }));
    assert.deepEqual(elementsOf(xml), ['testsuites', 'testsuite', 'testcase', 'testsuite', 'testcase']);
    assert.match(xml, /tests="2" failures="0"/);
  });

  it('fails the gate where it is not clean for another reason than one finding', () => {
    const xml = junit(record([open()], { decision: { result: 'violations', newCount: 3 } }));
    assert.match(xml, /name="gate"><failure /);
    assert.match(xml, /tests="2" failures="1"/);
  });

  for (const [what, text] of HOSTILE)
    it(`stays well-formed, with the same elements, with ${what} everywhere`, () => {
      const hostile = {
        id: text,
        package: { name: text, version: text, type: text },
        fix: { suggested: text },
      };
      const xml = junit(
        record(
          [
            open(hostile, { rule: 'severity', text }),
            settled({ kind: 'waived', waiver: { ...WAIVER, owner: text, reason: text } }, hostile),
          ],
          { subject: { reference: text, digest: undefined, platform: text } },
        ),
      );
      assert.deepEqual(elementsOf(xml), [
        'testsuites',
        'testsuite',
        ...['testcase', 'failure'],
        ...['testcase', 'failure'],
        ...['testcase', 'skipped'],
      ]);
      assert.doesNotMatch(xml, /[^\n\P{Cc}]|\p{Cf}/u);
    });
});
