import { join } from 'node:path';
import type { Stage } from '../contract.js';
import { documentsOf, REVIEW, type KeyFiles } from './documents.js';

export const COSIGN_PASSWORD = 'of the test';

/** A key that `cosign generate-key-pair` made, made once for each stage. */
export const cosignKeyOf = (stage: Stage): Promise<KeyFiles> =>
  stage.once('cosign key', async () => {
    const folder = await stage.folder();
    const { code, stderr } = await stage.run('cosign', ['generate-key-pair'], {
      cwd: folder,
      env: { COSIGN_PASSWORD },
    });
    if (code !== 0) throw new Error(`cosign generate-key-pair: ${stderr}`);
    return { privateKey: join(folder, 'cosign.key'), publicKey: join(folder, 'cosign.pub') };
  });

/** Has a release of cosign sign an image and its platforms, and attest the SBOM and the review about the index. */
export async function cosignAttests(
  stage: Stage,
  program: string,
  image: string,
  flags: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { spdx, review } = await documentsOf(stage);
  for (const args of [
    ['sign', '--recursive', ...flags, image],
    ['attest', ...flags, '--type', 'spdxjson', '--predicate', spdx, image],
    ['attest', ...flags, '--type', REVIEW, '--predicate', review, image],
  ]) {
    const { code, stderr } = await stage.run(program, args, { env });
    if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  }
}
