import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startTestbed, type Testbed } from '@countersign/testbed';
import { countersign } from './countersign.js';

let folder: string;
let bed: Testbed;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-trust-'));
  bed = await startTestbed();
});
afterAll(async () => {
  await bed.stop();
  await rm(folder, { recursive: true });
});

const trust = (...args: readonly string[]) => countersign(['trust', ...args], { HOME: folder });

describe('countersign trust', () => {
  it('shows what a file holds', async () => {
    const { code, stdout, stderr } = await trust('inspect', '--trusted-root', bed.trustedRoot);
    assert.equal(code, 0, stderr);
    for (const url of [bed.fulcioUrl, bed.rekorUrl, bed.tsaUrl]) assert.ok(stdout.includes(url), url);
  });

  it('shows a root of which nothing is valid now, which would verify nothing', async () => {
    const path = join(folder, 'old.json');
    const text = await readFile(bed.trustedRoot, 'utf8');
    await writeFile(
      path,
      text.replaceAll(/"start": "[^"]+"/g, '"start": "2020-01-01T00:00:00Z", "end": "2021-01-01T00:00:00Z"'),
    );
    const { code, stdout } = await trust('inspect', '--trusted-root', path);
    assert.equal(code, 0);
    assert.match(stdout, /until 2021-01-01T00:00:00\.000Z \(EXPIRED\)/);
    const refused = await trust('export', '--trusted-root', path, '--output-dir', join(folder, 'old'));
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /TRUSTED_ROOT_EXPIRED/);
  });

  it('exports what a TUF mirror serves, as a repository that can be trusted in its place', async () => {
    const out = join(folder, 'all');
    const mirror = ['--tuf-mirror', bed.tufUrl, '--tuf-root', bed.tufRoot];
    const { code, stdout, stderr } = await trust('export', ...mirror, '--output-dir', out, '--json');
    assert.equal(code, 0, stderr);
    const { export: said, status } = JSON.parse(stdout) as {
      readonly status: string;
      readonly export: {
        readonly outputDir: string;
        readonly forms: readonly { readonly files: string[] }[];
      };
    };
    assert.deepEqual([status, said.outputDir], ['ok', out]);
    const named = said.forms.flatMap(({ files }) => files);
    const there = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    assert.equal(there.length, named.length + 2);
    assert.ok(named.some((path) => path.endsWith('.signing_config.v0.2.json')));
    assert.equal(
      await readFile(join(out, 'trusted_root.json'), 'utf8'),
      await readFile(bed.trustedRoot, 'utf8'),
    );
  });

  it('writes over nothing, and says how', async () => {
    const args = [
      'export',
      '--trusted-root',
      bed.trustedRoot,
      '--format',
      'gh',
      '--output-dir',
      join(folder, 'gh'),
    ];
    assert.equal((await trust(...args)).code, 0);
    const refused = await trust(...args);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /--force/);
    assert.equal((await trust(...args, '--force')).code, 0);
  });

  it('refuses two places that trust comes from, in the words of its flags', async () => {
    const both = ['--trusted-root', bed.trustedRoot, '--tuf-mirror', bed.tufUrl, '--tuf-root', bed.tufRoot];
    const { code, stderr, stdout } = await trust('inspect', ...both);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /INPUTS_CONTRADICT[^]*--tuf-root/);
  });

  it('could not decide where the mirror does not answer as one', async () => {
    const { code, stderr } = await trust('inspect', '--tuf-mirror', bed.fulcioUrl, '--tuf-root', bed.tufRoot);
    assert.equal(code, 3);
    assert.match(stderr, /^Could not decide: .*TRUST_UNAVAILABLE/m);
  });

  it('needs to be told what to do, and knows what was meant', async () => {
    assert.match((await trust()).stderr, /export\|inspect/);
    const { code, stderr } = await trust('exprt');
    assert.equal(code, 2);
    assert.match(stderr, /Did you mean export/);
    assert.equal((await trust('inspect', 'app:1')).code, 2);
  });
});
