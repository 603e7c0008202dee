import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from '@jest/globals';
import { MAX_WAIVER_FILE_BYTES } from '../limits.js';
import { parseWaivers } from './waiver-file.js';

const LIMITS = { now: new Date('2026-11-21T12:00:00Z'), maxWaiverDays: 90 };
const parse = (text: string, limits = LIMITS) =>
  parseWaivers(Buffer.from(text), '.countersign/waivers.yaml', limits);

const entry = (lines: readonly string[] = [], without?: string): string =>
  [
    'waivers:',
    ...['id: CVE-2024-1', 'reason: not reachable', 'owner: team-app', 'expires: 2026-12-31', ...lines]
      .filter((line) => without === undefined || !line.startsWith(`${without}:`))
      .map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`),
    '',
  ].join('\n');

describe('the waiver file', () => {
  it('becomes waivers, with what is left out meaning every package and image', async () => {
    assert.deepEqual(await parse(entry()), [
      {
        index: 1,
        id: 'CVE-2024-1',
        package: undefined,
        versions: undefined,
        images: [],
        reason: 'not reachable',
        owner: 'team-app',
        expires: '2026-12-31',
        untilFixed: false,
        allowKev: false,
      },
    ]);
  });

  it('has every key that its schema names', async () => {
    const [waiver] = await parse(
      entry([
        'package: pkg:npm/minimist',
        "versions: '>=1.0.0 <1.2.6'",
        'images: [ghcr.io/acme/*]',
        'until-fixed: true',
        'allow-kev: true',
      ]),
    );
    assert.deepEqual(
      [waiver?.package, waiver?.versions, waiver?.images, waiver?.untilFixed, waiver?.allowKev],
      ['pkg:npm/minimist', '>=1.0.0 <1.2.6', ['ghcr.io/acme/*'], true, true],
    );
  });

  it('may speak of what is to be done, and of TODO lists, once it says why', async () => {
    assert.equal((await parse(entry().replace('not reachable', 'no todo of ours'))).length, 1);
    assert.equal((await parse(entry().replace('team-app', 'todos-team'))).length, 1);
  });

  it('names images by repository and digest, of a registry with a port and of a folder too', async () => {
    const images = ['acme:5000/app', '*/acme/*', 'oci:image', `ghcr.io/acme/app@sha256:${'0'.repeat(64)}`];
    const [read] = await parse(entry([`images: ${JSON.stringify(images)}`]));
    assert.deepEqual(read?.images, images);
  });

  it('may be empty, and may hold what has expired: that is told when it is applied', async () => {
    assert.deepEqual(await parse('waivers: []'), []);
    assert.equal((await parse(entry().replace('2026-12-31', '2020-01-01'))).length, 1);
  });

  it('ends at most so many days ahead', async () => {
    const until = (day: string) => parse(entry().replace('2026-12-31', day));
    assert.equal((await until('2027-02-19')).length, 1);
    await assert.rejects(until('2027-02-20'), {
      code: 'WAIVERS_INVALID',
      message: /line 5: expires .* 91 days ahead/,
    });
  });

  it('is the example of its page, and its schema is the published one', async () => {
    const docs = resolve(import.meta.dirname, '../../../../docs');
    const page = readFileSync(resolve(docs, 'waivers.md'), 'utf8');
    const [, example = ''] = /```yaml\n(waivers:[\s\S]*?)```/.exec(page) ?? [];
    assert.ok((await parse(example, { ...LIMITS, maxWaiverDays: 36_500 })).length > 1);
    assert.equal(
      readFileSync(resolve(docs, 'schema/waivers.v1.json'), 'utf8'),
      readFileSync(resolve(import.meta.dirname, '../../src/scan/waivers.v1.json'), 'utf8'),
    );
  });

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ['nothing', '', /not an object.*write waivers: \[\]/],
    ['a list without entries', 'waivers:', /line 1: waivers is not an array.*write waivers: \[\]/],
    ['a reason that is too short', entry().replace('not reachable', 'ok'), /line 3: .*at least 5 characters/],
    ['another version', `version: 2\n${entry()}`, /line 1: version is not 1/],
    ['an image with a tag', entry(['images: [ghcr.io/acme/app:1.0]']), /line 6: .*leave the tag out/],
    [
      'an image with tag and digest',
      entry([`images: ['acme:5000/app:1@sha256:${'0'.repeat(64)}']`]),
      /tag out/,
    ],
    [
      'an image that is no name',
      entry(['images: ["ghcr.io/acme app"]']),
      /line 6: images .*registry\/repository/,
    ],
    ['no list', 'waivers: {}', /line 1: waivers/],
    [
      'an unknown key',
      entry(['expiry: 2026-12-01']),
      /line 6: .*unknown key "expiry"; did you mean expires\?/,
    ],
    [
      'an unknown key at the top',
      `waiver: []\n${entry()}`,
      /line 1: .*unknown key "waiver"; did you mean waivers\?/,
    ],
    ['a key in another spelling', entry(['untilFixed: true']), /did you mean until-fixed\?/],
    ['no id', entry([], 'id'), /lacks "id"/],
    ['no end', entry([], 'expires'), /line 2: waiver 1 \("CVE-2024-1"\) lacks "expires"/],
    ['no owner', entry([], 'owner'), /lacks "owner"/],
    ['no reason', entry([], 'reason'), /lacks "reason"/],
    ['a blank reason', entry().replace('not reachable', "'       '"), /reason of waiver 1 .* is blank/],
    [
      'a reason that is still to be written',
      entry().replace('not reachable', '"TODO: why the risk is accepted"'),
      /line 3: reason of waiver 1 .*TODO/,
    ],
    ['an owner to be named', entry().replace('team-app', 'todo'), /line 4: owner of waiver 1 .*TODO/],
    ['an end that is no day', entry().replace('2026-12-31', '2026-11-31'), /line 5: expires .* no day/],
    [
      'an end with a time',
      entry().replace('2026-12-31', "'2026-12-31T00:00:00Z'"),
      /line 5: expires .*write YYYY-MM-DD/,
    ],
    ['an end that is a number', entry().replace('2026-12-31', '20261231'), /line 5: expires .* string/],
    ['an id that is a pattern', entry().replace('CVE-2024-1', "'*'"), /line 2: id/],
    ['a switch that is a word', entry(['allow-kev: sometimes']), /line 6: allow-kev .* boolean/],
    ['a YAML 1.1 yes', entry(['allow-kev: yes']), /allow-kev .* boolean/],
    ['a package URL that is none', entry(['package: "pkg:npm"']), /line 6: package/],
    ['versions without a package', entry(['versions: 1.2.3']), /line 6: versions .* package/],
    ['versions beside a purl with one', entry(['package: pkg:npm/a@1.0.0', 'versions: 1.0.0']), /versions/],
    ['a range that is none', entry(['package: a', "versions: '>= what'"]), /line 7: versions/],
    [
      "a range of a distribution's package",
      entry(['package: pkg:deb/debian/zlib1g', "versions: '< 1.3'"]),
      /compared whole/,
    ],
    ['the beginning of a number', entry(['package: a', "versions: '1*'"]), /line 7: versions .* dot/],
    ['the beginning of a part', entry(['package: a', "versions: '1.2*'"]), /line 7: versions .* dot/],
    ['every version as a pattern', entry(['package: a', "versions: '*'"]), /leave it out/],
    ['no images', entry(['images: []']), /line 6: images .*leave it out/],
    ['a name twice', entry(['expires: 2026-12-01']), /line 6: /],
    ['a name twice, escaped', entry(['"\\x69d": CVE-2024-2']), /line 6: /],
    ['a name twice in braces', '{waivers: [], "waivers": []}', /line 1: .*second time/],
    [
      'ever so many names',
      `waivers: [{${Array.from({ length: 40_000 }, (_, number) => `k${number}: `).join(',')}}]`,
      /unknown key|lacks/,
    ],
    ['an anchor', entry().replace('reason: not', 'reason: &a not'), /line 3: anchors/],
    ['an alias bomb', `a: &a [x,x]\nb: &b [*a,*a]\nwaivers: [*b,*b]\n`, /anchors|aliases/],
    ['a tag', entry().replace('CVE-2024-1', '!!binary Q1ZF'), /./],
    ['a tag of its own', entry().replace('CVE-2024-1', '!run x'), /./],
    ['two documents', `${entry()}---\n${entry()}`, /./],
    ['bad YAML', 'waivers: [', /line 1/],
    ['nested lists', `waivers: ${'['.repeat(100_000)}`, /nested/],
    ['nested block lists', `waivers:\n  ${'- '.repeat(5000)}x`, /nested/],
    [
      'lists that are indented ever deeper',
      Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      /indented/,
    ],
  ];
  for (const [what, text, message] of bad)
    it(`with ${what} is refused`, () =>
      assert.rejects(parse(text), { code: 'WAIVERS_INVALID', fault: 'user', message }));

  it('that is too large, or not UTF-8, is refused', async () => {
    await assert.rejects(parse('#'.repeat(MAX_WAIVER_FILE_BYTES + 1)), { code: 'WAIVERS_INVALID' });
    await assert.rejects(parseWaivers(Buffer.from([0xff]), 'w', LIMITS), { code: 'WAIVERS_INVALID' });
  });
});
