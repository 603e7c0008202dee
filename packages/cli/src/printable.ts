/**
 * Text of others made safe for a terminal: control characters (escape sequences, line ends, carriage returns) and the
 * marks that reorder or hide text are shown as their code points, e.g. `\u{1b}`.
 */
export const printable = (text: string): string =>
  text.replace(UNSAFE, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);

/** Cc (controls), Cf (bidirectional and zero-width marks), Cs (lone surrogates), Zl and Zp (line separators). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
