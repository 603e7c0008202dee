import assert from 'node:assert/strict';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import type { RawValues } from '@countersign/core/options';
import type { Behaviour } from './fake-grype.js';
import { openStage, why, type Stage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.close();
});

const DAYS_AGO = (days: number): string => new Date(Date.now() - days * 24 * 3_600_000).toISOString();

/** Nothing was decided, whatever was found before: neither clean nor a violation. */
async function assertUndecided(behaviour: Behaviour, code: string, raw: RawValues = {}): Promise<void> {
  await stage.grype.behave(behaviour);
  const report = await stage.run({ sbom: await stage.sbom('app.syft.json'), ...raw });
  assert.equal(report.error?.code, code, why(report));
  assert.equal(report.status, 'undecided');
  assert.equal(report.scan, undefined);
}

describe('a scanner that does not finish its work', () => {
  const failures: readonly (readonly [
    what: string,
    scan: NonNullable<Behaviour['scan']>,
    raw?: RawValues,
  ])[] = [
    ['ends with 1', { exit: 1, message: 'ERROR failed to catalog' }],
    ['ends with the status of a gate, which nobody asked for', { exit: 2 }],
    ['ends with 1 although it wrote a report', { text: '{"matches":[]}', exit: 1 }],
    ['dies', { crash: true }],
    ['hangs', { sleepMs: 60_000 }, { 'scan-timeout': '1s' }],
  ];
  for (const [what, scan, raw] of failures)
    it(`decides nothing where it ${what}`, async () => {
      await assertUndecided({ scan }, 'PROGRAM_FAILED', raw);
    });

  const garbage: readonly (readonly [what: string, text: string])[] = [
    ['nothing', ''],
    ['a log line', 'panic: runtime error'],
    ['half a report', '{"matches":['],
    ['another document', '{"runs":[]}'],
    ['a report without matches', '{"descriptor":{"name":"grype","version":"0.117.0"}}'],
  ];
  for (const [what, text] of garbage)
    it(`is never clean where it writes ${what}`, async () => {
      await stage.grype.behave({ scan: { text } });
      const report = await stage.run({ sbom: await stage.sbom('app.syft.json') });
      assert.deepEqual([report.error?.code, report.status], ['REPORT_INVALID', 'undecided'], why(report));
      assert.equal(report.scan, undefined);
    });

  it('is a mistake of the inputs where grype-path names no file', async () => {
    const report = await stage.run({ sbom: await stage.sbom('app.syft.json'), 'grype-path': 'no/grype' });
    assert.deepEqual([report.error?.code, report.status], ['INPUT_INVALID', 'error'], why(report));
    assert.equal(report.scan, undefined);
  });

  it('tells what the scanner said, without its colours', async () => {
    await stage.grype.behave({ scan: { exit: 1, message: '\u001b[31mno such catalog\u001b[0m' } });
    const { error } = await stage.run({ sbom: await stage.sbom('app.syft.json') });
    assert.match(error?.message ?? '', /no such catalog/);
    assert.ok(!(error?.message ?? '\u001b').includes('\u001b'));
  });

  it('is told to be at work while it takes its time', async () => {
    await stage.grype.behave({ scan: { sleepMs: 1_000 } });
    await stage.run({ sbom: await stage.sbom('app.syft.json') });
    const started = stage.lines.indexOf('Scanning app.syft.json with grype');
    const still = stage.lines.indexOf('Still scanning app.syft.json (0.5 min)');
    assert.ok(0 <= started && started < still, stage.lines.join('\n'));
  });

  it('ends in order where the run is interrupted', async () => {
    await stage.grype.behave({ scan: { sleepMs: 60_000 } });
    const abort = new AbortController();
    const running = stage.run({ sbom: await stage.sbom('app.syft.json') }, { signal: abort.signal });
    setTimeout(() => {
      abort.abort();
    }, 500);
    const report = await running;
    assert.deepEqual([report.error?.code, report.status], ['INTERRUPTED', 'undecided']);
  });

  it('is refused where it is another program, or reads other databases', async () => {
    await assertUndecided({ schema: 5 }, 'PROGRAM_FAILED');
  });
});

