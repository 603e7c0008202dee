import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { signImages, verifyImages, type Services } from '@countersign/core/flows';
import { pushBlob, pushManifest } from '@countersign/testbed';
import { contextFor } from '../sign/harness.js';
import { openStage, states, why, type Stage } from '../flows/stage.js';

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const REPOSITORY = 'acme/app';
const digestOf = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** One referrer: the bytes of its only layer, and what its manifest says that is not so. */
interface Neighbour {
  readonly blob?: string;
  readonly layer?: object;
  readonly manifest?: object;
  readonly mediaType?: string;
}
const neighbours: readonly (readonly [what: string, neighbour: Neighbour])[] = [
  ['a bundle longer than its descriptor says', { blob: '{"mediaType":"x"}', layer: { size: 2 } }],
  ['a bundle shorter than its descriptor says', { blob: '{}', layer: { size: 2_000_000 } }],
  ['a bundle of no byte', { blob: '' }],
  ['a bundle that is a list', { blob: '[]' }],
  ['a bundle that is null', { blob: 'null' }],
  ['a bundle nested without end', { blob: `${'['.repeat(50_000)}${']'.repeat(50_000)}` }],
  [
    'a bundle nested without end in a member',
    { blob: `{"mediaType":"${BUNDLE}","dsseEnvelope":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}` },
  ],
  ['a bundle with a prototype', { blob: `{"__proto__":{"mediaType":"${BUNDLE}"},"mediaType":"${BUNDLE}"}` }],
  ['a layer without an end', { layer: { size: Number.MAX_SAFE_INTEGER } }],
  ['no layers', { manifest: { layers: [] } }],
  ['annotations that are no texts', { layer: { annotations: { predicateType: 5 } } }],
  ['annotations named like a prototype', { manifest: { annotations: { constructor: 'x', toString: 'y' } } }],
  ['an index as its manifest', { mediaType: OCI_INDEX, manifest: { manifests: [], layers: undefined } }],
];

let stage: Stage;
// Reading what is hostile takes a while, and the registry runs in this very process.
const context = contextFor();
const patient = (): Services => ({ ...stage.services(), context });

beforeAll(async () => {
  stage = await openStage();
  const signed = await signImages(stage.sign(), patient());
  assert.equal(signed.status, 'ok', why(signed));
});
afterAll(async () => {
  context.close();
  await stage.stop();
});

async function push({ blob = '{}', layer = {}, manifest = {}, mediaType = OCI_MANIFEST }: Neighbour) {
  const { registry } = stage.bed.services;
  const empty = { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf('{}'), size: 2 };
  for (const text of ['{}', blob]) {
    await pushBlob(registry, REPOSITORY, digestOf(text), Buffer.from(text));
  }
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      artifactType: BUNDLE,
      config: mediaType === OCI_INDEX ? undefined : empty,
      layers: [{ mediaType: BUNDLE, digest: digestOf(blob), size: blob.length, ...layer }],
      subject: { mediaType: OCI_INDEX, digest: stage.image.digest, size: 1 },
      ...manifest,
    }),
  );
  await pushManifest(registry, REPOSITORY, digestOf(bytes), bytes, mediaType);
}

const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json';
const SIGNATURE = 'dev.cosignproject.cosign/signature';
const layers: readonly object[] = [
  { size: 1 },
  { annotations: undefined },
  { annotations: { [SIGNATURE]: '\u0000' } },
  { annotations: { [SIGNATURE]: 'AAAA', 'dev.sigstore.cosign/certificate': 'x' } },
  { annotations: { [SIGNATURE]: 'AAAA', 'dev.sigstore.cosign/bundle': '{"Payload":[]}' } },
  { mediaType: 'application/x' },
  { urls: ['https://elsewhere.example/'], data: 'eA==' },
].map((change, at) => {
  const blob = `document ${at}`;
  return { mediaType: SIMPLE_SIGNING, digest: digestOf(blob), size: blob.length, ...change };
});

describe('A signed image, where someone who may push put all sorts of things beside it,', () => {
  it('stays verified, and every one of them is told', async () => {
    for (const [, neighbour] of neighbours) await push(neighbour);
    const report = await verifyImages(stage.verify(), patient());
    assert.equal(report.status, 'ok', why(report));
    // An index is no bundle, and the manifests that hold no layer at all are told as well.
    assert.equal(states(report).rejected, neighbours.length);
  });

  it('can be signed anew, and its .sig keeps the layers of others as they stood', async () => {
    const { registry } = stage.bed.services;
    const url = `${registry.origin}/v2/${REPOSITORY}/manifests/${stage.image.digest.replace(':', '-')}.sig`;
    const manifest = (await (await fetch(url)).json()) as { layers: object[] };
    for (const at of layers.keys()) {
      const blob = Buffer.from(`document ${at}`);
      await pushBlob(registry, REPOSITORY, digestOf(blob), blob);
    }
    const before = JSON.parse(JSON.stringify([...layers, ...manifest.layers])) as object[];
    const bytes = Buffer.from(JSON.stringify({ ...manifest, layers: before }));
    await pushManifest(registry, REPOSITORY, url.slice(url.lastIndexOf('/') + 1), bytes, OCI_MANIFEST);

    const claims = { job_workflow_ref: 'acme/app/.github/workflows/other.yml@refs/heads/main' };
    const signed = await signImages(stage.sign({ claims }), patient());
    assert.equal(signed.status, 'ok', why(signed));
    const after = (await (await fetch(url)).json()) as { layers: object[] };
    assert.equal(after.layers.length, before.length + 1);
    assert.equal(JSON.stringify(after.layers.slice(0, -1)), JSON.stringify(before));
    const verified = await verifyImages(stage.verify(), patient());
    assert.equal(verified.status, 'ok', why(verified));
  });
});
