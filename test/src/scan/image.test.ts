import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { attestImages, type FlowReport } from '@countersign/core/flows';
import type { RawValues } from '@countersign/core/options';
import { openStage as openBed, why as whyFlow, type Stage as Bed } from '../flows/stage.js';
import { openStage, why, type Stage } from './stage.js';

let bed: Bed;
let stage: Stage;
let index: string;
let amd64: string;
let arm64: string;
beforeAll(async () => {
  bed = await openBed();
});
afterAll(async () => {
  await bed.stop();
});
beforeEach(async () => {
  stage = await openStage();
  index = bed.image.digest;
  [amd64 = '', arm64 = ''] = bed.image.platforms.map(({ digest }) => digest);
  await stage.sbom('amd64.json', amd64);
  await stage.sbom('arm64.json', arm64);
});
afterEach(async () => {
  await stage.close();
});

const BOTH = 'linux/amd64=amd64.json\nlinux/arm64=arm64.json';
const on = (more: RawValues): RawValues => ({
  image: bed.reference,
  'trusted-root': bed.bed.trustedRoot,
  ...more,
});
const recordOf = (report: FlowReport, platform?: string) =>
  report.scan?.records.find(({ subject }) => subject.platform === platform);

/** Attests the predicates that a scan wrote, as the action attest does. */
async function attestScan(report: FlowReport): Promise<void> {
  const documents = await Promise.all(
    (report.scan?.files.subjects ?? []).map(async ({ platform, predicate }) => ({
      kind: 'vulnerability-report' as const,
      platform,
      path: basename(predicate),
      bytes: await readFile(predicate),
    })),
  );
  const attested = await attestImages(bed.attest({ documents }), bed.services());
  assert.equal(attested.status, 'ok', whyFlow(attested));
}

describe('an image of two platforms', () => {
  it('has a record for each manifest, and one for the index that is as bad as the worst of them', async () => {
    await stage.grype.behave({ scan: { recordingOf: { 'amd64.json': 'clean', 'arm64.json': 'npm' } } });
    const report = await stage.run(on({ sbom: BOTH }));
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
    assert.deepEqual(
      report.scan?.records.map(({ subject, decision }) => [
        subject.platform,
        subject.digest,
        decision.result,
      ]),
      [
        [undefined, index, 'violations'],
        ['linux/amd64', amd64, 'clean'],
        ['linux/arm64', arm64, 'violations'],
      ],
    );
    const [finding] = recordOf(report)?.decision.findings ?? [];
    assert.deepEqual(finding?.finding.platforms, ['linux/arm64']);
    assert.equal(report.images[0]?.digest, index);
  });

  it('writes one predicate for each subject, about that subject alone', async () => {
    const report = await stage.run(on({ sbom: BOTH }));
    const subjects = await Promise.all(
      (report.scan?.files.subjects ?? []).map(async ({ predicate }) => {
        const text = JSON.parse(await stage.read(predicate)) as {
          scanner: { result: { subject: { digest: string } } };
        };
        return text.scanner.result.subject.digest;
      }),
    );
    assert.deepEqual(subjects, [index, amd64, arm64]);
  });

  const refused: readonly (readonly [what: string, sbom: () => string, code: string])[] = [
    ['with a platform left out', () => 'linux/amd64=amd64.json', 'INPUT_MISSING'],
    [
      'with two platforms swapped',
      () => 'linux/amd64=arm64.json\nlinux/arm64=amd64.json',
      'SBOM_SUBJECT_MISMATCH',
    ],
    ['with a platform that it has not', () => `${BOTH}\nlinux/s390x=amd64.json`, 'INPUT_INVALID'],
  ];
  for (const [what, sbom, code] of refused)
    it(`is not scanned ${what}`, async () => {
      const report = await stage.run(on({ sbom: sbom() }));
      assert.equal(report.error?.code, code, why(report));
      assert.equal(report.scan, undefined);
      assert.ok(!(await stage.grype.calls()).some(({ args }) => args[0]?.startsWith('sbom:')));
    });

  it('is not judged by a report that grype made about another digest', async () => {
    await stage.grype.behave({ scan: { digest: `sha256:${'9'.repeat(64)}` } });
    const report = await stage.run(on({ sbom: BOTH }));
    assert.equal(report.error?.code, 'DOCUMENT_SUBJECT_MISMATCH', why(report));
  });
});

