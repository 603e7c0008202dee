import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { CountersignError } from '../errors.js';
import type { Environment } from './environment.js';

/**
 * Adds outputs to the file of GITHUB_OUTPUT, each as a here-document whose delimiter nobody can guess, so that a value
 * never ends it and begins another output. Without that variable there is nobody to read them.
 */
export async function appendOutputs(
  env: Environment,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  const text = Object.entries(outputs).map(([name, value]) => {
    const delimiter = `countersign_${randomBytes(16).toString('hex')}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
  });
  await append(env, 'GITHUB_OUTPUT', text.join(''));
}

/** Adds Markdown to the job summary, the file of GITHUB_STEP_SUMMARY. */
export const appendSummary = (env: Environment, markdown: string): Promise<void> =>
  append(env, 'GITHUB_STEP_SUMMARY', markdown);

/**
 * Puts folders at the front of PATH for later steps, by the file of GITHUB_PATH. A folder with a line break in its name
 * would be two. Throws INPUT_INVALID.
 */
export async function appendPath(env: Environment, folders: readonly string[]): Promise<void> {
  const broken = folders.find((folder) => /[\r\n]/.test(folder));
  if (broken !== undefined) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The folder ${JSON.stringify(broken)} cannot be added to PATH: its name has a line break`,
      remedy: 'Set RUNNER_TOOL_CACHE to a folder with an ordinary name.',
    });
  }
  if (folders.length > 0) await append(env, 'GITHUB_PATH', folders.map((folder) => `${folder}\n`).join(''));
}

async function append(
  env: Environment,
  variable: 'GITHUB_OUTPUT' | 'GITHUB_PATH' | 'GITHUB_STEP_SUMMARY',
  text: string,
): Promise<void> {
  const path = env[variable];
  if (path === undefined || path === '') return;
  try {
    await appendFile(path, text);
  } catch (cause) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The file that ${variable} names cannot be written to`,
      remedy: 'The runner sets this variable: do not set it by hand, and leave room on the disk.',
      cause,
    });
  }
}
