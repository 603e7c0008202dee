import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import type { FlowReport } from '@countersign/core/flows';
import { digestOf, hexOf, IN_TOTO, OCI_INDEX, OCI_MANIFEST, type Digest } from '@countersign/core/oci';
import { parseReference } from '@countersign/core/reference';
import { pushBlob, pushManifest } from '@countersign/testbed';
import { OK, openStage, type Run, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 30_000);
afterAll(() => stage.stop());
beforeEach(() => stage.next());

const SPDX = 'https://spdx.dev/Document';
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** What BuildKit's scanner writes of the root folder: no digest of any image stands in it. */
const scanned = (name: string, packages: readonly string[]) => ({
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name,
  documentNamespace: 'https://example.test/buildkit',
  creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: syft-1.51.0'] },
  packages: [
    {
      name,
      SPDXID: 'SPDXRef-root',
      downloadLocation: 'NOASSERTION',
      filesAnalyzed: false,
      primaryPackagePurpose: 'FILE',
    },
    ...packages.map((purl, at) => ({
      name: purl.split('/').at(-1)?.split('@')[0],
      SPDXID: `SPDXRef-${at}`,
      versionInfo: purl.split('@')[1],
      downloadLocation: 'NOASSERTION',
      filesAnalyzed: false,
      externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
    })),
  ],
  relationships: [
    {
      spdxElementId: 'SPDXRef-DOCUMENT',
      relatedSpdxElement: 'SPDXRef-root',
      relationshipType: 'DESCRIBES',
    },
  ],
});

const statement = (subject: Digest, predicate: unknown, predicateType = SPDX): Buffer =>
  json({
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType,
    subject: [{ name: '_', digest: { sha256: hexOf(subject) } }],
    predicate,
  });

const DEB = OK.packages;
const about = (subject: Digest): Buffer => statement(subject, scanned('sbom', DEB));

/** The attestation manifests of one platform, each with its layers. */
type Attested = (subject: Digest) => readonly (readonly Buffer[])[];

/** The stage's image under an index that has attestation manifests beside the platforms, as BuildKit writes it. */
async function pushed(attested: Attested): Promise<string> {
  const { registry } = stage.bed.bed.services;
  const name = 'acme/debian';
  const own = stage.image.platforms;
  const sizeOf = async (digest: Digest): Promise<number> => {
    const answer = await fetch(`${registry.origin}/v2/${name}/manifests/${digest}`);
    return (await answer.arrayBuffer()).byteLength;
  };
  const images = await Promise.all(
    own.map(async ({ digest, platform }) => ({
      mediaType: OCI_MANIFEST,
      digest,
      size: await sizeOf(digest),
      platform,
    })),
  );
  const attestations = [];
  for (const { digest } of own) {
    for (const layers of attested(digest)) {
      const config = json({
        architecture: 'unknown',
        os: 'unknown',
        layers: layers.map((bytes) => digestOf(bytes)),
      });
      await pushBlob(registry, name, digestOf(config), config);
      for (const bytes of layers) await pushBlob(registry, name, digestOf(bytes), bytes);
      const manifest = json({
        schemaVersion: 2,
        mediaType: OCI_MANIFEST,
        config: {
          mediaType: 'application/vnd.oci.image.config.v1+json',
          digest: digestOf(config),
          size: config.length,
        },
        layers: layers.map((bytes) => ({
          mediaType: IN_TOTO,
          digest: digestOf(bytes),
          size: bytes.length,
          annotations: { 'in-toto.io/predicate-type': SPDX },
        })),
      });
      await pushManifest(registry, name, digestOf(manifest), manifest, OCI_MANIFEST);
      attestations.push({
        mediaType: OCI_MANIFEST,
        digest: digestOf(manifest),
        size: manifest.length,
        annotations: {
          'vnd.docker.reference.digest': digest,
          'vnd.docker.reference.type': 'attestation-manifest',
        },
        platform: { architecture: 'unknown', os: 'unknown' },
      });
    }
  }
  const index = json({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [...images, ...attestations] });
  await pushManifest(registry, name, digestOf(index), index, OCI_INDEX);
  return `${registry.host}/${name}@${digestOf(index)}`;
}

const read = async (reference: string): Promise<Run> =>
  stage.run(OK, {
    images: [parseReference(reference)],
    source: { kind: 'buildkit' },
    formats: [{ format: 'spdx-json', specVersion: '2.3' }],
  });
const ending = ({ status, error }: FlowReport) => [status, error?.code];

