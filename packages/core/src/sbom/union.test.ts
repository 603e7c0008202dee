import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { validateDocument } from '../claims/index.js';
import { digestOf, hexOf } from '../oci/index.js';
import { AMD64, ARM64, recorded } from './fixture.js';
import { finishDocument } from './finish.js';
import { readSbom } from './read.js';
import { unionDocuments, type UnionFormat, type UnionPart } from './union.js';

const created = new Date('2026-01-02T03:04:05Z');
const name = 'registry.example/acme/app';
const INDEX = digestOf('index');
const FORMATS: readonly (readonly [extension: string, format: UnionFormat])[] = [
  ['spdx', 'spdx-json'],
  ['cdx', 'cyclonedx-json'],
];
type Json = Record<string, unknown>;
const parsed = (bytes: Uint8Array): Json => JSON.parse(Buffer.from(bytes).toString()) as Json;

const partsOf = (extension: string, format: UnionFormat): UnionPart[] =>
  (
    [
      ['amd64', AMD64],
      ['arm64', ARM64],
    ] as const
  ).map(([architecture, digest]) => {
    const platform = `linux/${architecture}`;
    const bytes = finishDocument(recorded(`${architecture}.${extension}.json`), format, {
      name,
      digest,
      platform,
      created,
    });
    return { platform, digest, bytes };
  });

