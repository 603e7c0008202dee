import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import {
  checkDatabaseStatus,
  checksumOfImport,
  checksumOfSource,
  databaseCacheKey,
} from './database-status.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
const LIMITS = { now: NOW, maxAgeMs: 5 * DAY_MS };
/** As grype 0.117.0 prints it: `grype db status -o json`. */
const GOOD = {
  schemaVersion: 'v6.1.9',
  from: 'manual import',
  built: '2026-11-20T00:00:00Z',
  path: '/var/cache/grype/6/vulnerability.db',
  valid: true,
};
const check = (changes: object) => checkDatabaseStatus(JSON.stringify({ ...GOOD, ...changes }), LIMITS);
const UNUSABLE = { code: 'DATABASE_UNUSABLE', fault: 'infrastructure' };

describe('the state of a vulnerability database', () => {
  it('is read where the database is valid and young enough', () => {
    assert.deepEqual(check({}), {
      schema: 'v6.1.9',
      built: new Date('2026-11-20T00:00:00Z'),
      from: 'manual import',
    });
  });

  it('counts a database as young enough to the last moment of its age, and not beyond', () => {
    const oldest = new Date(NOW.getTime() - 5 * DAY_MS);
    assert.equal(check({ built: oldest.toISOString() }).built.getTime(), oldest.getTime());
    assert.throws(() => check({ built: new Date(oldest.getTime() - 1000).toISOString() }), UNUSABLE);
  });

  const refused: readonly (readonly [what: string, changes: object])[] = [
    ['that grype calls invalid', { valid: false, error: 'database does not exist' }],
    ['that is only nearly valid', { valid: 'true' }],
    ['without a time of building', { built: undefined }],
    ['whose time of building is no time', { built: 'yesterday' }],
    ["of Go's zero time", { built: '0001-01-01T00:00:00Z' }],
    ['without a schema', { schemaVersion: 6 }],
    ['from the future', { built: '2026-11-23T00:00:00Z' }],
  ];
  for (const [what, changes] of refused) {
    it(`decides nothing with one ${what}`, () => {
      assert.throws(() => check(changes), UNUSABLE);
    });
  }

  for (const text of ['', 'null', '[]', '{', '"valid"'])
    it(`decides nothing where grype answers ${JSON.stringify(text)}`, () => {
      assert.throws(() => checkDatabaseStatus(text, LIMITS), UNUSABLE);
    });
});

describe('the key of a database for a cache', () => {
  it('follows its bytes: the checksum of the archive, else that of the file', () => {
    const from = `https://mirror.example/databases/v6/db.tar.zst?checksum=sha256%3A${'ab'.repeat(32)}`;
    assert.equal(
      databaseCacheKey({ schema: 'v6.1.9', checksum: checksumOfSource(from) }),
      `grype-db-v6-sha256-${'ab'.repeat(32)}`,
    );
    const imported = checksumOfImport('{"digest":"xxh64:314b9692041c089f","source":"manual import"}');
    assert.equal(
      databaseCacheKey({ schema: 'v6.1.9', checksum: imported }),
      'grype-db-v6-xxh64-314b9692041c089f',
    );
  });

  for (const hostile of [
    'manual import',
    'https://m.example/db?checksum=sha256:zz\n::x',
    'https://m.example/db',
  ])
    it(`is empty where nothing names the bytes: ${JSON.stringify(hostile)}`, () => {
      assert.equal(databaseCacheKey({ schema: 'v6.1.9', checksum: checksumOfSource(hostile) }), '');
    });

  it('takes nothing else from import.json', () => {
    for (const text of ['', '{}', '{"digest":"x y"}', '{"digest":7}'])
      assert.equal(checksumOfImport(text), undefined);
  });
});
