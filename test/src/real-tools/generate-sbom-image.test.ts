import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import {
  alpineFiles,
  buildImage,
  debianFiles,
  npmFiles,
  pushImage,
  pythonFiles,
  writeLayout,
  type BuiltImage,
  type ImageFile,
} from '@countersign/testbed';
import { runAction } from '../contract/run-action.js';
import { openStage, type Stage } from '../contract/stage.js';
import { realProgram } from '../interop/real-program.js';

const STATUS = '/var/lib/dpkg/status';
const AMD64 = { os: 'linux', architecture: 'amd64' };
const ARM64 = { os: 'linux', architecture: 'arm64' };

let stage: Stage;
let folder: string;
let image: BuiltImage;
let debPackages: number;
beforeAll(async () => {
  stage = await openStage();
  folder = await mkdtemp(join(tmpdir(), 'generate-sbom-image-'));
  const debian = await debianOfThisMachine();
  debPackages = debian.packages;
  const app = [
    ...npmFiles('app', [
      { name: 'left', version: '1.0.0' },
      { name: 'right', version: '2.0.0' },
    ]),
    ...pythonFiles('usr/lib/python3/dist-packages', [{ name: 'wheel', version: '0.45.0' }]),
  ];
  image = buildImage([
    { platform: AMD64, layers: [debian.files, app, [await goProgram('amd64')]] },
    { platform: ARM64, layers: [alpineFiles(), app, [await goProgram('arm64')]] },
  ]);
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await stage.testbed.stop();
});

/** The packages that dpkg lists here, hundreds on Debian and Ubuntu; elsewhere a few of Debian 12. */
async function debianOfThisMachine(): Promise<{ files: readonly ImageFile[]; packages: number }> {
  const files = existsSync(STATUS)
    ? debianFiles({ osRelease: await readFile('/etc/os-release'), status: await readFile(STATUS) })
    : debianFiles();
  const status = Buffer.from(
    files.find(({ path }) => path === 'var/lib/dpkg/status')?.bytes ?? [],
  ).toString();
  return { files, packages: (status.match(/^Status: install ok installed$/gm) ?? []).length };
}

/** A program of the installed Go that depends on its standard library alone. */
async function goProgram(architecture: string): Promise<ImageFile> {
  const source = join(folder, `go-${architecture}`);
  execFileSync('mkdir', ['-p', source]);
  await writeFile(join(source, 'go.mod'), 'module example.test/tool\n\ngo 1.21\n');
  await writeFile(join(source, 'main.go'), 'package main\n\nfunc main() { println("tool") }\n');
  execFileSync('go', ['build', '-trimpath', '-o', 'tool', '.'], {
    cwd: source,
    env: {
      ...process.env,
      GOOS: 'linux',
      GOARCH: architecture,
      CGO_ENABLED: '0',
      GOFLAGS: '-mod=mod',
      GOWORK: 'off',
    },
  });
  return { path: 'opt/tool/tool', bytes: await readFile(join(source, 'tool')), mode: 0o755 };
}

const push = async (built: BuiltImage, name: string): Promise<Readonly<Record<string, string>>> => {
  const { registry, auth } = stage.testbed;
  const { digest } = await pushImage({ origin: `http://${registry}`, auth }, name, built);
  return { image: `${registry}/${name}`, digest };
};
const describeIt = async (inputs: Readonly<Record<string, string>>, out: string) =>
  runAction('generate-sbom', {
    inputs: { ...inputs, 'output-dir': join(folder, out), settings: `syft-path: ${realProgram('syft')}` },
    env: stage.env,
  });

interface Spdx {
  readonly packages: readonly {
    readonly name: string;
    readonly annotations?: readonly { readonly comment: string }[];
    readonly externalRefs?: readonly { readonly referenceLocator: string }[];
  }[];
}
const spdx = async (...path: readonly string[]): Promise<Spdx> =>
  JSON.parse(await readFile(join(folder, ...path), 'utf8')) as Spdx;
