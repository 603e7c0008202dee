import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { attestImages, type FlowReport, type SbomOptions } from '@countersign/core/flows';
import { parseSignerRules } from '@countersign/core/policy';
import { parseReference } from '@countersign/core/reference';
import { buildImage, debianFiles, pushImage, type TokenClaims } from '@countersign/testbed';
import { BY_REPOSITORY, SHORT_WINDOW_MS, why } from '../flows/stage.js';
import { DEB, OK, openStage, PLATFORMS, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 30_000);
afterAll(() => stage.stop());
beforeEach(() => stage.next());

/** Claims of another workflow than the one that counts. */
const OTHERS: TokenClaims = {
  sub: 'repo:mallory/app:ref:refs/heads/main',
  repository: 'mallory/app',
  job_workflow_ref: 'mallory/app/.github/workflows/release.yml@refs/tags/v1.0.0',
};

/** The image of an earlier release, in a repository of its own and by a tag. */
async function release(name: string): Promise<string> {
  const { registry } = stage.bed.bed.services;
  const image = buildImage(
    PLATFORMS.map((platform) => {
      const [os = '', architecture = ''] = platform.split('/');
      return {
        platform: { os, architecture },
        layers: [debianFiles(), [{ path: name, bytes: Buffer.from(platform) }]],
      };
    }),
  );
  const { digest } = await pushImage(registry, `acme/${name}`, image, '1.0');
  return `${registry.host}/acme/${name}@${digest}`;
}

/** Describes a release and attests what was written of these names. */
async function attestRelease(
  reference: string,
  packages: readonly string[],
  {
    platforms = PLATFORMS,
    ...more
  }: {
    claims?: TokenClaims;
    platforms?: readonly string[];
    signatureRepository?: SbomOptions['signatureRepository'];
  } = {},
): Promise<void> {
  const { report } = await stage.run({ ...OK, packages }, { images: [parseReference(reference)] });
  assert.equal(report.status, 'ok', report.error?.message);
  const documents = await Promise.all(
    platforms.map(async (platform) => {
      const path = `sbom-${platform.replace('/', '-')}.spdx.json`;
      return { kind: 'sbom' as const, platform, path, bytes: await stage.document(path) };
    }),
  );
  const { bed } = stage;
  const attested = await attestImages(bed.attest({ on: [reference], documents, ...more }), bed.services());
  assert.equal(attested.status, 'ok', why(attested));
}

const against = (reference: string, rules = BY_REPOSITORY): Partial<SbomOptions> => ({
  baseline: {
    kind: 'image',
    image: parseReference(reference.replace(/@.*/, ':1.0')),
    signers: parseSignerRules(rules),
  },
  maxDropPercent: 100,
});
const ending = ({ status, error }: FlowReport) => [status, error?.code];

describe('the attested SBOMs of the last release as baseline', () => {
  it('are compared platform by platform where they verify and the named identity made them', async () => {
    const reference = await release('good');
    await attestRelease(reference, [...DEB.slice(0, 2), 'pkg:deb/debian/tar@1.30', 'pkg:deb/debian/zip@3.0']);
    const { report } = await stage.run(OK, against(reference));
    assert.equal(report.status, 'ok', report.error?.message);
    assert.deepEqual(report.sbom?.diff?.changes, [
      ...PLATFORMS.map((platform) => ({ platform, added: 0, removed: 1, changed: 1, licenses: 0 })),
    ]);
    const diff = JSON.parse((await stage.document('sbom-diff.json')).toString()) as { baseline: string };
    assert.equal(diff.baseline, reference);
    assert.match((await stage.document('sbom-diff.md')).toString(), /zip/);
  });

  it('are looked for in the signature repository alone where one is named', async () => {
    const reference = await release('apart');
    const [host = ''] = reference.split('/');
    const signatureRepository = {
      name: { host, repository: 'acme/claims' },
      source: 'signature-repository',
    } as const;
    await attestRelease(reference, DEB, { signatureRepository });
    const there = await stage.run(OK, { ...against(reference), signatureRepository });
    assert.equal(there.report.status, 'ok', there.report.error?.message);
    const beside = await stage.run(OK, against(reference));
    assert.deepEqual(ending(beside.report), ['rejected', 'CLAIM_MISSING']);
  });

  it('are held against a collapse', async () => {
    const reference = await release('collapse');
    await attestRelease(reference, DEB);
    const { report } = await stage.run(
      { ...OK, packages: DEB.slice(0, 1) },
      { ...against(reference), maxDropPercent: 30 },
    );
    assert.deepEqual(ending(report), ['rejected', 'SBOM_INCOMPLETE']);
  });

  it('leave a platform uncompared that the last release did not describe, and say so', async () => {
    const reference = await release('half');
    await attestRelease(reference, DEB, { platforms: ['linux/amd64'] });
    const { report } = await stage.run(OK, against(reference));
    assert.equal(report.status, 'ok', report.error?.message);
    assert.deepEqual(
      report.sbom?.diff?.changes.map(({ platform }) => platform),
      ['linux/amd64'],
    );
    assert.ok(report.notices.some(({ level, text }) => level === 'warning' && text.includes('linux/arm64')));
  });

  it('count for nothing where somebody else made a newer one', async () => {
    const reference = await release('both');
    await attestRelease(reference, DEB);
    await attestRelease(reference, ['pkg:deb/debian/evil@1.0'], { claims: OTHERS });
    const { report } = await stage.run(OK, against(reference));
    assert.equal(report.status, 'ok', report.error?.message);
    assert.deepEqual(
      report.sbom?.diff?.changes.map(({ added, removed }) => [added, removed]),
      [
        [0, 0],
        [0, 0],
      ],
    );
  });

  it('are missing, with the reason, where only somebody else made one', async () => {
    const reference = await release('other');
    await attestRelease(reference, DEB, { claims: OTHERS });
    const { report } = await stage.run(OK, against(reference));
    assert.deepEqual(ending(report), ['rejected', 'CLAIM_MISSING'], report.error?.message);
    assert.match(report.error?.message ?? '', /acme\/app/);
    assert.deepEqual(await stage.written(), []);
  });

  it('are missing where there is none', async () => {
    const { report } = await stage.run(OK, against(await release('none')));
    assert.deepEqual(ending(report), ['rejected', 'CLAIM_MISSING'], report.error?.message);
  });

  it('are missing where they were signed for a trusted root that is not ours', async () => {
    const reference = await release('unverified');
    const stranger = await openStage();
    try {
      await attestRelease(reference, DEB);
      const trust = { kind: 'file' as const, path: stranger.bed.bed.trustedRoot };
      const { report } = await stage.run(OK, { ...against(reference), trust });
      assert.deepEqual(ending(report), ['rejected', 'CLAIM_MISSING'], report.error?.message);
    } finally {
      await stranger.stop();
    }
  });

  it('cannot be decided on where the registry stays away', async () => {
    const reference = await release('away');
    await attestRelease(reference, DEB);
    const fault = stage.bed.bed.faults.registry.add({
      match: { path: /acme\/away/ },
      times: Infinity,
      action: { kind: 'status', status: 503 },
    });
    try {
      const { report } = await stage.run(OK, against(reference), { retryWindowMs: SHORT_WINDOW_MS });
      assert.equal(report.status, 'undecided', report.error?.message);
      assert.deepEqual(await stage.written(), []);
    } finally {
      fault.remove();
    }
  });
});
