import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signTufRepository, sigstoreTargets } from '@countersign/core/trust/signing';
import { serveLoopback } from '@countersign/testbed';
import type { Stage } from '../contract.js';

/** Trust as TUF clients get it. */
export interface TufMirror {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** The path of root.json, which they are given beforehand. */
  readonly root: string;
}

const LIFETIME_MS = 24 * 3_600_000;

/** A mirror with the trusted root of a stage's Sigstore, and the single files of older clients; one for each stage. */
export const tufMirror = (stage: Stage): Promise<TufMirror> =>
  stage.once('tuf-mirror', async () => {
    const now = new Date();
    const trustedRoot = await readFile(stage.sigstore.trustedRoot);
    const { targets } = sigstoreTargets({ trustedRoot }, now);
    const { root, files } = signTufRepository(targets, { expires: new Date(now.getTime() + LIFETIME_MS) });
    const path = join(await stage.folder(), 'root.json');
    await writeFile(path, root);
    const server = await serveLoopback({
      handler: (_request, response, url) => {
        const bytes = files.get(decodeURIComponent(url.pathname).slice(1));
        response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
      },
    });
    stage.onStop(() => server.stop());
    return { url: server.origin, root: path };
  });
