import { spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run } from './run.mjs';

/** The version of the Go that is on PATH. Throws where there is none. */
export function goVersion() {
  const { status, stdout } = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' });
  if (status !== 0)
    throw new Error('Go is not on PATH: install Go 1.26 or newer to build the programs of the interop tests');
  return stdout.trim();
}

/** Builds each binary of a module as it was released. Answers false where the time was up. */
export async function makeGo({ tool, folder, cache, deadline, title }) {
  for (const [binary, source] of Object.entries(tool.go)) {
    const target = join(cache, 'bin', binary);
    const partial = `${target}.partial-${process.pid}`;
    const flags = tool.ldflags === undefined ? [] : ['-ldflags', tool.ldflags];
    const { code, late } = await run(
      'go',
      ['build', '-mod=readonly', '-trimpath', ...flags, '-o', partial, source],
      { cwd: folder, deadline, title, env: { CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' } },
    );
    if (late || code !== 0) rmSync(partial, { force: true });
    if (late) return false;
    if (code !== 0) throw new Error(`go build of ${binary} ended with exit code ${code}`);
    renameSync(partial, target);
  }
  return true;
}
