import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { notBuilt, programPath } from './rig/programs.js';

/** The path of a program that `npm run tools -- NAME` built. Throws where it is missing: an interop test never skips. */
export const realProgram = (name: string): string => {
  const path = programPath(name);
  if (!existsSync(path)) throw new Error(`${path} is not there: run \`npm run tools -- ${name}\` first`);
  return path;
};

/** `describe` for tests of programs that `npm run tools` may leave out for want of time: then they are skipped, and shown so. */
export const describeWith = (...names: readonly string[]): typeof describe.skip =>
  notBuilt(names)?.excused === true ? describe.skip : describe;
