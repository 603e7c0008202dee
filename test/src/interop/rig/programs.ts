import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where `npm run tools` puts what it builds: outside the tree, kept between runs. */
export const interopCache = (): string =>
  process.env.COUNTERSIGN_INTEROP_CACHE ?? join(homedir(), '.cache', 'countersign', 'interop');

/** The path of a program that `npm run tools -- NAME` built, there or not. */
export const programPath = (name: string): string => join(interopCache(), 'bin', name);

/** Which of these programs are not there. */
export const missingPrograms = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !existsSync(programPath(name)));