describe('an attested baseline', () => {
  const gate = { sbom: BOTH, 'fail-on': 'none', 'max-new': '0', baseline: 'attested' };
  const byRelease = 'acme/app';

  it('decides nothing where no attestation counts', async () => {
    const report = await stage.run(on({ ...gate, 'baseline-source-repository': 'someone/else' }));
    assert.equal(report.error?.code, 'CLAIM_MISSING', why(report));
    assert.equal(report.scan, undefined);
  });

  it('is the last scan that this identity attested, platform by platform', async () => {
    const first = await stage.run(on({ sbom: BOTH, 'fail-on': 'none' }));
    await attestScan(first);
    const again = await stage.run(
      on({ ...gate, 'baseline-source-repository': byRelease, 'output-dir': 'again' }),
    );
    assert.equal(again.error, undefined, why(again));
    assert.equal(recordOf(again)?.decision.newCount, 0);
    const byAnother = await stage.run(
      on({ ...gate, 'baseline-source-repository': 'someone/else', 'output-dir': 'other' }),
    );
    assert.equal(byAnother.error?.code, 'CLAIM_MISSING');
  });
});

describe('OpenVEX attestations on the image', () => {
  const vex = JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://vex.example/1',
    author: 'team-app',
    timestamp: '2026-01-01T00:00:00Z',
    version: 1,
    statements: [
      ['CVE-2021-44906', 'pkg:npm/minimist@1.2.5'],
      ['CVE-2021-23337', 'pkg:npm/lodash@4.17.20'],
    ].map(([name, product]) => ({
      vulnerability: { name },
      products: [{ '@id': product }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
    })),
  });

  it('on one platform are about that platform alone, where they name no more than a package', async () => {
    const about = { kind: 'openvex' as const, path: 'vex.json', bytes: Buffer.from(vex) };
    const attested = await attestImages(
      bed.attest({ documents: [{ ...about, platform: 'linux/amd64' }] }),
      bed.services(),
    );
    assert.equal(attested.status, 'ok', whyFlow(attested));
    const report = await stage.run(on({ sbom: BOTH, 'vex-source-repository': 'acme/app' }));
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
    const settled = ['linux/amd64', 'linux/arm64', undefined].map(
      (platform) => recordOf(report, platform)?.decision.vexCounts.critical,
    );
    assert.deepEqual(settled, [1, 0, 0]);
  });

  it('count where the named identity made them, and nobody else’s do', async () => {
    const attested = await attestImages(
      bed.attest({
        documents: [{ kind: 'openvex', platform: undefined, path: 'vex.json', bytes: Buffer.from(vex) }],
      }),
      bed.services(),
    );
    assert.equal(attested.status, 'ok', whyFlow(attested));
    const report = await stage.run(on({ sbom: BOTH, 'vex-source-repository': 'acme/app' }));
    assert.equal(report.error, undefined, why(report));
    assert.equal(recordOf(report)?.decision.vexCounts.critical, 1);

    const unasked = await stage.run(on({ sbom: BOTH, 'output-dir': 'unasked' }));
    assert.equal(unasked.error?.code, 'GATE_FAILED');
    const byAnother = await stage.run(
      on({ sbom: BOTH, 'vex-source-repository': 'someone/else', 'output-dir': 'other' }),
    );
    assert.equal(byAnother.error?.code, 'GATE_FAILED', why(byAnother));
    assert.ok(
      byAnother.notices.some(({ level, text }) => level === 'warning' && text.includes('does not count')),
    );
  });
});
