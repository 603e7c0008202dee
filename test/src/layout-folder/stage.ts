import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttestOptions, SignOptions, TreeOptions, VerifyOptions } from '@countersign/core/flows';
import type { RawSignerRules } from '@countersign/core/policy';
import { parseImage } from '@countersign/core/reference';
import type { ImageIndex } from '@countersign/core/oci';
import { buildDemoImage, writeLayout, type BuiltImage, type LayoutEntry } from '@countersign/testbed';
import { openStage, type Stage } from '../flows/stage.js';

export const TAG = 'org.opencontainers.image.ref.name';

/** A test bed's Sigstore, and folders below the working directory that hold images. */
export interface FolderStage {
  readonly stage: Stage;
  readonly image: BuiltImage;
  /** Makes a folder with the image (another where `text` is another) and answers its path from the working directory. */
  folder(entry?: LayoutEntry & { readonly text?: string; readonly name?: string }): Promise<string>;
  /** From the working directory. */
  path(folder: string): string;
  index(folder: string): Promise<ImageIndex>;
  /** Everything in a folder, by its path there. */
  files(folder: string): Promise<Readonly<Record<string, string>>>;
  sign(on: readonly string[], changes?: Partial<SignOptions>): SignOptions;
  attest(on: readonly string[], changes?: Partial<AttestOptions>): AttestOptions;
  verify(
    on: readonly string[],
    require?: string,
    rules?: RawSignerRules,
    changes?: Partial<VerifyOptions>,
  ): VerifyOptions;
  tree(on: readonly string[]): TreeOptions;
  stop(): Promise<void>;
}

export async function openFolderStage(): Promise<FolderStage> {
  const stage = await openStage();
  const workDir = stage.bed.stateDir;
  const imageOf = (text: string): BuiltImage => buildDemoImage([{ path: 'hello', bytes: Buffer.from(text) }]);
  const path = (folder: string): string => join(workDir, folder);
  return {
    stage,
    image: imageOf('hello\n'),
    path,
    folder: async ({ text = 'hello\n', name, ...entry } = {}) => {
      const parent = await mkdtemp(join(workDir, 'folder-'));
      const folder = join(parent, name ?? 'out');
      await mkdir(folder, { recursive: true });
      await writeLayout(imageOf(text), folder, entry);
      return folder.slice(workDir.length + 1);
    },
    index: async (folder) =>
      JSON.parse(await readFile(join(path(folder), 'index.json'), 'utf8')) as ImageIndex,
    files: async (folder) => {
      const names = await readdir(path(folder), { recursive: true, withFileTypes: true });
      const files = names
        .filter((each) => each.isFile())
        .map(({ parentPath, name }) => join(parentPath, name));
      const contents = await Promise.all(
        files.map(
          async (file) => [file.slice(path(folder).length + 1), await readFile(file, 'latin1')] as const,
        ),
      );
      return Object.fromEntries(contents);
    },
    sign: (on, changes) => ({ ...stage.sign(), images: on.map(parseImage), ...changes }),
    attest: (on, changes) => ({ ...stage.attest(), images: on.map(parseImage), ...changes }),
    verify: (on, require, rules, changes) => ({
      ...stage.verify(rules, require),
      images: on.map(parseImage),
      ...changes,
    }),
    tree: (on) => ({ ...stage.tree(), images: on.map(parseImage) }),
    stop: async () => {
      await stage.stop();
      await rm(workDir, { recursive: true, force: true });
    },
  };
}

export const predicate = (text: string): AttestOptions['predicates'][number] => ({
  type: 'https://example.com/review/v1',
  path: 'review.json',
  bytes: Buffer.from(JSON.stringify({ text })),
});
