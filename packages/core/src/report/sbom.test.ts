import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isObject, memberAt } from '../json.js';
import { parseDigest } from '../oci/index.js';
import { HOSTILE } from '../scan/record-fixture.js';
import { sbomDocument, sbomLines, sbomRows, type SbomReport } from './sbom.js';
import { sbomDiffMarkdown } from './sbom-diff.js';

const DIGEST = parseDigest(`sha256:${'1'.repeat(64)}`);
const QUALITY = { packages: 3, version: 1, purl: 0.996, license: 0.5, supplier: 0, hash: 0 };
const NTIA = {
  supplier: false,
  name: true,
  version: true,
  identifiers: true,
  relationships: true,
  author: true,
  timestamp: true,
};

/** A report with `text` wherever others have a say: packages, files of the image, platforms, paths. */
const reportWith = (text: string, findings = 1): SbomReport => ({
  documents: [
    {
      platform: text,
      subject: DIGEST,
      format: 'spdx-json',
      specVersion: text,
      path: `/out/${text}.json`,
      sha256: '2'.repeat(64),
      size: 10,
      packages: 3,
    },
    {
      platform: undefined,
      subject: undefined,
      format: 'syft-json',
      specVersion: '16.1.10',
      path: '/out/sbom.syft.json',
      sha256: '3'.repeat(64),
      size: 20,
      packages: 3,
    },
  ],
  artifact: { name: text, id: '9007199254740993', size: 30, sha256: '4'.repeat(64) },
  packageCount: 3,
  ecosystems: { deb: 2, [text]: 1 },
  quality: [
    { platform: text, ...QUALITY, ntia: NTIA },
    { platform: undefined, ...QUALITY, ntia: NTIA },
  ],
  findings: Array.from({ length: findings }, () => ({
    platform: text,
    kind: 'no-packages',
    text,
    path: `/${text}`,
    fatal: true,
  })),
  diff: {
    baseline: text,
    path: `/out/${text}`,
    changes: [{ platform: text, added: 1, removed: 0, changed: 0, licenses: 0 }],
    markdown: sbomDiffMarkdown({
      added: [{ name: text, ecosystem: text, purl: undefined, versions: [text] }],
      removed: [],
      changed: [],
      licenses: [],
      unchanged: 0,
      before: 0,
      after: 1,
    }),
  },
  generator: text,
  times: { fetch: 1, generate: 2, rest: 3 },
});
const PLAIN = reportWith('linux/amd64');

describe('an SBOM on a terminal', () => {
  it('tells files, counts, quality, what is missing and what changed, a fact a line', () => {
    assert.deepEqual(
      sbomLines(PLAIN).map((line) => line.trim().split(/\s+/)[0]),
      ['written', 'written', 'uploaded', 'found', 'quality', 'quality', 'missing', 'changed'],
    );
  });

  it('rounds no share up to what it does not reach', () => {
    assert.ok(sbomLines(PLAIN).some((line) => line.includes('purl 99 %')));
  });

  it('shows a bounded number of findings and how many more there are', () => {
    const lines = sbomLines(reportWith('x', 10_000));
    const shown = lines.filter((line) => line.trim().startsWith('missing')).length;
    assert.ok(shown < 100);
    assert.ok(lines.some((line) => line.includes(`and ${10_000 - shown} more`)));
    assert.ok(sbomRows(reportWith('x', 10_000)).length < 200);
  });
});

describe('the sbom member of the document', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../../docs/schema/report.v1.json'), 'utf8'),
  ) as object;
  const published = new Ajv2020({ strict: false }).compile({ ...schema, required: ['sbom'] });
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const fits = (sbom: unknown): boolean => published({ sbom });

  it('fits docs/schema/report.v1.json', () => {
    assert.ok(fits(plain(sbomDocument(PLAIN))), JSON.stringify(published.errors));
    assert.ok(
      fits(plain(sbomDocument({ ...PLAIN, documents: [], diff: undefined, generator: undefined }))),
      JSON.stringify(published.errors),
    );
  });

  it('has every member that the schema names, and none besides', () => {
    const namesOf = (...path: readonly (string | number)[]): unknown[] =>
      Object.keys(memberAt(schema, '$defs', ...path, 'properties') as object).sort();
    const document = plain(sbomDocument(PLAIN));
    const keysAt = (...path: readonly (string | number)[]): unknown[] => {
      const value = memberAt(document, ...path);
      return isObject(value) ? Object.keys(value).sort() : [];
    };
    assert.deepEqual(Object.keys(document as object).sort(), namesOf('sbom'));
    assert.deepEqual(keysAt('documents', 0), namesOf('sbom', 'properties', 'documents', 'items'));
    assert.deepEqual(keysAt('findings', 0), namesOf('sbom', 'properties', 'findings', 'items'));
    assert.deepEqual(keysAt('quality', 0), namesOf('sbomQuality'));
    assert.deepEqual(keysAt('diff'), namesOf('sbomDiff'));
    assert.deepEqual(keysAt('diff', 'changes', 0), namesOf('sbomDiff', 'properties', 'changes', 'items'));
    assert.deepEqual(keysAt('artifact'), namesOf('sbom', 'properties', 'artifact'));
    assert.deepEqual(keysAt('times'), namesOf('sbom', 'properties', 'times'));
  });

  const twins: readonly (readonly [what: string, change: (sbom: SbomReport) => object])[] = [
    [
      'a share beyond 1',
      (sbom) => ({ ...sbom, quality: [{ platform: null, ...QUALITY, hash: 2, ntia: NTIA }] }),
    ],
    ['a document without its digest', (sbom) => ({ ...sbom, documents: [{ path: '/x' }] })],
    [
      'an artifact without its id',
      (sbom) => ({ ...sbom, artifact: { name: 'x', size: 1, sha256: '5'.repeat(64) } }),
    ],
    ['no findings', (sbom) => ({ ...sbom, findings: undefined })],
    ['an ecosystem that is no number', (sbom) => ({ ...sbom, ecosystems: { deb: '2' } })],
  ];
  for (const [what, change] of twins) {
    it(`does not fit it with ${what}`, () => {
      assert.ok(!fits(plain(change(sbomDocument(PLAIN) as SbomReport))));
    });
  }
});

describe('text of others in an SBOM report', () => {
  for (const [what, text] of HOSTILE) {
    const report = reportWith(text);

    it(`is one safe line each on a terminal: ${what}`, () => {
      const lines = sbomLines(report);
      assert.equal(lines.length, 8);
      for (const line of lines) {
        assert.doesNotMatch(line, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        assert.doesNotMatch(line, /^\s*::|##\[/);
      }
    });

    it(`is no Markdown and no HTML in a summary: ${what}`, () => {
      const summary = sbomRows(report).join('\n');
      assert.doesNotMatch(summary.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      const own = summary.replaceAll(/<\/?code>|&#?\w+;|\*\*/g, '');
      assert.doesNotMatch(own, /[<>@`[\]]/);
      for (const row of own.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---')))
        assert.ok([5, 6].includes(row.split('|').length - 1), row);
      assert.doesNotMatch(summary, /^\s*::|##\[/m);
    });

    it(`is JSON without raw control characters in the document: ${what}`, () => {
      const json = JSON.stringify(sbomDocument(report));
      // eslint-disable-next-line no-control-regex -- what must not be there
      assert.doesNotMatch(json, /[\u0000-\u001f\u007f]/);
      assert.equal(memberAt(JSON.parse(json), 'documents', 0, 'packages'), 3);
    });
  }
});
