import { MAX_CREDENTIALS_FILE_BYTES } from '../../limits.js';
import { readBounded, unreadable } from '../../read-bounded.js';
import { CountersignError } from '../../errors.js';
import { kmsSetUp } from './failure.js';

/** A file that a variable of the environment names. Throws INPUT_MISSING, naming the variable and nothing of the file. */
export async function credentialsFile(uri: string, variable: string, path: string): Promise<string> {
  try {
    return (await readBounded(path, MAX_CREDENTIALS_FILE_BYTES)).toString('utf8');
  } catch (error) {
    const why = error instanceof CountersignError ? error.message : unreadable(error);
    throw kmsSetUp(
      uri,
      `the file that ${variable} names ${why}`,
      `Check ${variable}: it names a file that this step may read.`,
    );
  }
}

/** What goes into a header: one line of ASCII. Throws INPUT_MISSING, naming the variable and nothing of what it holds. */
export function givenForHeader(
  uri: string,
  env: Readonly<Record<string, string | undefined>>,
  ...names: readonly string[]
): string | undefined {
  const value = given(env, ...names);
  if (value === undefined || HEADER_VALUE.test(value)) return value;
  throw kmsSetUp(
    uri,
    `${names.join(' or ')} holds characters that no header may hold`,
    'Check it for a line break.',
  );
}

export const HEADER_VALUE = /^[\x20-\x7e]*$/;

/** A variable that is set to something. */
export function given(
  env: Readonly<Record<string, string | undefined>>,
  ...names: readonly string[]
): string | undefined {
  return names.map((name) => env[name]?.trim()).find((value) => value !== undefined && value !== '');
}
