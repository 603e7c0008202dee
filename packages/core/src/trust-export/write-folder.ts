import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { CountersignError } from '../errors.js';
import { isObject, memberAt, parseJson } from '../json.js';
import { MAX_EXPORT_MANIFEST_BYTES } from '../limits.js';
import { readBounded, unreadable } from '../read-bounded.js';
import { EXPORT_MANIFEST } from './export.js';
import type { ExportedFile } from './form.js';

/**
 * Writes an export to a folder, which is there whole or not at all: it is made beside and moved into its place. A folder
 * that holds something is left alone; with `force` one that holds an earlier export and nothing else is replaced.
 * `folder` is absolute. Throws INPUT_INVALID.
 */
export async function writeExport(
  folder: string,
  files: readonly ExportedFile[],
  force: boolean,
): Promise<void> {
  const before = await pathsIn(folder);
  if (before.length > 0) await refuseUnlessReplaceable(folder, before, force);
  const draft = join(dirname(folder), `.${basename(folder)}.${randomUUID()}`);
  try {
    for (const { path, bytes } of files) {
      const at = join(draft, path);
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, bytes);
    }
    if (before.length === 0) await rename(draft, folder);
    else await replace(folder, draft);
  } catch (cause) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(folder)} ${unwritable(cause)}`,
      remedy: 'Give an --output-dir in a folder that is there and may be written to.',
      cause,
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The earlier one is put aside first, and put back where the new one cannot take its place. */
async function replace(folder: string, draft: string): Promise<void> {
  const aside = `${draft}.old`;
  await rename(folder, aside);
  try {
    await rename(draft, folder);
  } catch (error) {
    await rename(aside, folder);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/** The files below a folder, with slashes; none where there is no folder. */
async function pathsIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(folder)} ${unreadable(cause)}`,
      remedy: 'Give an --output-dir that is a folder, or is not there yet.',
      cause,
    });
  }
}

async function refuseUnlessReplaceable(
  folder: string,
  before: readonly string[],
  force: boolean,
): Promise<void> {
  if (!force) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(folder)} is not empty`,
      remedy: 'Give another --output-dir, or --force to replace an earlier export.',
    });
  }
  const own = await ownFiles(folder);
  const [foreign] = before.filter((path) => !own.has(path));
  if (foreign === undefined) return;
  throw new CountersignError('INPUT_INVALID', {
    what: `The folder ${JSON.stringify(folder)} holds ${JSON.stringify(foreign)}, which no earlier export wrote`,
    remedy: 'Give another --output-dir, or move away what is yours: --force replaces a whole folder.',
  });
}

/** What an earlier export says that it wrote; nothing where there was none. */
async function ownFiles(folder: string): Promise<ReadonlySet<string>> {
  const text = await readBounded(join(folder, EXPORT_MANIFEST), MAX_EXPORT_MANIFEST_BYTES).catch(() => '');
  const forms = memberAt(parseJson(text.toString()), 'forms');
  const files = Array.isArray(forms)
    ? forms.flatMap((form: unknown): unknown[] =>
        isObject(form) && Array.isArray(form.files) ? (form.files as unknown[]) : [],
      )
    : [];
  return new Set([EXPORT_MANIFEST, 'trusted_root.json', ...files.map(String)]);
}

const unwritable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const words = code === 'ENOENT' ? 'cannot be made: the folder around it is not there' : undefined;
  return words ?? `cannot be written (${code})`;
};
