import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '@jest/globals';
import type { FlowReport } from '@countersign/core/flows';
import { hexOf, type Digest } from '@countersign/core/oci';
import type { FaultAction } from '@countersign/testbed';
import { SHORT_WINDOW_MS } from '../flows/stage.js';
import { OK, openStage, type Stage } from './stage.js';

let stage: Stage;
let layer: Digest;
beforeAll(async () => {
  stage = await openStage();
  const { origin } = stage.bed.bed.services.registry;
  const [amd64] = stage.image.platforms;
  const answer = await fetch(`${origin}/v2/acme/debian/manifests/${amd64?.digest ?? ''}`);
  const manifest = (await answer.json()) as { layers: { digest: Digest }[] };
  layer = manifest.layers[0]?.digest ?? ('' as Digest);
}, 30_000);
afterAll(() => stage.stop());
beforeEach(() => stage.next());
afterEach(() => {
  stage.bed.bed.faults.registry.clear();
});

const strike = (action: FaultAction, times: number) =>
  stage.bed.bed.faults.registry.add({
    match: { method: 'GET', path: new RegExp(`blobs/${layer}`) },
    times,
    action,
  });
const ending = ({ status, error }: FlowReport) => [status, error?.code];
const leftBehind = async (): Promise<readonly string[]> =>
  (await readdir(stage.bed.bed.stateDir, { recursive: true })).filter((path) => path.includes(hexOf(layer)));

describe('the transfer of a layer', () => {
  it('is begun again where it breaks off in the middle', async () => {
    const fault = strike('truncate', 1);
    const { report } = await stage.run(OK);
    assert.equal(report.status, 'ok', report.error?.message);
    assert.equal(fault.hits, 1);
    assert.equal((await stage.written()).length, 5);
    assert.ok(stage.lines.some((line) => line.includes(layer) && line.includes('again')));
  });

  const failing: readonly (readonly [what: string, action: FaultAction, ending: unknown])[] = [
    ['breaks off every time', 'truncate', ['undecided', 'REGISTRY_UNAVAILABLE']],
    ['brings other bytes', 'wrong-digest', ['rejected', 'DIGEST_MISMATCH']],
    ['finds nothing there', { kind: 'status', status: 404 }, ['undecided', 'REGISTRY_MISBEHAVED']],
    ['is answered with an error', { kind: 'status', status: 500 }, ['undecided', 'REGISTRY_UNAVAILABLE']],
  ];
  for (const [what, action, expected] of failing) {
    it(`ends the run without a document, and leaves nothing behind, where it ${what}`, async () => {
      strike(action, Infinity);
      const { report } = await stage.run(OK, {}, { retryWindowMs: SHORT_WINDOW_MS });
      assert.deepEqual(ending(report), expected, report.error?.message);
      assert.deepEqual(await stage.written(), []);
      assert.deepEqual(await leftBehind(), []);
    });
  }
});
