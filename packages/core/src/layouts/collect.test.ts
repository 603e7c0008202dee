import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import { MAX_CLAIM_BYTES } from '../limits.js';
import { digestOf, OCI_EMPTY, OCI_MANIFEST, type Descriptor, type Digest } from '../oci/index.js';
import type { Repository, StoredManifest } from '../registry/index.js';
import { collectClaims } from './collect.js';

const SUBJECT = digestOf('image');
const TAG = SUBJECT.replace(':', '-');
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const SIMPLE = 'application/vnd.dev.cosign.simplesigning.v1+json';
const DSSE = 'application/vnd.dsse.envelope.v1+json';

/** What a repository holds: manifests by tag or digest, blobs by digest, and the referrers of the subject. */
interface Contents {
  readonly manifests?: Readonly<Record<string, unknown>>;
  readonly blobs?: readonly string[];
  readonly referrers?: readonly Partial<Descriptor>[];
  readonly fail?: { readonly at: 'manifest' | 'blob' | 'referrers'; readonly error: CountersignError };
}

function repositoryOf({ manifests = {}, blobs = [], referrers = [], fail }: Contents): Repository {
  const never = (): never => {
    throw new Error('collecting only reads');
  };
  const guard = (at: string): void => {
    if (fail?.at === at) throw fail.error;
  };
  return {
    name: { host: 'registry.example', repository: 'acme/app' },
    getManifest: (target): Promise<StoredManifest | undefined> => {
      if (target.startsWith('sha256:')) guard('manifest');
      if (!Object.hasOwn(manifests, target)) return Promise.resolve(undefined);
      const held = manifests[target];
      const bytes = Buffer.from(typeof held === 'string' ? held : JSON.stringify(held));
      const descriptor = { mediaType: OCI_MANIFEST, digest: digestOf(bytes), size: bytes.length };
      return Promise.resolve({ bytes, descriptor, etag: undefined });
    },
    getBlob: ({ digest }) => {
      guard('blob');
      const found = blobs.find((blob) => digestOf(blob) === digest);
      return Promise.resolve(found === undefined ? undefined : Buffer.from(found));
    },
    listReferrers: () => {
      guard('referrers');
      return Promise.resolve({ source: 'api' as const, descriptors: referrers as readonly Descriptor[] });
    },
    headManifest: never,
    putManifest: never,
    openBlob: never,
    putBlob: never,
    referrersSource: never,
    deleteManifest: () => {
      throw new Error('nothing is deleted here');
    },
    proveWriteAccess: never,
  };
}

const layer = (mediaType: string, blob: string, more: object = {}) => ({
  mediaType,
  digest: digestOf(blob),
  size: blob.length,
  ...more,
});
const manifest = (...layers: readonly unknown[]) => ({ schemaVersion: 2, mediaType: OCI_MANIFEST, layers });
const R: Digest = digestOf('referrer');

const found = async (contents: Contents): Promise<readonly string[]> => {
  const { claims, unreadable } = await collectClaims(repositoryOf(contents), SUBJECT);
  return [
    ...claims.map(({ layout, material }) => `${layout}: ${material.kind}`),
    ...unreadable.map(({ layout, reason }) => `${layout} unreadable: ${reason}`),
  ];
};

describe('looking for what was stored', () => {
  const blob = Buffer.from('a');
  const only = {
    manifests: [R],
    blobs: [{ descriptor: layer(BUNDLE, 'a'), blob }],
  };
  const stored: Contents = {
    manifests: { [R]: manifest(layer(BUNDLE, 'a')), [digestOf('x')]: manifest(layer(BUNDLE, 'b')) },
    blobs: ['a', 'b'],
    referrers: [
      { digest: R, artifactType: BUNDLE },
      { digest: digestOf('x'), artifactType: BUNDLE },
    ],
  };
  const look = async (contents: Contents) =>
    collectClaims(repositoryOf(contents), SUBJECT, { layouts: ['bundle-referrer'], only });

  it('finds it among other claims, and reads nothing else', async () => {
    const { claims, unreadable, referrers } = await look(stored);
    assert.deepEqual(
      claims.map(({ digest }) => digest),
      [R],
    );
    assert.deepEqual([unreadable.length, referrers.length], [0, 2]);
  });

  it('does not find what no list names, although its manifest and blob are there', async () => {
    const { claims } = await look({ ...stored, referrers: [] });
    assert.deepEqual(claims, []);
  });

  it('does not find what is listed and whose blob is gone', async () => {
    const { claims, unreadable } = await look({ ...stored, blobs: ['b'] });
    assert.deepEqual([claims.length, unreadable.length], [0, 1]);
  });
});

