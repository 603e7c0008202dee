import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, signImages, verifyImages } from '@countersign/core/flows';
import type { RawSignerRules } from '@countersign/core/policy';
import type { TokenClaims } from '@countersign/testbed';
import { spdx } from './documents.js';
import { copyBundles, replaceBundles } from './forge.js';
import {
  BY_REPOSITORY,
  IDENTITY,
  ISSUER,
  openStage,
  SHORT_WINDOW_MS,
  states,
  why,
  type Stage,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const signed = await attestImages(
    stage.attest({
      signature: true,
      provenance: true,
      documents: [{ kind: 'sbom', path: 's', bytes: spdx(), platform: undefined }],
    }),
    stage.services(),
  );
  assert.equal(signed.status, 'ok', why(signed));
});
afterAll(() => stage.stop());

const WORKFLOW = 'acme/app/.github/workflows/release.yml';
const identities: readonly (readonly [status: string, what: string, rules: RawSignerRules])[] = [
  ['ok', 'the repository', BY_REPOSITORY],
  ['ok', 'the exact identity', { certificateIdentity: [IDENTITY], certificateOidcIssuer: ISSUER }],
  [
    'ok',
    'a pattern',
    { certificateIdentityRegexp: ['https://github\\.com/acme/.*'], certificateOidcIssuer: ISSUER },
  ],
  ['ok', 'the workflow', { signerWorkflow: [WORKFLOW] }],
  ['ok', 'one of two repositories', { sourceRepository: ['acme/other', 'acme/app'] }],
  [
    'ok',
    'every fact',
    { ...BY_REPOSITORY, sourceRef: 'refs/tags/v1.0.0', buildTrigger: 'push', denySelfHostedRunners: true },
  ],
  ['rejected', 'another repository', { sourceRepository: ['acme/ap'] }],
  [
    'rejected',
    'a part of the identity',
    { certificateIdentityRegexp: ['acme/app'], certificateOidcIssuer: ISSUER },
  ],
  [
    'rejected',
    'another issuer',
    { certificateIdentity: [IDENTITY], certificateOidcIssuer: `${ISSUER}/acme` },
  ],
  ['rejected', 'another trigger', { ...BY_REPOSITORY, buildTrigger: 'pull_request' }],
];

describe('verifying', () => {
  for (const [status, what, rules] of identities) {
    it(`says ${status} for ${what}`, async () => {
      const report = await verifyImages(stage.verify(rules), stage.services());
      assert.equal(report.status, status, why(report));
    });
  }

  it('says what it expected and found', async () => {
    const report = await verifyImages(stage.verify({ sourceRepository: ['acme/other'] }), stage.services());
    const [requirement] = report.images[0]?.requirements ?? [];
    assert.equal(report.error?.code, 'SIGNER_NOT_ALLOWED');
    assert.match(requirement?.reason ?? '', /acme\/app, expected https:\/\/github\.com\/acme\/other/);
    assert.equal(
      report.images[0]?.claims.every(({ state }) => state === 'rejected'),
      true,
    );
  });

  it('keeps its verdict in the mode "warn" and says so', async () => {
    const options = stage.verify({ sourceRepository: ['acme/other'] }, undefined, { mode: 'warn' });
    const report = await verifyImages(options, stage.services());
    assert.deepEqual([report.status, report.mode], ['rejected', 'warn']);
    assert.ok(report.notices.some(({ level }) => level === 'warning'));
  });
});

describe('a signer that looks like ours', () => {
  const lookalikes: readonly (readonly [what: string, claims: TokenClaims])[] = [
    [
      'a repository whose name begins alike',
      {
        repository: 'acme/app-evil',
        job_workflow_ref: 'acme/app-evil/.github/workflows/release.yml@refs/tags/v1.0.0',
      },
    ],
    [
      'an owner whose name ends alike',
      {
        repository: 'evil-acme/app',
        repository_owner: 'evil-acme',
        job_workflow_ref: 'evil-acme/app/.github/workflows/release.yml@refs/tags/v1.0.0',
      },
    ],
    [
      'our public reusable workflow, called by another repository',
      { repository: 'evil/app', repository_owner: 'evil' },
    ],
  ];
  for (const [what, claims] of lookalikes) {
    it(`is not accepted: ${what}`, async () => {
      const on = [await stage.push('acme/lookalike', { annotations: { what } })];
      const signed = await signImages(
        stage.sign({ on, claims, layouts: 'bundle', platforms: 'index' }),
        stage.services(),
      );
      assert.equal(signed.status, 'ok', why(signed));
      for (const rules of [BY_REPOSITORY, { signerWorkflow: [WORKFLOW] }]) {
        const report = await verifyImages(
          stage.verify(rules, undefined, { on, platforms: 'index' }),
          stage.services(),
        );
        assert.equal(report.status, 'rejected', why(report));
        assert.equal(report.images[0]?.claims[0]?.state, 'rejected');
      }
    });
  }
});

describe('an image that was tampered with', () => {
  it('is rejected with an attestation copied from another digest', async () => {
    const on = [await stage.push('acme/app', { annotations: { n: 'copied' } })];
    await copyBundles(stage, stage.reference, on[0] ?? '');
    const report = await verifyImages(stage.verify(undefined, 'signature sbom', { on }), stage.services());
    assert.equal(report.status, 'rejected', why(report));
    // Its platforms are those of the image that is signed; the index is another.
    const copied = report.images[0]?.claims.filter(({ platform }) => platform === undefined) ?? [];
    const reasons = copied.map(({ reason }) => reason ?? '');
    assert.ok(reasons.length > 0 && reasons.every((reason) => reason.includes('about')), reasons.join('\n'));
  });

  it('is rejected with an envelope that was changed', async () => {
    const on = [await stage.push('acme/tampered', { annotations: { n: 'tampered' } })];
    const signed = await signImages(
      stage.sign({ on, layouts: 'bundle', platforms: 'index' }),
      stage.services(),
    );
    assert.equal(signed.status, 'ok', why(signed));
    const [reference = ''] = on;
    await replaceBundles(stage, reference, (text) => {
      const bundle = JSON.parse(text) as { dsseEnvelope: { payload: string } };
      const statement = Buffer.from(bundle.dsseEnvelope.payload, 'base64')
        .toString()
        .replace('"predicate":{}', '"predicate":{"a":1}');
      bundle.dsseEnvelope.payload = Buffer.from(statement).toString('base64');
      return JSON.stringify(bundle);
    });
    const report = await verifyImages(
      stage.verify(undefined, undefined, { on, platforms: 'index' }),
      stage.services(),
    );
    // The good one is still there: the tampered twin neither counts nor takes anything away.
    assert.deepEqual([report.status, states(report)], ['ok', { verified: 1, rejected: 1 }], why(report));
  });
});

describe('a registry that fails while claims are read', () => {
  for (const [what, path] of [
    ['the referrers', /referrers\//],
    ['the signature tag', /\.sig$/],
    ['a bundle', /blobs\//],
  ] as const) {
    it(`leaves the image undecided, never rejected, at ${what}`, async () => {
      const fault = stage.bed.faults.registry.add({
        match: { method: 'GET', path },
        times: Infinity,
        action: { kind: 'status', status: 503 },
      });
      const report = await verifyImages(stage.verify(), stage.services(SHORT_WINDOW_MS));
      fault.remove();
      assert.equal(report.status, 'undecided', why(report));
      assert.equal(report.images[0]?.error?.code, 'REGISTRY_UNAVAILABLE');
    });
  }
});
