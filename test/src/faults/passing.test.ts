import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, verifyImages } from '@countersign/core/flows';
import type { FaultAction, RequestMatch, TestbedOptions, TestbedService } from '@countersign/testbed';
import { states, why } from '../flows/stage.js';
import { openFaultStage, type FaultStage } from './stage.js';
import { COMPLETE, storedBeside } from './stored.js';

const CUT_OFF = { kind: 'status', status: 200, body: '{"value":"ey' } as const;

const faults: readonly (readonly [what: string, action: FaultAction, times: number])[] = [
  ['two 500s', { kind: 'status', status: 500 }, 2],
  ['a 429 with Retry-After', { kind: 'status', status: 429, retryAfter: 7 }, 1],
  ['a reset', 'reset', 1],
  ['a lost answer', { kind: 'reset', when: 'after' }, 1],
  ['a stall', { kind: 'stall' }, 1],
  ['a cut-off answer', 'truncate', 1],
  ['truncated JSON', CUT_OFF, 1],
];

interface Route {
  readonly name: string;
  readonly service: TestbedService;
  readonly match: RequestMatch;
  /** Whether JSON is what it answers with. */
  readonly json: boolean;
}

const route = (service: TestbedService, name: string, match: RequestMatch, json = false): Route => ({
  name,
  service,
  match,
  json,
});

const routes: readonly Route[] = [
  route('oidc', 'the token endpoint', {}, true),
  route('fulcio', 'Fulcio', {}, true),
  route('rekor', 'Rekor', {}, true),
  route('tsa', 'the timestamp authority', {}, true),
  route(
    'registry',
    'the registry that is asked for the image',
    { method: 'GET', path: /manifests\/sha256:/ },
    true,
  ),
  route('registry', 'the registry that is asked for a tag', { method: 'GET', path: /\.(sig|att)$/ }, true),
  route('registry', 'the registry that is asked for referrers', { path: /referrers/ }, true),
  route('registry', 'the registry that is to open an upload', { method: 'POST' }),
  route('registry', 'the registry that is asked for a blob', { method: 'GET', path: /blobs\/sha256:/ }, true),
  route('registry', 'the registry that is asked whether it has a blob', { method: 'HEAD' }),
  route('registry', 'the registry that is sent a blob', { method: 'PUT', path: /uploads/ }),
  route('registry', 'the registry that is sent a manifest', { method: 'PUT', path: /manifests\/sha256:/ }),
  route('registry', 'the registry that is sent a signature tag', { method: 'PUT', path: /\.sig$/ }),
  route('registry', 'the registry that is sent an attestation tag', { method: 'PUT', path: /\.att$/ }),
];

type RegistryKind = Pick<TestbedOptions, 'auth' | 'referrers' | 'ifMatch'>;

const otherRegistries: readonly (readonly [options: RegistryKind, route: Route])[] = [
  [{ auth: 'token' }, route('registry', "the registry's token service", { path: /^\/token/ }, true)],
  [
    { referrers: false, ifMatch: false },
    route('registry', 'the registry that is sent a fallback index', {
      method: 'PUT',
      path: /manifests\/sha256-[0-9a-f]{64}$/,
    }),
  ],
  [
    { referrers: false },
    route(
      'registry',
      'the registry that is asked for a fallback index',
      {
        method: 'GET',
        path: /manifests\/sha256-[0-9a-f]{64}$/,
      },
      true,
    ),
  ],
];

const registries: readonly (readonly [options: RegistryKind, routes: readonly Route[]])[] = [
  [{}, routes],
  ...otherRegistries.map(([options, one]) => [options, [one]] as const),
];

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
      assert.deepEqual(found, COMPLETE);
    }
    const verified = await verifyImages(
      stage.verify(undefined, 'signature provenance', { on: [reference], platforms: 'index' }),
      stage.quick(),
    );
    assert.equal(verified.status, 'ok', why(verified));
    assert.deepEqual(states(verified), { verified: 4 });
  };

  for (const { name, service, match, json } of ofBed) {
    for (const [what, action, times] of faults) {
      if (action === CUT_OFF && !json) continue;
      it(`goes on after ${what} from ${name}`, async () => {
        const reference = await stage.fresh();
        const fault = stage.bed.faults[service].add({ match, times, action });
        const [entries, slept] = [stage.bed.services.sigstore.logSize(), stage.clock.sleptMs];
        const report = await attestImages(stage.both(reference), stage.quick());
        assert.equal(report.status, 'ok', why(report));
        assert.equal(fault.hits, times);
        if (typeof action === 'object' && 'retryAfter' in action) {
          assert.ok(stage.clock.sleptMs - slept >= 7000, 'it waits as long as it was told');
        }
        assert.equal(stage.bed.services.sigstore.logSize() - entries, 3);
        assert.equal(report.figures.logEntries, 3);
        assert.deepEqual(states(report), { stored: 4 });
        await assertWhole(reference);
      });
    }
  }

  if (ofBed !== routes) return;
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
      const report = await attestImages(stage.both(reference), stage.quick());
      assert.equal(report.status, 'ok', why(report));
      assert.equal(fault.hits, 1);
      await assertWhole(reference);
    });
  }
});
