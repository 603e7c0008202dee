import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, type FlowReport, type Services } from '@countersign/core/flows';
import type { FaultAction } from '@countersign/testbed';
import { claimsOf, states, why } from '../flows/stage.js';
import type { RegistryKind } from './routes.js';
import { openFaultStage, type FaultStage } from './stage.js';
import { assertNothingMisread, COMPLETE, storedBeside, type Stored } from './stored.js';

type End = readonly [how: string, action: FaultAction, times: number];
const LOST = { kind: 'reset', when: 'after' } as const;
const DOWN: End = ['the registry goes down', { kind: 'status', status: 503 }, Infinity];

const kinds: readonly (readonly [options: RegistryKind, ends: readonly End[]])[] = [
  [{}, [DOWN, ['the registry refuses a write', { kind: 'status', status: 403 }, 1]]],
  [{ referrers: false, ifMatch: false }, [DOWN, ['answers are lost from then on', LOST, Infinity]]],
];
/** Blobs, in whichever way they are sent, manifests and tags: for a signature and a provenance at least ten. */
const WRITE = { method: ['PUT', 'POST'], path: /digest=|\/manifests\// } as const;
const LEAST_WRITES = 10;

describe.each(kinds)(
  'a run that ends in the middle of its writes, on a registry with %j',
  (options, ends) => {
    let stage: FaultStage;
    beforeAll(async () => {
      stage = await openFaultStage(options);
    });
    afterEach(() => {
      for (const plan of Object.values(stage.bed.faults)) plan.clear();
    });
    afterAll(() => stage.stop());

    const sign = (reference: string, services = stage.quick()): Promise<FlowReport> =>
      attestImages(stage.both(reference), services);
    const stored = (reference: string): Promise<Stored> =>
      storedBeside(reference, options.referrers === false ? 'fallback' : 'api');

    /** What stands is signed by nobody again; what is missing is signed once. */
    const assertCompletes = async (reference: string): Promise<void> => {
      const before = await stored(reference);
      assertNothingMisread(before);
      const { sigstore } = stage.bed.services;
      const entries = sigstore.logSize();
      const completed = await sign(reference);
      assert.equal(completed.status, 'ok', why(completed));
      assert.deepEqual(await stored(reference), COMPLETE);
      // By its own report: what was on its way when the run ended may have arrived since the look above.
      const signed = claimsOf(completed).filter(
        ({ state, layout }) => state === 'stored' && layout !== 'attestation-tag',
      );
      assert.equal(sigstore.logSize() - entries, signed.length, JSON.stringify(before));
      assert.ok(signed.length <= 2 - before.bundles.length + (1 - before.signatureLayers));

      const mark = stage.bed.requests.registry.mark();
      const again = await sign(reference);
      assert.deepEqual(states(again), { present: 4 }, why(again));
      assert.equal(stage.bed.requests.registry.count(WRITE, mark), 0);
    };

    for (const [how, action, times] of ends) {
      it(`is completed by the next where ${how}, whichever write that is`, async () => {
        let after = 0;
        for (; ; after += 1) {
          const reference = await stage.fresh();
          const fault = stage.bed.faults.registry.add({ match: WRITE, after, times, action });
          const failed = await sign(reference, stage.quick({ retryWindowMs: 2000 }));
          fault.remove();
          if (fault.hits === 0) break;
          // Where only the answer was lost, a look at what stands may show that all is well.
          if (failed.status === 'ok')
            assert.equal(action, LOST, `write ${String(after + 1)}: ${why(failed)}`);
          await assertCompletes(reference);
        }
        assert.ok(after >= LEAST_WRITES, String(after));
      }, 60_000);
    }

    if (options.referrers === false) return;
    it('is completed by the next where it was aborted, whichever write that is', async () => {
      let after = 0;
      for (; ; after += 1) {
        const reference = await stage.fresh();
        const abort = new AbortController();
        const services = abortingAt(stage.quick({ signal: abort.signal }), after, abort);
        const failed = await sign(reference, services);
        if (!abort.signal.aborted) break;
        assert.deepEqual([failed.status, failed.error?.code], ['undecided', 'INTERRUPTED'], why(failed));
        await assertCompletes(reference);
      }
      assert.ok(after >= LEAST_WRITES, String(after));
    }, 60_000);
  },
);

/** Aborts when one more write than `after` is sent. */
function abortingAt(services: Services, after: number, abort: AbortController): Services {
  const { http } = services.context;
  let writes = 0;
  const send: typeof http.send = (request) => {
    const writing = WRITE.method.some((method) => method === request.method) && WRITE.path.test(request.url);
    if (writing && (writes += 1) > after) abort.abort();
    return http.send(request);
  };
  return { ...services, context: { ...services.context, http: { ...http, send } } };
}
