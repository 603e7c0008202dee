import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, verifyImages } from '@countersign/core/flows';
import type { FaultAction } from '@countersign/testbed';
import { states, why } from '../flows/stage.js';
import { registries, truncatedJson, type Route } from './routes.js';
import { openFaultStage, STALL_MS, type FaultStage } from './stage.js';
import { storedBeside } from './stored.js';

const faults: readonly (readonly [what: string, action: FaultAction, times: number])[] = [
  ['two 500s', { kind: 'status', status: 500 }, 2],
  ['a 429 with Retry-After', { kind: 'status', status: 429, retryAfter: 7 }, 1],
  ['a reset', 'reset', 1],
  ['a lost answer', { kind: 'reset', when: 'after' }, 1],
  ['a stall', { kind: 'stall' }, 1],
];
const faultsOf = ({ type }: Route): typeof faults =>
  type === undefined
    ? faults
    : [...faults, ['a cut-off answer', 'truncate', 1], ['truncated JSON', truncatedJson(type), 1]];

describe.each(registries)('signing and attesting on a registry with %j', (options, ofBed) => {
  let stage: FaultStage;
  beforeAll(async () => {
    stage = await openFaultStage(options);
  });
  afterEach(() => {
    for (const plan of Object.values(stage.bed.faults)) plan.clear();
  });
  afterAll(() => stage.stop());

  const assertWhole = async (reference: string): Promise<void> => {
    if (options.auth === undefined) {
      const found = await storedBeside(reference, options.referrers === false ? 'fallback' : 'api');
      assert.deepEqual(found, stage.complete.stored);
    }
    const verified = await verifyImages(
      stage.verify(undefined, 'signature provenance', { on: [reference], platforms: 'index' }),
      stage.quick(),
    );
    assert.equal(verified.status, 'ok', why(verified));
    assert.deepEqual(states(verified), { verified: stage.complete.objects });
  };

  for (const route of ofBed) {
    const { name, service, match } = route;
    for (const [what, action, times] of faultsOf(route)) {
      it(`goes on after ${what} from ${name}`, async () => {
        const reference = await stage.fresh();
        const fault = stage.bed.faults[service].add({ match, times, action });
        const { objects, logEntries } = stage.complete;
        const [entries, slept] = [stage.logSize(), stage.clock.sleptMs];
        const patience = what === 'a stall' ? { stallMs: STALL_MS } : {};
        const report = await attestImages(
          stage.both(reference, stage.trustThrough(service)),
          stage.quick(patience),
        );
        assert.equal(report.status, 'ok', why(report));
        assert.equal(fault.hits, times);
        if (what.includes('Retry-After')) {
          assert.ok(stage.clock.sleptMs - slept >= 7000, 'it waits as long as it was told');
        }
        assert.equal(stage.logSize() - entries, logEntries);
        assert.equal(report.figures.logEntries, logEntries);
        assert.deepEqual(states(report), { stored: objects });
        await assertWhole(reference);
      });
    }
  }

  if (Object.keys(options).length > 0) return;
  const neverCancels: readonly (readonly [what: string, action: FaultAction])[] = [
    ['answers 500', { kind: 'status', status: 500 }],
    ['answers 403', { kind: 'status', status: 403 }],
    ['answers 429', { kind: 'status', status: 429, retryAfter: 3600 }],
    ['drops the connection', 'reset'],
    ['stalls', { kind: 'stall' }],
  ];
  for (const [what, action] of neverCancels) {
    it(`goes on where the upload that proved write access cannot be cancelled: the registry ${what}`, async () => {
      const reference = await stage.fresh();
      const fault = stage.bed.faults.registry.add({ match: { method: 'DELETE' }, times: Infinity, action });
      const report = await attestImages(stage.both(reference), stage.quick({ stallMs: 500 }));
      assert.equal(report.status, 'ok', why(report));
      assert.equal(fault.hits, 1);
      await assertWhole(reference);
    });
  }
});
