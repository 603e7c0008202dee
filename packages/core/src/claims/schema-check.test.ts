import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { Ajv, type SchemaObject } from 'ajv';
import { MAX_BYTES_FOR_ALL_FINDINGS, MAX_DOCUMENT_DEPTH } from '../limits.js';
import { validateDocument } from './document.js';
import { validatePredicate } from './predicate.js';
import { requireSchema, Schemas } from './schema-check.js';

const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const spdx = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'app',
  documentNamespace: 'https://acme.example/1',
  creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: test'] },
  packages: [{ name: 'app', SPDXID: 'SPDXRef-Root', downloadLocation: 'NOASSERTION' }],
  ...change,
});
const cdx = (specVersion: string, change: Record<string, unknown> = {}): Record<string, unknown> => ({
  bomFormat: 'CycloneDX',
  specVersion,
  version: 1,
  components: [{ type: 'library', name: 'musl', licenses: [{ license: { id: 'MIT' } }] }],
  ...change,
});
const provenance = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  buildDefinition: { buildType: 'https://acme.example/b', externalParameters: {} },
  runDetails: { builder: { id: 'https://acme.example' } },
  ...change,
});

const accepted: readonly Record<string, unknown>[] = [
  spdx(),
  spdx({ spdxVersion: 'SPDX-2.2' }),
  ...['1.4', '1.5', '1.6', '1.7'].map((version) => cdx(version)),
];

describe('a document that follows its schema', () => {
  for (const document of accepted) {
    it(`is taken: ${String(document.spdxVersion ?? document.specVersion)}`, async () => {
      const checked = await validateDocument(bytesOf(document), 'sbom.json');
      assert.equal(Buffer.from(checked.predicateJson).toString(), JSON.stringify(document));
    });
  }
  it('is taken as a provenance', async () => {
    await validatePredicate('https://slsa.dev/provenance/v1', bytesOf(provenance()), 'p.json');
  });
});

const component = (change: Record<string, unknown>) => ({
  components: [{ type: 'library', name: 'musl', ...change }],
});
const refused: readonly (readonly [what: string, document: unknown, message: RegExp])[] = [
  [
    'a package without downloadLocation',
    spdx({ packages: [{ name: 'app', SPDXID: 'SPDXRef-Root' }] }),
    /\/packages\/0 lacks "downloadLocation"/,
  ],
  ['a member that SPDX does not know', spdx({ extra: 1 }), /the document has the unknown member "extra"/],
  [
    'a relationship of no known type',
    spdx({
      relationships: [{ spdxElementId: 'a', relatedSpdxElement: 'b', relationshipType: 'LIKES' }],
    }),
    /\/relationships\/0\/relationshipType is none of/,
  ],
  [
    'a component of no known type',
    cdx('1.6', component({ type: 'thing' })),
    /\/components\/0\/type is none of/,
  ],
  [
    'a licence that is not on the list',
    cdx('1.6', component({ licenses: [{ license: { id: 'Mit' } }] })),
    /\/components\/0\/licenses/,
  ],
  [
    'a hash that is none',
    cdx('1.5', component({ hashes: [{ alg: 'SHA-256', content: 'x' }] })),
    /\/components\/0\/hashes\/0\/content/,
  ],
  [
    'a time that is none',
    cdx('1.7', { metadata: { timestamp: 'yesterday' } }),
    /\/metadata\/timestamp is not a date-time/,
  ],
  [
    'two components that are equal',
    cdx('1.4', {
      components: [
        { type: 'library', name: 'a' },
        { name: 'a', type: 'library' },
      ],
    }),
    /\/components has two elements that are equal/,
  ],
  ['a member that CycloneDX does not know', cdx('1.6', { extra: 1 }), /unknown member "extra"/],
];

describe('a document that breaks its schema', () => {
  for (const [what, document, message] of refused) {
    it(`is refused: ${what}`, async () => {
      await assert.rejects(validateDocument(bytesOf(document), 'sbom.json'), {
        code: 'PREDICATE_INVALID',
        fault: 'user',
        message,
      });
    });
  }

  it('is refused as a provenance, with what is wrong', async () => {
    const predicate = provenance({
      runDetails: { builder: { id: 'x' }, metadata: { startedOn: 'now' } },
    });
    await assert.rejects(validatePredicate('https://slsa.dev/provenance/v1', bytesOf(predicate), 'p.json'), {
      code: 'PREDICATE_INVALID',
      message: /\/runDetails\/metadata\/startedOn is not a date-time/,
    });
  });

  it('is refused as the predicate of a type that names the version', async () => {
    await assert.rejects(
      validatePredicate('https://spdx.dev/Document/v2.3', bytesOf(spdx({ extra: 1 })), 'p.json'),
      { code: 'PREDICATE_INVALID' },
    );
  });

  it('has its first faults named and the others counted', async () => {
    const packages = Array.from({ length: 30 }, (_, index) => ({ SPDXID: `SPDXRef-${index}`, name: 'a' }));
    await assert.rejects(validateDocument(bytesOf(spdx({ packages })), 'sbom.json'), {
      message: /\/packages\/0 lacks .*\/packages\/4 lacks .*; and 25 more$/,
    });
  });

  it('has one fault named where it is large', async () => {
    const packages = [1, 2].map((index) => ({ SPDXID: `SPDXRef-${index}`, name: 'a' }));
    await assert.rejects(
      requireSchema('spdx-2.3', spdx({ packages }), 'x', MAX_BYTES_FOR_ALL_FINDINGS + 1, new Schemas()),
      {
        message: /\/packages\/0 lacks "downloadLocation"$/,
      },
    );
  });
});

