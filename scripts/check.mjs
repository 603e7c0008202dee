// npm run check: every check there is, each under its name; all run even when one fails.
//   --static   leaves out the tests (CI runs them by `npm test`)
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '..');
const steps = [
  ['types', 'tsc', ['-b']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['formatting', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['dead code', 'knip', []],
  ['generated docs', process.execPath, ['scripts/generate-docs.mjs', '--check']],
  ['dist is fresh', process.execPath, ['scripts/build-dist.mjs', '--check']],
  ['tests', 'jest', []],
];

const failed = [];
for (const [name, program, args] of steps) {
  if (name === 'tests' && process.argv.includes('--static')) continue;
  const started = Date.now();
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${error === undefined ? '' : `: ${error.message}`}`,
  );
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
