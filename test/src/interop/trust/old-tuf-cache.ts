import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../contract.js';
import { tufMirror } from './tuf-mirror.js';

/**
 * The path of a copy of a cache of the older TUF client (TUF_ROOT): slsa-verifier takes the roots of Fulcio from nowhere else,
 * and has no command that fills one. cosign 2.4's `initialize` does; later releases write another form. A copy for each run,
 * since the database in it is locked while it is read.
 */
export async function oldTufCache(stage: Stage): Promise<string> {
  const primed = await stage.once('tuf cache by cosign 2.4', async () => {
    const { url, root } = await tufMirror(stage);
    const cache = join(await stage.folder(), 'tuf');
    const args = ['initialize', '--mirror', url, '--root', root];
    const { code, stderr } = await stage.run('cosign-2.4', args, { env: { TUF_ROOT: cache } });
    if (code !== 0) throw new Error(`cosign initialize: ${stderr}`);
    return cache;
  });
  const copy = join(await stage.folder(), 'tuf');
  await cp(primed, copy, { recursive: true });
  return copy;
}
