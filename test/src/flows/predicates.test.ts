import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, getPredicates, verifyImages, type GetOptions } from '@countersign/core/flows';
import { parseRequirements, parseSignerRules } from '@countersign/core/policy';
import type { TokenClaims } from '@countersign/testbed';
import { spdx } from './documents.js';
import { replaceBundles } from './forge.js';
import { BY_REPOSITORY, openStage, SHORT_WINDOW_MS, why, type Stage } from './stage.js';

const REVIEW = 'https://acme.example/../../review/v1';
const EVIL: TokenClaims = {
  repository: 'evil/app',
  repository_owner: 'evil',
  job_workflow_ref: 'evil/app/.github/workflows/release.yml@refs/tags/v1.0.0',
};

let stage: Stage;
let folder: string;
let on: readonly string[];
const review = (verdict: string) => ({
  type: REVIEW,
  path: 'review.json',
  bytes: Buffer.from(JSON.stringify({ verdict })),
});
const attest = async (predicates: ReturnType<typeof review>[], claims?: TokenClaims, layouts?: 'bundle') => {
  const documents = [
    { kind: 'sbom' as const, path: 's', bytes: spdx(), platform: undefined },
    { kind: 'sbom' as const, path: 's', bytes: spdx(stage.image.platforms[0]?.digest), platform: undefined },
  ];
  const given = claims === undefined ? { signature: true, provenance: true, documents } : { claims };
  const report = await attestImages(
    stage.attest({ on, predicates, ...given, ...(layouts === undefined ? {} : { layouts }) }),
    stage.services(),
  );
  assert.equal(report.status, 'ok', why(report));
};

beforeAll(async () => {
  stage = await openStage();
  on = [stage.reference];
  folder = await mkdtemp(join(tmpdir(), 'countersign-predicates-'));
  await attest([review('good')]);
  await attest([review('evil')], EVIL);
  await replaceBundles(stage, stage.reference, (text) => {
    const bundle = JSON.parse(text) as { dsseEnvelope: { payload: string } };
    const statement = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString();
    bundle.dsseEnvelope.payload = Buffer.from(statement.replace('good', 'forged')).toString('base64');
    return JSON.stringify(bundle);
  });
});
afterAll(async () => {
  await stage.stop();
  await rm(folder, { recursive: true });
});

const verifyInto = (name: string, require: string, changes = {}, rules = BY_REPOSITORY) =>
  verifyImages(
    stage.verify(rules, require, { predicatesDir: join(folder, name), ...changes }),
    stage.services(),
  );
const filesIn = async (name: string): Promise<readonly string[]> =>
  (await readdir(join(folder, name), { recursive: true })).filter((path) => path.endsWith('.json')).sort();