describe('unionDocuments', () => {
  for (const [extension, format] of FORMATS) {
    const parts = partsOf(extension, format);
    const united = unionDocuments(format, parts, { name, digest: INDEX, created });

    it(`lists every package of ${format} once, marked with its platforms`, () => {
      const { packages } = readSbom(united, 'united');
      const marks = packages.map(({ name: own, purl, platforms }) => {
        const architecture = /arch=(\w+)/.exec(purl ?? '')?.[1] ?? '';
        return `${own} ${architecture} ${platforms.join('+')}`;
      });
      assert.deepEqual(marks.sort(), [
        'busybox aarch64 linux/arm64',
        'busybox x86_64 linux/amd64',
        'left-pad  linux/amd64+linux/arm64',
        'ms  linux/amd64+linux/arm64',
        'musl aarch64 linux/arm64',
        'musl x86_64 linux/amd64',
        'odd  linux/amd64+linux/arm64',
        'only-arm  linux/arm64',
        'six  linux/amd64+linux/arm64',
      ]);
    });

    it(`describes the index alone: no digest of a platform stands in united ${format}`, () => {
      assert.deepEqual(readSbom(united, 'united').describes, [INDEX]);
      const text = Buffer.from(united).toString();
      for (const { digest } of parts) assert.equal(text.includes(hexOf(digest)), false);
    });

    it(`writes united ${format} that follows its schema`, async () => {
      assert.deepEqual((await validateDocument(united, 'united')).describes, [INDEX]);
    });

    it(`gives the same united ${format} again`, () => {
      const again = unionDocuments(format, partsOf(extension, format), { name, digest: INDEX, created });
      assert.deepEqual(again, united);
    });

    it(`refuses a part of ${format} that describes another digest than it is for`, () => {
      const [first, second] = parts;
      assert.ok(first && second);
      const swapped = [{ ...first, digest: second.digest }];
      assert.throws(() => unionDocuments(format, swapped, { name, digest: INDEX, created }), {
        code: 'SBOM_SUBJECT_MISMATCH',
      });
    });

    it(`refuses parts of ${format} in different versions, and none at all`, () => {
      const [first, second] = parts;
      assert.ok(first && second);
      const older = Buffer.from(second.bytes)
        .toString()
        .replace(/SPDX-2\.3|"specVersion":"1\.6"/, (version) =>
          version === 'SPDX-2.3' ? 'SPDX-2.2' : '"specVersion":"1.5"',
        );
      for (const wrong of [[first, { ...second, bytes: Buffer.from(older) }], []]) {
        assert.throws(() => unionDocuments(format, wrong, { name, digest: INDEX, created }), {
          code: 'SBOM_INVALID',
        });
      }
    });
  }

  it('keeps the relationships of every platform between the packages that SPDX now has', () => {
    const united = parsed(
      unionDocuments('spdx-json', partsOf('spdx', 'spdx-json'), { name, digest: INDEX, created }),
    );
    const packages = united.packages as Json[];
    const names = new Map(packages.map((part) => [part.SPDXID, part]));
    assert.equal(names.size, packages.length);
    const relationships = united.relationships as Json[];
    const edges = (type: string) =>
      relationships
        .filter(({ relationshipType }) => relationshipType === type)
        .map(({ spdxElementId: from, relatedSpdxElement: to }) => [
          names.get(from)?.name,
          names.get(to)?.name,
        ]);
    assert.deepEqual(edges('DEPENDENCY_OF'), [
      ['musl', 'busybox'],
      ['musl', 'busybox'],
    ]);
    assert.equal(edges('CONTAINS').length, packages.length - 1);
    assert.equal(edges('DESCRIBES').length, 1);
  });

  it('keeps the dependencies of every platform in CycloneDX', () => {
    const united = parsed(
      unionDocuments('cyclonedx-json', partsOf('cdx', 'cyclonedx-json'), { name, digest: INDEX, created }),
    );
    const components = united.components as Json[];
    const refs = new Set(components.map((component) => component['bom-ref']));
    assert.equal(refs.size, components.length);
    const dependencies = united.dependencies as { ref: string; dependsOn: string[] }[];
    assert.equal(dependencies.length, 2);
    for (const { ref, dependsOn } of dependencies) {
      assert.ok(refs.has(ref) && dependsOn.every((each) => refs.has(each)));
    }
  });

  it('keeps apart licence texts that two documents call by one id', () => {
    const [first, second] = partsOf('spdx', 'spdx-json');
    assert.ok(first && second);
    const other = Buffer.from(second.bytes)
      .toString()
      .replace('"extractedText":"NOASSERTION"', '"extractedText":"other"');
    assert.notEqual(other, Buffer.from(second.bytes).toString());
    const united = parsed(
      unionDocuments('spdx-json', [first, { ...second, bytes: Buffer.from(other) }], {
        name,
        digest: INDEX,
        created,
      }),
    );
    const texts = united.hasExtractedLicensingInfos as { licenseId: string; extractedText: string }[];
    assert.deepEqual(texts.map(({ extractedText }) => extractedText).sort(), ['NOASSERTION', 'other']);
    assert.equal(new Set(texts.map(({ licenseId }) => licenseId)).size, 2);
  });

  it('takes packages whose dependencies go round in a circle, and components inside components', async () => {
    const document = (extra: string) => ({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        {
          type: 'library',
          name: 'a',
          'bom-ref': 'a',
          components: [
            { type: 'library', name: 'inner', 'bom-ref': 'inner' },
            { type: 'library', name: extra, 'bom-ref': extra },
          ],
        },
      ],
      dependencies: [
        { ref: 'a', dependsOn: ['inner', 'a'] },
        { ref: 'inner', dependsOn: ['a'] },
      ],
    });
    const parts = (
      [
        ['linux/amd64', AMD64],
        ['linux/arm64', ARM64],
      ] as const
    ).map(([platform, digest]) => ({
      platform,
      digest,
      bytes: finishDocument(Buffer.from(JSON.stringify(document(platform))), 'cyclonedx-json', {
        name,
        digest,
        platform,
        created,
      }),
    }));
    const united = unionDocuments('cyclonedx-json', parts, { name, digest: INDEX, created });
    await validateDocument(united, 'united');
    assert.deepEqual(
      readSbom(united, 'united')
        .packages.map((part) => [part.name, part.platforms.length])
        .sort(),
      [
        ['a', 2],
        ['inner', 2],
        ['linux/amd64', 1],
        ['linux/arm64', 1],
      ],
    );
  });
});