describe('the vulnerability database', () => {
  const unusable: readonly (readonly [what: string, behaviour: Behaviour, raw?: RawValues])[] = [
    ['is missing', { status: { valid: false, error: 'database does not exist' } }],
    ['is older than 5 days', { status: { built: DAYS_AGO(6) } }],
    ['is older than it may be', { status: { built: DAYS_AGO(2) } }, { 'max-db-age': '36h' }],
    ['is from the future', { status: { built: DAYS_AGO(-3) } }],
    ['is described by garbage', { statusText: 'Segmentation fault' }],
    ['changed under the scan to an old one', { scan: { built: DAYS_AGO(30) } }],
  ];
  for (const [what, behaviour, raw] of unusable)
    it(`decides nothing where it ${what}`, async () => {
      await assertUndecided(behaviour, 'DATABASE_UNUSABLE', raw);
    });

  it('is looked at before a folder is described, and after it is seen to be there', async () => {
    await stage.write('checkout/package-lock.json', '{}');
    await stage.grype.behave({ status: { built: DAYS_AGO(6) } });
    const old = await stage.run({ path: 'checkout' });
    assert.deepEqual([old.error?.code, old.status], ['DATABASE_UNUSABLE', 'undecided'], why(old));
    assert.ok(!stage.lines.some((line) => line.includes('syft')), stage.lines.join('\n'));
    const calls = (await stage.grype.calls()).length;
    const gone = await stage.run({ path: 'gone' });
    assert.deepEqual([gone.error?.code, gone.status], ['INPUT_INVALID', 'error'], why(gone));
    assert.equal((await stage.grype.calls()).length, calls);
  });

  it('that is imported from a file is that of runs with this file alone, and is imported once', async () => {
    const sbom = await stage.sbom('app.syft.json');
    await stage.write('some.tar.zst', 'a database');
    await stage.write('other.tar.zst', 'another database');
    await stage.run({ sbom, 'db-file': 'some.tar.zst' });
    await stage.run({ sbom, 'db-file': 'some.tar.zst' });
    await stage.run({ sbom, 'db-file': 'other.tar.zst' });
    await stage.run({ sbom });
    await stage.run({ sbom, 'db-file': 'some.tar.zst', 'db-dir': 'db' });
    const calls = await stage.grype.calls();
    assert.equal(calls.filter(({ args }) => args[1] === 'import').length, 3);
    const [one, again, other, shared, named] = calls
      .filter(({ args }) => args[1] === 'status')
      .map(({ env }) => env.GRYPE_DB_CACHE_DIR);
    assert.equal(one, again);
    assert.equal(new Set([one, other, shared, named]).size, 4);
    assert.equal(named, join(stage.folder, 'db'));
  });

  it('that cannot be imported decides nothing, and leaves nothing for the next run', async () => {
    await stage.write('some.tar.zst', 'a database');
    for (const times of [1, 2]) {
      await assertUndecided({ importExit: 1 }, 'DATABASE_UNUSABLE', { 'db-file': 'some.tar.zst' });
      const imports = (await stage.grype.calls()).filter(({ args }) => args[1] === 'import');
      assert.equal(imports.length, times);
    }
    assert.deepEqual(await readdir(join(stage.folder, 'cache', 'grype-db-files')), []);
  });

  for (const file of ['nosuch.tar.zst', '.'])
    it(`is a mistake of the inputs where db-file names ${file}, found before anything is run`, async () => {
      const report = await stage.run({ sbom: await stage.sbom('app.syft.json'), 'db-file': file });
      assert.deepEqual([report.error?.code, report.status], ['INPUT_INVALID', 'error'], why(report));
      assert.deepEqual(await stage.grype.calls(), []);
    });

  it('may be as old as the caller says', async () => {
    await stage.grype.behave({ status: { built: DAYS_AGO(300) } });
    const report = await stage.run({ sbom: await stage.sbom('app.syft.json'), 'max-db-age': '400d' });
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
    const calls = await stage.grype.calls();
    assert.equal(calls.at(-1)?.env.GRYPE_DB_MAX_ALLOWED_BUILT_AGE, `${400 * 24 * 3600}s`);
  });

  it('is updated again after a failure', async () => {
    await stage.grype.behave({ updates: [1, 1, 0] });
    const report = await stage.run({ sbom: await stage.sbom('app.syft.json') });
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
    assert.equal((await stage.grype.calls()).filter(({ args }) => args[1] === 'update').length, 3);
    assert.deepEqual(
      report.notices.filter(({ level }) => level === 'warning'),
      [],
    );
  });

  it('serves a run whose update fails, with a warning, while it is young enough', async () => {
    await stage.grype.behave({ updates: [1] });
    const report = await stage.run({ sbom: await stage.sbom('app.syft.json') });
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
    assert.ok(report.notices.some(({ level, text }) => level === 'warning' && text.includes('503')));
  });

  it('says why the update failed where it is then too old', async () => {
    await stage.grype.behave({ updates: [1], status: { built: DAYS_AGO(6) } });
    const { error } = await stage.run({ sbom: await stage.sbom('app.syft.json') });
    assert.equal(error?.code, 'DATABASE_UNUSABLE');
    assert.match(error.message, /503 Service Unavailable/);
  });

  it('is not touched with db-update: never', async () => {
    await stage.run({ sbom: await stage.sbom('app.syft.json'), 'db-update': 'never' });
    const words = (await stage.grype.calls()).map(({ args }) => args.slice(0, 2).join(' '));
    assert.ok(!words.includes('db update') && words.includes('db status'));
  });
});

