import { abortedBySignals } from '@countersign/core/interruption';

/**
 * All that the command takes from the process it runs in: the only place that reads the environment, writes to the
 * streams and sets the exit code. A test hands in an edge of its own.
 */
export interface Edge {
  /** Arguments after the script. */
  readonly argv: readonly string[];
  /** Path of the script that was started; `demo` finds the bundled actions from it. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Fires at the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  exit(code: number): void;
}

export interface TextSink {
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** The edge of this process. A second signal ends it at once. */
export function processEdge(): Edge {
  const { signal, release } = abortedBySignals(process);
  return {
    argv: process.argv.slice(2),
    entry: process.argv[1] ?? '',
    env: process.env,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    signal,
    // Not process.exit: what was written to a pipe would be cut off.
    exit: (code) => {
      process.exitCode = code;
      release();
    },
  };
}

/** A reader that went away (`countersign tree | head`) ends the output, not the run: the verdict still is the exit code. */
function sinkOf(stream: NodeJS.WriteStream): TextSink {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return {
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
    write: (text) => {
      if (!gone) stream.write(text);
    },
  };
}
