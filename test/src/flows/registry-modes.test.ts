import assert from 'node:assert/strict';
import { afterEach, describe, it } from '@jest/globals';
import { attestImages, signImages, verifyImages } from '@countersign/core/flows';
import type { RegistryOptions } from '@countersign/testbed';
import { spdx } from './documents.js';
import { claimsOf, openStage, states, why, type Stage } from './stage.js';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.stop();
  stage = undefined;
});
const open = async (registryOptions: RegistryOptions): Promise<Stage> =>
  (stage = await openStage({ registryOptions }));

const OTHER = { job_workflow_ref: 'acme/app/.github/workflows/other.yml@refs/heads/main' };
const documents = [{ kind: 'sbom', path: 's', bytes: spdx(), platform: undefined }] as const;

/** A first run signs, a second one attests, a third one finds all of it; then a consumer looks. */
async function signAndAttest(on: Stage): Promise<void> {
  const signed = await signImages(on.sign(), on.services());
  assert.deepEqual([signed.status, states(signed)], ['ok', { stored: 6 }], why(signed));
  const wanted = { signature: true, provenance: true, documents };
  const attested = await attestImages(on.attest(wanted), on.services());
  assert.deepEqual([attested.status, states(attested)], ['ok', { present: 6, stored: 8 }], why(attested));
  const again = await attestImages(on.attest(wanted), on.services());
  assert.deepEqual([again.status, states(again)], ['ok', { present: 14 }], why(again));
  const report = await verifyImages(on.verify(undefined, 'signature provenance sbom'), on.services());
  assert.equal(report.status, 'ok', why(report));
  assert.deepEqual(states(report), { verified: 14 });
}

const fallbackTags = ({ bed, image }: Stage): readonly string[] =>
  Object.keys(bed.services.registry.tags('acme/app')).filter((tag) =>
    [image, ...image.platforms].some(({ digest }) => tag === digest.replace(':', '-')),
  );

describe('a registry that', () => {
  for (const referrers of ['header', 'wrong-type'] as const) {
    for (const ifMatch of [true, false]) {
      const what =
        referrers === 'header'
          ? 'has no referrers API behind its OCI-Subject'
          : 'lists referrers as another type';
      it(`${what} gets the fallback index, ${ifMatch ? 'under a condition' : 'confirmed by reading'}`, async () => {
        const on = await open({ referrers, ifMatch });
        await signAndAttest(on);
        assert.equal(fallbackTags(on).length, 3);
      });
    }
  }

  it('has the referrers API gets no fallback index', async () => {
    const on = await open({});
    await signAndAttest(on);
    assert.deepEqual(fallbackTags(on), []);
  });

  it('never moves a tag takes one run whole, and says to the next where claims could go', async () => {
    const on = await open({ immutableTags: () => true });
    const first = await attestImages(on.attest({ signature: true, documents }), on.services());
    assert.equal(first.status, 'ok', why(first));

    const second = await signImages(on.sign({ claims: OTHER, platforms: 'index' }), on.services());
    assert.equal(second.error?.code, 'TAG_IMMUTABLE', why(second));
    assert.match(second.error.remedy, /sha256-\*.*signature-repository/s);
    assert.deepEqual(
      claimsOf(second).map(({ layout, state }) => `${layout} ${state}`),
      ['signature-tag unreached', 'bundle-referrer stored'],
    );
    // What the first run stored is what it was.
    const report = await verifyImages(on.verify(undefined, 'signature sbom'), on.services());
    assert.equal(report.status, 'ok', why(report));

    // With bundles alone there is no tag to move.
    const bundles = await signImages(
      on.sign({ claims: { ...OTHER, ref: 'refs/heads/main' }, platforms: 'index', layouts: 'bundle' }),
      on.services(),
    );
    assert.equal(bundles.status, 'ok', why(bundles));
  });

  it('neither moves a tag nor lists referrers says so before anything counts as stored', async () => {
    const on = await open({ immutableTags: () => true, referrers: false });
    const first = await signImages(on.sign({ platforms: 'index' }), on.services());
    assert.equal(first.status, 'ok', why(first));
    const second = await attestImages(on.attest({ documents, platforms: 'index' }), on.services());
    assert.equal(second.error?.code, 'TAG_IMMUTABLE', why(second));
    assert.match(second.error.remedy, /signature-repository/);
    const state = claimsOf(second).find(({ layout }) => layout === 'bundle-referrer')?.state;
    assert.equal(state, 'unreached');
  });
});
