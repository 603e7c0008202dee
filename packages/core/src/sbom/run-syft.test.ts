import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { runSyft, type SyftSource } from './run-syft.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-syft-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** Runs a program in syft's place that notes how it was called. */
async function callFor(source: SyftSource): Promise<Call> {
  const [path, noted] = [join(folder, 'syft'), join(folder, 'call.json')];
  const note = `{ args: process.argv.slice(2), env: process.env, cwd: process.cwd() }`;
  await writeFile(
    path,
    `#!${process.execPath}\nrequire('node:fs').writeFileSync(${JSON.stringify(noted)}, JSON.stringify(${note}));\n`,
  );
  await chmod(path, 0o755);
  const syft = {
    path,
    env: {
      PATH: process.env.PATH,
      GOFLAGS: '-mod=mod',
      GOPROXY: 'https://proxy.example',
      SYFT_ENRICH: 'all',
    },
    home: folder,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    onMessage: () => undefined,
  };
  await runSyft(syft, { source, name: 'app', version: undefined, supplier: undefined, outputs: [] });
  return JSON.parse(await readFile(noted, 'utf8')) as Call;
}

describe('runSyft', () => {
  const sources: readonly (readonly [source: SyftSource, given: string])[] = [
    [{ kind: 'folder', path: '/checkout' }, 'local-directory:/checkout'],
    [{ kind: 'file', path: '/app.jar' }, 'local-file:/app.jar'],
  ];
  for (const [source, given] of sources)
    it(`names a ${source.kind} so that nothing else can be taken for it`, async () => {
      assert.equal((await callFor(source)).args[1], given);
    });

  it('has syft ask no network and start no go, whatever the job is set to', async () => {
    const { env, cwd } = await callFor({ kind: 'folder', path: '/checkout' });
    assert.equal(env.SYFT_GOLANG_USE_PACKAGES_LIB, 'false');
    assert.deepEqual([env.GOPROXY, env.GOTOOLCHAIN, env.GOFLAGS], ['off', 'local', '-mod=readonly']);
    assert.equal(env.SYFT_ENRICH, undefined);
    assert.equal(cwd, folder);
  });
});
