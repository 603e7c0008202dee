import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { DOCKER_INDEX, OCI_INDEX, OCI_MANIFEST, digestOf } from '../oci/index.js';
import { readDescriptor, readManifestDocument } from './manifest-document.js';

const DESCRIPTOR = { mediaType: 'application/x', digest: digestOf('x'), size: 1 };
const manifest = (more: object = {}) => ({
  schemaVersion: 2,
  config: DESCRIPTOR,
  layers: [DESCRIPTOR],
  ...more,
});
const index = (more: object = {}) => ({ schemaVersion: 2, manifests: [DESCRIPTOR], ...more });
const read = (json: unknown, mediaType: string) =>
  readManifestDocument(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), mediaType, 'It');

describe('readManifestDocument', () => {
  it('reads a manifest and an index', () => {
    const document = read(
      manifest({ subject: DESCRIPTOR, artifactType: 'a/b', annotations: { k: 'v' } }),
      OCI_MANIFEST,
    );
    assert.deepEqual(document, {
      kind: 'manifest',
      manifest: {
        schemaVersion: 2,
        mediaType: OCI_MANIFEST,
        artifactType: 'a/b',
        subject: DESCRIPTOR,
        annotations: { k: 'v' },
        config: DESCRIPTOR,
        layers: [DESCRIPTOR],
      },
    });
    assert.equal(read(index(), DOCKER_INDEX).kind, 'index');
  });

  it("leaves what is no descriptor out of an index, and counts it; Go's null is an empty list", () => {
    const document = read(
      index({ manifests: [DESCRIPTOR, null, { ...DESCRIPTOR, digest: 'sha512:0' }] }),
      OCI_INDEX,
    );
    assert.ok(document.kind === 'index');
    assert.deepEqual([document.index.manifests.length, document.unreadable], [1, 2]);
    assert.equal(read(index({ manifests: null }), OCI_INDEX).kind, 'index');
  });

  const refused: readonly (readonly [what: string, json: unknown, mediaType: string])[] = [
    ['no JSON', '{', OCI_MANIFEST],
    ['bytes that are no UTF-8', '\ud800', OCI_MANIFEST],
    ['null', 'null', OCI_MANIFEST],
    ['a list', [], OCI_INDEX],
    ['schema version 1', manifest({ schemaVersion: 1 }), OCI_MANIFEST],
    ['another media type', manifest(), 'application/json'],
    ['an index that has layers', index({ layers: [] }), OCI_INDEX],
    ['a manifest that has manifests', manifest({ manifests: [] }), OCI_MANIFEST],
    ['no config', manifest({ config: undefined }), OCI_MANIFEST],
    ['a layer that is no descriptor', manifest({ layers: [{}] }), OCI_MANIFEST],
    ['layers that are no list', manifest({ layers: {} }), OCI_MANIFEST],
    ['too many entries', index({ manifests: Array<null>(5001).fill(null) }), OCI_INDEX],
  ];
  for (const [what, json, mediaType] of refused) {
    it(`refuses ${what}`, () => {
      assert.throws(() => read(json, mediaType), { code: 'REGISTRY_MISBEHAVED' });
    });
  }
});

describe('readDescriptor', () => {
  it('keeps texts among annotations and drops the rest', () => {
    const found = readDescriptor({ ...DESCRIPTOR, annotations: { a: 'b', n: 1 }, urls: ['x'] });
    assert.deepEqual(found, { ...DESCRIPTOR, annotations: { a: 'b' } });
  });
  const refused: readonly unknown[] = [
    null,
    'x',
    [],
    {},
    { ...DESCRIPTOR, size: -1 },
    { ...DESCRIPTOR, size: 1.5 },
    { ...DESCRIPTOR, size: '1' },
    { ...DESCRIPTOR, size: 2 ** 60 },
    { ...DESCRIPTOR, digest: 'sha256:x' },
    { ...DESCRIPTOR, mediaType: 'x' },
    { ...DESCRIPTOR, mediaType: 'a/b\r\nx: y' },
    { ...DESCRIPTOR, mediaType: `a/${'b'.repeat(300)}` },
  ];
  for (const value of refused) {
    it(`refuses ${JSON.stringify(value).slice(0, 60)}`, () => {
      assert.equal(readDescriptor(value), undefined);
    });
  }
});
