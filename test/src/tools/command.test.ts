import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import type { Finished } from '../support/run-process.js';
import { countersign } from '../cli/countersign.js';
import { ARCHIVE_OF, openStage, program, sha256, type Stage } from './stage.js';

const VERSION = '9.9.9';
const GOARCH = process.arch === 'arm64' ? 'arm64' : 'amd64';

let stage: Stage;
let cacheHome: string;
beforeEach(async () => {
  stage = await openStage();
  cacheHome = dirname(stage.toolCacheDir);
  const file = `syft_${VERSION}_linux_${GOARCH}.tar.gz`;
  const archive = await ARCHIVE_OF(program(VERSION));
  stage.release('anchore/syft', VERSION, {
    [file]: archive,
    [`syft_${VERSION}_checksums.txt`]: `${sha256(archive)}  ${file}\n`,
  });
}, 20_000);
afterEach(() => stage.stop());

const tools = (...args: readonly string[]): Promise<Finished> =>
  countersign(['tools', ...args], { XDG_CACHE_HOME: cacheHome, PATH: process.env.PATH ?? '' });

const install = (): Promise<Finished> =>
  tools(
    'install',
    `syft@${VERSION}`,
    '--json',
    ...['--verify', 'checksum', '--min-age', '0d', '--release-url', stage.host.origin],
  );

interface Document {
  readonly status: string;
  readonly tools: {
    readonly tools: readonly {
      readonly name: string;
      readonly version: string;
      readonly state: string;
      readonly path: string | null;
      readonly verifiedBy: string | null;
      readonly confirmed: boolean;
      readonly confirmedBy: number;
      readonly error: { readonly code: string; readonly message: string; readonly remedy: string } | null;
    }[];
  };
}

const documentOf = ({ stdout }: Finished): Document => JSON.parse(stdout) as Document;

