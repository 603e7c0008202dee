import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { MAX_PACKAGE_MANIFEST_BYTES } from '../limits.js';
import { folderEvidence } from './folder-evidence.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'folder-evidence-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function found(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const evidence = await folderEvidence(folder);
  return evidence.map(({ kind, ecosystem, path }) => `${kind} ${ecosystem} ${path}`);
}

const NPM = '{"dependencies":{"left":"1.0.0"}}';

describe('the evidence of a folder', () => {
  it('is none where there is nothing', async () => {
    assert.deepEqual(await found({}), []);
    assert.deepEqual(await found({ 'README.md': '# x', 'a/package.json': '{}' }), []);
  });

  it('has lock files at every depth, sorted by path', async () => {
    assert.deepEqual(await found({ 'z/uv.lock': '', 'a/b/c/Cargo.lock': '', 'package-lock.json': '{}' }), [
      'lock-file cargo a/b/c/Cargo.lock',
      'lock-file npm package-lock.json',
      'lock-file pypi z/uv.lock',
    ]);
  });

  const manifests: readonly (readonly [path: string, ecosystem: string, says: string, saysNot: string])[] = [
    ['package.json', 'npm', NPM, '{"devDependencies":{"left":"1.0.0"}}'],
    ['go.mod', 'golang', 'module x\nrequire (\n\tgithub.com/a/b v1.0.0\n)\n', 'module x\ngo 1.25\n'],
    ['go.mod', 'golang', 'module x\nrequire github.com/a/b v1.0.0\n', '// require github.com/a/b v1.0.0'],
    ['pyproject.toml', 'pypi', '[project]\ndependencies = ["requests"]\n', '[project]\ndependencies = []\n'],
    ['pyproject.toml', 'pypi', '[tool.poetry.dependencies]\nrequests = "*"\n', '[tool.poetry]\n'],
    [
      'Cargo.toml',
      'cargo',
      '[dependencies]\nserde = "1"\n',
      '[dependencies]\n\n[dev-dependencies]\nserde = "1"\n',
    ],
    ['Gemfile', 'gem', "source 'x'\ngem 'rails'\n", "source 'x'\n"],
    ['composer.json', 'composer', '{"require":{"a/b":"1"}}', '{"require-dev":{"a/b":"1"}}'],
    ['pom.xml', 'maven', '<project><dependency></dependency></project>', '<project/>'],
    ['build.gradle.kts', 'maven', 'dependencies {\n  implementation("a:b:1")\n}', 'plugins {}'],
    ['x/y.csproj', 'nuget', '<PackageReference Include="a"/>', '<Project/>'],
  ];
  for (const [path, ecosystem, says, saysNot] of manifests) {
    it(`has ${path} where it names dependencies and no lock file is there`, async () => {
      assert.deepEqual(await found({ [path]: says }), [`manifest ${ecosystem} ${path}`]);
    });
    it(`has no ${path} that names none`, async () => {
      assert.deepEqual(await found({ [path]: saysNot }), []);
    });
  }

  it('is refused of an OCI layout, whose packages are in its layers, and not of a folder with one below', async () => {
    assert.deepEqual(await found({ 'package-lock.json': '{}', 'image/oci-layout': '{}' }), [
      'lock-file npm package-lock.json',
    ]);
    await assert.rejects(found({ 'oci-layout': '{}' }), { code: 'INPUT_INVALID', fault: 'user' });
  });

  it('has no manifest whose ecosystem is locked beside it or above, and one below another folder', async () => {
    assert.deepEqual(
      await found({
        'work/package-lock.json': '{}',
        'work/package.json': NPM,
        'work/parts/a/package.json': NPM,
        'other/package.json': NPM,
        'work/parts/a/go.mod': 'require github.com/a/b v1.0.0',
      }),
      [
        'manifest npm other/package.json',
        'lock-file npm work/package-lock.json',
        'manifest golang work/parts/a/go.mod',
      ].sort((one, other) => ((one.split(' ')[2] ?? '') < (other.split(' ')[2] ?? '') ? -1 : 1)),
    );
  });

  it('has nothing of installed packages and of version control', async () => {
    const files = ['node_modules', 'vendor', '.git', 'testdata', '.venv', 'site-packages'].map((name) => [
      `${name}/x/package.json`,
      NPM,
    ]);
    assert.deepEqual(await found(Object.fromEntries(files) as Record<string, string>), []);
  });

  it('follows no link, so that none leads out of the folder or round in a circle', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    try {
      await writeFile(join(outside, 'Cargo.lock'), '');
      await symlink(outside, join(folder, 'out'));
      await symlink(folder, join(folder, 'round'));
      await symlink(join(outside, 'Cargo.lock'), join(folder, 'Cargo.lock'));
      assert.deepEqual(await found({}), []);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('has no manifest that is no JSON, and dies of none that is deep', async () => {
    assert.deepEqual(
      await found({ 'a/package.json': '{"dependencies":', 'b/package.json': '['.repeat(100_000) }),
      [],
    );
  });

  it('refuses a manifest larger than any honest one, instead of reading it', async () => {
    await assert.rejects(found({ 'package.json': ' '.repeat(MAX_PACKAGE_MANIFEST_BYTES + 1) }), {
      fault: 'user',
    });
  });
});
