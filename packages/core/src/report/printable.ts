/**
 * Text of others made safe for one line of a log or a terminal: control characters (escape sequences, line ends) and
 * the marks that reorder or hide text are shown as their code points, e.g. `\u{1b}`; what a GitHub runner would take
 * for a command (`::name::` at the start of a line, `##[name]` anywhere) is broken up.
 */
export const printable = (text: string): string =>
  text
    .replace(UNSAFE, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/##\[/g, '##\\[')
    .replace(/^(\s*):/, '$1\\:');

/** A text of our own that has several lines (what to do, with YAML to add), each made safe; nothing of others begins one. */
export const printableLines = (text: string): string[] => text.split('\n').map(printable);

/** Cc (controls), Cf (bidirectional and zero-width marks), Cs (lone surrogates), Zl and Zp (line separators). */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
