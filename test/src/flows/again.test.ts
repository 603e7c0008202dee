import assert from 'node:assert/strict';
import { afterEach, describe, it } from '@jest/globals';
import { attestImages, signImages, verifyImages } from '@countersign/core/flows';
import { spdx } from './documents.js';
import { claimsOf, openStage, SHORT_WINDOW_MS, states, why, type Stage } from './stage.js';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.stop();
  stage = undefined;
});

const documents = [{ kind: 'sbom' as const, path: 'sbom.json', bytes: spdx(), platform: undefined }];

describe('a run that was interrupted', () => {
  const stops = [
    ['before the signature tag', /manifests\/sha256-[0-9a-f]{64}\.sig$/, 1],
    ['before the attestation tag', /manifests\/sha256-[0-9a-f]{64}\.att$/, 0],
  ] as const;
  for (const [when, path, newEntries] of stops) {
    it(`${when} is completed by the next, which signs only what is missing`, async () => {
      stage = await openStage();
      const options = { signature: true, documents, platforms: 'index' } as const;
      const fault = stage.bed.faults.registry.add({
        match: { method: 'PUT', path },
        times: Infinity,
        action: { kind: 'status', status: 503 },
      });
      const broken = await attestImages(stage.attest(options), stage.services(SHORT_WINDOW_MS));
      assert.equal(broken.status, 'undecided', why(broken));
      assert.equal(broken.images[0]?.error?.code, 'REGISTRY_UNAVAILABLE');
      fault.remove();

      const rekor = stage.bed.requests.rekor.mark();
      const completed = await attestImages(stage.attest(options), stage.services());
      assert.equal(completed.status, 'ok', why(completed));
      const entries = stage.bed.requests.rekor.count({ method: 'POST' }, rekor);
      if (newEntries === 0) assert.equal(entries, 0);
      const verified = await verifyImages(
        stage.verify(undefined, 'signature sbom', { platforms: 'index' }),
        stage.services(),
      );
      assert.equal(verified.status, 'ok', why(verified));
      assert.deepEqual(states(verified), { verified: 4 });
    });
  }

  it('between the bundles and the attestation tag leaves one entry for both', async () => {
    stage = await openStage();
    const options = { documents, platforms: 'index' } as const;
    const bundle = await attestImages(stage.attest({ ...options, layouts: 'bundle' }), stage.services());
    const whole = await attestImages(stage.attest(options), stage.services());
    assert.equal(whole.status, 'ok', why(whole));
    assert.deepEqual(states(whole), { present: 1, stored: 1 });
    assert.equal(whole.figures.logEntries, 0);
    const [index] = claimsOf(bundle).map(({ logIndex }) => logIndex);
    assert.deepEqual([...new Set(claimsOf(whole).map(({ logIndex }) => logIndex))], [index]);
  });
});

describe('a service that stays away', () => {
  const services = [
    ['fulcio', 'FULCIO_UNAVAILABLE'],
    ['rekor', 'LOG_UNAVAILABLE'],
    ['tsa', 'TSA_UNAVAILABLE'],
  ] as const;
  for (const [service, code] of services) {
    it(`leaves nothing half written: ${service}`, async () => {
      stage = await openStage();
      const fault = stage.bed.faults[service].add({
        match: {},
        times: Infinity,
        action: { kind: 'status', status: 500 },
      });
      const mark = stage.bed.requests.registry.mark();
      const report = await signImages(stage.sign({ platforms: 'index' }), stage.services(SHORT_WINDOW_MS));
      assert.deepEqual([report.status, report.error?.code], ['undecided', code], why(report));
      assert.deepEqual(states(report), { unreached: 2 });
      assert.equal(stage.bed.requests.registry.count({ method: 'PUT' }, mark), 0);
      fault.remove();
      const again = await signImages(stage.sign({ platforms: 'index' }), stage.services());
      assert.deepEqual(states(again), { stored: 2 }, why(again));
    });
  }
});

describe('many runs that attest one image at the same moment', () => {
  for (const ifMatch of [true, false]) {
    it(`lose nothing where If-Match is ${ifMatch ? 'honoured' : 'ignored'}`, async () => {
      stage = await openStage({ referrers: false, ifMatch });
      const here = stage;
      const types = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://acme.example/${name}`);
      const reports = await Promise.all(
        types.map((type) =>
          attestImages(
            here.attest({
              platforms: 'index',
              settleMs: 100,
              predicates: [{ type, path: 'p.json', bytes: Buffer.from('{}') }],
            }),
            here.services(),
          ),
        ),
      );
      for (const report of reports) assert.equal(report.status, 'ok', why(report));
      const verified = await verifyImages(
        here.verify(undefined, types.join(' '), { platforms: 'index' }),
        here.services(),
      );
      assert.equal(verified.status, 'ok', why(verified));
      assert.deepEqual(states(verified), { verified: 12 });
    });
  }
});

