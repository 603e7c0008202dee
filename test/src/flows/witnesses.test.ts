import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { signImages, verifyImages } from '@countersign/core/flows';
import { BY_REPOSITORY, openStage, why, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

describe('keyless signing without a transparency log', () => {
  it('is refused where the trusted root names a log, before a certificate is asked for', async () => {
    const mark = stage.bed.requests.fulcio.mark();
    const report = await signImages(stage.sign({ transparencyLog: 'none' }), stage.services());
    assert.equal(report.error?.code, 'INPUTS_CONTRADICT', why(report));
    assert.equal(stage.bed.requests.fulcio.count({}, mark), 0);
  });

  it('is accepted with a timestamp where the trusted root names no log, and refused by one that does', async () => {
    const root = JSON.parse(await readFile(stage.bed.trustedRoot, 'utf8')) as Record<string, unknown>;
    const path = join(stage.bed.stateDir, 'root-without-logs.json');
    await writeFile(path, JSON.stringify({ ...root, tlogs: [] }));
    const trust = { kind: 'file', path } as const;
    const signed = await signImages(stage.sign({ transparencyLog: 'none', trust }), stage.services());
    assert.equal(signed.status, 'ok', why(signed));
    assert.equal(signed.figures.logEntries, 0);

    const accepted = await verifyImages(
      stage.verify(BY_REPOSITORY, 'signature', { trust }),
      stage.services(),
    );
    assert.equal(accepted.status, 'ok', why(accepted));
    const refused = await verifyImages(stage.verify(BY_REPOSITORY, 'signature'), stage.services());
    assert.equal(refused.status, 'rejected');
    assert.equal(refused.error?.code, 'LOG_ENTRY_INVALID');
  });
});