describe("BuildKit's own SBOM attestation", () => {
  it('is taken for the platform that its statement names, and syft is not run', async () => {
    const { report, program } = await read(await pushed((digest) => [[about(digest)]]));
    assert.equal(report.status, 'ok', report.error?.message);
    assert.equal(existsSync(`${program}.call.json`), false);
    assert.deepEqual(await stage.written(), [
      'sbom-linux-amd64.spdx.json',
      'sbom-linux-arm64.spdx.json',
      'sbom.spdx.json',
    ]);
    assert.deepEqual(
      report.sbom?.documents.map(({ platform, packages }) => [platform, packages]),
      [
        [undefined, 3],
        ['linux/amd64', 3],
        ['linux/arm64', 3],
      ],
    );
    const [amd64] = stage.image.platforms;
    const document = (await stage.document('sbom-linux-amd64.spdx.json')).toString();
    assert.ok(document.includes(hexOf(amd64?.digest ?? ('' as Digest))));
  });

  it('is the document called sbom where stages of the build were scanned too', async () => {
    const stages = (digest: Digest): Buffer[] => [
      statement(digest, scanned('sbom-build-context', ['pkg:npm/left@1.0.0'])),
      about(digest),
    ];
    const { report } = await read(await pushed((digest) => [stages(digest)]));
    assert.equal(report.status, 'ok', report.error?.message);
    assert.deepEqual(report.sbom?.ecosystems, { deb: 3 });
  });

  const other = `sha256:${'7'.repeat(64)}` as Digest;
  const refused: readonly (readonly [what: string, attested: Attested, status: string, code: string])[] = [
    ['is about another digest', () => [[about(other)]], 'rejected', 'IMAGE_UNREADABLE'],
    [
      'is about the other platform',
      (digest) => [[about(stage.image.platforms.find((one) => one.digest !== digest)?.digest ?? other)]],
      'rejected',
      'IMAGE_UNREADABLE',
    ],
    [
      'names another digest beside its own',
      (digest) => [
        [
          json({
            ...(JSON.parse(about(digest).toString()) as object),
            subject: [digest, other].map((each) => ({ name: '_', digest: { sha256: hexOf(each) } })),
          }),
        ],
      ],
      'rejected',
      'IMAGE_UNREADABLE',
    ],
    [
      'names no subject',
      (digest) => [[json({ ...(JSON.parse(about(digest).toString()) as object), subject: [] })]],
      'rejected',
      'IMAGE_UNREADABLE',
    ],
    [
      'is of another type than its annotation says',
      (digest) => [[statement(digest, scanned('sbom', DEB), 'https://slsa.dev/provenance/v1')]],
      'rejected',
      'IMAGE_UNREADABLE',
    ],
    [
      'comes twice for one platform',
      (digest) => [[about(digest)], [statement(digest, scanned('sbom', ['pkg:npm/b@1.0.0']))]],
      'rejected',
      'IMAGE_UNREADABLE',
    ],
    [
      'comes in two documents of one name',
      (digest) => [[about(digest), statement(digest, scanned('sbom', ['pkg:npm/b@1.0.0']))]],
      'rejected',
      'IMAGE_UNREADABLE',
    ],
    ['is no JSON', () => [[Buffer.from('{"predicateType":')]], 'rejected', 'IMAGE_UNREADABLE'],
    ['is there for no platform', () => [], 'rejected', 'SBOM_INCOMPLETE'],
    [
      'is there for one platform alone',
      (digest) => (digest === stage.image.platforms[0]?.digest ? [[about(digest)]] : []),
      'rejected',
      'SBOM_INCOMPLETE',
    ],
    [
      'has not what the image shows',
      (digest) => [[statement(digest, scanned('sbom', ['pkg:npm/b@1.0.0']))]],
      'rejected',
      'SBOM_INCOMPLETE',
    ],
  ];
  for (const [what, attested, status, code] of refused) {
    it(`is refused, and nothing is written, where it ${what}`, async () => {
      const { report } = await read(await pushed(attested));
      assert.deepEqual(ending(report), [status, code], report.error?.message);
      assert.deepEqual(await stage.written(), []);
    });
  }

  it('is refused where its bytes are not those that its manifest names', async () => {
    const reference = await pushed((digest) => [[about(digest)]]);
    const blob = hexOf(digestOf(about(stage.image.platforms[0]?.digest ?? other)));
    const fault = stage.bed.bed.faults.registry.add({
      match: { method: 'GET', path: new RegExp(blob) },
      times: Infinity,
      action: 'wrong-digest',
    });
    try {
      const { report } = await read(reference);
      assert.deepEqual(ending(report), ['rejected', 'DIGEST_MISMATCH'], report.error?.message);
      assert.deepEqual(await stage.written(), []);
    } finally {
      fault.remove();
    }
  });
});
