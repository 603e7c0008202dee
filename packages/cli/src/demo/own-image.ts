import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { buildDemoImage, type BuiltImage } from '@countersign/testbed';

/** Where the command stands inside the image. */
const PREFIX = 'usr/local/lib/countersign';

/**
 * A two-platform image of Countersign's own command: the files that run it, `dist/cli` and `dist/shared`, as they are on
 * this disk.
 */
export async function ownImage(dist: string): Promise<BuiltImage> {
  const files = [];
  for (const folder of ['cli', 'shared']) {
    for (const entry of await readdir(join(dist, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.push({ path: inside(relative(dist, path)), bytes: await readFile(path), mode: 0o755 });
    }
  }
  files.push({ path: inside('package.json'), bytes: await readFile(join(dist, 'package.json')) });
  return buildDemoImage(files, undefined, { entrypoint: ['node', `/${inside('cli/index.js')}`] });
}

/** A small image that nobody signed: what an attacker puts in the place of the good one. */
export const evilImage = (name: string): BuiltImage =>
  buildDemoImage([
    { path: 'usr/local/bin/app', bytes: Buffer.from(`#!/bin/sh\necho ${name}\n`), mode: 0o755 },
  ]);

const inside = (path: string): string => `${PREFIX}/${path.split(sep).join('/')}`;
