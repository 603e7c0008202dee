import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { CountersignError } from '../errors.js';
import { isObject, memberAt, parseJson } from '../json.js';
import { MAX_EXPORT_MANIFEST_BYTES } from '../limits.js';
import { readBounded, unreadable } from '../read-bounded.js';
import { EXPORT_MANIFEST } from './export.js';
import type { ExportedFile } from './form.js';

/**
 * Writes an export to a folder. One that is not there yet is there whole or not at all: it is made beside and moved into its
 * place. One that is there stays the same folder (a shell may stand in it, a volume may be mounted there, a link lead to it):
 * what goes in is made within and moved up, its manifest last, and put back as it was where that fails. A folder that
 * holds something is left alone; with `force` one that holds an earlier export and nothing else is replaced.
 * `folder` is absolute. Throws INPUT_INVALID.
 */
export async function writeExport(
  folder: string,
  files: readonly ExportedFile[],
  force: boolean,
): Promise<void> {
  const before = await listed(folder);
  if (before !== undefined && before.length > 0) await refuseUnlessReplaceable(folder, before, force);
  const draft =
    before === undefined
      ? join(dirname(folder), `.${basename(folder)}.${randomUUID()}`)
      : join(folder, `.countersign-${randomUUID()}`);
  const made = before === undefined ? draft : join(draft, 'new');
  try {
    for (const { path, bytes } of files) {
      const at = join(made, path);
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, bytes);
    }
    if (before === undefined) await rename(draft, folder);
    else
      await replace(
        folder,
        draft,
        before.map(({ name }) => name),
      );
  } catch (cause) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(folder)} ${unwritable(cause)}`,
      remedy: 'Give an --output-dir in a folder that is there and may be written to.',
      cause,
    });
  } finally {
    await rm(made, { recursive: true, force: true });
    // Not where something of the earlier one could not be put back.
    if (before !== undefined) await rmdir(draft).catch(() => undefined);
  }
}

/** Moves what is there (`names`) aside and the new files up. Where that fails all of it goes back. */
async function replace(folder: string, draft: string, names: readonly string[]): Promise<void> {
  const [made, old] = [join(draft, 'new'), join(draft, 'old')];
  await mkdir(old);
  const moved: (readonly [from: string, to: string])[] = [];
  const move = async (from: string, to: string): Promise<void> => {
    await rename(from, to);
    moved.push([from, to]);
  };
  try {
    for (const name of names) await move(join(folder, name), join(old, name));
    for (const name of (await readdir(made)).sort(manifestLast))
      await move(join(made, name), join(folder, name));
  } catch (error) {
    for (const [from, to] of moved.reverse()) await rename(to, from);
    await rmdir(old);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

const manifestLast = (one: string, other: string): number =>
  Number(one === EXPORT_MANIFEST) - Number(other === EXPORT_MANIFEST);

/** What a folder holds, without what is below its folders; undefined where it is not there. */
async function listed(folder: string): Promise<readonly Dirent[] | undefined> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(folder)} ${unreadable(cause)}`,
      remedy: 'Give an --output-dir that is a folder, or is not there yet.',
      cause,
    });
  }
}

async function refuseUnlessReplaceable(
  folder: string,
  before: readonly Dirent[],
  force: boolean,
): Promise<void> {
  if (!force) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(folder)} is not empty`,
      remedy: 'Give another --output-dir, or --force to replace an earlier export.',
    });
  }
  const foreign = await foreignIn(folder, before);
  if (foreign === undefined) return;
  throw new CountersignError('INPUT_INVALID', {
    what: `The folder ${JSON.stringify(folder)} holds ${JSON.stringify(foreign)}, which no earlier export wrote`,
    remedy: 'Give another --output-dir, or move away what is yours: --force replaces a whole folder.',
  });
}

/** Something that no export made. What is plainly somebody's own folder is not searched through. */
async function foreignIn(folder: string, before: readonly Dirent[]): Promise<string | undefined> {
  const odd = before.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (odd !== undefined) return odd.name;
  const own = await ownFiles(folder);
  const tops = new Set([...own].map((path) => path.split('/')[0]));
  const strange = before.find(({ name }) => !tops.has(name));
  if (strange !== undefined) return strange.name;
  const below = await readdir(folder, { recursive: true, withFileTypes: true });
  return below
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      isPlain: entry.isFile(),
      path: relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
    }))
    .find(({ isPlain, path }) => !isPlain || !own.has(path))?.path;
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
