import { mkdir, stat } from 'node:fs/promises';

/**
 * Makes a folder where there is none. The folder around it has to be there: Node's own recursive mkdir never ends, nor can
 * it be interrupted, where the file system says of every parent that it is not there (below /proc). Rejects with the file
 * system's error, EEXIST for what is there and is no folder.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const isThere = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isThere) throw error;
  }
}
