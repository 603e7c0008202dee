import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Asked, Stage } from '../contract.js';
import { policyFile } from '../policies/render.js';
import { exportedTrust } from '../trust/exported.js';

/** A policy for the images of the place, with what an ask wants of them. */
export interface PolicyWanted {
  readonly authority: unknown;
  readonly mode?: 'warn';
  readonly policy?: unknown;
  /** Instead of the place's images. */
  readonly images?: string;
}

/** Runs policy-tester, as its documentation has it: silence and 0 admit, a JSON line with `errors` and 1 deny. */
export async function testPolicy(
  { stage, image }: Asked,
  wanted: PolicyWanted,
  options: { readonly trustRoot?: string; readonly tufCache?: string } = {},
): Promise<Answer> {
  const path = join(await stage.folder(), 'policy.yaml');
  await writeFile(
    path,
    await policyFile('cluster-image-policy.yaml', {
      IMAGES: wanted.images ?? `${stage.host}/**`,
      MODE: wanted.mode,
      AUTHORITY: wanted.authority,
      POLICY: wanted.policy,
    }),
  );
  const trust =
    options.tufCache === undefined
      ? { args: ['--trustroot', options.trustRoot ?? (await exportedTrust(stage)).trustRootKeys], env: {} }
      : { args: [], env: { TUF_ROOT: await copyOf(stage, options.tufCache) } };
  const args = ['--policy', path, '--image', image, ...trust.args, '--log-level', 'error'];
  const { code, stdout, stderr } = await stage.run('policy-tester', args, { env: trust.env });
  const errors = errorsOf(stdout);
  if ((code !== 0) !== (errors !== undefined)) {
    throw new Error(`policy-tester ended with ${code} and no verdict: ${stdout}\n${stderr}`);
  }
  return { accepted: code === 0, words: (errors ?? []).join('\n') };
}

/** The database in it is locked while it is read: two processes cannot share one. */
async function copyOf(stage: Stage, cache: string): Promise<string> {
  const copy = join(await stage.folder(), 'tuf');
  await cp(cache, copy, { recursive: true });
  return copy;
}

/** What it printed about a denial; undefined where it printed none. */
function errorsOf(stdout: string): readonly string[] | undefined {
  if (stdout.trim() === '') return undefined;
  const { errors } = JSON.parse(stdout) as { readonly errors?: readonly string[] };
  return errors;
}
