import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../contract.js';
import { policyFile } from '../policies/render.js';
import { tufMirror } from './tuf-mirror.js';

/**
 * The path of a cache of the older TUF client (TUF_ROOT), which Kyverno's SigstoreBundle policies and policy-controller's bundles
 * read and which no flag of their commands fills: an ImageValidatingPolicy of Kyverno's that names a mirror does, whatever it
 * says of the image. (cosign 2.4's `initialize` does, too; in a
 * cluster both controllers are started with the mirror and its root.) Copy it for a program that writes to it.
 */
export const tufCache = (stage: Stage): Promise<string> =>
  stage.once('tuf cache', async () => {
    const mirror = await tufMirror(stage);
    const { index } = await stage.push('acme/tuf');
    const folder = await stage.folder();
    const [policy, pod] = ['policy.yaml', 'pod.yaml'].map((name) => join(folder, name)) as [string, string];
    await writeFile(
      policy,
      await policyFile('kyverno-tuf.yaml', { MIRROR: mirror.url, ROOT: await base64(mirror.root) }),
    );
    await writeFile(pod, await policyFile('pod.yaml', { NAME: 'tuf', IMAGE: index }));
    const cache = join(folder, 'tuf');
    const ran = await stage.run('kyverno', ['apply', policy, '--resource', pod, '--registry', '-v', '0'], {
      env: { HOME: folder, TUF_ROOT: cache },
    });
    if (!existsSync(join(cache, 'tuf.db')))
      throw new Error(`Kyverno filled no TUF cache: ${ran.stdout}\n${ran.stderr}`);
    return cache;
  });

const base64 = async (path: string): Promise<string> => (await readFile(path)).toString('base64');
