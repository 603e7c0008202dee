import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { describeTree, signImages, verifyImages } from '@countersign/core/flows';
import { claimsOf, IDENTITY, ISSUER, openStage, states, why, type Stage } from './stage.js';

describe('signing an image with two platforms', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());

  it('is rejected by verification before', async () => {
    const report = await verifyImages(stage.verify(), stage.services());
    assert.equal(report.status, 'rejected', why(report));
    assert.equal(report.error?.code, 'CLAIM_MISSING');
  });

  it('stores a signature in both layouts beside the index and each platform', async () => {
    const report = await signImages(stage.sign(), stage.services());
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { stored: 6 });
    assert.deepEqual(report.signer, { identity: IDENTITY, issuer: ISSUER });
    assert.equal(report.figures.logEntries, 6);
    assert.equal(report.figures.certificates, 1);
    assert.equal(report.bundles.length, 3);
  });

  it('is accepted by verification after', async () => {
    const report = await verifyImages(stage.verify(), stage.services());
    assert.equal(report.status, 'ok', why(report));
    assert.equal(report.images[0]?.requirements.length, 3);
  });

  it('adds nothing when it is run again', async () => {
    const mark = stage.bed.requests.registry.mark();
    const entries = stage.bed.requests.fulcio.mark();
    const report = await signImages(stage.sign(), stage.services());
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { present: 6 });
    assert.equal(stage.bed.requests.registry.count({ method: 'PUT' }, mark), 0);
    assert.equal(stage.bed.requests.fulcio.count({}, entries), 0);
  });

  it('shows in the tree with who signed it', async () => {
    const report = await describeTree(stage.tree(), stage.services());
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { verified: 6 });
    assert.deepEqual([...new Set(claimsOf(report).map(({ identity }) => identity))], [IDENTITY]);
  });
});
