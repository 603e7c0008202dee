import { run } from '@countersign/cli';
import type { Ran } from '../contract.js';

/**
 * Runs Countersign's command in this process, on an edge of its own: starting Node for each of hundreds of commands would cost
 * more than all that they do. The tests of `npm run test:interop` run the bundled command as users do.
 */
export async function countersignHere(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  let code: number | null = null;
  const said = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof said) => ({
    isTerminal: false,
    columns: undefined,
    write: (text: string): void => {
      said[name] += text;
    },
  });
  await run({
    argv: args,
    entry: 'countersign',
    env,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    signal: new AbortController().signal,
    exit: (ended) => {
      code = ended;
    },
  });
  return { code, ...said };
}