describe('verifying into a folder', () => {
  it('writes the predicates that met the policy, and no other', async () => {
    const report = await verifyInto('met', `signature spdx@all ${REVIEW}`);
    assert.equal(report.status, 'rejected', why(report));
    await assert.rejects(readdir(join(folder, 'met')), { code: 'ENOENT' });

    const accepted = await verifyInto('met', `signature sbom ${REVIEW}`);
    assert.equal(accepted.status, 'ok', why(accepted));
    assert.equal(accepted.predicatesPath, join(folder, 'met'));
    const root = `sha256-${stage.image.digest.slice('sha256:'.length)}`;
    // The provenance verified too, and the platform has an SBOM: neither was asked for.
    assert.deepEqual(await filesIn('met'), [`${root}/predicate-1.json`, `${root}/spdx-1.json`]);
    const text = await readFile(join(folder, 'met', root, 'predicate-1.json'), 'utf8');
    assert.equal(text, '{"verdict":"good"}\n');
    assert.deepEqual(
      JSON.parse(await readFile(join(folder, 'met', root, 'spdx-1.json'), 'utf8')),
      JSON.parse(spdx().toString()),
    );
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('writes nothing where the image is rejected, also in the mode "warn"', async () => {
    for (const mode of ['enforce', 'warn'] as const) {
      const report = await verifyInto(
        'rejected',
        `sbom ${REVIEW}`,
        { mode },
        { sourceRepository: ['acme/x'] },
      );
      assert.equal(report.status, 'rejected', why(report));
      assert.equal(report.predicatesPath, undefined);
      await assert.rejects(readdir(join(folder, 'rejected')), { code: 'ENOENT' });
    }
  });

  it('writes nothing where one image of two is rejected', async () => {
    const unsigned = await stage.push('acme/unsigned', { annotations: { n: 'unsigned' } });
    const report = await verifyInto('two', 'sbom', { on: [stage.reference, unsigned] });
    assert.equal(report.status, 'rejected', why(report));
    await assert.rejects(readdir(join(folder, 'two')), { code: 'ENOENT' });
  });

  it('takes a folder that is empty, and refuses one with anything in it before it asks the registry', async () => {
    await mkdir(join(folder, 'empty'));
    assert.equal((await verifyInto('empty', 'sbom')).status, 'ok');
    const mark = stage.bed.requests.registry.mark();
    const again = await verifyInto('empty', 'sbom');
    assert.equal(again.error?.code, 'INPUT_INVALID', why(again));
    assert.equal(stage.bed.requests.registry.count({}, mark), 0);
    await writeFile(join(folder, 'file'), '');
    assert.equal((await verifyInto('file', 'sbom')).error?.code, 'INPUT_INVALID');
    await mkdir(join(folder, 'target'));
    await symlink(join(folder, 'target'), join(folder, 'link'));
    assert.equal((await verifyInto('link', 'sbom')).error?.code, 'INPUT_INVALID');
    assert.equal((await verifyInto('file/below', 'sbom')).error?.code, 'INPUT_INVALID');
  });
});

const get = (type: string, changes: Partial<GetOptions> = {}, rules = BY_REPOSITORY): GetOptions => {
  const { images, allowTag, plainHttpHosts, trust } = stage.verify();
  const [requirement] = parseRequirements(type, 'index');
  assert.ok(requirement);
  const signers = parseSignerRules(rules);
  const common = { images, allowTag, plainHttpHosts, trust, platforms: 'index' as const };
  return { ...common, signers, requirement, platform: undefined, all: false, ...changes };
};

describe('getting a predicate', () => {
  it('answers the one that an accepted signer made, though others are newer', async () => {
    const report = await getPredicates(get(REVIEW, { all: true }), stage.services());
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(report.predicates, [{ verdict: 'good' }]);
  });

  it('answers what another signer made to whom accepts that one', async () => {
    const report = await getPredicates(
      get(REVIEW, { all: true }, { sourceRepository: ['evil/app'] }),
      stage.services(),
    );
    assert.deepEqual(report.predicates, [{ verdict: 'evil' }]);
  });

  it('answers the newest, and all where they are asked for', async () => {
    await attestImages(stage.attest({ on, predicates: [review('newer')] }), stage.services());
    const one = await getPredicates(get(REVIEW), stage.services());
    assert.deepEqual(one.predicates?.length, 1);
    const all = await getPredicates(get(REVIEW, { all: true }), stage.services());
    assert.deepEqual(
      new Set((all.predicates ?? []).map((predicate) => JSON.stringify(predicate))),
      new Set(['{"verdict":"good"}', '{"verdict":"newer"}']),
    );
    assert.deepEqual(one.predicates.slice(0, 1), all.predicates?.slice(0, 1));
  });

  it("answers a platform's own, never that of the index", async () => {
    const [amd64] = stage.image.platforms;
    const report = await getPredicates(get('spdx', { platform: 'linux/amd64' }), stage.services());
    assert.deepEqual(report.predicates, [JSON.parse(spdx(amd64?.digest).toString())]);
    const none = await getPredicates(get('spdx', { platform: 'linux/arm64' }), stage.services());
    assert.deepEqual([none.status, none.error?.code], ['rejected', 'CLAIM_MISSING'], why(none));
    const unknown = await getPredicates(get('spdx', { platform: 'linux/s390x' }), stage.services());
    assert.equal(unknown.error?.code, 'INPUT_INVALID', why(unknown));
  });

  const nothing: readonly (readonly [
    what: string,
    type: string,
    rules: typeof BY_REPOSITORY,
    code: string,
  ])[] = [
    ['nothing of the type is there', 'cyclonedx', BY_REPOSITORY, 'CLAIM_MISSING'],
    ['nobody accepted signed it', 'spdx', { sourceRepository: ['acme/x'] }, 'SIGNER_NOT_ALLOWED'],
  ];
  for (const [what, type, rules, code] of nothing) {
    it(`is rejected where ${what}`, async () => {
      const report = await getPredicates(get(type, {}, rules), stage.services());
      assert.deepEqual([report.status, report.error?.code], ['rejected', code], why(report));
      assert.equal(report.predicates, undefined);
    });
  }

  it('could not decide where the registry fails', async () => {
    const fault = stage.bed.faults.registry.add({
      match: { method: 'GET', path: /referrers\// },
      times: Infinity,
      action: { kind: 'status', status: 503 },
    });
    const report = await getPredicates(get('spdx'), stage.services(SHORT_WINDOW_MS));
    fault.remove();
    assert.equal(report.status, 'undecided', why(report));
    assert.equal(report.predicates, undefined);
  });
});
