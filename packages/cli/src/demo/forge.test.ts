import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf, hexOf, OCI_MANIFEST, type Descriptor, type Digest } from '@countersign/core/oci';
import { asItIs, forgeClaims, withOtherSubject, type Target } from './forge.js';
import type { RegistryFolder, StoredDocument } from './registry-folder.js';

const [GOOD, EVIL] = [digestOf('good'), digestOf('evil')];
const targetOf = (digest: Digest): Target => ({
  root: { mediaType: OCI_MANIFEST, digest, size: 4 },
  platforms: [],
});

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const statement = (digest: Digest): string =>
  JSON.stringify({ subject: [{ digest: { sha256: hexOf(digest) } }] });
const SIMPLE = (digest: Digest): string =>
  JSON.stringify({ critical: { image: { 'docker-manifest-digest': digest } } });
const BUNDLE = (digest: Digest): string =>
  JSON.stringify({ dsseEnvelope: { payload: base64(statement(digest)) } });
const ENVELOPE = (digest: Digest): string =>
  JSON.stringify({ payload: base64(statement(digest)), signatures: [] });

/** A repository in memory with one claim in each layout beside the good digest. */
function folderWithClaims() {
  const blobs = new Map<string, Buffer>();
  const manifests = new Map<string, StoredDocument>();
  const layer = (text: string): Descriptor => {
    const bytes = Buffer.from(text);
    blobs.set(digestOf(bytes), bytes);
    return { mediaType: 'x', digest: digestOf(bytes), size: bytes.length };
  };
  const store = (name: string, text: string, subject?: Descriptor): void => {
    const document = { layers: [layer(text)], ...(subject === undefined ? {} : { subject }) };
    manifests.set(name, { mediaType: OCI_MANIFEST, document });
  };
  const REFERRER = digestOf('referrer');
  store(`sha256-${hexOf(GOOD)}.sig`, SIMPLE(GOOD));
  store(`sha256-${hexOf(GOOD)}.att`, ENVELOPE(GOOD));
  store(REFERRER, BUNDLE(GOOD), targetOf(GOOD).root);
  const folder: RegistryFolder = {
    manifest: (name) => Promise.resolve(manifests.get(name)),
    blob: (digest) => Promise.resolve(blobs.get(digest) ?? Buffer.from('{}')),
    referrers: (subject) =>
      Promise.resolve(subject === GOOD ? [{ mediaType: OCI_MANIFEST, digest: REFERRER, size: 1 }] : []),
    putManifest: (name, stored) => {
      manifests.set(name ?? 'forged referrer', stored);
      return Promise.resolve();
    },
    putBlob: (digest, bytes) => {
      blobs.set(digest, Buffer.from(bytes));
      return Promise.resolve();
    },
    pointTag: () => Promise.reject(new Error('the forger moves no tag')),
  };
  const textOf = (name: string): string => {
    const [only] = manifests.get(name)?.document.layers ?? [];
    const bytes = blobs.get(only?.digest ?? '');
    assert.ok(bytes !== undefined && only?.size === bytes.length, `${name} names a layer that is there`);
    return bytes.toString('utf8');
  };
  return { folder, manifests, textOf };
}

describe('the forger of the demo', () => {
  const places = (digest: Digest): [string, string, string] => [
    `sha256-${hexOf(digest)}.sig`,
    `sha256-${hexOf(digest)}.att`,
    'forged referrer',
  ];

  it('copies the claims of every layout as they are', async () => {
    const { folder, manifests, textOf } = folderWithClaims();
    await forgeClaims(folder, targetOf(GOOD), targetOf(EVIL), asItIs);
    assert.deepEqual(places(EVIL).map(textOf), [SIMPLE(GOOD), ENVELOPE(GOOD), BUNDLE(GOOD)]);
    assert.equal(manifests.get('forged referrer')?.document.subject?.digest, EVIL);
  });

  it('rewrites the signed statements so that they speak of the other digest', async () => {
    const { folder, textOf } = folderWithClaims();
    await forgeClaims(folder, targetOf(GOOD), targetOf(EVIL), withOtherSubject);
    assert.deepEqual(places(EVIL).map(textOf), [SIMPLE(EVIL), ENVELOPE(EVIL), BUNDLE(EVIL)]);
  });
});
