import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf } from '../oci/index.js';
import { MAX_DOCUMENT_DEPTH } from '../limits.js';
import { checkDocument } from './document.js';
import { checkPredicate } from './predicate.js';

const A = digestOf('a');
const B = digestOf('b');
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const spdx = (
  root: Record<string, unknown> = {},
  change: Record<string, unknown> = {},
): Record<string, unknown> => ({
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'app',
  documentNamespace: 'https://acme.example/1',
  creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: test'] },
  packages: [
    { name: 'app', SPDXID: 'SPDXRef-Root', ...root },
    {
      name: 'musl',
      SPDXID: 'SPDXRef-1',
      checksums: [{ algorithm: 'SHA256', checksumValue: 'f'.repeat(64) }],
    },
  ],
  relationships: [
    { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-Root' },
    { spdxElementId: 'SPDXRef-Root', relationshipType: 'CONTAINS', relatedSpdxElement: 'SPDXRef-1' },
  ],
  ...change,
});
const cdx = (
  root?: Record<string, unknown>,
  change: Record<string, unknown> = {},
): Record<string, unknown> => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: root === undefined ? {} : { component: { type: 'container', name: 'app', ...root } },
  components: [{ type: 'library', name: 'musl', hashes: [{ alg: 'SHA-256', content: 'f'.repeat(64) }] }],
  ...change,
});
const sha256 = (digest: string) => [{ algorithm: 'SHA256', checksumValue: digest.slice(7) }];
const purl = (locator: string) => [
  { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: locator },
];

describe('checkDocument finds what a document describes', () => {
  const found: readonly (readonly [what: string, document: unknown, describes: readonly string[]])[] = [
    [
      'the checksum of a container package (syft)',
      spdx({ checksums: sha256(A), primaryPackagePurpose: 'CONTAINER' }),
      [A],
    ],
    [
      'a checksum in SPDX 2.2, which knows no purpose',
      spdx({ checksums: sha256(A) }, { spdxVersion: 'SPDX-2.2' }),
      [A],
    ],
    [
      'an image purl with an escaped colon',
      spdx({ externalRefs: purl(`pkg:oci/app@${A.replace(':', '%3A')}?arch=amd64`) }),
      [A],
    ],
    ['a docker purl', spdx({ externalRefs: purl(`pkg:docker/acme/app@${A}`) }), [A]],
    ['the version of the package', spdx({ versionInfo: A }), [A]],
    ['the checksum before the index in the version', spdx({ versionInfo: B, checksums: sha256(A) }), [A, B]],
    [
      'documentDescribes',
      spdx({ versionInfo: A }, { relationships: [], documentDescribes: ['SPDXRef-Root'] }),
      [A],
    ],
    [
      'DESCRIBED_BY, the other way round',
      spdx(
        { versionInfo: A },
        {
          relationships: [
            {
              spdxElementId: 'SPDXRef-Root',
              relationshipType: 'DESCRIBED_BY',
              relatedSpdxElement: 'SPDXRef-DOCUMENT',
            },
          ],
        },
      ),
      [A],
    ],
    ['nothing where nothing is described', spdx({ versionInfo: A }, { relationships: [] }), []],
    ['nothing in the checksum of a file', spdx({ checksums: sha256(A), primaryPackagePurpose: 'FILE' }), []],
    [
      'nothing in the checksum of an npm package',
      spdx({ checksums: sha256(A), externalRefs: purl('pkg:npm/app@1.0.0') }),
      [],
    ],
    ['nothing in a tag', spdx({ versionInfo: '1.2.3', primaryPackagePurpose: 'CONTAINER' }), []],
    [
      'the hash of the container component',
      cdx({ hashes: [{ alg: 'SHA-256', content: A.slice(7).toUpperCase() }] }),
      [A],
    ],
    [
      'the purl of the component (trivy)',
      cdx({ purl: `pkg:oci/app@${A.replace(':', '%3a')}?repository_url=x` }),
      [A],
    ],
    ['the bom-ref of the component', cdx({ 'bom-ref': `pkg:oci/app@${A}` }), [A]],
    ['the version of the component (syft)', cdx({ version: A }), [A]],
    ['the name of the component', cdx({ name: `127.0.0.1:5000/app@${A}`, version: '1.0' }), [A]],
    [
      'nothing in the hash of an application',
      cdx({ type: 'application', hashes: [{ alg: 'SHA-256', content: A.slice(7) }] }),
      [],
    ],
    ['nothing without metadata.component', cdx(), []],
  ];
  for (const [what, document, describes] of found) {
    it(what, () => {
      assert.deepEqual(checkDocument(bytesOf(document), 'sbom.json').describes, describes);
    });
  }

  it('tells format and predicate type', () => {
    assert.equal(checkDocument(bytesOf(spdx()), 'a').predicateType, 'https://spdx.dev/Document');
    assert.equal(checkDocument(bytesOf(spdx()), 'a').format, 'spdx-2.3');
    for (const version of ['1.4', '1.5', '1.6', '1.7']) {
      const checked = checkDocument(bytesOf(cdx(undefined, { specVersion: version })), 'a');
      assert.equal(checked.format, `cyclonedx-${version}`);
      assert.equal(checked.predicateType, 'https://cyclonedx.org/bom');
    }
  });
});