const ecosystemsOf = ({ packages }: Spdx): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { externalRefs = [] } of packages) {
    const purl = externalRefs.find(({ referenceLocator }) => referenceLocator.startsWith('pkg:'));
    const type = /^pkg:(\w+)\//.exec(purl?.referenceLocator ?? '')?.[1] ?? 'none';
    if (type !== 'oci') counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
};

describe('generate-sbom over an image of several distributions and languages', () => {
  it('finds the packages of each, platform by platform, and says in the union where each is', async () => {
    const step = await describeIt(await push(image, 'acme/many'), 'first');
    assert.equal(step.code, 0, step.stdout);
    const shared = { npm: 2, pypi: 1, golang: 2 };
    assert.deepEqual(ecosystemsOf(await spdx('first', 'sbom-linux-amd64.spdx.json')), {
      ...shared,
      deb: debPackages,
    });
    assert.deepEqual(ecosystemsOf(await spdx('first', 'sbom-linux-arm64.spdx.json')), { ...shared, apk: 11 });
    const union = await spdx('first', 'sbom.spdx.json');
    assert.deepEqual(ecosystemsOf(union), { ...shared, deb: debPackages, apk: 11 });
    const platformsOf = (name: string): readonly string[] =>
      union.packages
        .filter((each) => each.name === name)
        .flatMap(({ annotations = [] }) => annotations.map(({ comment }) => comment));
    assert.deepEqual(platformsOf('left'), ['countersign:platforms ["linux/amd64","linux/arm64"]']);
    assert.deepEqual(platformsOf('musl'), ['countersign:platforms ["linux/arm64"]']);
    assert.deepEqual(platformsOf('dpkg'), ['countersign:platforms ["linux/amd64"]']);
  }, 240_000);

  it('writes the same bytes again, and finds the same in a layout folder', async () => {
    const pushed = await push(image, 'acme/many');
    const [one, other] = [await describeIt(pushed, 'one'), await describeIt(pushed, 'other')];
    const sums = (text: string | undefined): readonly string[] =>
      (text ?? '').split('\n').map((line) => line.slice(0, 64));
    assert.equal(sums(one.outputs['sbom-sha256']).length, 8, one.stdout);
    assert.deepEqual(sums(other.outputs['sbom-sha256']), sums(one.outputs['sbom-sha256']));
    const layout = join(folder, 'layout');
    await writeLayout(image, layout);
    const inFolder = await describeIt({ image: `oci:${layout}` }, 'layout-out');
    assert.equal(inFolder.code, 0, inFolder.stdout);
    assert.equal(inFolder.outputs.digest, one.outputs.digest);
    assert.equal(inFolder.outputs.ecosystems, one.outputs.ecosystems);
  }, 480_000);

  it("lets no platform's document stand for another's", async () => {
    const pushed = await push(image, 'acme/many');
    const swapped = ['linux/arm64=amd64', 'linux/amd64=arm64']
      .map((pair) => pair.split('=') as [string, string])
      .map(([platform, file]) => `${platform}=${join(folder, 'first', `sbom-linux-${file}.spdx.json`)}`);
    const step = await describeIt({ ...pushed, sbom: swapped.join('\n') }, 'swapped');
    assert.equal(step.code, 1, step.stdout);
    assert.equal(step.outputs.status, 'rejected');
    assert.match(step.stdout, /SBOM_SUBJECT_MISMATCH/);
  }, 120_000);

  it('refuses what syft makes of a damaged package database, and names the file', async () => {
    const damaged = alpineFiles().map((file) =>
      file.path === 'lib/apk/db/installed' ? { ...file, bytes: Buffer.from('\0not a database\n\n') } : file,
    );
    const files = npmFiles('app', [{ name: 'left', version: '1.0.0' }]);
    const built = buildImage([{ platform: AMD64, layers: [damaged, files] }]);
    const step = await describeIt(await push(built, 'acme/damaged'), 'damaged');
    assert.equal(step.code, 1, step.stdout);
    assert.equal(step.outputs.status, 'rejected');
    assert.match(step.stdout, /SBOM_INCOMPLETE/);
    assert.match(step.stdout, /\/lib\/apk\/db\/installed/);
    assert.equal(existsSync(join(folder, 'damaged', 'sbom.spdx.json')), false);
  }, 120_000);
});
