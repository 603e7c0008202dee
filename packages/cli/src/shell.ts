import { shellWord } from '@countersign/core/report';
import type { Edge } from './edge.js';

/**
 * How this command was started, for lines that can be pasted: `countersign`, or the script's path after the very node that
 * runs it, since the one on PATH may be too old.
 */
export const ownCommand = ({ entry }: Edge): string =>
  entry.endsWith('.js') ? `${shellWord(process.execPath)} ${shellWord(entry)}` : 'countersign';
