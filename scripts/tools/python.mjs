import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** The version of the Python that is on PATH. Throws where there is none. */
export function pythonVersion() {
  const { status, stdout } = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error('python3 is not on PATH: install Python 3.10 or newer, with venv');
  return stdout.trim();
}

/** Installs requirements.txt into a virtual environment of its own in the cache. Answers false where the time was up. */
export async function makePython({ name, tool, folder, cache, deadline, title }) {
  const environment = join(cache, 'python', name);
  rmSync(environment, { recursive: true, force: true });
  for (const [program, args] of [
    ['python3', ['-m', 'venv', environment]],
    [
      join(environment, 'bin', 'pip'),
      [
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-deps',
        '--only-binary=:all:',
        '-r',
        join(folder, 'requirements.txt'),
      ],
    ],
  ]) {
    const { code, words, late } = await run(program, args, { deadline, title, quiet: true });
    if (late) return false;
    if (code !== 0) throw new Error(`${program} ended with exit code ${code}: ${words.slice(-2000)}`);
  }
  for (const [binary, path] of Object.entries(tool.python)) {
    const link = join(cache, 'bin', binary);
    symlinkSync(join(environment, 'bin', path), `${link}.new`);
    renameSync(`${link}.new`, link);
  }
  return true;
}
