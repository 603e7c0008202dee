import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Exception, Exhibit, Verifier } from '../contract.js';

/** Everything that the folders verifiers/, exhibits/ and expectations/ hold. */
export interface Discovered {
  readonly verifiers: readonly Verifier[];
  readonly exhibits: readonly Exhibit[];
  /** By the verifier's id, which is the file's name. */
  readonly exceptions: ReadonlyMap<string, readonly Exception[]>;
}

/** Imports them. Throws where an id is given twice or a file exports nothing that is looked for. */
export async function discover(): Promise<Discovered> {
  const verifiers: Verifier[] = [];
  for (const { file, exported } of await load('verifiers')) {
    const found = [...list(exported.verifiers), ...one(exported.verifier)] as Verifier[];
    if (found.length === 0) throw new Error(`${file} exports neither verifier nor verifiers`);
    verifiers.push(...found);
  }
  const exhibits: Exhibit[] = [];
  for (const { file, exported } of await load('exhibits')) {
    const found = list(exported.exhibits) as Exhibit[];
    if (found.length === 0) throw new Error(`${file} exports no exhibits`);
    exhibits.push(...found);
  }
  const exceptions = new Map<string, readonly Exception[]>();
  for (const { file, exported } of await load('expectations')) {
    exceptions.set(file, list(exported.exceptions) as Exception[]);
  }
  unique(
    'verifier',
    verifiers.map(({ id }) => id),
  );
  unique(
    'exhibit',
    exhibits.map(({ id }) => id),
  );
  const strangers = [...exceptions.keys()].filter((name) => !verifiers.some(({ id }) => id === name));
  if (strangers.length > 0) throw new Error(`expectations of no verifier: ${strangers.join(', ')}`);
  return { verifiers, exhibits, exceptions };
}

const BUILT = resolve(import.meta.dirname, '..');
const SOURCE = resolve(BUILT, '../../src/interop');

/** The compiled modules of what is in the source folder: a file that is gone there may still have its compiled form. */
async function load(
  folder: string,
): Promise<{ file: string; exported: Readonly<Record<string, unknown>> }[]> {
  const names = (await readdir(join(SOURCE, folder)))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
  return Promise.all(
    names.map(async (file) => ({
      file,
      exported: (await import(join(BUILT, folder, `${file}.js`))) as Readonly<Record<string, unknown>>,
    })),
  );
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const one = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value]);

function unique(what: string, ids: readonly string[]): void {
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at || !/^[a-z0-9.-]+$/.test(id));
  if (twice.length > 0) throw new Error(`${what} ids that are not unique or not plain: ${twice.join(', ')}`);
}
