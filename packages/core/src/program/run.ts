import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CountersignError } from '../errors.js';
import { MAX_PROGRAM_MESSAGE_CHARS } from '../limits.js';

export interface ProgramCall {
  /** Absolute path: nothing is searched for here. */
  readonly path: string;
  readonly args: readonly string[];
  /** The whole environment of the program (scrubbedEnvironment). */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** What it reads on its standard input; without it there is none. */
  readonly stdin?: readonly Uint8Array[];
  /** Its standard output goes there, where nothing may lie yet (a link would say where it goes); without it the output is kept, at most `maxOutputBytes` of it. */
  readonly stdoutFile?: string;
  readonly maxOutputBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Each line of its standard error, as it comes: text of others. */
  readonly onMessage?: (line: string) => void;
}

export interface ProgramResult {
  readonly exitCode: number;
  /** Empty where it went to a file. */
  readonly stdout: string;
  /** The end of its standard error, bounded: text of others. */
  readonly messages: string;
}

/**
 * Runs a program to its end, without a shell, in the environment it is given and nothing else. Throws PROGRAM_FAILED where
 * it cannot be started, runs longer than its time, prints more than it may or is ended by a signal; INTERRUPTED where the
 * run is. An exit code is the caller's to judge.
 */
export async function runProgram(call: ProgramCall): Promise<ProgramResult> {
  const { path, args, env, cwd, signal } = call;
  if (isAborted(signal)) throw interrupted(path);
  const child = spawn(path, args, {
    env,
    cwd,
    shell: false,
    windowsHide: true,
    stdio: [call.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  }) as ChildProcessByStdio<Writable | null, Readable, Readable>;
  let ended: string | undefined;
  const end = (why: string): void => {
    ended ??= why;
    child.kill('SIGKILL');
    child.stdout.destroy(); // a program of its own may hold it open
    child.stderr.destroy();
  };
  const timer = setTimeout(() => {
    end(`ran longer than ${Math.round(call.timeoutMs / 1000)} s`);
  }, call.timeoutMs);
  const onAbort = (): void => {
    end('was interrupted');
  };
  signal.addEventListener('abort', onAbort, { once: true });

  const chunks: Buffer[] = [];
  let printed = 0;
  const toFile =
    call.stdoutFile === undefined ? undefined : createWriteStream(call.stdoutFile, { flags: 'wx' });
  toFile?.on('error', () => {
    end(`could not write its output to ${call.stdoutFile ?? ''}`);
  });
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.length;
    if (printed > call.maxOutputBytes) end(`printed more than ${call.maxOutputBytes} bytes`);
    else if (toFile === undefined) chunks.push(chunk);
    else if (!toFile.write(chunk)) {
      child.stdout.pause();
      toFile.once('drain', () => child.stdout.resume());
    }
  });
  const messages = new MessageTail(call.onMessage);
  if (child.stdin !== null) {
    child.stdin.on('error', () => undefined); // it ended, or read no more: its answer tells
    Readable.from(
      (call.stdin ?? []).filter(({ length }) => length > 0),
      { objectMode: false },
    ).pipe(child.stdin);
  }
  child.stderr.on('data', (chunk: Buffer) => {
    messages.add(chunk);
  });
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => {
        reject(failed(path, 'cannot be started', '', cause));
      });
      child.once('close', (code, killedBy) => {
        if (killedBy !== null) ended ??= `was ended by ${killedBy}`;
        resolve(code);
      });
    });
    messages.end();
    if (isAborted(signal)) throw interrupted(path);
    if (ended !== undefined || exitCode === null)
      throw failed(path, ended ?? 'ended without a status', messages.text);
    if (toFile !== undefined) {
      toFile.end();
      await finished(toFile);
    }
    return { exitCode, stdout: Buffer.concat(chunks).toString('utf8'), messages: messages.text };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    toFile?.destroy();
  }
}

/** Asked anew each time: a signal fires while a program runs. */
const isAborted = ({ aborted }: AbortSignal): boolean => aborted;

/** The end of what a program says, and its lines one by one. */
class MessageTail {
  readonly #onMessage: ProgramCall['onMessage'];
  readonly #decoder = new TextDecoder();
  #tail = '';
  #line = '';

  constructor(onMessage: ProgramCall['onMessage']) {
    this.#onMessage = onMessage;
  }

  get text(): string {
    return this.#tail;
  }

  add(chunk: Buffer): void {
    const text = this.#decoder.decode(chunk, { stream: true });
    this.#tail = (this.#tail + text).slice(-MAX_PROGRAM_MESSAGE_CHARS);
    const lines = (this.#line + text).split('\n');
    this.#line = (lines.pop() ?? '').slice(0, MAX_PROGRAM_MESSAGE_CHARS);
    for (const line of lines) this.#onMessage?.(line);
  }

  end(): void {
    if (this.#line !== '') this.#onMessage?.(this.#line);
    this.#line = '';
  }
}

const failed = (path: string, why: string, messages: string, cause?: unknown): CountersignError =>
  new CountersignError('PROGRAM_FAILED', {
    what: `The program ${path} ${why}${messages === '' ? '' : `: ${messages.trim().slice(-1000)}`}`,
    remedy: 'Run the step again; where it fails again, run that program by hand to see what it lacks.',
    cause,
  });

const interrupted = (path: string): CountersignError =>
  new CountersignError('INTERRUPTED', {
    what: `The run was interrupted while ${path} was running`,
    remedy: 'Run it again.',
  });