describe('documents of one run', () => {
  it('are each judged by themselves, however often a schema is used', async () => {
    const schemas = new Schemas();
    const twice = [
      { type: 'library', name: 'a' },
      { type: 'library', name: 'a' },
    ];
    const read = (components: readonly unknown[]) =>
      validateDocument(bytesOf(cdx('1.6', { components })), 'sbom.json', schemas);
    await read(twice.slice(0, 1));
    await assert.rejects(read(twice), { code: 'PREDICATE_INVALID' });
    await read(twice.slice(0, 1));
  });
});

describe('a schema', () => {
  const folder = join(import.meta.dirname, 'schemas');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    it(`is valid itself: ${name}`, () => {
      const schema = JSON.parse(readFileSync(join(folder, name), 'utf8')) as SchemaObject;
      const ajv = new Ajv({ strict: false, logger: false });
      const { $schema = '' } = schema as { readonly $schema?: string };
      assert.match($schema, /draft-07/);
      assert.equal(ajv.validateSchema(schema), true, ajv.errorsText());
    });
  }
});

describe('a hostile document', () => {
  it('cannot put control characters or a long text into the error', async () => {
    const name = `\n::error::\u001b[31m<b>${'x'.repeat(10_000)}`;
    await assert.rejects(validateDocument(bytesOf(spdx({ [name]: 1 })), 'sbom.json'), (error: Error) => {
      assert.match(error.message, /unknown member/);
      // eslint-disable-next-line no-control-regex -- those are what must not be there
      assert.doesNotMatch(error.message, /[\u0000-\u001f]/);
      assert.ok(error.message.length < 1000);
      return true;
    });
    const deep = { type: 'library', name: 'a', properties: [{ [name]: 1 }] };
    await assert.rejects(
      validateDocument(bytesOf(cdx('1.6', { components: [deep] })), 'x'),
      (error: Error) => {
        // eslint-disable-next-line no-control-regex -- those are what must not be there
        assert.doesNotMatch(error.message, /[\u0000-\u001f]/);
        return true;
      },
    );
  });

  it('is judged in time, nested as deep as a document may be', async () => {
    let inner: Record<string, unknown> = { type: 'library', name: 'a' };
    for (let level = 0; level < MAX_DOCUMENT_DEPTH / 2 - 3; level += 1) {
      inner = { type: 'library', name: 'a', components: [inner, { type: 'library', name: 'b' }] };
    }
    for (const version of ['1.4', '1.5', '1.6', '1.7']) {
      const started = performance.now();
      await validateDocument(bytesOf(cdx(version, { components: [inner] })), 'x');
      const tools = version === '1.4' ? [] : { components: [inner] };
      await validateDocument(bytesOf(cdx(version, { metadata: { tools } })), 'x');
      assert.ok(performance.now() - started < 20_000);
    }
  });

  it('is judged in time with very many components', async () => {
    const components = Array.from({ length: 50_000 }, (_, index) => ({ type: 'library', name: `n${index}` }));
    const started = performance.now();
    await validateDocument(bytesOf(cdx('1.6', { components })), 'x');
    assert.ok(performance.now() - started < 20_000);
  });

  it('meets patterns that need no backtracking: none repeats what repeats', () => {
    const folder = join(import.meta.dirname, 'schemas');
    const patterns = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/"pattern":\s?"((?:[^"\\]|\\.)*)"/g),
      ])
      .map(([, pattern = '']) => pattern);
    assert.ok(patterns.length > 10);
    for (const pattern of patterns) assert.doesNotMatch(pattern, /[*+}]\)[*+{]|[*+][*+]/, pattern);
  });
});

describe('what syft writes', () => {
  for (const name of ['spdx-2.3', 'cyclonedx-1.5', 'cyclonedx-1.6', 'cyclonedx-1.7']) {
    it(`follows the schema ${name}, and names the image`, async () => {
      const bytes = readFileSync(join(import.meta.dirname, 'recorded', `syft-${name}.json`));
      const checked = await validateDocument(bytes, 'sbom.json');
      assert.deepEqual(checked.describes, [
        'sha256:44e64d19d7839482b6cc1ca7162bacd7a048a40b2951b7dbf879d27950376de4',
      ]);
    });
  }
});
