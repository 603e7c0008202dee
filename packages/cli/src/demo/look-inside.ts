import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '@countersign/core/oci';
import type { Edge } from '../edge.js';
import type { Good } from './attacks.js';
import type { Programs } from './programs.js';
import type { ActionResult } from './runner.js';
import { npmSbom } from './sbom.js';
import type { Stage } from './stage.js';
import type { Steps } from './steps.js';

/** What the demo looks into images with. */
export interface Looking {
  readonly stage: Stage;
  readonly steps: Steps;
  readonly edge: Edge;
  /** The checkout. */
  readonly root: string;
  /** A temporary folder of this run. */
  readonly folder: string;
  /** undefined: npm's list and a recorded report stand in. */
  readonly programs: Programs | undefined;
}

/** SBOMs of one image, as inputs of later steps: lines of `[PLATFORM=]PATH`. */
export interface Described {
  /** For attest. */
  readonly sbom: string;
  /** For scan; undefined: there is nothing that a scanner could read. */
  readonly syftJson: string | undefined;
}

/** An SBOM of each platform and of the index; without syft what `npm sbom` says of Countersign, for the index alone. */
export const describeImage = (looking: Looking, good: Good): Promise<Described> =>
  looking.programs === undefined
    ? describeByNpm(looking)
    : describeBySyft(looking, good, looking.programs.syft);

function describeBySyft({ stage, steps }: Looking, good: Good, syft: string): Promise<Described> {
  return steps.run('actions/generate-sbom: one SBOM for each platform, one for the index', async (tell) => {
    const { outputs } = await stage.mustPass('sbom', 'generate-sbom', {
      image: stage.pinned(good.repository, good.root.digest),
      formats: 'spdx-json, syft-json',
      settings: `syft-path: ${syft}`,
    });
    const ecosystems = Object.entries(JSON.parse(outputs.get('ecosystems') ?? '{}') as object);
    const kinds = ecosystems.map(([name, count]) => `${count} ${name}`).join(', ');
    tell(`${outputs.get('package-count') ?? ''} packages by syft: ${kinds}`);
    return { sbom: outputs.get('spdx') ?? '', syftJson: outputs.get('syft-json') };
  });
}

function describeByNpm({ steps, edge, root, folder }: Looking): Promise<Described> {
  return steps.run('its packages, listed by npm sbom since there is no syft', async (tell) => {
    const { PATH = '', HOME = '' } = edge.env;
    const npmScript = edge.env.npm_execpath;
    const document = await npmSbom({ root, npmScript, env: { PATH, HOME }, signal: edge.signal });
    tell(`${packagesIn(document)} packages, SPDX, ${document.length} bytes`);
    const path = join(folder, 'npm.spdx.json');
    await writeFile(path, document);
    return { sbom: path, syftJson: undefined };
  });
}

/** Which of the two images of the demo is scanned; a recording was made of each. */
export type Exhibited = 'good' | 'vulnerable';

/**
 * Scans an image with the gate's defaults, on the database of the demo; without grype a recorded report of such an image
 * stands in. Answers how the step ended: the gate is for the caller to expect.
 */
export async function scanImage(
  { stage, root, folder, programs }: Looking,
  step: string,
  good: Good,
  { described, which }: { readonly described: Described; readonly which: Exhibited },
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  const image = stage.pinned(good.repository, good.root.digest);
  if (programs !== undefined && described.syftJson !== undefined) {
    return stage.run(step, 'scan', {
      image,
      sbom: described.syftJson,
      settings: [
        `grype-path: ${programs.grype}`,
        `db-file: ${join(root, DATABASE, 'vulnerability-db.tar.gz')}`,
        `db-dir: ${join(folder, 'vulnerability-db')}`,
        'db-update: never',
        `max-db-age: ${OLD_ENOUGH}`,
      ].join('\n'),
      ...inputs,
    });
  }
  const report = await Promise.all(
    good.platforms.map(async ({ digest, platform }) => {
      const name = platform?.architecture ?? '';
      const path = join(folder, `${step}-${name}.grype.json`);
      const recorded = join(root, DATABASE, 'recorded', `${which}-${name}.grype.json`);
      await writeFile(path, aboutDigest(await readFile(recorded, 'utf8'), digest));
      return `linux/${name}=${path}`;
    }),
  );
  return stage.run(step, 'scan', {
    image,
    report: report.join('\n'),
    settings: `max-db-age: ${OLD_ENOUGH}`,
    ...inputs,
  });
}

const DATABASE = join('packages', 'testbed', 'vulnerability-db');
/** The database of the demo was built once. */
const OLD_ENOUGH = '3650d';

/** The recording was made of an image with the same packages under another digest. */
function aboutDigest(recorded: string, digest: Digest): string {
  const report = JSON.parse(recorded) as { source: { target: Record<string, unknown> } };
  report.source.target.manifestDigest = digest;
  report.source.target.repoDigests = [];
  return JSON.stringify(report);
}

const packagesIn = (document: string): number =>
  (JSON.parse(document) as { packages: unknown[] }).packages.length;
