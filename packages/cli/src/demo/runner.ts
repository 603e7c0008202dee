import { MAX_ACTION_OUTPUT_BYTES } from '@countersign/core/limits';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportDocument } from '@countersign/core/report';
import { runChild } from './child.js';

export type ActionName = 'setup-tools' | 'generate-sbom' | 'scan' | 'sign' | 'attest' | 'verify';

/** What an action's process left behind, as a workflow would see it. */
export interface ActionResult {
  readonly exitCode: number;
  readonly outputs: ReadonlyMap<string, string>;
  /** The whole report, as `countersign --json` prints it; undefined where it left none. */
  readonly report: ReportDocument | undefined;
  /** The messages of its `::error` commands. */
  readonly errors: readonly string[];
  readonly stdout: string;
}

export interface Runner {
  /** The folder of the bundles: `dist`. */
  readonly dist: string;
  /** An empty folder for the files of each step. */
  readonly folder: string;
  /** What a job's environment holds beside the step's own variables. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Runs `dist/<action>/index.js` as a GitHub runner does: inputs as INPUT_*, files for outputs, summary and state, and an
 * environment that holds nothing else. `env` lays more over the job's variables for this step.
 */
export async function runAction(
  runner: Runner,
  step: string,
  action: ActionName,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  const folder = join(runner.folder, step);
  const temp = join(folder, 'temp');
  await mkdir(temp, { recursive: true });
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
  };
  await Promise.all(Object.values(files).map((path) => writeFile(path, '')));
  const { exitCode, stdout } = await runChild({
    program: process.execPath,
    args: [join(runner.dist, action, 'index.js')],
    cwd: folder,
    env: { ...runner.env, ...env, ...files, RUNNER_TEMP: temp, ...inputVariables(inputs) },
    signal: runner.signal,
    maxOutputBytes: MAX_ACTION_OUTPUT_BYTES,
  });
  const outputs = readOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8'));
  return {
    exitCode,
    outputs,
    report: await readReport(outputs.get('result-path')),
    errors: readErrors(stdout),
    stdout,
  };
}

/** Written by our own action a moment ago, and therefore of the form that it says. */
const readReport = async (path: string | undefined): Promise<ReportDocument | undefined> =>
  path === undefined || path === ''
    ? undefined
    : (JSON.parse(await readFile(path, 'utf8')) as ReportDocument);

const inputVariables = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );

/** The format of GITHUB_OUTPUT: `name=value`, or `name<<DELIMITER`, lines, `DELIMITER`. */
export function readOutputs(text: string): Map<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const opening = /^([^=]+?)<<(.+)$/.exec(line);
    if (opening !== null) {
      const [, name = '', delimiter] = opening;
      const value: string[] = [];
      for (index++; index < lines.length && lines[index] !== delimiter; index++)
        value.push(lines[index] ?? '');
      outputs.set(name, value.join('\n'));
    } else if (line.includes('=')) {
      outputs.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1));
    }
  }
  return outputs;
}

/** The runner's workflow commands: `::error properties::message`, its percent signs and line ends escaped. */
export const readErrors = (stdout: string): string[] =>
  [...stdout.matchAll(/^::error(?: [^\n]*?)?::(.*)$/gm)].map(([, message = '']) =>
    message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  );
