import type { Edge } from './edge.js';

/** A text as one word of a POSIX shell. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** How this command was started, for lines that can be pasted: `countersign`, or node with the script's path. */
export const ownCommand = ({ entry }: Edge): string =>
  entry.endsWith('.js') ? `node ${shellWord(entry)}` : 'countersign';
