import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { buildDemoImage, pushImage, startTestbed, type Testbed } from '@countersign/testbed';
import { countersign } from './countersign.js';

const IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';

/** The bundle of the first referrer of a digest, as a file would hold it. */
async function firstBundle(origin: string, repository: string, digest: string): Promise<Buffer> {
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${origin}/v2/${repository}/${path}`)).json()) as T;
  interface Listed {
    readonly manifests: readonly { readonly digest: string }[];
  }
  interface Manifest {
    readonly layers: readonly { readonly digest: string }[];
  }
  const [referrer] = (await get<Listed>(`referrers/${digest}`)).manifests;
  const [layer] = (await get<Manifest>(`manifests/${referrer?.digest ?? ''}`)).layers;
  const response = await fetch(`${origin}/v2/${repository}/blobs/${layer?.digest ?? ''}`);
  return Buffer.from(await response.arrayBuffer());
}

describe('countersign verify-bundle', () => {
  let testbed: Testbed;
  let folder: string;
  let flags: string[];
  let [artifact, other, digest, bundle] = ['', '', '', ''];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-cli-bundle-'));
    testbed = await startTestbed();
    const origin = `http://${testbed.registry}`;
    const image = buildDemoImage([{ path: 'file', bytes: Buffer.from('x') }]);
    ({ digest } = await pushImage({ origin }, 'acme/app', image));
    const signing = [
      'sign',
      `${testbed.registry}/acme/app@${digest}`,
      '--platforms',
      'index',
      '--layouts',
      'bundle',
    ];
    const { code, stderr } = await countersign(signing, testbed.environment);
    assert.equal(code, 0, stderr);
    [artifact, other, bundle] = ['artifact', 'other', 'bundle.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(artifact, image.index.bytes);
    await writeFile(other, 'something else');
    await writeFile(bundle, await firstBundle(origin, 'acme/app', digest));
    flags = [
      ...['--bundle', bundle, '--certificate-identity', IDENTITY],
      ...['--certificate-oidc-issuer', testbed.issuer, '--trusted-root', testbed.trustedRoot],
    ];
  });
  afterAll(async () => {
    await testbed.stop();
    await rm(folder, { recursive: true });
  });

  const verify = (args: readonly string[]) => countersign(['verify-bundle', ...args]);

  it('accepts a bundle of the file, the arguments in the order of the protocol', async () => {
    assert.equal((await verify([...flags, artifact])).code, 0);
  });

  it('accepts it by digest too', async () => {
    const { code, stdout } = await verify([...flags, digest]);
    assert.deepEqual([code, stdout], [0, `Verified ${digest}\n`]);
  });

  it('rejects another file, another digest and another identity', async () => {
    assert.equal((await verify([...flags, other])).code, 1);
    assert.equal((await verify([...flags, `sha256:${'0'.repeat(64)}`])).code, 1);
    const changed = flags.map((flag) => (flag === IDENTITY ? IDENTITY.replace('acme', 'mallory') : flag));
    assert.equal((await verify([...changed, artifact])).code, 1);
  });

  it('rejects a root that did not issue it, and a bundle that is none', async () => {
    const stranger = await startTestbed();
    try {
      const changed = flags.map((flag) => (flag === testbed.trustedRoot ? stranger.trustedRoot : flag));
      assert.equal((await verify([...changed, artifact])).code, 1);
    } finally {
      await stranger.stop();
    }
    const broken = flags.map((flag) => (flag === bundle ? other : flag));
    assert.equal((await verify([...broken, artifact])).code, 1);
  });

  it('refuses files that are not there', async () => {
    const { code, stderr } = await verify([...flags, join(folder, 'none')]);
    assert.equal(code, 2);
    assert.match(stderr, /is not there/);
  });
});