const cases: readonly (readonly [situation: string, contents: Contents, expected: readonly RegExp[]])[] = [
  ['nothing', {}, []],
  [
    'a signature in the tag',
    { manifests: { [`${TAG}.sig`]: manifest(layer(SIMPLE, 'a')) }, blobs: ['a'] },
    [/^signature-tag: simple-signing$/],
  ],
  [
    'two attestations in the tag',
    { manifests: { [`${TAG}.att`]: manifest(layer(DSSE, 'a'), layer(DSSE, 'b')) }, blobs: ['a', 'b'] },
    [/^attestation-tag: dsse-layer$/, /^attestation-tag: dsse-layer$/],
  ],
  [
    'a bundle',
    {
      manifests: { [R]: manifest(layer(BUNDLE, 'a')) },
      blobs: ['a'],
      referrers: [{ digest: R, artifactType: BUNDLE }],
    },
    [/^bundle-referrer: bundle$/],
  ],
  [
    'a bundle whose index entry has the type of an empty config',
    {
      manifests: { [R]: manifest(layer(BUNDLE, 'a')) },
      blobs: ['a'],
      referrers: [{ digest: R, artifactType: OCI_EMPTY }],
    },
    [/^bundle-referrer: bundle$/],
  ],
  [
    "cosign's experimental signature",
    {
      manifests: { [R]: manifest(layer(SIMPLE, 'a')) },
      blobs: ['a'],
      referrers: [{ digest: R, artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json' }],
    },
    [/^signature-referrer: simple-signing$/],
  ],
  ['a referrer of another kind', { referrers: [{ digest: R, artifactType: 'application/vnd.example' }] }, []],
  [
    'a referrer without a type that is no claim',
    { manifests: { [R]: manifest(layer('text/plain', 'a')) }, referrers: [{ digest: R }] },
    [],
  ],
  [
    'a bundle whose manifest is gone',
    { referrers: [{ digest: R, artifactType: BUNDLE }] },
    [/^bundle-referrer unreadable: its manifest is not there/],
  ],
  [
    'a bundle whose blob is gone',
    { manifests: { [R]: manifest(layer(BUNDLE, 'a')) }, referrers: [{ digest: R, artifactType: BUNDLE }] },
    [/^bundle-referrer unreadable: its blob/],
  ],
  [
    'a bundle with two layers',
    {
      manifests: { [R]: manifest(layer(BUNDLE, 'a'), layer(BUNDLE, 'b')) },
      blobs: ['a', 'b'],
      referrers: [{ digest: R, artifactType: BUNDLE }],
    },
    [/^bundle-referrer unreadable: its manifest has more than one layer/],
  ],
  [
    'a bundle that is larger than is read',
    {
      manifests: { [R]: manifest(layer(BUNDLE, 'a', { size: MAX_CLAIM_BYTES + 1 })) },
      referrers: [{ digest: R, artifactType: BUNDLE }],
    },
    [/^bundle-referrer unreadable: it has \d+ bytes/],
  ],
  [
    'bundles that are larger together than is read',
    {
      manifests: Object.fromEntries(
        ['1', '2', '3', '4', '5'].map((name) => [
          digestOf(name),
          manifest(layer(BUNDLE, 'a', { size: MAX_CLAIM_BYTES })),
        ]),
      ),
      blobs: ['a'],
      referrers: ['1', '2', '3', '4', '5'].map((name) => ({ digest: digestOf(name), artifactType: BUNDLE })),
    },
    [...Array<RegExp>(4).fill(/^bundle-referrer: bundle$/), /larger together than is read/],
  ],
  [
    'more layers than are read',
    { manifests: { [`${TAG}.sig`]: manifest(...Array<unknown>(1001).fill(layer(SIMPLE, 'a'))) } },
    [/^signature-tag unreadable: the manifest has 1001 layers/],
  ],
  [
    'a tag that is no JSON',
    { manifests: { [`${TAG}.sig`]: 'no' } },
    [/unreadable: the manifest is not JSON/],
  ],
  ['a tag that is a list', { manifests: { [`${TAG}.sig`]: [] } }, [/unreadable: the manifest has no layers/]],
  [
    'layers that are none',
    {
      manifests: {
        [`${TAG}.att`]: manifest(
          null,
          {},
          { mediaType: DSSE, digest: 'sha256:x', size: 1 },
          layer(DSSE, 'a', { size: -1 }),
          layer(DSSE, 'a', { annotations: { a: 1 } }),
          layer('text/plain', 'a'),
          layer(DSSE, 'a', { annotations: { a: 'x'.repeat(1024 * 1024 + 1) } }),
        ),
      },
    },
    [
      /not an object/,
      /no media type/,
      /no digest/,
      /no size/,
      /are not texts/,
      /the layer is of type text\/plain/,
      /annotations of a layer have/,
    ],
  ],
  [
    'a blob that is not what it says',
    {
      manifests: { [R]: manifest(layer(BUNDLE, 'a')) },
      referrers: [{ digest: R, artifactType: BUNDLE }],
      fail: {
        at: 'blob',
        error: new CountersignError('DIGEST_MISMATCH', { what: 'other bytes', remedy: '' }),
      },
    },
    [/^bundle-referrer unreadable: other bytes/],
  ],
  [
    'a blob that is larger than its manifest says',
    {
      manifests: { [R]: manifest(layer(BUNDLE, 'a')) },
      referrers: [{ digest: R, artifactType: BUNDLE }],
      fail: {
        at: 'blob',
        error: new CountersignError('REGISTRY_MISBEHAVED', { what: 'too large', remedy: '' }),
      },
    },
    [/^bundle-referrer unreadable: too large/],
  ],
];

describe('collectClaims', () => {
  for (const [situation, contents, expected] of cases) {
    it(`finds ${situation}`, async () => {
      const all = await found(contents);
      assert.equal(all.length, expected.length, all.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(all[index] ?? '', pattern);
    });
  }

  for (const at of ['referrers', 'manifest', 'blob'] as const) {
    it(`throws where the registry does not answer for a ${at}, and never says that nothing is there`, async () => {
      const error = new CountersignError('REGISTRY_UNAVAILABLE', { what: 'no answer', remedy: '' });
      const contents: Contents = {
        manifests: { [R]: manifest(layer(BUNDLE, 'a')) },
        blobs: ['a'],
        referrers: [{ digest: R, artifactType: BUNDLE }],
        fail: { at, error },
      };
      await assert.rejects(found(contents), { code: 'REGISTRY_UNAVAILABLE' });
    });
  }
});
