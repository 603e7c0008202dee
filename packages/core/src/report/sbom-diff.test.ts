import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { SbomDiff } from '../sbom/index.js';
import { sbomDiffMarkdown } from './sbom-diff.js';

const none: SbomDiff = {
  added: [],
  removed: [],
  changed: [],
  licenses: [],
  unchanged: 3,
  before: 3,
  after: 3,
};
const about = (name: string) => ({ name, ecosystem: 'npm', purl: undefined });

describe('sbomDiffMarkdown', () => {
  it('says that nothing changed without a table', () => {
    assert.doesNotMatch(sbomDiffMarkdown(none), /\| --- \|/);
  });

  it('lists licences, versions, what came and what left', () => {
    const lines = sbomDiffMarkdown({
      ...none,
      added: [{ ...about('new'), versions: ['1'] }],
      removed: [{ ...about('old'), versions: [''] }],
      changed: [{ ...about('moved'), from: ['1'], to: ['2'] }],
      licenses: [{ ...about('closed'), from: ['MIT'], to: ['BUSL'] }],
    }).split('\n');
    assert.deepEqual(
      lines.slice(4).filter((line) => line !== ''),
      [
        '| licence | closed | npm | MIT | BUSL |',
        '| version | moved | npm | 1 | 2 |',
        '| added | new | npm |  | 1 |',
        '| removed | old | npm | not known |  |',
      ],
    );
  });

  it('lets no name become Markdown, HTML or a line of its own', () => {
    const name = '<img src=x>|[a](http://b)\n## x @you \u001b[31m';
    const text = sbomDiffMarkdown({ ...none, added: [{ ...about(name), versions: [name] }] });
    assert.doesNotMatch(text, /<img|\]\(|^## |@you/m);
    assert.equal(text.includes('\u001b'), false);
    assert.equal(text.trimEnd().split('\n').length, 5);
  });

  it('keeps the bound, and says exactly how many rows are left out', () => {
    const added = Array.from({ length: 50_000 }, (_, index) => ({
      ...about(`äöü${index}`),
      versions: ['1.0.0'],
    }));
    const text = sbomDiffMarkdown({ ...none, added }, 10_000);
    assert.ok(Buffer.byteLength(text) <= 10_000);
    const rows = text.split('\n').filter((line) => line.startsWith('| added')).length;
    assert.ok(rows > 50);
    assert.match(text, new RegExp(`and ${50_000 - rows} more`));
    assert.match(text, /\*\*50000\*\* added/);
  });

  it('shows a long list of versions and a long name in part', () => {
    const versions = Array.from({ length: 5000 }, (_, index) => `${index}`);
    const text = sbomDiffMarkdown({ ...none, added: [{ ...about('x'.repeat(100_000)), versions }] });
    assert.ok(text.length < 2000);
    assert.match(text, /and 4995 more/);
  });
});
