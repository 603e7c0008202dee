import assert from 'node:assert/strict';
import { afterEach, describe, it } from '@jest/globals';
import { attestImages, describeTree, verifyImages, type FlowReport } from '@countersign/core/flows';
import { systemClock } from '@countersign/core/http';
import type { RegistryOptions } from '@countersign/testbed';
import { claimsOf, openStage, SHORT_WINDOW_MS, states, why, type Stage } from './stage.js';

const TYPE = 'https://team.example/scan/v1';
const RUNS = 60;
const OTHER = { job_workflow_ref: 'acme/app/.github/workflows/nightly.yml@refs/heads/main' };
const OTHER_IDENTITY = 'https://github.com/acme/app/.github/workflows/nightly.yml@refs/heads/main';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.stop();
  stage = undefined;
});

const open = async (options: RegistryOptions = {}): Promise<Stage> => {
  stage = await openStage({ registryOptions: options });
  return stage;
};
/** What was found on the n-th day. */
const scan = (run: number) => [
  { type: TYPE, path: 'scan.json', bytes: Buffer.from(JSON.stringify({ run })) },
];
const attest = (
  on: Stage,
  run: number,
  changes: Parameters<Stage['attest']>[0] = {},
  windowMs?: number,
): Promise<FlowReport> =>
  attestImages(
    on.attest({ predicates: scan(run), platforms: 'index', supersede: { from: [] }, ...changes }),
    on.services(windowMs),
  );
const claimsThere = async (on: Stage) =>
  claimsOf(await describeTree(on.tree(), on.services())).filter(
    ({ predicateType }) => predicateType === TYPE,
  );

