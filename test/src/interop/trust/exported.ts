import { join } from 'node:path';
import type { Stage } from '../contract.js';

/** What policies call the TrustRoot. */
export const TRUST_ROOT = 'private';

/** The paths of what `countersign trust export` makes of a stage's trusted root: the forms that verifiers take. */
export interface ExportedTrust {
  /** For a keyless attestor of a ClusterPolicy of Kyverno's. */
  readonly kyverno: string;
  /** TrustRoots of policy-controller, by keys and by a TUF repository within. */
  readonly trustRootKeys: string;
  readonly trustRootRepository: string;
  /** The folder of a TUF repository. */
  readonly tuf: string;
}

/** Made once for each stage. */
export const exportedTrust = (stage: Stage): Promise<ExportedTrust> =>
  stage.once('exported trust', async () => {
    const folder = join(await stage.folder(), 'trust');
    await stage.countersign([
      ...['trust', 'export', '--trusted-root', stage.sigstore.trustedRoot],
      ...['--name', TRUST_ROOT, '--output-dir', folder],
    ]);
    return {
      kyverno: join(folder, 'kyverno', 'keyless.yaml'),
      trustRootKeys: join(folder, 'policy-controller', 'trustroot-keys.yaml'),
      trustRootRepository: join(folder, 'policy-controller', 'trustroot-repository.yaml'),
      tuf: join(folder, 'tuf'),
    };
  });
