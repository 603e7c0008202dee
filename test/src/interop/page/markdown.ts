/** One line, and no markup of somebody else's. */
export const text = (words: string): string => words.replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;');

/** A program's words as code, cut to a line: no backtick of theirs ends it. */
export const code = (words: string): string => `\`${cut(words.replaceAll(/[`\r\n]/g, ' ').trim())}\``;

/** A table's row. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => text(cell).replaceAll('|', '\\|')).join(' | ')} |`;

/** A table, without the columns that are empty in every row. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = heading.map((_, at) => rows.some((cells) => (cells[at] ?? '') !== ''));
  const only = (cells: readonly string[]): readonly string[] => cells.filter((_, at) => kept[at] === true);
  return [
    row(only(heading)),
    row(only(heading).map(() => '---')),
    ...rows.map((cells) => row(only(cells))),
  ].join('\n');
}

const MAX_WORDS = 160;
const cut = (words: string): string =>
  words.length <= MAX_WORDS ? words : `${words.slice(0, MAX_WORDS - 1).trimEnd()}…`;
