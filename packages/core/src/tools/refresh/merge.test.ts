import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { isConfirmed } from '../table.js';
import type { ChecksumTable, PinnedAsset } from '../types.js';
import { withVendorFiles } from './merge.js';
import type { VendorFile, VendorProof } from './vendor-file.js';

const DAY = '2026-11-21';
const SUM = 'a'.repeat(64);

const file = (proof: VendorProof, version = '1.0.0'): VendorFile => ({
  name: 'oras',
  version,
  platform: { os: 'linux', arch: 'x64' },
  key: 'linux-x64',
  asset: `oras_${version}`,
  sha256: version === '1.0.0' ? SUM : version.replaceAll('.', '').padEnd(64, '0'),
  proof,
});

const tableOf = (...sources: readonly string[]): ChecksumTable => ({
  sources: Object.fromEntries(sources.map((source) => [source, `the source ${source}`])),
  tools: { oras: { '1.0.0': { 'linux-x64': { asset: 'oras_1.0.0', sha256: SUM, sources } } } },
});

const merged = (table: ChecksumTable, proof: VendorProof): PinnedAsset => {
  const entry = withVendorFiles(table, [file(proof)], DAY).table.tools.oras?.['1.0.0']?.['linux-x64'];
  assert.ok(entry);
  return entry;
};

describe('an entry of the table', () => {
  const rows: readonly (readonly [
    before: string[],
    proof: VendorProof,
    after: string[],
    confirmed: boolean,
  ])[] = [
    [['a'], 'signature', ['a', 'vendor-signature'], true],
    [['a', 'b'], 'checksums', ['a', 'b', 'vendor-checksums'], true],
    [['vendor-checksums'], 'checksums', ['vendor-checksums'], false],
    [['vendor-release'], 'checksums', ['vendor-checksums'], false],
    [['vendor-checksums'], 'signature', ['vendor-signature'], false],
    [['vendor-signature', 'a'], 'checksums', ['vendor-signature', 'a'], true],
  ];
  for (const [before, proof, after, confirmed] of rows) {
    it(`from ${before.join(' and ')} is ${confirmed ? '' : 'not '}confirmed after its release by ${proof}`, () => {
      const entry = merged(tableOf(...before), proof);
      assert.deepEqual(entry.sources, after);
      assert.equal(isConfirmed(entry), confirmed);
    });
  }

  it('is never replaced: another sum is a conflict', () => {
    const table = tableOf('a');
    const {
      conflicts,
      changes,
      table: after,
    } = withVendorFiles(table, [{ ...file('signature'), sha256: 'b'.repeat(64) }], DAY);
    assert.deepEqual(
      conflicts.map(({ code }) => code),
      ['DIGEST_MISMATCH'],
    );
    assert.deepEqual(changes, []);
    assert.deepEqual(after, table);
  });

  it('stands with the newest version first, and leaves no source behind that nothing names', () => {
    const { table } = withVendorFiles(
      tableOf('vendor-checksums'),
      [file('signature', '1.10.0'), file('signature', '1.9.0'), file('signature')],
      DAY,
    );
    assert.deepEqual(Object.keys(table.tools.oras ?? {}), ['1.10.0', '1.9.0', '1.0.0']);
    assert.deepEqual(Object.keys(table.sources), ['vendor-signature']);
  });

  it('is not shared by two releases of one run', () => {
    const other = { ...file('release', '2.0.0'), sha256: SUM };
    const empty = { sources: {}, tools: {} };
    const { conflicts, changes } = withVendorFiles(empty, [file('release'), other], DAY);
    assert.equal(conflicts.length, 1);
    assert.equal(changes.length, 1);
  });
});
