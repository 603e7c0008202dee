// Bundles the compiled actions and the command: one shared bundle with lazily loaded parts, a stub per entry.
//   node scripts/build-dist.mjs          writes dist/
//   node scripts/build-dist.mjs --check  builds beside it and fails where dist/ differs by a byte, lacks or adds a file
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import ncc from '@vercel/ncc';

const ROOT = join(import.meta.dirname, '..');
const ENTRY = join(ROOT, 'packages', 'bundle', 'build', 'index.js');
/** Run before anything else is loaded. */
const FLOOR = 'require-node.mjs';
const PARTS = ['setup-tools', 'generate-sbom', 'scan', 'sign', 'attest', 'verify', 'cli'];

if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(join(tmpdir(), 'countersign-dist-'));
  try {
    await build(fresh);
    const stale = differences(fresh, join(ROOT, 'dist'));
    if (stale.length > 0) {
      console.error(`dist/ is stale: run \`npm run build\` and commit it. Files: ${stale.join(', ')}`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(fresh, { recursive: true });
  }
} else {
  await build(join(ROOT, 'dist'));
}

async function build(target) {
  // `license` makes the licence file of everything that is bundled; nothing is minified: people read dist/.
  const { code, assets } = await ncc(ENTRY, {
    cache: false,
    minify: false,
    license: 'licenses.txt',
    quiet: true,
    target: 'es2024',
  });
  const files = new Map([['shared/index.js', code]]);
  for (const [name, { source }] of Object.entries(assets)) {
    // ncc adds a package.json for ESM: ours stands at the top of dist/ and covers the stubs too.
    if (name !== 'package.json') files.set(name === 'licenses.txt' ? name : `shared/${name}`, source);
  }
  files.set('package.json', '{ "type": "module" }\n');
  files.set(FLOOR, readFileSync(join(import.meta.dirname, 'require-node.mjs')));
  for (const part of PARTS) files.set(`${part}/index.js`, stub(part));
  // Only now: a build that fails leaves what stood there.
  rmSync(target, { recursive: true, force: true });
  for (const [name, content] of files) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), content);
  }
}

function stub(part) {
  const shebang = part === 'cli' ? '#!/usr/bin/env node\n' : '';
  return `${shebang}import '../${FLOOR}';\n\nconst { start } = await import('../shared/index.js');\nawait start('${part}');\n`;
}

function differences(fresh, committed) {
  const names = new Set([...filesBelow(fresh), ...filesBelow(committed)]);
  return [...names].filter((name) => read(join(fresh, name)) !== read(join(committed, name))).sort();
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function read(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
