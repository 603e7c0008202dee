import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export type ActionName = 'setup-tools' | 'generate-sbom' | 'scan' | 'sign' | 'attest' | 'verify';

/** A step that ended, and all that it left. */
export interface Step {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Texts that the step told the runner to hide. */
  readonly masked: readonly string[];
  /** Of every file that it wrote, by its path below the runner's folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface StepOptions {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Sent once the predicate holds of what was printed so far. */
  readonly interrupt?: { readonly signal: NodeJS.Signals; readonly when: (stdout: string) => boolean };
}

/** The bundles, as `uses:` runs them; another folder with the same layout serves while they are being worked on. */
const ENTRIES = process.env.COUNTERSIGN_ENTRIES ?? resolve(import.meta.dirname, '../../../dist');

/**
 * Runs an action as the runner does: `node dist/<action>/index.js` with INPUT_*, the runner's files and nothing else of
 * this process's environment but PATH.
 */
export async function runAction(
  action: ActionName,
  { inputs, env = {}, interrupt }: StepOptions,
): Promise<Step> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-step-'));
  try {
    const file = (name: string): string => join(folder, name);
    const runnerFiles = ['output', 'summary', 'state', 'env', 'path'];
    await Promise.all(runnerFiles.map((name) => writeFile(file(name), '')));
    const child = spawn(process.execPath, [join(ENTRIES, action, 'index.js')], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        GITHUB_STATE: file('state'),
        GITHUB_ENV: file('env'),
        GITHUB_PATH: file('path'),
        RUNNER_TEMP: folder,
        HOME: folder,
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [variableOf(name), value])),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    let interrupted = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (interrupt === undefined || interrupted || !interrupt.when(stdout)) return;
      interrupted = true;
      child.kill(interrupt.signal);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise<number | null>((ended, failed) => {
      child.once('error', failed);
      child.once('close', ended);
    });
    const files = await contentsBelow(folder);
    return {
      code,
      stdout,
      stderr,
      outputs: parseOutputs(files.output ?? ''),
      summary: files.summary ?? '',
      masked: [...stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, secret = '']) => secret),
      files,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** GitHub's rule for the name of an input's variable. */
const variableOf = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

/** The here-documents of GITHUB_OUTPUT. A line outside of them is an error, as it would be for the runner. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 0) {
    const head = lines.shift() ?? '';
    if (head === '' && lines.length === 0) break;
    const [, name, delimiter] = /^([\w-]+)<<(\S+)$/.exec(head) ?? [];
    const end = lines.indexOf(delimiter ?? '');
    if (name === undefined || end < 0) throw new Error(`not an output: ${JSON.stringify(head)}`);
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return outputs;
}

async function contentsBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = paths.map(
    async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}
