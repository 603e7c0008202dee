import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import {
  alpineFiles,
  buildDemoImage,
  buildImage,
  npmFiles,
  pushImage,
  type ImageFile,
  type PushedImage,
} from '@countersign/testbed';
import { openStage as openBed, type Stage as Bed } from '../flows/stage.js';
import { realProgram } from '../interop/real-program.js';
import { openStage, why, type Stage } from '../scan/stage.js';

const DATABASE = resolve(
  import.meta.dirname,
  '../../../packages/testbed/vulnerability-db/vulnerability-db.tar.gz',
);

let bed: Bed;
let stage: Stage;
let image: PushedImage;
let reference: string;
beforeAll(async () => {
  [bed, stage] = await Promise.all([openBed(), openStage()]);
  const { registry } = bed.bed.services;
  const files = npmFiles('app', [
    { name: 'minimist', version: '1.2.5' },
    { name: 'lodash', version: '4.17.21' },
  ]);
  image = await pushImage(registry, 'acme/scanned', buildDemoImage(files));
  reference = `${registry.host}/acme/scanned@${image.digest}`;
});
afterAll(async () => {
  await Promise.all([bed.stop(), stage.close()]);
});

const raw = () => ({
  image: reference,
  'grype-path': realProgram('grype'),
  'syft-path': realProgram('syft'),
  'db-dir': 'db',
  'db-file': DATABASE,
  'max-db-age': '36500d',
});

describe('an image in a registry', () => {
  it('is described and scanned platform by platform, each record about its manifest alone', async () => {
    const report = await stage.run(raw());
    assert.equal(report.error?.code, 'GATE_FAILED', why(report));
    assert.deepEqual(
      report.scan?.records.map(({ subject, decision }) => [
        subject.digest,
        decision.findings.map(({ finding }) => finding.id),
      ]),
      [image.digest, ...image.platforms.map(({ digest }) => digest)].map((digest) => [
        digest,
        ['GHSA-xvch-5gv4-984h'],
      ]),
    );
  });

  it('of Alpine is clean with its os-release, and decides nothing without it, where grype warns of nothing', async () => {
    const { registry } = bed.bed.services;
    const resultOf = async (files: readonly ImageFile[]): Promise<unknown> => {
      const alpine = buildImage([{ platform: { os: 'linux', architecture: 'amd64' }, layers: [files] }]);
      const { digest } = await pushImage(registry, 'acme/alpine', alpine);
      const report = await stage.run({
        ...raw(),
        image: `${registry.host}/acme/alpine@${digest}`,
        'fail-on': 'none',
      });
      return report.error?.code ?? report.scan?.result;
    };
    assert.equal(await resultOf(alpineFiles()), 'clean');
    const without = alpineFiles().filter(({ path }) => path !== 'etc/os-release');
    assert.equal(await resultOf(without), 'SBOM_INCOMPLETE');
  });

  it('passes with a waiver, and stops again when the waiver has expired', async () => {
    const day = (days: number): string =>
      new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
    const waivers = (expires: string): string =>
      `version: 1\nwaivers:\n  - id: CVE-2021-44906\n    package: pkg:npm/minimist\n    images: ["${reference.split('@')[0] ?? ''}"]\n    reason: input is never attacker controlled\n    owner: team-app\n    expires: ${expires}\n`;
    await stage.write('active.yaml', waivers(day(10)));
    const passed = await stage.run({ ...raw(), waivers: 'active.yaml' });
    assert.deepEqual([passed.status, passed.scan?.result], ['ok', 'clean'], why(passed));
    await stage.write('expired.yaml', waivers(day(-1)));
    const stopped = await stage.run({ ...raw(), waivers: 'expired.yaml' });
    assert.equal(stopped.error?.code, 'GATE_FAILED', why(stopped));
    assert.match(stopped.error.message, /expired/);
  });
});