describe('checkDocument refuses', () => {
  const deep = `${'['.repeat(MAX_DOCUMENT_DEPTH)}${']'.repeat(MAX_DOCUMENT_DEPTH)}`;
  const refused: readonly (readonly [what: string, document: unknown, member: RegExp])[] = [
    ['a text', 'hello', /not a JSON object/],
    ['a list', [], /not a JSON object/],
    ['an object of neither format', {}, /neither spdxVersion/],
    ['SPDX 3', { '@context': 'https://spdx.org/rdf/3.0.1', '@graph': [] }, /SPDX 3/],
    ["syft's own JSON", { artifacts: [], descriptor: {} }, /syft/],
    ['a statement', { predicateType: 'x' }, /in-toto statement/],
    ['SPDX 2.1', spdx({}, { spdxVersion: 'SPDX-2.1' }), /spdxVersion/],
    ['a number as version', spdx({}, { spdxVersion: 2.3 }), /spdxVersion is not a string/],
    ['another document id', spdx({}, { SPDXID: 'x' }), /SPDXID/],
    ['no creation information', spdx({}, { creationInfo: undefined }), /creationInfo is missing/],
    ['no creators', spdx({}, { creationInfo: { created: 'x', creators: [] } }), /creators/],
    ['packages that are no list', spdx({}, { packages: {} }), /packages is not an array/],
    ['a package that is no object', spdx({}, { packages: [1] }), /packages\[0\] is not an object/],
    ['a package without a name', spdx({ name: undefined }), /packages\[0\]\.name is missing/],
    [
      'a relationship without an end',
      spdx({}, { relationships: [{ spdxElementId: 'a' }] }),
      /relationships\[0\]\.relatedSpdxElement/,
    ],
    [
      'a checksum that is a number',
      spdx({ checksums: [{ algorithm: 'SHA256', checksumValue: 1 }] }),
      /checksumValue is not a string/,
    ],
    ['CycloneDX 1.3', cdx(undefined, { specVersion: '1.3' }), /specVersion/],
    ['another bomFormat', cdx(undefined, { bomFormat: 'cyclonedx' }), /bomFormat/],
    ['a version of 0', cdx(undefined, { version: 0 }), /version/],
    ['a serial number that is none', cdx(undefined, { serialNumber: '1' }), /serialNumber/],
    [
      'a component without a type',
      cdx(undefined, { components: [{ name: 'x' }] }),
      /components\[0\]\.type is missing/,
    ],
    ['a metadata component without a name', cdx({ name: undefined }), /metadata\.component\.name is missing/],
    ['a purl that is an object', cdx({ purl: {} }), /purl is not a string/],
  ];
  for (const [what, document, member] of refused) {
    it(what, () => {
      assert.throws(() => checkDocument(bytesOf(document), 'dir/sbom.json'), {
        code: 'PREDICATE_INVALID',
        message: member,
      });
      assert.throws(() => checkDocument(bytesOf(document), 'dir/sbom.json'), {
        message: /^dir\/sbom\.json /,
      });
    });
  }

  const raw: readonly (readonly [what: string, bytes: Buffer])[] = [
    ['an empty file', Buffer.alloc(0)],
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(spdx())])],
    ['invalid UTF-8', Buffer.from('{"spdxVersion":"\xff"}', 'latin1')],
    ['a document cut off', bytesOf(spdx()).subarray(0, 100)],
    ['a document nested too deep', Buffer.from(`{"bomFormat":"CycloneDX","specVersion":"1.6","x":${deep}}`)],
    ['XML', Buffer.from('<bom/>')],
  ];
  for (const [what, bytes] of raw) {
    it(what, () => {
      assert.throws(() => checkDocument(bytes, 'sbom.json'), { code: 'PREDICATE_INVALID' });
    });
  }
});

describe('checkPredicate', () => {
  const provenance = {
    buildDefinition: { buildType: 'https://acme.example/b', externalParameters: {} },
    runDetails: { builder: { id: 'https://acme.example' } },
  };
  const accepted: readonly (readonly [type: string, predicate: unknown, format: string])[] = [
    ['https://acme.example/check/v1', {}, 'other'],
    ['urn:example:check', { any: [1] }, 'other'],
    ['https://spdx.dev/Document/v2.3', spdx(), 'spdx-2.3'],
    ['https://cyclonedx.org/bom', cdx(), 'cyclonedx-1.6'],
    ['https://slsa.dev/provenance/v1', provenance, 'other'],
  ];
  for (const [type, predicate, format] of accepted) {
    it(`takes a predicate of type ${type}`, () => {
      const checked = checkPredicate(type, bytesOf(predicate), 'p.json');
      assert.equal(checked.format, format);
      assert.equal(checked.predicateType, type);
    });
  }

  const notOfType: readonly (readonly [type: string, predicate: unknown])[] = [
    ['https://spdx.dev/Document', cdx()],
    ['https://cyclonedx.org/bom', spdx()],
    ['https://slsa.dev/provenance/v1', { buildDefinition: {} }],
    ['https://slsa.dev/provenance/v1', { ...provenance, runDetails: { builder: { id: 1 } } }],
    ['https://acme.example/check/v1', [1]],
    ['https://acme.example/check/v1', { _type: 'x', subject: [], predicateType: 'y', predicate: {} }],
  ];
  for (const [type, predicate] of notOfType) {
    it(`refuses ${JSON.stringify(predicate).slice(0, 60)} as ${type}`, () => {
      assert.throws(() => checkPredicate(type, bytesOf(predicate), 'p.json'), { code: 'PREDICATE_INVALID' });
    });
  }

  const types = [
    '',
    'spdx',
    'slsa.dev/provenance/v1',
    'https:',
    'https://',
    'https:/x',
    'https://a b',
    'https://ä.example/x',
    'x:\n',
  ];
  for (const type of [
    ...types,
    `https://a.example/${'x'.repeat(2000)}`,
    'https://sigstore.dev/cosign/sign/v1',
  ]) {
    it(`refuses the type ${JSON.stringify(type.slice(0, 50))}`, () => {
      assert.throws(() => checkPredicate(type, bytesOf({}), 'p.json'), { code: 'INPUT_INVALID' });
    });
  }
});