describe('a claim of another signer', () => {
  it('does not count as there already', async () => {
    stage = await openStage();
    const other = { job_workflow_ref: 'acme/app/.github/workflows/other.yml@refs/heads/main' };
    const first = await signImages(stage.sign({ claims: other, platforms: 'index' }), stage.services());
    assert.deepEqual(states(first), { stored: 2 }, why(first));
    const second = await signImages(stage.sign({ platforms: 'index' }), stage.services());
    assert.deepEqual(states(second), { stored: 2 }, why(second));
    const verified = await verifyImages(
      stage.verify(undefined, undefined, { platforms: 'index' }),
      stage.services(),
    );
    assert.deepEqual(states(verified), { verified: 4 }, why(verified));
  });
});

describe('tags that cannot be changed', () => {
  it('cost their layout alone, and a second run signs nothing again', async () => {
    let locked = true;
    stage = await openStage({
      registryOptions: { immutableTags: (tag) => locked && tag.startsWith('sha256-') },
    });
    const other = { job_workflow_ref: 'acme/app/.github/workflows/other.yml@refs/heads/main' };
    await signImages(stage.sign({ claims: other, platforms: 'index' }), stage.services());

    const refused = await signImages(stage.sign({ platforms: 'index' }), stage.services());
    assert.equal(refused.error?.code, 'TAG_IMMUTABLE', why(refused));
    assert.match(refused.error.message, /signature-tag/);
    assert.match(refused.error.remedy, /sha256-\*/);
    const reached = claimsOf(refused).map(({ layout, state }) => [layout, state]);
    assert.deepEqual(reached, [
      ['signature-tag', 'unreached'],
      ['bundle-referrer', 'stored'],
    ]);

    const rekor = stage.bed.requests.rekor.mark();
    const again = await signImages(stage.sign({ platforms: 'index' }), stage.services());
    assert.equal(again.error?.code, 'TAG_IMMUTABLE', why(again));
    assert.deepEqual(
      claimsOf(again).map(({ state }) => state),
      ['unreached', 'present'],
    );

    locked = false;
    const completed = await signImages(stage.sign({ platforms: 'index' }), stage.services());
    assert.equal(completed.status, 'ok', why(completed));
    assert.deepEqual(states(completed), { present: 1, stored: 1 });
    assert.equal(stage.bed.requests.rekor.count({ method: 'POST' }, rekor), 0);
  });
});

describe('one image in several repositories', () => {
  it('is signed and logged once and stored in each', async () => {
    stage = await openStage();
    const on = [stage.reference, await stage.push('acme/mirror'), await stage.push('other/app')];
    const report = await attestImages(stage.attest({ on, signature: true, documents }), stage.services());
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { stored: 24 });
    assert.equal(report.figures.logEntries, 7);
    for (const one of on) {
      const verified = await verifyImages(
        stage.verify(undefined, 'signature sbom', { on: [one] }),
        stage.services(),
      );
      assert.equal(verified.status, 'ok', why(verified));
    }
  });

  it('is completed in the others where one fails, and the one is named', async () => {
    stage = await openStage();
    const failing = await stage.push('acme/broken');
    const on = [failing, stage.reference];
    const fault = stage.bed.faults.registry.add({
      match: { method: 'PUT', path: /acme\/broken\/manifests/ },
      times: Infinity,
      action: { kind: 'status', status: 500 },
    });
    const report = await signImages(stage.sign({ on }), stage.services(SHORT_WINDOW_MS));
    assert.equal(report.status, 'undecided', why(report));
    assert.match(report.error?.message ?? '', /acme\/broken/);
    assert.deepEqual(
      report.images.map(({ error }) => error?.code),
      ['REGISTRY_UNAVAILABLE', undefined],
    );
    const good = await verifyImages(stage.verify(), stage.services());
    assert.equal(good.status, 'ok', why(good));

    fault.remove();
    const rekor = stage.bed.requests.rekor.mark();
    const completed = await signImages(stage.sign({ on }), stage.services());
    assert.equal(completed.status, 'ok', why(completed));
    assert.equal(stage.bed.requests.rekor.count({ method: 'POST' }, rekor), 0);
  });
});
