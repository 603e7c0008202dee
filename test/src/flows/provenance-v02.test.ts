import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, getPredicates, verifyImages } from '@countersign/core/flows';
import { parseRequirements, parseSignerRules, type RawSignerRules } from '@countersign/core/policy';
import type { TokenClaims } from '@countersign/testbed';
import { copyBundles, replaceBundles } from './forge.js';
import { BY_REPOSITORY, claimsOf, openStage, why, type Stage } from './stage.js';

const V02 = 'https://slsa.dev/provenance/v0.2';
const GENERATOR = 'slsa-framework/slsa-github-generator/.github/workflows/generator_container_slsa3.yml';
/** The reusable workflow signs, for the repository that calls it. */
const BY_GENERATOR: TokenClaims = { job_workflow_ref: `${GENERATOR}@refs/tags/v2.1.0` };
const RULES: RawSignerRules = { signerWorkflow: [GENERATOR], sourceRepository: ['acme/app'] };

/** Made after slsa-github-generator's internal/builders/container/README.md, "Provenance Example". */
const predicate = {
  builder: { id: `https://github.com/${GENERATOR}@refs/tags/v2.1.0` },
  buildType: 'https://github.com/slsa-framework/slsa-github-generator/container@v1',
  invocation: {
    configSource: {
      uri: 'git+https://github.com/acme/app@refs/tags/v1.0.0',
      digest: { sha1: 'a'.repeat(40) },
      entryPoint: '.github/workflows/release.yml',
    },
    parameters: {},
    environment: { github_event_name: 'push', github_run_id: '1', github_run_attempt: '1' },
  },
  metadata: {
    buildInvocationID: '1-1',
    completeness: { parameters: true, environment: false, materials: false },
    reproducible: false,
  },
  materials: [{ uri: 'git+https://github.com/acme/app@refs/tags/v1.0.0', digest: { sha1: 'a'.repeat(40) } }],
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

/** As the generator does: on the digest given alone. */
async function provenanceOf(
  name: string,
  {
    claims = BY_GENERATOR,
    type = V02,
    layouts = 'all',
  }: {
    claims?: TokenClaims;
    type?: string;
    layouts?: 'all' | 'bundle' | 'legacy';
  } = {},
): Promise<string> {
  const reference = await stage.push(`acme/${name}`, { annotations: { name } });
  const report = await attestImages(
    stage.attest({
      on: [reference],
      claims,
      layouts,
      platforms: 'index',
      predicates: [{ type, path: 'p', bytes: Buffer.from(JSON.stringify(predicate)) }],
    }),
    stage.services(),
  );
  assert.equal(report.status, 'ok', why(report));
  return reference;
}

const verify = (
  reference: string,
  word = 'provenance',
  rules = RULES,
  platforms: 'all' | 'index' = 'index',
) => verifyImages(stage.verify(rules, word, { on: [reference], platforms }), stage.services());

describe('SLSA provenance v0.2 of the container generator', () => {
  for (const layouts of ['all', 'bundle', 'legacy'] as const) {
    it(`meets "require: provenance" (layouts: ${layouts})`, async () => {
      const reference = await provenanceOf(`good-${layouts}`, { layouts });
      for (const word of ['provenance', 'slsaprovenance', 'slsaprovenance02', V02]) {
        const report = await verify(reference, word);
        assert.equal(report.status, 'ok', `${word}: ${why(report)}`);
      }
      const v1 = await verify(reference, 'slsaprovenance1');
      assert.equal(v1.error?.code, 'CLAIM_MISSING', why(v1));
    });
  }

  it('is printed, and written to a file whose name tells the version', async () => {
    const reference = await provenanceOf('printed');
    const [requirement] = parseRequirements('slsaprovenance', 'index');
    assert.ok(requirement);
    const got = await getPredicates(
      {
        ...stage.tree([reference]),
        signers: parseSignerRules(RULES),
        requirement,
        platform: undefined,
        all: true,
      },
      stage.services(),
    );
    assert.deepEqual(got.predicates, [predicate]);
    const predicatesDir = join(stage.bed.stateDir, 'predicates');
    const options = stage.verify(RULES, 'provenance', { on: [reference], platforms: 'index', predicatesDir });
    const report = await verifyImages(options, stage.services());
    assert.equal(report.status, 'ok', why(report));
    const [folder = ''] = await readdir(predicatesDir);
    assert.deepEqual(await readdir(join(predicatesDir, folder)), ['slsaprovenance02-1.json']);
  });

  it('is about the digest given alone: platforms that lack it are told', async () => {
    const report = await verify(await provenanceOf('platforms'), 'provenance', RULES, 'all');
    assert.equal(report.error?.code, 'CLAIM_MISSING', why(report));
    assert.equal(report.images[0]?.requirements.filter(({ met }) => !met).length, 2);
  });
});

describe('what looks like it and does not count:', () => {
  const twins: readonly (readonly [what: string, claims: TokenClaims])[] = [
    [
      'the generator, called from another repository',
      { ...BY_GENERATOR, repository: 'evil/app', repository_owner: 'evil' },
    ],
    [
      'a workflow of the same name in another repository',
      { job_workflow_ref: `evil/${GENERATOR.slice(GENERATOR.indexOf('/') + 1)}@refs/tags/v2.1.0` },
    ],
    [
      'another workflow of the generator',
      {
        job_workflow_ref: BY_GENERATOR.job_workflow_ref?.toString().replace('_container_', '_generic_') ?? '',
      },
    ],
  ];
  for (const [index, [what, claims]] of twins.entries()) {
    it(what, async () => {
      const report = await verify(await provenanceOf(`twin-${index}`, { claims }));
      assert.deepEqual([report.status, report.error?.code], ['rejected', 'SIGNER_NOT_ALLOWED'], why(report));
    });
  }

  it('the same predicate under the type of v0.1', async () => {
    const report = await verify(await provenanceOf('v01', { type: 'https://slsa.dev/provenance/v0.1' }));
    assert.equal(report.error?.code, 'CLAIM_MISSING', why(report));
  });

  it('provenance of another digest', async () => {
    const from = await provenanceOf('donor', { layouts: 'bundle' });
    const to = await stage.push('acme/thief', { annotations: { name: 'thief' } });
    await copyBundles(stage, from, to);
    const report = await verify(to);
    assert.deepEqual([report.status, report.error?.code], ['rejected', 'SUBJECT_MISMATCH'], why(report));
  });

  it('a payload that was changed', async () => {
    const reference = await provenanceOf('changed', { layouts: 'bundle' });
    await replaceBundles(stage, reference, (bundle) => {
      const json = JSON.parse(bundle) as { dsseEnvelope: { payload: string } };
      const payload = Buffer.from(json.dsseEnvelope.payload, 'base64')
        .toString()
        .replaceAll('acme/app@', 'evil/app@');
      return JSON.stringify({
        ...json,
        dsseEnvelope: { ...json.dsseEnvelope, payload: Buffer.from(payload).toString('base64') },
      });
    });
    const report = await verify(reference);
    assert.deepEqual(
      claimsOf(report)
        .map(({ state }) => state)
        .sort(),
      ['rejected', 'verified'],
    );
  });

  it('an image with none', async () => {
    const report = await verify(
      await stage.push('acme/none', { annotations: { name: 'none' } }),
      'provenance',
      BY_REPOSITORY,
    );
    assert.equal(report.error?.code, 'CLAIM_MISSING', why(report));
  });
});
