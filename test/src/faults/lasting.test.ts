import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import { attestImages, verifyImages, type FlowReport } from '@countersign/core/flows';
import { exitCodeOf } from '@countersign/core/report';
import type { FaultAction, TestbedService } from '@countersign/testbed';
import { why } from '../flows/stage.js';
import { registries, truncatedJson, type Route } from './routes.js';
import { openFaultStage, STALL_MS, type FaultStage } from './stage.js';
import { assertNothingMisread, storedBeside } from './stored.js';

const WINDOW_MS = 20_000;

const faults: readonly (readonly [what: string, action: FaultAction])[] = [
  ['answers 500', { kind: 'status', status: 500 }],
  ['asks to wait an hour', { kind: 'status', status: 429, retryAfter: 3600 }],
  ['drops every connection', 'reset'],
  ['stalls', { kind: 'stall' }],
];
const faultsOf = ({ type, dispensable }: Route): typeof faults =>
  type === undefined
    ? faults.filter(([what]) => dispensable !== true || what !== 'answers 500')
    : [...faults, ['cuts off every answer', 'truncate'], ['truncates its JSON', truncatedJson(type)]];

const named: Readonly<Record<TestbedService, { readonly code: ErrorCode; readonly label: RegExp }>> = {
  oidc: { code: 'TOKEN_ENDPOINT_UNAVAILABLE', label: /identity token endpoint/ },
  fulcio: { code: 'FULCIO_UNAVAILABLE', label: /Fulcio/ },
  rekor: { code: 'LOG_UNAVAILABLE', label: /transparency log/ },
  rekorV2: { code: 'LOG_UNAVAILABLE', label: /transparency log/ },
  tsa: { code: 'TSA_UNAVAILABLE', label: /timestamp authority/ },
  tuf: { code: 'TRUST_UNAVAILABLE', label: /trust repository/ },
  registry: { code: 'REGISTRY_UNAVAILABLE', label: /./ },
};

describe.each(registries)('signing and attesting on a registry with %j', (options, routes) => {
  let stage: FaultStage;
  beforeAll(async () => {
    stage = await openFaultStage(options);
  });
  afterEach(() => {
    for (const plan of Object.values(stage.bed.faults)) plan.clear();
  });
  afterAll(() => stage.stop());

  const hostOf = (service: TestbedService): string => {
    const { oidcUrl, fulcioUrl, rekorUrl, rekorV2Url, tsaUrl, tufUrl, registry } = stage.bed;
    const urls = {
      oidc: oidcUrl,
      fulcio: fulcioUrl,
      rekor: rekorUrl,
      rekorV2: rekorV2Url,
      tsa: tsaUrl,
      tuf: tufUrl,
      registry: `http://${registry}`,
    };
    return new URL(urls[service]).host;
  };
  const stored = (reference: string) =>
    storedBeside(reference, options.referrers === false ? 'fallback' : 'api');

  const assertUndecided = (report: FlowReport, service: TestbedService, truncated: boolean): void => {
    assert.equal(report.status, 'undecided', why(report));
    assert.equal(exitCodeOf(report), 3);
    const { code, label } = named[service];
    const codes = truncated && service === 'registry' ? [code, 'REGISTRY_MISBEHAVED'] : [code];
    assert.ok(codes.includes(report.error?.code ?? 'none'), why(report));
    assert.match(report.error?.message ?? '', label);
    assert.ok(report.error?.message.includes(hostOf(service)), report.error?.message);
  };

  for (const route of routes) {
    const { name, service, match } = route;
    for (const [what, action] of faultsOf(route)) {
      it(`cannot decide where ${name} ${what} for good, and is completed when it answers again`, async () => {
        const reference = await stage.fresh();
        const fault = stage.bed.faults[service].add({ match, times: Infinity, action });
        const [began, slept] = [Date.now(), stage.clock.sleptMs];
        // Stalls take real time: fewer of them.
        const patience = what === 'stalls' ? { stallMs: STALL_MS, retryWindowMs: 2000 } : {};
        const services = stage.quick({ retryWindowMs: WINDOW_MS, ...patience });
        const failed = await attestImages(stage.both(reference, stage.trustThrough(service)), services);
        assertUndecided(failed, service, what === 'truncates its JSON');
        assert.ok(fault.hits > 0);
        assert.ok(stage.clock.sleptMs - slept < WINDOW_MS + 10_000, 'the retry window bounds the run');
        assert.ok(Date.now() - began < 10_000);

        fault.remove();
        const before = options.auth === undefined ? await stored(reference) : undefined;
        if (before !== undefined) assertNothingMisread(before);
        const entries = stage.logSize();
        const completed = await attestImages(
          stage.both(reference, stage.trustThrough(service)),
          stage.quick(),
        );
        assert.equal(completed.status, 'ok', why(completed));
        assert.equal(stage.logSize() - entries, completed.figures.logEntries);
        if (before !== undefined) {
          const whole = stage.complete.stored;
          assert.deepEqual(await stored(reference), whole);
          const bundles = 2 - before.bundles.length;
          const signatureLayers = whole.signatureLayers - before.signatureLayers;
          assert.equal(
            completed.figures.logEntries,
            bundles + signatureLayers,
            'nothing is signed that is there',
          );
        }
        const verified = await verifyImages(
          stage.verify(undefined, 'signature provenance', { on: [reference], platforms: 'index' }),
          stage.quick(),
        );
        assert.equal(verified.status, 'ok', why(verified));
      });
    }
  }
});
