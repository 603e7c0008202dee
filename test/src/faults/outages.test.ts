import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, verifyImages } from '@countersign/core/flows';
import { parseReference } from '@countersign/core/reference';
import { exitCodeOf } from '@countersign/core/report';
import {
  buildDemoImage,
  pushImage,
  startRegistry,
  type RequestMatch,
  type TestbedService,
} from '@countersign/testbed';
import { spdx } from '../flows/documents.js';
import { states, why } from '../flows/stage.js';
import { openFaultStage, type FaultStage } from './stage.js';

const MINUTE_MS = 60_000;

let stage: FaultStage;
beforeAll(async () => {
  stage = await openFaultStage();
});
afterEach(() => {
  for (const plan of Object.values(stage.bed.faults)) plan.clear();
});
afterAll(() => stage.stop());

/** A service that answers 503 from its first request that matches until so much time has passed. */
function outage(
  service: TestbedService,
  ms: number,
  match: RequestMatch = {},
): { readonly hits: () => number } {
  const fault = stage.bed.faults[service].add({
    match,
    times: Infinity,
    action: { kind: 'status', status: 503 },
  });
  // Not a count of requests: how often a client asks in that time is its own choice.
  let endsAt = Infinity;
  const watch = setInterval(() => {
    const now = stage.clock.now().getTime();
    if (endsAt === Infinity && fault.hits > 0) endsAt = now + ms;
    if (now < endsAt) return;
    clearInterval(watch);
    fault.remove();
  }, 1);
  watches.push(watch);
  return { hits: () => fault.hits };
}

const watches: NodeJS.Timeout[] = [];
afterEach(() => {
  for (const watch of watches.splice(0)) clearInterval(watch);
});

describe('an outage that outlasts the token and the certificate, within the retry window', () => {
  const outages: readonly (readonly [service: TestbedService, match: RequestMatch])[] = [
    ['oidc', {}],
    ['fulcio', {}],
    ['rekor', {}],
    ['tsa', {}],
    ['registry', { method: 'GET' }],
    ['registry', { method: 'POST' }],
    ['registry', { method: 'PUT' }],
  ];
  for (const [service, match] of outages) {
    it(`of ${service} (${match.method?.toString() ?? 'any request'}) is sat out`, async () => {
      const reference = await stage.fresh();
      const { hits } = outage(service, 12 * MINUTE_MS, match);
      const began = stage.clock.now().getTime();
      const report = await attestImages(
        stage.both(reference),
        stage.quick({ retryWindowMs: 30 * MINUTE_MS }),
      );
      assert.equal(report.status, 'ok', why(report));
      assert.ok(hits() > 10);
      assert.ok(stage.clock.now().getTime() - began >= 12 * MINUTE_MS);
      const verified = await verifyImages(
        stage.verify(undefined, 'signature provenance', { on: [reference], platforms: 'index' }),
        stage.quick(),
      );
      assert.equal(verified.status, 'ok', why(verified));
    });
  }

  it('ends with the token that cannot be renewed, where one was given', async () => {
    outage('fulcio', 12 * MINUTE_MS);
    const options = stage.both(await stage.fresh(), {
      identity: { ...stage.runner(), runner: undefined, input: stage.bed.token() },
    });
    const report = await attestImages(options, stage.quick({ retryWindowMs: 30 * MINUTE_MS }));
    assert.equal(report.error?.code, 'IDENTITY_TOKEN_EXPIRED', why(report));
    assert.match(report.error.message, /identity-token/);
    assert.equal(exitCodeOf(report), 2);
  });
});

describe('the retry window', () => {
  it('bounds all retries of a step together, whichever services fail', async () => {
    const reference = await stage.fresh();
    const began = stage.clock.now().getTime();
    for (const service of ['oidc', 'fulcio', 'rekor', 'tsa', 'registry'] as const)
      outage(service, 2 * MINUTE_MS);
    const services = stage.quick({ retryWindowMs: 5 * MINUTE_MS });
    const report = await attestImages(stage.both(reference), services);
    assert.equal(report.status, 'undecided', why(report));
    assert.equal(exitCodeOf(report), 3);
    assert.ok(stage.clock.now().getTime() - began <= 5.5 * MINUTE_MS);
  });
});

describe('one image in two registries', () => {
  it('is signed once; the registry that is down is named, and the other is complete', async () => {
    const other = await startRegistry();
    try {
      const image = buildDemoImage([{ path: 'two', bytes: Buffer.from('two') }]);
      const { digest } = await pushImage(other, 'acme/app', image);
      await pushImage(stage.bed.services.registry, 'acme/app', image);
      const [down, up] = [`${other.host}/acme/app@${digest}`, `${stage.bed.registry}/acme/app@${digest}`];
      const attest = (on: readonly string[], retryWindowMs?: number) =>
        attestImages(
          stage.both(up, {
            images: on.map(parseReference),
            documents: [{ kind: 'sbom', path: 'sbom.json', bytes: spdx(), platform: undefined }],
          }),
          stage.quick(retryWindowMs === undefined ? {} : { retryWindowMs }),
        );
      const { sigstore } = stage.bed.services;
      const entries = sigstore.logSize();

      for (const match of [{}, { method: 'POST' }, { method: 'PUT' }]) {
        const action = { kind: 'status', status: 502 } as const;
        const fault = other.faults.add({ match, times: Infinity, action });
        const failed = await attest([down, up], 5000);
        fault.remove();
        assert.deepEqual(
          [failed.status, failed.error?.code],
          ['undecided', 'REGISTRY_UNAVAILABLE'],
          why(failed),
        );
        assert.ok(failed.error?.message.includes(other.host));
        assert.deepEqual(
          failed.images.map(({ reference, error }) => [reference, error?.code]).sort(),
          [
            [down, 'REGISTRY_UNAVAILABLE'],
            [up, undefined],
          ].sort(),
        );
        const requirements = 'signature provenance sbom';
        const verify = stage.verify(undefined, requirements, { on: [up], platforms: 'index' });
        const good = await verifyImages(verify, stage.quick());
        assert.deepEqual([good.status, states(good)], ['ok', { verified: 6 }], why(good));
      }
      const completed = await attest([down, up]);
      assert.deepEqual(
        [completed.status, states(completed)],
        ['ok', { present: 6, stored: 6 }],
        why(completed),
      );
      const again = await attest([up, down]);
      assert.deepEqual(states(again), { present: 12 }, why(again));
      assert.equal(sigstore.logSize() - entries, 4);
    } finally {
      await other.stop();
    }
  });
});
