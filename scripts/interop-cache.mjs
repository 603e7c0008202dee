import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Where the real programs live that the interop tests run: outside the tree, kept between runs. */
export const interopCache = () =>
  process.env['COUNTERSIGN_INTEROP_CACHE'] ?? join(homedir(), '.cache', 'countersign', 'interop');
