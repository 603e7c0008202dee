import { spawn } from 'node:child_process';
import { CountersignError } from '@countersign/core/errors';

/** What a child process said, as text. */
export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Child {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All of the child's environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Bound on each of stdout and stderr; a child that says more is ended. */
  readonly maxOutputBytes: number;
}

/**
 * Runs a program without a shell and waits for its end. A child ended by a signal counts as exit code 1.
 * Throws INPUT_MISSING where the program is not there, LIMIT_EXCEEDED, INTERRUPTED on abort.
 */
export async function runChild(child: Child): Promise<Finished> {
  const { signal, program } = child;
  const finished = await toItsEnd(child).catch((error: unknown) => {
    if (error instanceof CountersignError) throw error;
    throw new CountersignError('INPUT_MISSING', {
      what: `${program} could not be started`,
      remedy: 'Install it and put it on PATH.',
      cause: error,
    });
  });
  if (isAborted(signal)) throw interrupted(program);
  return finished;
}

async function toItsEnd(child: Child): Promise<Finished> {
  const { signal, program } = child;
  if (isAborted(signal)) throw interrupted(program);
  const started = spawn(program, child.args, {
    cwd: child.cwd,
    env: child.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: false,
  });
  const end = (): void => {
    started.kill('SIGTERM');
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const [exitCode, stdout, stderr] = await Promise.all([
      new Promise<number>((resolve, reject) => {
        started.once('error', reject);
        started.once('close', (code) => {
          resolve(code ?? 1);
        });
      }),
      textOf(started.stdout, child),
      textOf(started.stderr, child),
    ]);
    return { exitCode, stdout, stderr };
  } finally {
    end(); // nothing, once it has ended
    signal.removeEventListener('abort', end);
  }
}

/** Asked again after a wait: the compiler takes a property for constant that was looked at before. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

async function textOf(stream: AsyncIterable<Uint8Array>, child: Child): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > child.maxOutputBytes) {
      throw new CountersignError('LIMIT_EXCEEDED', {
        what: `${child.program} printed more than ${child.maxOutputBytes} bytes`,
        remedy: 'Run it by hand to see why.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const interrupted = (program: string): CountersignError =>
  new CountersignError('INTERRUPTED', {
    what: `${program} was ended: this run was interrupted`,
    remedy: 'Run the command again.',
  });
