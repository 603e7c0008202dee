import { shellWord } from '@countersign/core/report';
import type { Edge } from './edge.js';

/** How this command was started, for lines that can be pasted: `countersign`, or node with the script's path. */
export const ownCommand = ({ entry }: Edge): string =>
  entry.endsWith('.js') ? `node ${shellWord(entry)}` : 'countersign';