describe('what grype is given', () => {
  it('is no token of the job, no rule of the checkout, and no setting of others', async () => {
    const sbom = await stage.sbom('app.syft.json');
    await stage.write('.grype.yaml', 'ignore:\n  - vulnerability: GHSA-xvch-5gv4-984h\n');
    const env = {
      GITHUB_TOKEN: 'ghs_secret',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
      GRYPE_ONLY_FIXED: 'true',
      GRYPE_DB_VALIDATE_AGE: 'false',
      HOME: stage.folder,
    };
    await stage.run({ sbom }, { env });
    const calls = await stage.grype.calls();
    assert.ok(calls.length >= 4);
    for (const { env: seen, cwd, filesInCwd } of calls) {
      const names = Object.keys(seen).filter((name) => /TOKEN|SECRET|GITHUB|ONLY_FIXED/.test(name));
      assert.deepEqual(names, []);
      assert.equal(seen.GRYPE_DB_AUTO_UPDATE, 'false');
      assert.equal(seen.GRYPE_DB_VALIDATE_AGE, 'true');
      assert.equal(seen.GRYPE_CHECK_FOR_APP_UPDATE, 'false');
      assert.notEqual(seen.HOME, stage.folder);
      assert.notEqual(cwd, stage.folder);
      assert.deepEqual(filesInCwd, []);
    }
    const [scanned, ...rest] = calls.at(-1)?.args ?? [];
    assert.match(scanned ?? '', /^sbom:\/.*\/app\.syft\.json$/);
    assert.deepEqual(rest, ['-o', 'json']);
  });

  it('leaves nothing behind but the files of the report', async () => {
    const report = await stage.run({ sbom: await stage.sbom('app.syft.json') });
    assert.ok(report.scan !== undefined, why(report));
    const calls = await stage.grype.calls();
    await assert.rejects(access(calls[0]?.cwd ?? ''));
  });
});
