import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { answers, startProgram, type RunningProgram } from './program.js';
import type { ServerKeys } from './keys.js';

const HOST = '127.0.0.1';
const at = (port: number, path = ''): string => `http://${HOST}:${String(port)}${path}`;

/** The name of the Rekor v2 log: what its checkpoints and the trusted root call it, wherever it is served. */
export const TILE_LOG = 'rekor.test';

export const startTsa = (folder: string, port: number): Promise<RunningProgram> =>
  startProgram({
    name: 'timestamp-server',
    args: [
      'serve',
      `--host=${HOST}`,
      `--port=${String(port)}`,
      '--timestamp-signer=memory',
      '--disable-ntp-monitoring',
    ],
    folder,
    ready: () => answers(at(port, '/api/v1/timestamp/certchain')),
  });

export const startRekor = (
  folder: string,
  port: number,
  trillianPort: number,
  tree: string,
  { rekorKey }: ServerKeys,
): Promise<RunningProgram> =>
  startProgram({
    name: 'rekor-server',
    args: [
      ...['serve', '--port', String(port), `--rekor_server.address=${HOST}`],
      ...[`--trillian_log_server.address=${HOST}`, `--trillian_log_server.port=${String(trillianPort)}`],
      ...[`--trillian_log_server.tlog_id=${tree}`, `--rekor_server.signer=${rekorKey}`],
      '--enable_retrieve_api=false',
      // What its checkpoints are signed as; sigstore-js demands that the URL of the log in the trusted root holds it.
      `--rekor_server.hostname=${HOST}`,
    ],
    folder,
    ready: () => answers(at(port, '/api/v1/log')),
  });

export const startTileLog = (
  folder: string,
  [http, grpc, metrics]: readonly [number, number, number],
  { rekorV2Key }: ServerKeys,
): Promise<RunningProgram> =>
  startProgram({
    name: 'rekor-server-v2',
    args: [
      ...['serve', `--hostname=${TILE_LOG}`, `--storage-dir=${join(folder, 'tiles')}`],
      ...[`--signer-filepath=${rekorV2Key}`, '--persistent-antispam=true'],
      ...['--checkpoint-interval=1s', '--batch-max-age=100ms'],
      ...[`--http-address=${HOST}`, `--http-port=${String(http)}`],
      ...[`--grpc-address=${HOST}`, `--grpc-port=${String(grpc)}`, `--http-metrics-port=${String(metrics)}`],
    ],
    folder,
    ready: () => answers(at(http, '/healthz')),
  });

export async function startCtLog(
  folder: string,
  [port, metrics]: readonly [number, number],
  trillianPort: number,
  tree: string,
  keys: ServerKeys,
): Promise<RunningProgram> {
  const config = join(folder, 'ct.cfg');
  await writeFile(
    config,
    `config {
  log_id: ${tree}
  prefix: "test"
  roots_pem_file: ${JSON.stringify(keys.fulcioRoot)}
  private_key: {
    [type.googleapis.com/keyspb.PEMKeyFile] { path: ${JSON.stringify(keys.ctlogKey)} password: ${JSON.stringify(keys.password)} }
  }
  ext_key_usages: "CodeSigning"
}
`,
  );
  return startProgram({
    name: 'ct_server',
    args: [
      `--log_config=${config}`,
      `--log_rpc_server=${HOST}:${String(trillianPort)}`,
      `--http_endpoint=${HOST}:${String(port)}`,
      `--metrics_endpoint=${HOST}:${String(metrics)}`,
    ],
    folder,
    ready: () => answers(at(port, '/test/ct/v1/get-sth')),
  });
}

export async function startFulcio(
  folder: string,
  [http, grpc, metrics]: readonly [number, number, number],
  ctLogUrl: string,
  issuer: string,
  keys: ServerKeys,
): Promise<RunningProgram> {
  const config = join(folder, 'fulcio.yaml');
  const trusted = { 'issuer-url': issuer, 'client-id': 'sigstore', type: 'github-workflow' };
  await writeFile(config, stringify({ 'oidc-issuers': { [issuer]: trusted } }));
  return startProgram({
    name: 'fulcio',
    args: [
      ...[
        'serve',
        `--host=${HOST}`,
        `--port=${String(http)}`,
        `--grpc-host=${HOST}`,
        `--grpc-port=${String(grpc)}`,
      ],
      ...[`--metrics-port=${String(metrics)}`, `--legacy-unix-domain-socket=${join(folder, 'f.sock')}`],
      ...[`--config-path=${config}`, '--ca=fileca', `--fileca-cert=${keys.fulcioChain}`],
      ...[`--fileca-key=${keys.fulcioKey}`, `--fileca-key-passwd=${keys.password}`],
      ...[`--ct-log-url=${ctLogUrl}`, `--ct-log-public-key-path=${keys.ctlogPublic}`],
    ],
    folder,
    ready: () => answers(at(http, '/healthz')),
  });
}
