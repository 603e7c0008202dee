import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * Unpacks Debian's packages into the cache, without installing them; apt checks what it downloads. Each program gets a script
 * in bin/ that finds the libraries beside it. Answers false where the time was up.
 */
export async function makeDebian({ name, tool, cache, deadline, title }) {
  const target = join(cache, 'debian', name);
  const draft = `${target}.draft`;
  const root = join(draft, 'root');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const attempt = (program, args) => run(program, args, { cwd: draft, deadline, title, quiet: true });
  const step = async (program, args) => {
    const { code, words, late } = await attempt(program, args);
    if (!late && code !== 0)
      throw new Error(`${program} ended with exit code ${code}: ${words.slice(-2000)}`);
    return !late;
  };
  const download = ['download', ...tool.packages];
  const first = await attempt('apt-get', download);
  if (first.late) return false;
  if (first.code !== 0) {
    // A bare machine has no lists of packages, or old ones: new ones, beside the machine's own.
    const lists = join(draft, 'lists');
    mkdirSync(join(lists, 'partial'), { recursive: true });
    const own = ['-o', `Dir::State::lists=${lists}`];
    if (!(await step('apt-get', [...own, 'update'])) || !(await step('apt-get', [...own, ...download])))
      return false;
    rmSync(lists, { recursive: true });
  }
  for (const file of readdirSync(draft).filter((each) => each.endsWith('.deb'))) {
    if (!(await step('dpkg-deb', ['--extract', file, root]))) return false;
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  for (const [binary, path] of Object.entries(tool.debian)) {
    const script = join(cache, 'bin', binary);
    writeFileSync(script, wrapper(join(target, 'root'), path));
    chmodSync(script, 0o755);
  }
  return true;
}

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

const wrapper = (root, path) => `#!/bin/sh
# Made by \`npm run tools\`.
root=${quoted(root)}
for each in "$root"/usr/lib/*-linux-gnu; do LD_LIBRARY_PATH="$each\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"; done
export LD_LIBRARY_PATH
exec "$root"/${quoted(path)} "$@"
`;
