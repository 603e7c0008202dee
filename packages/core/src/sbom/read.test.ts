import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MAX_SBOM_BYTES } from '../limits.js';
import { digestOf } from '../oci/index.js';
import { checkDescribes } from './check-describes.js';
import { AMD64, recorded } from './fixture.js';
import { readSbom } from './read.js';

const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const spdx = (packages: readonly unknown[], more: Record<string, unknown> = {}): Buffer =>
  bytesOf({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: 'app', packages, ...more });
const cdx = (components: readonly unknown[], more: Record<string, unknown> = {}): Buffer =>
  bytesOf({ bomFormat: 'CycloneDX', specVersion: '1.6', components, ...more });

describe('readSbom', () => {
  for (const file of ['amd64.spdx.json', 'amd64.cdx.json', 'amd64.syft.json']) {
    it(`reads the same of ${file} as of the other formats`, () => {
      const sbom = readSbom(recorded(file), file);
      assert.deepEqual(sbom.describes, [AMD64]);
      assert.deepEqual(
        sbom.packages.map(({ ecosystem, name, version }) => `${ecosystem}:${name}@${version ?? ''}`),
        [
          'apk:busybox@1.36.1-r28',
          'npm:left-pad@1.3.0',
          'npm:ms@2.1.3',
          'apk:musl@1.2.5-r0',
          'npm:odd@0.0.1',
          'pypi:six@1.16.0',
        ],
      );
      const [busybox, leftPad, , musl] = sbom.packages;
      assert.deepEqual(busybox?.licenses, ['GPL-2.0-only']);
      assert.match(musl?.supplier ?? '', /Natanael Copa/);
      assert.equal(leftPad?.purl, 'pkg:npm/left-pad@1.3.0');
      assert.equal(sbom.generator, 'syft-1.51.0');
      assert.equal(sbom.distro, 'alpine 3.20.0');
      assert.equal(sbom.hasRelationships, true);
    });
  }

  it('finds no package where syft found none: the root is no package', () => {
    for (const file of ['empty.spdx.json', 'empty.cdx.json']) {
      assert.equal(readSbom(recorded(file), file).packages.length, 0, file);
    }
  });

  it('takes the stubs of generators for what they are', () => {
    const [first] = readSbom(
      spdx([
        {
          SPDXID: 'SPDXRef-1',
          name: 'a',
          versionInfo: 'UNKNOWN',
          licenseDeclared: 'NOASSERTION',
          supplier: 'NONE',
        },
      ]),
      'a',
    ).packages;
    assert.deepEqual(
      [first?.version, first?.licenses, first?.supplier, first?.ecosystem],
      [undefined, [], undefined, 'unknown'],
    );
  });

  it('keeps every package of a document that says it describes all of them', () => {
    const packages = ['a', 'b'].map((name) => ({ SPDXID: `SPDXRef-${name}`, name }));
    const documentDescribes = ['SPDXRef-a', 'SPDXRef-b'];
    assert.equal(readSbom(spdx(packages, { documentDescribes }), 'a').packages.length, 2);
    const some = spdx(packages, { documentDescribes: ['SPDXRef-a'] });
    assert.deepEqual(
      readSbom(some, 'a').packages.map(({ name }) => name),
      ['b'],
    );
  });

  it('counts components inside components, and no files, systems or containers', () => {
    const inner = [
      { type: 'library', name: 'b' },
      { type: 'file', name: 'f' },
    ];
    const sbom = readSbom(
      cdx([
        { type: 'application', name: 'a', components: inner },
        { type: 'operating-system', name: 'debian', version: '12' },
        { type: 'container', name: 'base' },
      ]),
      'a',
    );
    assert.deepEqual(
      sbom.packages.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.equal(sbom.distro, 'debian 12');
    assert.equal(sbom.fileCount, 1);
  });

  it('tells what syft could not look into', () => {
    const document = {
      schema: { version: '16.1.10' },
      artifacts: [],
      files: [
        { id: '1', location: { path: '/app/tool' }, unknowns: ['no package identified'] },
        { id: '2', location: { path: '/app/other' } },
      ],
    };
    assert.deepEqual(readSbom(bytesOf(document), 'a').unknowns, [
      { path: '/app/tool', reason: 'no package identified' },
    ]);
  });

  const twins: readonly (readonly [where: string, document: Buffer])[] = [
    ['the document', spdx([{ name: 'bad', SPDXID: 'SPDXRef-1' }], { Packages: [] })],
    ['a package', cdx([{ type: 'library', name: 'bad', Name: 'good' }])],
    ['what stands in the document', cdx([], { metadata: { component: {}, Component: {} } })],
  ];
  for (const [where, document] of twins) {
    it(`refuses members of ${where} that differ in case alone: a scanner in Go would read the other`, () => {
      assert.throws(() => readSbom(document, 'sbom.json'), { code: 'SBOM_INVALID', fault: 'user' });
    });
  }

  it('is not fooled by members named after those of every object', () => {
    const text = `{"bomFormat":"CycloneDX","specVersion":"1.6","__proto__":{"components":[{"type":"library","name":"x"}]},
      "components":[{"type":{"toString":1,"valueOf":1},"name":"a"}]}`;
    assert.throws(() => readSbom(Buffer.from(text), 'a'), { code: 'SBOM_INVALID' });
    const only =
      '{"bomFormat":"CycloneDX","specVersion":"1.6","__proto__":{"components":[{"type":"library","name":"x"}]}}';
    assert.equal(readSbom(Buffer.from(only), 'a').packages.length, 0);
    const purpose = { SPDXID: 'SPDXRef-1', name: 'a', primaryPackagePurpose: { toString: 1, valueOf: 1 } };
    assert.equal(readSbom(spdx([purpose, { SPDXID: 'SPDXRef-2', name: 'b' }]), 'a').packages.length, 2);
  });

  const deep = `{"bomFormat":"CycloneDX","specVersion":"1.6","components":${'[{"type":"a","name":"a","components":'.repeat(150)}[]${'}]'.repeat(150)}}`;
  const refused: readonly (readonly [what: string, bytes: Uint8Array])[] = [
    ['SPDX 3', bytesOf({ '@context': '', '@graph': [] })],
    ['a whole statement', bytesOf({ predicateType: '', subject: [] })],
    ['SPDX 2.1', bytesOf({ spdxVersion: 'SPDX-2.1', SPDXID: 'SPDXRef-DOCUMENT' })],
    ['CycloneDX 1.3', bytesOf({ bomFormat: 'CycloneDX', specVersion: '1.3' })],
    ['syft-json of another major version', bytesOf({ artifacts: [], schema: { version: '17.0.0' } })],
    [
      'packages that are no list',
      bytesOf({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages: {} }),
    ],
    ['a version that is a number', spdx([{ SPDXID: 'SPDXRef-1', name: 'a', versionInfo: 1 }])],
    ['one member twice', Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.6","specVersion":"1.5"}')],
    ['deep nesting', Buffer.from(deep)],
    ['text that is no JSON', Buffer.from('syft: command not found')],
    ['nothing', new Uint8Array()],
  ];
  for (const [what, bytes] of refused) {
    it(`refuses ${what}`, () => {
      assert.throws(() => readSbom(bytes, 'a.json'), { code: 'SBOM_INVALID', message: /a\.json/ });
    });
  }

  it('refuses more bytes than it reads, before it looks at them', () => {
    assert.throws(() => readSbom(new Uint8Array(MAX_SBOM_BYTES + 1), 'a'), { code: 'LIMIT_EXCEEDED' });
  });

  it('shows no more than a part of an id of the document in a message', () => {
    const id = `SPDXRef-${'x'.repeat(100_000)}`;
    const bytes = spdx([{ SPDXID: id, name: 'a', versionInfo: 1, checksums: 1 }], {
      documentDescribes: [id],
    });
    assert.throws(
      () => readSbom(bytes, 'a'),
      (error: Error) => error.message.length < 1000,
    );
  });
});

describe('checkDescribes', () => {
  const other = digestOf('other');
  it('takes the digest that stands first', () => {
    assert.doesNotThrow(() => {
      checkDescribes({ describes: [AMD64, other] }, AMD64, 'a');
    });
  });
  for (const [what, describes] of [
    ['another digest', [other]],
    ['no digest', []],
    ['another digest before it', [other, AMD64]],
  ] as const) {
    it(`refuses a document that names ${what}`, () => {
      assert.throws(
        () => {
          checkDescribes({ describes }, AMD64, 'a.json');
        },
        { code: 'SBOM_SUBJECT_MISMATCH', fault: 'rejection', message: /a\.json/ },
      );
    });
  }
});
