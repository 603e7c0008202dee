import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../../..');
const CORE = join(ROOT, 'packages/core/src');

/** The flow of the data (docs/architecture.md): a folder imports from those before it, never from those after it. */
const ORDER = [
  'errors.ts',
  'limits.ts',
  'json.ts',
  'nearest.ts',
  'counted.ts',
  'public-key.ts',
  'checkpoint.ts',
  'concurrency.ts',
  'read-bounded.ts',
  'runtime.ts',
  'interruption.ts',
  'program',
  'oci',
  'http',
  'context.ts',
  'trust',
  'reference',
  'registry',
  'digest-set',
  'sbom',
  'scan',
  'claims',
  'sign',
  'layouts',
  'verify',
  'notation',
  'policy',
  'doctor',
  'report',
  'trust-export',
  'tools',
  'flows',
  'options',
  'runner',
];
const REACHES_HTTP = new Set([
  'http',
  'context.ts',
  'trust',
  'registry',
  'sign',
  'layouts',
  'tools',
  'runner',
  'options',
]);

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

const specifiersOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

const unitOf = (path: string): string => {
  const [first = ''] = relative(CORE, path).split('/');
  return first.replace(/\.js$/, '.ts');
};

const coreImports = (): Import[] =>
  sourcesBelow(CORE).flatMap((path) =>
    specifiersOf(path)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => ({
        file: relative(ROOT, path),
        from: unitOf(path),
        to: unitOf(resolve(path, '..', specifier)),
      })),
  );

describe('imports', () => {
  it('stand in a folder that the order of the flow names', () => {
    const units = new Set(sourcesBelow(CORE).map(unitOf));
    assert.deepEqual(
      [...units].filter((unit) => !ORDER.includes(unit)),
      [],
    );
  });

  it('run one way through packages/core/src', () => {
    const wrong = coreImports().filter(({ from, to }) => ORDER.indexOf(to) > ORDER.indexOf(from));
    assert.deepEqual(wrong, []);
  });

  it('reach the request layer only from the folders that talk to a service', () => {
    const wrong = coreImports().filter(({ from, to }) => to === 'http' && !REACHES_HTTP.has(from));
    assert.deepEqual(wrong, []);
  });

  it('reach the runner adapter from the actions alone', () => {
    const places = ['packages/cli/src', 'packages/testbed/src']
      .map((folder) => join(ROOT, folder))
      .flatMap(sourcesBelow);
    const wrong = places.filter((path) => specifiersOf(path).includes('@countersign/core/runner'));
    assert.deepEqual(wrong, []);
  });

  it('reach the test bed neither from the core nor from an action', () => {
    const places = [
      CORE,
      ...['sign', 'attest', 'verify', 'setup-tools', 'generate-sbom', 'scan'].map((name) =>
        join(ROOT, 'actions', name, 'src'),
      ),
    ].flatMap(sourcesBelow);
    const wrong = places.filter((path) =>
      specifiersOf(path).some((specifier) => specifier.startsWith('@countersign/testbed')),
    );
    assert.deepEqual(wrong, []);
  });
});
