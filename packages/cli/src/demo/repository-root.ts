import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CountersignError } from '@countersign/core/errors';

/** The checkout that a script belongs to: the nearest folder above it whose `dist` holds the bundled actions. */
export function repositoryRoot(entry: string): string {
  for (let folder = dirname(realpathSync(entry)); ; folder = dirname(folder)) {
    if (ACTIONS.every((action) => existsSync(join(folder, 'dist', action, 'index.js')))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new CountersignError('INPUT_MISSING', {
    what: 'no folder above the countersign command holds the bundled actions (dist/sign, dist/attest, dist/verify)',
    remedy: 'Run the demo from a checkout of Countersign; `npm run build` writes dist.',
  });
}

const ACTIONS = ['sign', 'attest', 'verify'] as const;
