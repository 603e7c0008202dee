import { copyFile, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '../../..');
const BUNDLE = pathToFileURL(join(ROOT, 'packages/bundle/build/index.js')).href;
/** What the demo scans with. */
const DATABASE = 'packages/testbed/vulnerability-db';

/** What `countersign demo --json` prints, as far as tests look. */
export interface DemoDocument {
  readonly command: string;
  readonly status: string;
  readonly images: readonly {
    readonly digest: string;
    readonly claims: readonly { readonly state: string }[];
  }[];
  readonly demo: {
    readonly reference: string;
    readonly requirements: readonly string[];
    readonly gate: { readonly stopped: string; readonly stoppedAgain: string } | null;
    readonly attacks: readonly {
      readonly name: string;
      readonly refused: boolean;
      readonly reason: string;
    }[];
    readonly steps: readonly { readonly seconds: number; readonly ok: boolean }[];
    readonly seconds: number;
  };
}

/** A checkout whose `dist` runs what was compiled a moment ago: the bundle's own start, a stub per entry. */
export async function checkout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-cli-demo-'));
  for (const part of ['cli', 'setup-tools', 'generate-sbom', 'scan', 'sign', 'attest', 'verify']) {
    await mkdir(join(folder, 'dist', part), { recursive: true });
    const stub = `import { start } from '${BUNDLE}';\nawait start('${part}');\n`;
    await writeFile(join(folder, 'dist', part, 'index.js'), stub);
  }
  await mkdir(join(folder, 'dist', 'shared'));
  await writeFile(join(folder, 'dist', 'shared', 'index.js'), 'export {};\n');
  await writeFile(join(folder, 'dist', 'package.json'), '{ "type": "module" }\n');
  for (const name of ['package.json', 'package-lock.json'])
    await copyFile(join(ROOT, name), join(folder, name));
  await cp(join(ROOT, DATABASE), join(folder, DATABASE), { recursive: true });
  return folder;
}
