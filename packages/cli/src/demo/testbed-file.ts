import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `DIR/testbed.json` and the environment file beside it say, as far as the demo needs it. */
export interface TestbedFile {
  /** `127.0.0.1:port` */
  readonly registry: string;
  readonly issuer: string;
  readonly tokenUrl: string;
  readonly trustedRoot: string;
  readonly signingConfig: string;
  /** Path of the environment file. */
  readonly env: string;
  /** The variables in that file. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Reads the files of a test bed of this process, which are therefore as they should be. */
export async function readTestbedFile(state: string): Promise<TestbedFile> {
  const file = JSON.parse(await readFile(join(state, 'testbed.json'), 'utf8')) as Omit<
    TestbedFile,
    'variables'
  >;
  const lines = (await readFile(file.env, 'utf8')).split('\n').filter((line) => line.includes('='));
  const variables = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { ...file, variables };
}
