import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, type FlowReport, type Services } from '@countersign/core/flows';
import { toText } from '@countersign/core/report';
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
        assertTold(failed, await stored(reference));
        await assertCompletes(reference);
      }
      assert.ok(after >= LEAST_WRITES, String(after));
    }, 60_000);
    it('tells what it stored where it was aborted while that is read back', async () => {
      const reference = await stage.fresh();
      const abort = new AbortController();
      const services = stage.quick({ signal: abort.signal });
      const info = (text: string): void => {
        if (text.startsWith('Reading back')) abort.abort();
      };
      const context = { ...services.context, log: { ...services.context.log, info } };
      const failed = await sign(reference, { ...services, context });
      assert.deepEqual([failed.status, failed.error?.code], ['undecided', 'INTERRUPTED'], why(failed));
      assert.deepEqual(states(failed), { stored: 4 });
      for (const { reason } of claimsOf(failed)) assert.equal(reason, 'not read back: the run ended before');
      assert.doesNotMatch(toText(failed), /Attested and verified/);
      assertTold(failed, await stored(reference));
    });
    it('tells what the log may hold where it was aborted while it signs', async () => {
      const reference = await stage.fresh();
      const abort = new AbortController();
      const services = stage.quick({ signal: abort.signal });
      const { http } = services.context;
      let logged = 0;
      const send: typeof http.send = async (request) => {
        const answer = await http.send(request);
        if (request.service === 'rekor' && (logged += 1) === 3) abort.abort();
        return answer;
      };
      const context = { ...services.context, http: { ...http, send } };
      const failed = await sign(reference, { ...services, context });
      assert.equal(failed.error?.code, 'INTERRUPTED', why(failed));
      assert.equal(failed.figures.logEntries, 3);
      for (const { reason } of claimsOf(failed)) assert.doesNotMatch(reason ?? '', /nothing was signed/);
    });
  },
);

/** An aborted run names each entry of the log, calls nothing stored that is not there, and counts what it wrote. */
function assertTold(failed: FlowReport, there: Stored): void {
  const claims = claimsOf(failed);
  for (const { state, logIndex, reason } of claims) {
    assert.ok(logIndex !== undefined, why(failed));
    const entry = `signed and logged (log entry ${String(logIndex)}), not `;
    assert.ok(state === 'stored' || reason?.startsWith(entry), reason);
    assert.ok(reason?.includes('the run ended'), reason);
  }
  const inState = (layout: string, state: string): number =>
    claims.filter((claim) => claim.layout === layout && claim.state === state).length;
  const under = {
    'bundle-referrer': there.bundles.length,
    'signature-tag': there.signatureLayers,
    'attestation-tag': there.attestationLayers,
  };
  const sure = claims.filter(({ reason }) => reason?.includes('not known to be stored') !== true);
  for (const [layout, found] of Object.entries(under)) {
    assert.ok(inState(layout, 'stored') <= found, `${layout}: ${why(failed)}`);
    const unsure = claims.length - sure.length;
    assert.ok(found <= inState(layout, 'stored') + unsure, `${layout} is there, but: ${why(failed)}`);
  }
  assert.equal(failed.figures.storedObjects, claims.filter(({ state }) => state === 'stored').length);
}

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