describe('countersign tools', () => {
  it('installs, lists and verifies', async () => {
    const installed = await install();
    assert.equal(installed.code, 0, installed.stderr);
    const [tool] = documentOf(installed).tools.tools;
    assert.equal(tool?.state, 'installed');
    assert.equal(tool.verifiedBy, 'checksum');

    const listed = documentOf(await tools('list', '--json')).tools.tools;
    const states = Object.fromEntries(
      listed.map(({ name, version, state }) => [`${name} ${version}`, state]),
    );
    assert.equal(states[`syft ${VERSION}`], 'cached');
    assert.equal(states['cosign 3.1.3'], 'available');

    const verified = await tools('verify', '--json', '--verify', 'checksum', '--min-age', '0d');
    assert.equal(verified.code, 0, verified.stderr);
    assert.deepEqual(
      documentOf(verified).tools.tools.map(({ name, state }) => `${name} ${state}`),
      ['syft present'],
    );
  }, 60_000);

  it('verifies nothing where the tool that was named is not installed, and does not call that verified', async () => {
    await install();
    const mild = ['--verify', 'checksum', '--min-age', '0d'];
    const named = await tools('verify', `syft@${VERSION}`, 'trivy', '--json', ...mild);
    assert.equal(named.code, 2, named.stdout);
    const document = documentOf(named);
    assert.equal(document.status, 'error');
    const trivy = document.tools.tools.find(({ name }) => name === 'trivy');
    assert.equal(trivy?.state, 'missing');
    assert.equal(trivy.error?.code, 'TOOL_NOT_FOUND');
  }, 60_000);

  it('names the tool that could not be downloaded, and the ways without that host', async () => {
    const nobody = ['--release-url', 'http://127.0.0.1:9', '--retry-window', '1s', '--min-age', '0d'];
    const ended = await tools('install', `syft@${VERSION}`, '--json', '--verify', 'checksum', ...nobody);
    assert.equal(ended.code, 3, ended.stdout);
    const error = documentOf(ended).tools.tools[0]?.error;
    assert.equal(error?.code, 'RELEASE_UNAVAILABLE');
    assert.ok(error.message.startsWith(`syft ${VERSION} `), error.message);
    assert.ok(error.remedy.includes('mirror') && error.remedy.includes('allow-path'), error.remedy);
  }, 60_000);

  it('says of an empty cache that nothing is installed', async () => {
    const { stdout, stderr, code } = await tools('verify');
    assert.equal(code, 0, stderr);
    assert.ok(/^Nothing is installed/m.test(`${stdout}${stderr}`), stdout);
    assert.ok(!/^Verified/m.test(`${stdout}${stderr}`), stdout);
  }, 60_000);

  it('says of each entry of the table whether a second source confirms it', async () => {
    const listed = documentOf(await tools('list', '--json')).tools.tools;
    for (const { name, version, confirmed, confirmedBy } of listed)
      assert.equal(confirmed, confirmedBy >= 2, `${name} ${version}`);
    const { stdout, stderr, code } = await tools('list');
    assert.equal(code, 0, stderr);
    const lines = (pattern: RegExp): number => `${stdout}${stderr}`.match(pattern)?.length ?? 0;
    assert.equal(
      lines(/in the table, confirmed by \d sources/g),
      listed.filter(({ confirmed }) => confirmed).length,
    );
    const alone = listed.filter(({ confirmedBy }) => confirmedBy === 1).length;
    assert.notEqual(alone, 0);
    assert.equal(lines(/in the table, not confirmed: one source alone/g), alone);
  }, 60_000);

  it('rejects a cache that was changed, and leaves it for whoever looks into it', async () => {
    const [tool] = documentOf(await install()).tools.tools;
    await writeFile(tool?.path ?? '', program('6.6.6'));
    const before = await stage.leftBehind();
    const verified = await tools('verify', '--json', '--verify', 'checksum', '--min-age', '0d');
    assert.equal(verified.code, 1, verified.stdout);
    const document = documentOf(verified);
    assert.equal(document.status, 'rejected');
    assert.equal(document.tools.tools[0]?.error?.code, 'TOOL_REJECTED');
    assert.deepEqual(await stage.leftBehind(), before);
  }, 60_000);

  it('does not call what a milder rule took verified by the strict one', async () => {
    await install();
    const verified = await tools('verify', 'syft@9.9.9', '--trusted-root', await root());
    assert.notEqual(verified.code, 0);
  }, 60_000);

  it('asks for what to do and for what is to be installed', async () => {
    for (const [args, code] of [
      [[], 'INPUT_MISSING'],
      [['instal', 'syft'], 'INPUT_UNKNOWN'],
      [['install'], 'INPUT_MISSING'],
      [['install', 'docker'], 'INPUT_INVALID'],
    ] as const) {
      const ended = await tools(...args);
      assert.equal(ended.code, 2, args.join(' '));
      assert.ok(ended.stderr.includes(code), ended.stderr);
    }
    assert.equal(stage.host.requests.entries.length, 0);
  }, 60_000);
});

describe('what nothing but the program says the version of', () => {
  it('is refused where it says another: an older release in the place of a newer one', async () => {
    const file = 'go-containerregistry_Linux_x86_64.tar.gz';
    const archive = await ARCHIVE_OF(program('9.9.8'), 'crane');
    stage.release('google/go-containerregistry', VERSION, {
      [file]: archive,
      'checksums.txt': `${sha256(archive)}  ${file}\n`,
    });
    const crane = { name: 'crane', version: VERSION, verify: 'checksum', minAgeMs: 0 } as const;
    await assert.rejects(stage.ensure(crane), { code: 'TOOL_REJECTED', message: /9\.9\.8/ });
    assert.deepEqual(await stage.leftBehind(), []);
  });
});

async function root(): Promise<string> {
  const path = join(cacheHome, 'trusted_root.json');
  await writeFile(path, stage.sigstore.trustedRoot);
  return path;
}
