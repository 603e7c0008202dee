import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The path of a program that `npm run tools -- NAME` built. Throws where it is missing: an interop test never skips. */
export const realProgram = (name: string): string => {
  const cache = process.env.COUNTERSIGN_INTEROP_CACHE ?? join(homedir(), '.cache', 'countersign', 'interop');
  const path = join(cache, 'bin', name);
  if (!existsSync(path)) throw new Error(`${path} is not there: run \`npm run tools -- ${name}\` first`);
  return path;
};
