import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import {
  buildDemoImage,
  pushImage,
  startTestbed,
  type Testbed,
  type TestbedService,
} from '@countersign/testbed';
import { countersign } from '../cli/countersign.js';

let bed: Testbed;
let image: string;
beforeAll(async () => {
  bed = await startTestbed();
  const { digest } = await pushImage(bed.services.registry, 'acme/app', buildDemoImage([]));
  image = `${bed.registry}/acme/app@${digest}`;
});
afterEach(() => {
  for (const plan of Object.values(bed.faults)) plan.clear();
});
afterAll(() => bed.stop());

interface Printed {
  readonly status: string;
  readonly error: { readonly code: string; readonly fault: string; readonly message: string };
}

const rows: readonly (readonly [
  service: TestbedService,
  command: 'sign' | 'verify',
  code: ErrorCode,
  label: RegExp,
])[] = [
  ['registry', 'sign', 'REGISTRY_UNAVAILABLE', /registry at 127\.0\.0\.1/],
  ['registry', 'verify', 'REGISTRY_UNAVAILABLE', /registry at 127\.0\.0\.1/],
  ['oidc', 'sign', 'TOKEN_ENDPOINT_UNAVAILABLE', /identity token endpoint at 127\.0\.0\.1/],
  ['fulcio', 'sign', 'FULCIO_UNAVAILABLE', /Fulcio at 127\.0\.0\.1/],
  ['rekor', 'sign', 'LOG_UNAVAILABLE', /Rekor\) at 127\.0\.0\.1/],
  ['tsa', 'sign', 'TSA_UNAVAILABLE', /timestamp authority at 127\.0\.0\.1/],
  ['tuf', 'sign', 'TRUST_UNAVAILABLE', /trust repository at 127\.0\.0\.1/],
  ['tuf', 'verify', 'TRUST_UNAVAILABLE', /trust repository at 127\.0\.0\.1/],
];

describe('the command, where a service is down', () => {
  for (const [service, command, code, label] of rows) {
    it(`could not decide in ${command}: ${service}`, async () => {
      bed.faults[service].add({ match: {}, times: Infinity, action: { kind: 'status', status: 503 } });
      const identity = command === 'verify' ? ['--source-repository', 'acme/app'] : [];
      const mirror = service === 'tuf' ? ['--tuf-mirror', bed.tufUrl, '--tuf-root', bed.tufRoot] : [];
      const began = Date.now();
      const args = [command, image, ...identity, ...mirror, '--retry-window', '1s', '--json'];
      const result = await countersign(args, { ...bed.environment });
      assert.equal(result.code, 3, result.stderr);
      const { status, error } = JSON.parse(result.stdout) as Printed;
      assert.deepEqual([status, error.code, error.fault], ['undecided', code, 'infrastructure']);
      assert.match(error.message, label);
      assert.match(result.stderr, /^Could not decide: /m);
      assert.ok(!result.stderr.includes('Rejected'));
      assert.ok(Date.now() - began < 15_000);
    });
  }
});
