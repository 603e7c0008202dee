import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import { digestOf, OCI_INDEX, type Digest } from '@countersign/core/oci';
import { createRegistryClient, type RegistryClient } from '@countersign/core/registry';
import {
  buildDemoImage,
  pushImage,
  pushManifest,
  startRegistry,
  type RunningRegistry,
} from '@countersign/testbed';
import { copyImage } from './copy-image.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };

describe('copying an image', () => {
  let [from, to]: RunningRegistry[] = [];
  let client: RegistryClient;
  let http: ReturnType<typeof createHttpClient>;
  const image = buildDemoImage([{ path: 'file', bytes: Buffer.from('content') }]);

  const hosts = () => {
    assert.ok(from !== undefined && to !== undefined);
    return { from, to };
  };
  const copy = (target: string) =>
    copyImage(
      client.repository({ host: hosts().from.host, repository: 'team/app' }),
      client.repository({ host: hosts().to.host, repository: 'acme/app' }),
      target,
      'v1',
    );
  const origin = () => ({ origin: `http://${hosts().from.host}` });

  beforeAll(async () => {
    [from, to] = [await startRegistry(), await startRegistry()];
    const base = {
      clock: systemClock,
      random: systemRandom,
      log: silent,
      signal: new AbortController().signal,
    };
    http = createHttpClient(base);
    const credentials = { explicit: [], env: {}, homeDir: undefined };
    client = createRegistryClient({ context: { ...base, http }, credentials, plainHttpHosts: [] });
    await pushImage(origin(), 'team/app', image, '1.0');
  });
  afterAll(async () => {
    http.close();
    await Promise.all([from?.stop(), to?.stop()]);
  });

  it('gives the same digests, the tag asked for, and only reads where it came from', async () => {
    const before = hosts().from.requests.mark();
    const copied = await copy('1.0');
    assert.equal(copied.root.digest, image.index.digest);
    assert.deepEqual(
      copied.platforms.map(({ digest }) => digest),
      image.platforms.map(({ descriptor }) => descriptor.digest),
    );
    const there = client.repository({ host: hosts().to.host, repository: 'acme/app' });
    assert.equal((await there.headManifest('v1'))?.digest, image.index.digest);
    for (const { descriptor } of image.platforms)
      assert.ok((await there.headManifest(descriptor.digest)) !== undefined);
    const written = hosts()
      .from.requests.since(before)
      .filter(({ method }) => method !== 'GET' && method !== 'HEAD');
    assert.deepEqual(written, []);
  });

  it('copies a single manifest, which has no platforms', async () => {
    const [platform] = image.platforms;
    assert.deepEqual((await copy(platform?.descriptor.digest ?? '')).platforms, []);
  });

  it("counts BuildKit's own attestations as no platform", async () => {
    const [amd64, arm64] = image.platforms.map(({ descriptor }) => descriptor);
    const attestation = { ...arm64, platform: { os: 'unknown', architecture: 'unknown' } };
    const { digest } = await pushIndex([amd64, attestation]);
    const { platforms } = await copy(digest);
    assert.deepEqual(
      platforms.map((each) => each.digest),
      [amd64?.digest],
    );
  });

  it('refuses what is not there', async () => {
    await assert.rejects(copy('2.0'), { code: 'IMAGE_NOT_FOUND' });
  });

  it('refuses indexes in indexes in indexes, which a hostile registry can make without end', async () => {
    let inner = await pushIndex([image.platforms[0]?.descriptor]);
    for (let depth = 0; depth < 3; depth++) inner = await pushIndex([inner]);
    await assert.rejects(copy(inner.digest), { code: 'LIMIT_EXCEEDED' });
  });

  async function pushIndex(
    manifests: readonly unknown[],
  ): Promise<{ mediaType: string; digest: Digest; size: number }> {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }));
    const digest = digestOf(bytes);
    await pushManifest(origin(), 'team/app', digest, bytes, OCI_INDEX);
    return { mediaType: OCI_INDEX, digest, size: bytes.length };
  }
});
