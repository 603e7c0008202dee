import { spawn } from 'node:child_process';
import { runProcess } from '../../support/run-process.js';

/** Set in the process that runs inside. */
const INSIDE = 'COUNTERSIGN_INTEROP_NETWORK';
/** Loopback is all there is in a new namespace, and it is down. */
const WITH_LOOPBACK = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Where this process is: alone with loopback, on the machine's network, or it was run again inside and has ended. */
export type OwnNetwork =
  | { readonly kind: 'inside' }
  | { readonly kind: 'impossible'; readonly why: string }
  | { readonly kind: 'ran'; readonly code: number };

/**
 * Runs this very command again in a network namespace of its own, where the machine allows that: every port is free there, and
 * nothing that is started can reach out.
 */
export async function runInOwnNetwork(): Promise<OwnNetwork> {
  if (process.env[INSIDE] !== undefined) return { kind: 'inside' };
  const unshare = process.getuid?.() === 0 ? ['--net'] : ['--user', '--map-root-user', '--net'];
  const probe = await runProcess('unshare', [...unshare, ...WITH_LOOPBACK, 'true']).catch(
    (error: unknown) => ({
      code: null,
      stderr: error instanceof Error ? error.message : String(error),
    }),
  );
  if (probe.code !== 0) return { kind: 'impossible', why: probe.stderr.trim() };
  const child = spawn(
    'unshare',
    [...unshare, ...WITH_LOOPBACK, process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, [INSIDE]: 'own' } },
  );
  const forward = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => {
      resolve(ended ?? 1);
    });
  });
  return { kind: 'ran', code };
}
