import { join } from 'node:path';
import { runProcess } from '../../support/run-process.js';
import { programPath } from '../rig/programs.js';
import type { ServerKeys } from './keys.js';
import { TILE_LOG } from './services.js';

/** Where everything is. */
interface Services {
  readonly fulcioUrl: string;
  readonly rekorUrl: string;
  readonly rekorV2Url: string;
  readonly tsaUrl: string;
  readonly ctlogUrl: string;
  readonly oidcUrl: string;
  readonly keys: ServerKeys;
  readonly tsaChain: string;
}

/** Before anything that is signed in a run. */
const SINCE = 'start-time=2024-01-01T00:00:00Z';
const OPERATED = `${SINCE},operator=interop`;

/** Has cosign write trusted_root.json, with both logs, and a signing config for each of them: as its guides tell one to. */
export async function writeDocuments(
  folder: string,
  services: Services,
): Promise<{
  readonly trustedRoot: string;
  readonly signingConfig: string;
  readonly signingConfigV2: string;
}> {
  const { fulcioUrl, rekorUrl, rekorV2Url, tsaUrl, ctlogUrl, oidcUrl, keys, tsaChain } = services;
  const trustedRoot = join(folder, 'trusted_root.json');
  await cosign(folder, [
    ...['trusted-root', 'create', `--out=${trustedRoot}`],
    `--fulcio=url=${fulcioUrl},certificate-chain=${keys.fulcioChain}`,
    `--rekor=url=${rekorUrl},public-key=${keys.rekorPublic},${SINCE}`,
    `--rekor=url=http://${TILE_LOG},public-key=${keys.rekorV2Public},${SINCE},origin=${TILE_LOG}`,
    `--ctfe=url=${ctlogUrl},public-key=${keys.ctlogPublic},${SINCE}`,
    `--tsa=url=${tsaUrl},certificate-chain=${tsaChain}`,
  ]);
  const config = async (name: string, rekor: string): Promise<string> => {
    const path = join(folder, name);
    await cosign(folder, [
      ...['signing-config', 'create', `--out=${path}`],
      `--fulcio=url=${fulcioUrl},api-version=1,${OPERATED}`,
      ...[`--rekor=url=${rekor},${OPERATED}`, '--rekor-config=ANY'],
      ...[`--tsa=url=${tsaUrl},api-version=1,${OPERATED}`, '--tsa-config=ANY'],
      `--oidc-provider=url=${oidcUrl},api-version=1,${OPERATED}`,
    ]);
    return path;
  };
  return {
    trustedRoot,
    signingConfig: await config('signing_config.json', `${rekorUrl},api-version=1`),
    signingConfigV2: await config('signing_config_v2.json', `${rekorV2Url},api-version=2`),
  };
}

async function cosign(folder: string, args: readonly string[]): Promise<void> {
  const { code, stderr } = await runProcess(programPath('cosign'), args, { env: { HOME: folder } });
  if (code !== 0) throw new Error(`cosign ${args.slice(0, 2).join(' ')}: ${stderr}`);
}
