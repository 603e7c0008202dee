import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { formatReference } from '../reference/index.js';
import type { SbomOptions } from '../flows/index.js';
import { parseSbom } from './sbom.js';
import type { OptionEdge } from './edge.js';
import type { RawValues } from './setting.js';

const A = `sha256:${'a'.repeat(64)}`;
const IMAGE = { image: `registry.example/acme/app@${A}` };
const FILES: ReadonlySet<string> = new Set(['amd64.json', 'arm64.json', 'old.json']);
const JOB = {
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: 'b'.repeat(40),
  GITHUB_WORKFLOW: 'release',
  GITHUB_JOB: 'build',
  GITHUB_RUN_ID: '7',
};

async function read(raw: RawValues, env: OptionEdge['env'] = {}): Promise<SbomOptions> {
  const { options } = await parseSbom(raw, {
    env,
    readFile: (path) =>
      FILES.has(path)
        ? Promise.resolve(Buffer.from('{}'))
        : Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })),
    identity: { runner: undefined, sigstoreIdToken: undefined, situation: 'not-a-runner', mask: () => 0 },
  });
  return options;
}

describe('the inputs of sbom', () => {
  const refused: readonly (readonly [what: string, raw: RawValues, code: string, names?: RegExp])[] = [
    ['nothing to describe', {}, 'INPUT_MISSING', /image|describe/],
    ['an image and a folder', { ...IMAGE, path: '.' }, 'INPUTS_CONTRADICT', /path/],
    ['files for a folder', { path: '.', sbom: 'amd64.json' }, 'INPUTS_CONTRADICT', /path/],
    ['BuildKit for a folder', { path: '.', source: 'buildkit' }, 'INPUTS_CONTRADICT', /path/],
    ['files and BuildKit', { ...IMAGE, sbom: 'amd64.json', source: 'buildkit' }, 'INPUTS_CONTRADICT', /sbom/],
    ['a source that does not exist', { ...IMAGE, source: 'docker' }, 'INPUT_INVALID', /source/],
    ['a file that is not there', { ...IMAGE, sbom: 'none.json' }, 'INPUT_INVALID', /none\.json/],
    ['a platform that is none', { ...IMAGE, platforms: 'linux' }, 'INPUT_INVALID', /platforms/],
    ['a platform beside all', { ...IMAGE, platforms: 'all\nlinux/amd64' }, 'INPUT_INVALID', /platforms/],
    ['a platform with a path in it', { ...IMAGE, platforms: 'linux/../amd64' }, 'INPUT_INVALID'],
    ['a format that does not exist', { ...IMAGE, formats: 'spdx-tag-value' }, 'INPUT_INVALID', /formats/],
    ['a format called like a member of every object', { ...IMAGE, formats: 'toString' }, 'INPUT_INVALID'],
    ['a version of SPDX that is not written', { ...IMAGE, 'spdx-version': '3.0' }, 'INPUT_INVALID'],
    ['a version of CycloneDX that is not written', { ...IMAGE, 'cyclonedx-version': '1.2' }, 'INPUT_INVALID'],
    ['a choice that is none', { ...IMAGE, 'on-incomplete': 'ignore' }, 'INPUT_INVALID', /on-incomplete/],
    ['a drop above 100', { ...IMAGE, 'max-drop': '101' }, 'INPUT_INVALID', /max-drop/],
    ['a drop that is no number', { ...IMAGE, 'max-drop': 'all' }, 'INPUT_INVALID', /max-drop/],
    ['a measure that does not exist', { ...IMAGE, 'min-quality': 'cpe=0.5' }, 'INPUT_INVALID', /min-quality/],
    ['a share above 1', { ...IMAGE, 'min-quality': 'version=1.5' }, 'INPUT_INVALID', /min-quality/],
    ['a measure without a share', { ...IMAGE, 'min-quality': 'version' }, 'INPUT_INVALID'],
    ['a share of ntia', { ...IMAGE, 'min-quality': 'ntia=0.5' }, 'INPUT_INVALID'],
    [
      'a baseline image and nobody whose attestation counts',
      { ...IMAGE, baseline: 'registry.example/acme/app:1.0' },
      'INPUT_MISSING',
      /baseline names an image/,
    ],
    [
      'an identity for a baseline that is a file',
      { ...IMAGE, baseline: 'old.json', 'baseline-source-repository': 'acme/app' },
      'INPUTS_CONTRADICT',
    ],
    [
      'an identity and no baseline',
      { ...IMAGE, 'baseline-source-repository': 'acme/app' },
      'INPUTS_CONTRADICT',
    ],
    [
      'two baseline images',
      {
        ...IMAGE,
        baseline: 'registry.example/a:1\nregistry.example/b:1',
        'baseline-source-repository': 'a/b',
      },
      'INPUT_INVALID',
    ],
    [
      'an image and a file as baseline',
      { ...IMAGE, baseline: 'registry.example/a:1\nold.json', 'baseline-source-repository': 'a/b' },
      'INPUT_INVALID',
    ],
    ['a mirror with a password', { ...IMAGE, 'tool-mirror': 'https://u:hunter2@m.example' }, 'INPUT_INVALID'],
    ['a mirror that is no URL', { ...IMAGE, 'tool-mirror': 'mirror' }, 'INPUT_INVALID'],
    ['a time-out without a unit', { ...IMAGE, 'syft-timeout': '5' }, 'INPUT_INVALID', /syft-timeout/],
    [
      'a snapshot outside of a job',
      { ...IMAGE, 'dependency-snapshot': 'true', 'github-token': 't' },
      'INPUT_INVALID',
    ],
    ['an input that does not exist', { ...IMAGE, 'output-file': 'x' }, 'INPUT_UNKNOWN', /output-file/],
  ];
  for (const [what, raw, code, names] of refused) {
    it(`refuse ${what}`, async () => {
      await assert.rejects(read(raw), (error: Error & { code?: string; fault?: string }) => {
        assert.deepEqual([error.code, error.fault], [code, 'user'], error.message);
        if (names !== undefined) assert.match(error.message, names);
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
      });
    });
  }

  it('read an image with every default, each document in its pinned version', async () => {
    const options = await read(IMAGE);
    assert.deepEqual(options.images.map(formatReference), [IMAGE.image]);
    assert.deepEqual(
      options.formats.map(({ format, specVersion }) => [format, specVersion]),
      [
        ['spdx-json', '2.3'],
        ['cyclonedx-json', '1.6'],
        ['syft-json', undefined],
      ],
    );
    assert.deepEqual(
      [options.source, options.only, options.onIncomplete, options.allowEmpty, options.snapshot],
      [{ kind: 'syft' }, undefined, 'fail', false, undefined],
    );
  });

  it('read platforms and formats by line or comma, once each', async () => {
    const options = await read({
      ...IMAGE,
      platforms: 'linux/arm64, linux/amd64\nlinux/arm64',
      formats: 'syft-json,spdx-json,syft-json',
      'spdx-version': '2.2',
    });
    assert.deepEqual(options.only, ['linux/arm64', 'linux/amd64']);
    assert.deepEqual(
      options.formats.map(({ specVersion }) => specVersion),
      [undefined, '2.2'],
    );
  });

  it('read files with their platforms', async () => {
    const { source } = await read({ ...IMAGE, sbom: 'linux/amd64=amd64.json\narm64.json' });
    assert.equal(source.kind, 'files');
    assert.deepEqual(
      source.files.map(({ platform, path }) => [platform, path]),
      [
        ['linux/amd64', 'amd64.json'],
        [undefined, 'arm64.json'],
      ],
    );
  });

  it('take a baseline for an image unless it ends in .json', async () => {
    const file = await read({ ...IMAGE, baseline: 'old.json' });
    assert.equal(file.baseline?.kind, 'files');
    const image = await read({
      ...IMAGE,
      baseline: 'registry.example/acme/app:1.0',
      'baseline-source-repository': 'acme/app',
    });
    assert.equal(image.baseline?.kind, 'image');
  });

  it('read where a snapshot goes from the job, and no token for a fork', async () => {
    const { snapshot } = await read({ ...IMAGE, 'dependency-snapshot': 'true', 'github-token': 't' }, JOB);
    assert.deepEqual(
      [snapshot?.repository, snapshot?.commit, snapshot?.workflow, snapshot?.job, snapshot?.isFork],
      ['acme/app', 'b'.repeat(40), 'release', 'build', false],
    );
    await assert.rejects(read({ ...IMAGE, 'dependency-snapshot': 'true' }, JOB), { code: 'INPUT_MISSING' });
    for (const [name, value] of [
      ['GITHUB_REPOSITORY', 'acme/app/../../orgs'],
      ['GITHUB_SHA', 'main'],
      ['GITHUB_REF', 'main'],
    ] as const)
      await assert.rejects(
        read({ ...IMAGE, 'dependency-snapshot': 'true', 'github-token': 't' }, { ...JOB, [name]: value }),
        { code: 'INPUT_INVALID' },
      );
  });

  it('read the time of a folder from SOURCE_DATE_EPOCH, and refuse what is none', async () => {
    const { sourceDate } = await read({ path: '.' }, { SOURCE_DATE_EPOCH: '1700000000' });
    assert.equal(sourceDate?.toISOString(), '2023-11-14T22:13:20.000Z');
    for (const text of ['yesterday', '-1', '1e9', '9'.repeat(12)])
      await assert.rejects(read({ path: '.' }, { SOURCE_DATE_EPOCH: text }), { code: 'INPUT_INVALID' });
  });
});
