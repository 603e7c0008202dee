import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a tool was made from: its files here, its entry, and the compiler's version. Nothing of the environment: it is set. */
export function stampOf(folder, tool, compiler) {
  const hash = createHash('sha256').update(`${compiler}\n${JSON.stringify(tool)}\n`);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return `${hash.digest('hex')}\n`;
}

/** Whether every binary is there and was made from just that. */
export const isMade = (cache, binaries, stamp) =>
  binaries.every((binary) => {
    const path = join(cache, 'bin', binary);
    return existsSync(path) && existsSync(`${path}.stamp`) && readFileSync(`${path}.stamp`, 'utf8') === stamp;
  });

export function writeStamp(cache, binaries, stamp) {
  for (const binary of binaries) writeFileSync(join(cache, 'bin', `${binary}.stamp`), stamp);
}
