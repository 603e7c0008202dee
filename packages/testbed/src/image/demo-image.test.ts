import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import { describe, it } from '@jest/globals';
import {
  digestOf,
  OCI_INDEX,
  OCI_MANIFEST,
  type Digest,
  type ImageIndex,
  type ImageManifest,
} from '@countersign/core/oci';
import { startRegistry } from '../registry/index.js';
import { buildDemoImage, pushImage } from './index.js';
import { packTar } from './tar.js';

const FILES = [
  { path: 'usr/lib/app/main.js', bytes: Buffer.from('console.log(1);\n') },
  { path: 'usr/bin/app', bytes: Buffer.from('#!/bin/sh\n'), mode: 0o755 },
];
const parse = (bytes: Uint8Array | undefined): unknown => JSON.parse(Buffer.from(bytes ?? []).toString());

describe('the demo image', () => {
  const image = buildDemoImage(FILES, undefined, { annotations: { a: 'b' }, entrypoint: ['/usr/bin/app'] });
  const layers = image.platforms.map(({ manifest }) => (parse(manifest) as ImageManifest).layers[0]);
  const layer = image.blobs.get(layers[0]?.digest ?? ('' as Digest)) ?? Buffer.alloc(0);

  it('is an index of linux/amd64 and linux/arm64 whose descriptors describe the manifests', () => {
    const index = parse(image.index.bytes) as ImageIndex;
    assert.equal(image.index.digest, digestOf(image.index.bytes));
    assert.equal(index.mediaType, OCI_INDEX);
    assert.equal(index.annotations?.a, 'b');
    assert.deepEqual(
      index.manifests.map(({ platform }) => platform),
      [
        { os: 'linux', architecture: 'amd64' },
        { os: 'linux', architecture: 'arm64' },
      ],
    );
    for (const [at, { manifest }] of image.platforms.entries()) {
      assert.equal(index.manifests[at]?.digest, digestOf(manifest));
      assert.equal(index.manifests[at].size, manifest.length);
      assert.equal(index.manifests[at].mediaType, OCI_MANIFEST);
    }
    assert.notEqual(image.platforms[0]?.descriptor.digest, image.platforms[1]?.descriptor.digest);
  });

  it('has configs that name their platform and the digest of the unpacked layer', () => {
    for (const { manifest, platform } of image.platforms) {
      const { config } = parse(manifest) as ImageManifest;
      const document = parse(image.blobs.get(config.digest)) as Record<string, unknown>;
      assert.equal(document.architecture, platform.architecture);
      assert.deepEqual(document.rootfs, { type: 'layers', diff_ids: [digestOf(gunzipSync(layer))] });
      assert.deepEqual((document.config as { Entrypoint: string[] }).Entrypoint, ['/usr/bin/app']);
    }
  });

  it('has a layer that tar unpacks to the files, their modes and an os-release', () => {
    const tar = (...options: string[]) => execFileSync('tar', options, { input: layer }).toString();
    assert.deepEqual(
      tar('-tzvf', '-')
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/ +\S+ +\d+ \S+ \S+ /, ' ')),
      [
        'drwxr-xr-x etc/',
        '-rw-r--r-- etc/os-release',
        'drwxr-xr-x usr/',
        'drwxr-xr-x usr/bin/',
        '-rwxr-xr-x usr/bin/app',
        'drwxr-xr-x usr/lib/',
        'drwxr-xr-x usr/lib/app/',
        '-rw-r--r-- usr/lib/app/main.js',
      ],
    );
    assert.equal(tar('-xzOf', '-', 'usr/lib/app/main.js'), 'console.log(1);\n');
    assert.match(tar('-xzOf', '-', 'etc/os-release'), /^ID=countersign-demo$/m);
  });

  it('keeps an os-release that it is given', () => {
    const own = buildDemoImage([{ path: 'etc/os-release', bytes: Buffer.from('ID=own\n') }]);
    const [blob] = own.blobs.values();
    const listing = execFileSync('tar', ['-xzOf', '-', 'etc/os-release'], { input: blob }).toString();
    assert.equal(listing, 'ID=own\n');
  });

  it('has the same digest whenever it is built, in whatever order the files come, and another for another file', () => {
    const again = buildDemoImage([...FILES].reverse(), undefined, {
      annotations: { a: 'b' },
      entrypoint: ['/usr/bin/app'],
    });
    assert.equal(again.index.digest, image.index.digest);
    assert.notEqual(buildDemoImage([]).index.digest, buildDemoImage(FILES).index.digest);
  });

  it('is for the platforms it is asked for', () => {
    const platform = { os: 'linux', architecture: 'arm', variant: 'v7' };
    const { manifests } = parse(buildDemoImage([], [platform]).index.bytes) as ImageIndex;
    assert.deepEqual(
      manifests.map((each) => each.platform),
      [platform],
    );
  });
});

describe('a tar archive', () => {
  it('holds a path that needs its prefix field', () => {
    const path = `${'d'.repeat(90)}/${'e'.repeat(50)}/${'f'.repeat(80)}`;
    const tar = packTar([{ path, bytes: Buffer.from('x') }]);
    assert.equal(execFileSync('tar', ['-xOf', '-', path], { input: tar }).toString(), 'x');
  });

  for (const path of ['', '/etc/passwd', '../x', 'a/../../x', 'x'.repeat(101), `${'d/'.repeat(200)}x`]) {
    it(`refuses the path ${JSON.stringify(path.slice(0, 20))} of ${path.length} characters`, () => {
      assert.throws(() => packTar([{ path, bytes: Buffer.alloc(0) }]), RangeError);
    });
  }
});

describe('a pushed image', () => {
  for (const auth of ['none', 'basic', 'token'] as const) {
    it(`is in the registry under its tag and digests, with authentication ${auth}`, async () => {
      const registry = await startRegistry({ auth, anonymousPull: true });
      try {
        const image = buildDemoImage(FILES);
        const pushed = await pushImage(registry, 'acme/app', image, 'v1');
        assert.equal(pushed.digest, image.index.digest);
        assert.deepEqual(registry.tags('acme/app'), { v1: image.index.digest });
        assert.deepEqual(
          pushed.platforms.map(({ digest }) => digest),
          image.platforms.map(({ descriptor }) => descriptor.digest),
        );
        const mark = registry.requests.mark();
        await pushImage(registry, 'acme/app', image); // by digest, with no blob sent again
        assert.equal(registry.requests.counts(mark)['POST upload'], undefined);
      } finally {
        await registry.stop();
      }
    });
  }

  it('fails with the status where the user may not push', async () => {
    const registry = await startRegistry({ auth: 'token' });
    try {
      await assert.rejects(
        pushImage({ ...registry, auth: registry.readerAuth }, 'acme/app', buildDemoImage([])),
        /answered 403 to POST/,
      );
      await assert.rejects(
        pushImage({ origin: registry.origin }, 'acme/app', buildDemoImage([])),
        /answered 401 to HEAD/,
      );
    } finally {
      await registry.stop();
    }
  });
});
