import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { PackageURL } from 'packageurl-js';
import { validateDocument } from '../claims/index.js';
import { digestOf, hexOf } from '../oci/index.js';
import { AMD64, recorded } from './fixture.js';
import { finishDocument } from './finish.js';
import { readSbom } from './read.js';
import type { SbomFormat, SbomPackage } from './types.js';

const created = new Date('2026-01-02T03:04:05.678Z');
const about = { name: 'registry.example:5000/acme/app', digest: AMD64, platform: 'linux/amd64', created };
const FORMATS: readonly (readonly [extension: string, format: SbomFormat])[] = [
  ['spdx', 'spdx-json'],
  ['cdx', 'cyclonedx-json'],
  ['syft', 'syft-json'],
];
type Json = Record<string, unknown>;
const parsed = (bytes: Uint8Array): Json => JSON.parse(Buffer.from(bytes).toString()) as Json;
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

describe('finishDocument', () => {
  for (const [extension, format] of FORMATS) {
    const bytes = recorded(`amd64.${extension}.json`);
    const finished = finishDocument(bytes, format, about);

    it(`keeps what ${format} says about packages and tool, and names the digest alone`, () => {
      const [before, after] = [readSbom(bytes, 'before'), readSbom(finished, 'after')];
      const byName = (left: SbomPackage, right: SbomPackage): number => (left.name < right.name ? -1 : 1);
      assert.deepEqual(after.packages.toSorted(byName), before.packages.toSorted(byName));
      assert.equal(after.generator, before.generator);
      assert.deepEqual(after.describes, [AMD64]);
      assert.equal(after.fileCount, 0);
      if (format !== 'syft-json') assert.equal(after.created?.toISOString(), '2026-01-02T03:04:05.000Z');
    });

    it(`gives the same ${format} when it finishes what it finished`, () => {
      assert.deepEqual(finishDocument(finished, format, about), finished);
    });

    it(`refuses ${format} that describes another digest`, () => {
      assert.throws(() => finishDocument(bytes, format, { ...about, digest: digestOf('other') }), {
        code: 'SBOM_SUBJECT_MISMATCH',
      });
    });
  }

  for (const [extension, format] of FORMATS.slice(0, 2)) {
    it(`gives the same ${format} for two runs of the generator`, () => {
      const again = recorded(`amd64-again.${extension}.json`);
      assert.notDeepEqual(again, recorded(`amd64.${extension}.json`));
      assert.deepEqual(
        finishDocument(again, format, about),
        finishDocument(recorded(`amd64.${extension}.json`), format, about),
      );
    });

    it(`writes ${format} that follows its schema`, async () => {
      for (const file of ['amd64', 'arm64', 'empty']) {
        const bytes = recorded(`${file}.${extension}.json`);
        const [digest] = readSbom(bytes, file).describes;
        const checked = await validateDocument(finishDocument(bytes, format, { ...about, digest }), file);
        assert.deepEqual(checked.describes, [digest]);
      }
    });
  }

  it('gives another namespace to another digest, time or content', () => {
    const namespaceOf = (change: Partial<typeof about>, bytes = recorded('empty.spdx.json')): unknown => {
      const [digest] = readSbom(bytes, 'a').describes;
      return parsed(finishDocument(bytes, 'spdx-json', { ...about, ...change, digest })).documentNamespace;
    };
    const all = [
      namespaceOf({}),
      namespaceOf({ created: new Date(0) }),
      namespaceOf({ name: 'registry.example/acme/other' }),
      namespaceOf({}, recorded('amd64.spdx.json')),
    ];
    assert.equal(new Set(all).size, all.length);
    for (const each of all)
      assert.match(String(each), /-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('proves the digest of SPDX by checksum and package URL', () => {
    const [root] = parsed(finishDocument(recorded('amd64.spdx.json'), 'spdx-json', about)).packages as Json[];
    assert.deepEqual(root?.checksums, [{ algorithm: 'SHA256', checksumValue: hexOf(AMD64) }]);
    const refs = root.externalRefs as Json[];
    assert.equal(refs.length, 1);
    const purl = PackageURL.fromString(String(refs[0]?.referenceLocator));
    assert.deepEqual(
      [purl.type, purl.name, purl.version, { ...purl.qualifiers }],
      ['oci', 'app', AMD64, { arch: 'amd64', repository_url: 'registry.example:5000/acme/app' }],
    );
  });

  it('proves the digest of CycloneDX by hash, version and package URL where the generator wrote a tag', () => {
    const tagged = parsed(recorded('amd64.cdx.json'));
    (tagged.metadata as { component: Json }).component.version = 'v1.0';
    assert.deepEqual(readSbom(bytesOf(tagged), 'a').describes, []);
    const finished = finishDocument(bytesOf(tagged), 'cyclonedx-json', about);
    assert.deepEqual(readSbom(finished, 'a').describes, [AMD64]);
    const { component } = parsed(finished).metadata as { component: Json };
    assert.deepEqual(component.hashes, [{ alg: 'SHA-256', content: hexOf(AMD64) }]);
    assert.equal(component.version, AMD64);
  });

  it('leaves no file, and no relationship with one, in SPDX', () => {
    const finished = parsed(finishDocument(recorded('amd64.spdx.json'), 'spdx-json', about));
    assert.equal('files' in finished, false);
    const ids = new Set((finished.packages as Json[]).map(({ SPDXID: id }) => id)).add('SPDXRef-DOCUMENT');
    for (const { spdxElementId: from, relatedSpdxElement: to } of finished.relationships as Json[]) {
      assert.ok(ids.has(from) && ids.has(to), JSON.stringify([from, to]));
    }
    const types = (finished.relationships as Json[]).map(({ relationshipType: type }) => type);
    assert.deepEqual(
      ['CONTAINS', 'DEPENDENCY_OF', 'DESCRIBES', 'OTHER'].map(
        (type) => types.filter((each) => each === type).length,
      ),
      [6, 1, 1, 0],
    );
  });

  it('leaves no file component, and no reference to one, in CycloneDX', () => {
    const document = parsed(recorded('amd64.cdx.json'));
    (document.components as Json[]).push({ type: 'file', name: '/etc/x', 'bom-ref': 'file-x' });
    (document.dependencies as Json[]).push(
      { ref: 'file-x', dependsOn: [] },
      { ref: 'a', dependsOn: ['file-x', 'b'] },
    );
    const text = Buffer.from(finishDocument(bytesOf(document), 'cyclonedx-json', about)).toString();
    assert.doesNotMatch(text, /file-x/);
    assert.match(text, /"dependsOn":\["b"\]/);
  });

  it('leaves out the configuration of syft, which names folders of the machine, and keeps what syft could not read', () => {
    const document = parsed(recorded('amd64.syft.json'));
    (document.files as Json[]).push({ id: 'u', location: { path: '/app/x' }, unknowns: ['unreadable'] });
    assert.match(JSON.stringify(document), /home\/builder/);
    const finished = finishDocument(bytesOf(document), 'syft-json', about);
    assert.doesNotMatch(Buffer.from(finished).toString(), /home\/builder/);
    assert.equal(readSbom(finished, 'a').unknowns.length, 1);
  });

  it('keeps a project that the document describes as a package inside the image', async () => {
    const spdx = {
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      name: 'app',
      dataLicense: 'CC0-1.0',
      documentNamespace: 'https://example.test/1',
      creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: npm'] },
      packages: [
        {
          SPDXID: 'SPDXRef-app',
          name: 'app',
          versionInfo: '1.0.0',
          downloadLocation: 'NOASSERTION',
          hasFiles: ['SPDXRef-File-1'],
          externalRefs: [
            {
              referenceCategory: 'PACKAGE-MANAGER',
              referenceType: 'purl',
              referenceLocator: 'pkg:npm/app@1.0.0',
            },
          ],
        },
        { SPDXID: 'SPDXRef-dep', name: 'dep', downloadLocation: 'NOASSERTION' },
      ],
      relationships: [
        {
          spdxElementId: 'SPDXRef-DOCUMENT',
          relationshipType: 'DESCRIBES',
          relatedSpdxElement: 'SPDXRef-app',
        },
      ],
    };
    const finished = finishDocument(bytesOf(spdx), 'spdx-json', about);
    const { describes, packages } = readSbom(finished, 'a');
    assert.deepEqual(describes, [AMD64]);
    assert.deepEqual(packages.map(({ name }) => name).sort(), ['app', 'dep']);
    await validateDocument(finished, 'a');

    const cdx = {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: {
        component: { type: 'application', name: 'app', 'bom-ref': 'app', purl: 'pkg:npm/app@1.0.0' },
      },
      components: [{ type: 'library', name: 'dep', 'bom-ref': 'dep' }],
      dependencies: [{ ref: 'app', dependsOn: ['dep'] }],
    };
    const inImage = finishDocument(bytesOf(cdx), 'cyclonedx-json', { ...about, author: 'Acme' });
    assert.deepEqual(
      readSbom(inImage, 'a')
        .packages.map(({ name }) => name)
        .sort(),
      ['app', 'dep'],
    );
    assert.equal(readSbom(inImage, 'a').hasAuthor, true);
    await validateDocument(inImage, 'a');
  });

  it('refuses two packages of one id, and another format than it was told', () => {
    const document = parsed(recorded('amd64.spdx.json'));
    const packages = document.packages as Json[];
    const same = bytesOf({ ...document, packages: [...packages, packages[0]] });
    assert.deepEqual(
      finishDocument(same, 'spdx-json', about),
      finishDocument(recorded('amd64.spdx.json'), 'spdx-json', about),
    );
    const twice = bytesOf({ ...document, packages: [...packages, { ...packages[0], name: 'other' }] });
    assert.throws(() => finishDocument(twice, 'spdx-json', about), { code: 'SBOM_INVALID' });
    assert.throws(() => finishDocument(recorded('amd64.cdx.json'), 'spdx-json', about), {
      code: 'SBOM_INVALID',
    });
  });

  it('finishes the document of a folder without a digest', async () => {
    const document = parsed(recorded('amd64.cdx.json'));
    document.metadata = { component: { type: 'file', name: '.', 'bom-ref': 'root' } };
    const folder = { name: 'app', digest: undefined, platform: undefined, created };
    const finished = finishDocument(bytesOf(document), 'cyclonedx-json', folder);
    assert.deepEqual(readSbom(finished, 'a').describes, []);
    await validateDocument(finished, 'a');
  });
});
