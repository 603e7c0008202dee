import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { NOW } from './decide-fixture.js';
import { withoutFuture } from './vex-future.js';
import type { VexStatement } from './vex-types.js';

const HOUR_MS = 3_600_000;
const statement = (status: VexStatement['status'], hours: number): VexStatement => ({
  ids: ['CVE-2024-1'],
  status,
  justification: undefined,
  products: [],
  timestamp: new Date(NOW.getTime() + hours * HOUR_MS),
  name: `statement ${hours} (CVE-2024-1)`,
});
const kept = (...statements: readonly VexStatement[]) =>
  withoutFuture([{ path: 'app.vex.json', statements }], NOW);

describe('a VEX statement', () => {
  for (const status of ['not_affected', 'fixed'] as const) {
    it(`of today that says ${status} counts, also where clocks differ`, () => {
      const { documents, ignored } = kept(statement(status, 0), statement(status, 23), statement(status, 24));
      assert.deepEqual([documents[0]?.statements.length, ignored], [3, []]);
    });

    it(`of the future that says ${status} is ignored, and that is told`, () => {
      const present = statement(status, 0);
      const { documents, ignored } = kept(present, statement(status, 25), statement(status, 9999));
      assert.deepEqual(documents, [{ path: 'app.vex.json', statements: [present] }]);
      assert.equal(ignored.length, 1);
      assert.match(ignored[0] ?? '', /^app\.vex\.json: 2 statements .*statement 25/);
    });
  }

  it('of the future that takes nothing out of the way stays', () => {
    const { documents, ignored } = kept(statement('affected', 9999), statement('under_investigation', 9999));
    assert.deepEqual([documents[0]?.statements.length, ignored], [2, []]);
  });
});