describe('a claim that supersedes', () => {
  for (const [what, options] of [
    ['deletes manifests', {}],
    ['has no referrers API', { referrers: false }],
    ['has neither the referrers API nor conditional writes', { referrers: false, ifMatch: false }],
  ] as const) {
    it(`is the only one of its type after ${RUNS} runs on a registry that ${what}`, async () => {
      const on = await open(options);
      const signed = await attest(on, 0, { signature: true });
      assert.equal(signed.status, 'ok', why(signed));
      for (let run = 1; run <= RUNS; run += 1) {
        const report = await attest(on, run);
        assert.equal(report.status, 'ok', `run ${run}: ${why(report)}`);
      }
      const there = await claimsThere(on);
      assert.deepEqual(there.map(({ layout }) => layout).sort(), ['attestation-tag', 'bundle-referrer']);
      const verified = await verifyImages(
        on.verify(undefined, `signature ${TYPE}`, { platforms: 'index' }),
        on.services(),
      );
      assert.equal(verified.status, 'ok', why(verified));
    }, 120_000);
  }

  it('is refused at the limit, before anything is signed, where the registry lists referrers and deletes none', async () => {
    const on = await open({ delete: false });
    let report = await attest(on, 0);
    let runs = 1;
    const warned: number[] = [];
    for (; report.status === 'ok'; runs += 1) {
      if (report.notices.some(({ level, text }) => level === 'warning' && text.includes('at most 50'))) {
        warned.push(runs);
      }
      const mark = on.bed.requests.rekor.mark();
      report = await attest(on, runs);
      if (report.status !== 'ok') assert.equal(on.bed.requests.rekor.count({ method: 'POST' }, mark), 0);
    }
    assert.equal(runs, 51);
    assert.equal(warned[0], 41, 'the first that finds 40 there');
    assert.equal(report.error?.code, 'LIMIT_EXCEEDED');
    for (const remedy of [/[Dd]elete referrers/, /supersede/, /max-referrers/]) {
      assert.match(report.error.remedy, remedy);
    }
    const verified = await verifyImages(on.verify(undefined, TYPE, { platforms: 'index' }), on.services());
    assert.equal(verified.status, 'ok', why(verified));
    assert.deepEqual(states(verified), { verified: 2, superseded: 49 });
  }, 120_000);

  it('leaves claims of another type and of other signers alone', async () => {
    const on = await open();
    await attest(on, 1, { signature: true, provenance: true });
    await attest(on, 2, { claims: OTHER });
    const report = await attest(on, 3);
    assert.equal(report.status, 'ok', why(report));
    assert.equal((await claimsThere(on)).filter(({ identity }) => identity === OTHER_IDENTITY).length, 2);
    const verified = await verifyImages(
      on.verify(undefined, 'signature provenance', { platforms: 'index' }),
      on.services(),
    );
    assert.equal(verified.status, 'ok', why(verified));
  });

  it('takes the place of those of another signer who is named', async () => {
    const on = await open();
    await attest(on, 1, { claims: OTHER });
    await attest(on, 2, { supersede: { from: [OTHER_IDENTITY] } });
    const there = await claimsThere(on);
    assert.deepEqual([there.length, new Set(there.map(({ identity }) => identity)).size], [2, 1]);
    assert.notEqual(there[0]?.identity, OTHER_IDENTITY);
  });

  it('leaves everything where it is not asked for', async () => {
    const on = await open();
    for (const run of [1, 2]) {
      await attestImages(on.attest({ predicates: scan(run), platforms: 'index' }), on.services());
    }
    assert.equal((await claimsThere(on)).length, 4);
  });

  it('keeps two documents of one type that come in one run', async () => {
    const on = await open();
    const report = await attest(on, 1, { predicates: [...scan(1), ...scan(2)] });
    assert.equal(report.status, 'ok', why(report));
    await attest(on, 1, { predicates: [...scan(1), ...scan(2)] });
    assert.equal((await claimsThere(on)).length, 4);
  });

  it('is completed by a second run where the first could not take the older ones away', async () => {
    const on = await open();
    await attest(on, 1);
    // Witnesses sign whole seconds, and of two claims of one second none is the older.
    await systemClock.sleep(1000);
    const fault = on.bed.faults.registry.add({
      match: { method: 'DELETE', path: /manifests/ },
      times: Infinity,
      action: { kind: 'status', status: 503 },
    });
    const broken = await attest(on, 2, {}, SHORT_WINDOW_MS);
    assert.equal(broken.status, 'undecided', why(broken));
    fault.remove();
    const again = await attest(on, 2);
    assert.equal(again.status, 'ok', why(again));
    assert.equal(again.figures.logEntries, 0, 'nothing is signed twice');
    assert.equal((await claimsThere(on)).length, 2);
  });

  it('does not count as there once a newer one took its place: what is said again is signed anew', async () => {
    const on = await open({ delete: false });
    await attest(on, 1);
    await attest(on, 2);
    const again = await attest(on, 1);
    assert.equal(again.status, 'ok', why(again));
    assert.equal(again.figures.logEntries > 0, true);
    const verified = await verifyImages(on.verify(undefined, TYPE, { platforms: 'index' }), on.services());
    assert.deepEqual(states(verified), { verified: 2, superseded: 2 });
  });

  for (const [what, options] of [
    ['deletes manifests', {}],
    ['has no referrers API', { referrers: false }],
  ] as const) {
    it(`leaves one at least where runs of one second are run again at once on a registry that ${what}`, async () => {
      const on = await open(options);
      const runs = [1, 2, 3, 4];
      // Signed within one second, or as good as that: then neither is older.
      await Promise.all(
        runs.map((run) =>
          attestImages(on.attest({ predicates: scan(run), platforms: 'index' }), on.services()),
        ),
      );
      const again = await Promise.all(runs.map((run) => attest(on, run)));
      for (const report of again) assert.equal(report.status, 'ok', why(report));
      const there = await claimsThere(on);
      const layouts = new Set(there.filter(({ state }) => state === 'verified').map(({ layout }) => layout));
      assert.deepEqual([...layouts].sort(), ['attestation-tag', 'bundle-referrer']);
    }, 60_000);

    it(`leaves one at least where 16 runs sign at once, again and again, on a registry that ${what}`, async () => {
      const on = await open(options);
      for (let round = 0; round < 2; round += 1) {
        const reports = await Promise.all(
          Array.from({ length: 16 }, (_, index) => attest(on, 100 * round + index)),
        );
        for (const report of reports) assert.equal(report.status, 'ok', why(report));
        const there = await claimsThere(on);
        const layouts = new Set(
          there.filter(({ state }) => state === 'verified').map(({ layout }) => layout),
        );
        assert.deepEqual([...layouts].sort(), ['attestation-tag', 'bundle-referrer']);
      }
    }, 120_000);
  }

  it('says in a dry run how many would give way, and takes none away', async () => {
    const on = await open();
    const key = undefined;
    await attest(on, 1, { key });
    const report = await attest(on, 2, { dryRun: true });
    assert.equal(report.status, 'ok', why(report));
    assert.equal((await claimsThere(on)).length, 2);
  });
});
