import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serveLoopback } from '@countersign/testbed';
import type { Stage } from '../contract.js';
import { exportedTrust } from './exported.js';

/** Trust as TUF clients get it. */
export interface TufMirror {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** The path of root.json, which they are given beforehand. */
  readonly root: string;
}

/** The exported TUF repository, served as any web server serves a folder; one for each stage. */
export const tufMirror = (stage: Stage): Promise<TufMirror> =>
  stage.once('tuf mirror', async () => {
    const { tuf } = await exportedTrust(stage);
    const files = await filesOf(tuf);
    const server = await serveLoopback({
      handler: (_request, response, url) => {
        const bytes = files.get(url.pathname.slice(1));
        response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
      },
    });
    stage.onStop(() => server.stop());
    return { url: server.origin, root: join(tuf, 'root.json') };
  });

/** Every file of a folder, by its path in it. */
async function filesOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(paths.map(async (path) => [relative(folder, path), await readFile(path)] as const)),
  );
}
