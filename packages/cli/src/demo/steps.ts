import type { TextSink } from '../edge.js';
import { printable } from '@countersign/core/report';
import type { Style } from '../style.js';

/** One step as it went; `json` prints it. */
export interface StepRecord {
  readonly title: string;
  readonly seconds: number;
  readonly ok: boolean;
}

/** Progress on the screen: a line per step, with its duration, and what it found below it. */
export interface Steps {
  /** Runs a step. `tell` adds a line below it. What the step throws is passed on after it was marked as failed. */
  run<T>(title: string, step: (tell: (line: string) => void) => Promise<T>): Promise<T>;
  heading(text: string): void;
  readonly records: readonly StepRecord[];
}

export function createSteps(sink: TextSink, style: Style): Steps {
  const records: StepRecord[] = [];
  const [tick, cross, dots] = style.unicode ? ['✓', '✗', '…'] : ['ok', 'FAILED', '...'];
  return {
    records,
    heading: (text) => {
      sink.write(`\n${style.strong(text)}\n`);
    },
    run: async (title, step) => {
      const started = performance.now();
      const told: string[] = [];
      if (sink.isTerminal) sink.write(`  ${style.faint(dots)} ${title}`);
      let ok = false;
      try {
        const result = await step((line) => told.push(line));
        ok = true;
        return result;
      } finally {
        const seconds = (performance.now() - started) / 1000;
        records.push({ title, seconds, ok });
        const mark = ok ? style.good(tick) : style.bad(cross);
        if (sink.isTerminal) sink.write('\r\x1b[2K');
        sink.write(`  ${mark} ${title}  ${style.faint(`${seconds.toFixed(1)} s`)}\n`);
        for (const line of told) sink.write(`      ${style.faint(printable(line))}\n`);
      }
    },
  };
}
