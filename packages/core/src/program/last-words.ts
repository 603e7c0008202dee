/**
 * What a program said last, to stand behind a sentence of ours: `: line | line`, or nothing where it said nothing. Colours
 * and time marks are taken out, a line that comes again stands once, and the end is kept: that is where a program says why
 * it gave up. `maxChars` bounds it.
 */
export function lastWords(messages: string, maxChars: number): string {
  const lines = messages
    .slice(-maxChars * LOOKED_AT)
    .replace(ESCAPE_SEQUENCES, '')
    .split(/[\r\n]+/)
    .map((line) => line.replace(TIME_MARK, '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const distinct = lines.filter((line, at) => !lines.includes(line, at + 1));
  const text = distinct.join(' | ').slice(-maxChars);
  return text === '' ? '' : `: ${text}`;
}

/** Room for lines that come again, in lengths of what is shown. */
const LOOKED_AT = 20;

// eslint-disable-next-line no-control-regex -- escape sequences are what is taken out
const ESCAPE_SEQUENCES = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** `[0000]  WARN`, of the programs' log lines: seconds since they began. */
const TIME_MARK = /^\s*\[\d{4,}\]\s*/;
