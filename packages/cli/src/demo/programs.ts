import type { Stage } from './stage.js';
import type { Steps } from './steps.js';

/** The programs that look into images, where there are any. */
export interface Programs {
  readonly syft: string;
  readonly grype: string;
}

/**
 * syft and grype by the action setup-tools: from PATH, else from their releases. undefined: one of them can be had from
 * neither, which the step says.
 */
export const findPrograms = (stage: Stage, steps: Steps): Promise<Programs | undefined> =>
  steps.run('actions/setup-tools for syft and grype', async (tell) => {
    const found = await Promise.all(
      (['syft', 'grype'] as const).map(async (name) => {
        const result = await stage.run(`setup-${name}`, 'setup-tools', INPUTS(name), OWN_TRUST);
        const path = result.exitCode === 0 ? result.outputs.get(`${name}-path`) : undefined;
        if (path === undefined || path === '') {
          tell(`${name} is not on PATH and cannot be downloaded here`);
          return undefined;
        }
        const version = result.outputs.get(`${name}-version`) ?? '';
        tell(`${name} ${version}, verified by ${result.outputs.get(`${name}-verified-by`) ?? ''}`);
        return path;
      }),
    );
    const [syft, grype] = found;
    return syft === undefined || grype === undefined ? undefined : { syft, grype };
  });

const INPUTS = (name: string): Readonly<Record<string, string>> => ({
  tools: name,
  'allow-path': 'true',
  settings: 'retry-window: 5s',
});

/** A vendor's signature is not of the test bed's Sigstore. */
const OWN_TRUST = { COUNTERSIGN_TRUSTED_ROOT: '' };
