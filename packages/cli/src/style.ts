import { styleText } from 'node:util';
import type { Edge, TextSink } from './edge.js';

/** How a command draws: box characters where the locale has them, colours on a terminal that wants them. */
export interface Style {
  readonly unicode: boolean;
  good(text: string): string;
  bad(text: string): string;
  faint(text: string): string;
  strong(text: string): string;
}

/** https://no-color.org; the locale decides over box characters (POSIX: LC_ALL over LC_CTYPE over LANG). */
export function styleFor(edge: Edge, sink: TextSink): Style {
  const { env } = edge;
  const coloured = sink.isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  const paint = (format: 'green' | 'red' | 'dim' | 'bold') => (text: string) =>
    coloured ? styleText(format, text, { validateStream: false }) : text;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => (value ?? '') !== '');
  return {
    unicode: /utf-?8/i.test(locale ?? '') || env.GITHUB_ACTIONS === 'true',
    good: paint('green'),
    bad: paint('red'),
    faint: paint('dim'),
    strong: paint('bold'),
  };
}
