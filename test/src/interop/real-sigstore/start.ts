import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSigstore } from '@countersign/testbed';
import type { SigstoreFiles } from '../contract.js';
import { writeDocuments } from './documents.js';
import { makeKeys } from './keys.js';
import { demandMetricsPort, freePorts } from './ports.js';
import type { RunningProgram } from './program.js';
import { startCtLog, startFulcio, startRekor, startTileLog, startTsa } from './services.js';
import { startTrillian } from './trillian.js';

/** The programs of `npm run tools` that it consists of; cosign writes its documents. */
export const REAL_SIGSTORE_PROGRAMS: readonly string[] = [
  ...['fulcio', 'timestamp-server', 'rekor-server', 'rekor-server-v2', 'ct_server'],
  ...[
    'trillian_log_server',
    'trillian_log_signer',
    'createtree',
    'mariadbd',
    'mariadb-install-db',
    'mariadb',
  ],
  'cosign',
];

/** Fulcio, both Rekors, a CT log and a timestamp authority as their makers release them. */
export interface RealSigstore extends SigstoreFiles {
  /** What a job is told of the issuer of its tokens. */
  readonly tokenUrl: string;
  readonly requestToken: string;
  stop(): Promise<void>;
}

/**
 * Starts a whole private Sigstore on loopback, with fresh keys and an empty log, as somebody who hosts one would. Only
 * the tokens are the test bed's: an issuer of its own, which Fulcio discovers. Rejects naming the server that did not start.
 */
export async function startRealSigstore(folder: string): Promise<RealSigstore> {
  await mkdir(folder, { recursive: true });
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const each of started.splice(0).reverse()) await each.stop();
  };
  const run = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const running = await starting;
    started.push(running);
    return running;
  };
  try {
    await demandMetricsPort();
    const [
      tsa = 0,
      rekor = 0,
      ct = 0,
      ctMetrics = 0,
      fulcio = 0,
      fulcioGrpc = 0,
      fulcioMetrics = 0,
      ...more
    ] = await freePorts(15);
    const [tiles = 0, tilesGrpc = 0, tilesMetrics = 0, ...trillianPorts] = more;
    const keys = await makeKeys(folder);
    const issuer = await run(startSigstore({ issuer: 'own' }));
    // The timestamp authority before the others: its port of metrics cannot be chosen.
    await run<RunningProgram>(startTsa(folder, tsa));
    const trillian = await run(startTrillian(folder, trillianPorts));
    const [rekorTree, ctTree] = [await trillian.newTree(), await trillian.newTree()];
    await Promise.all([
      run(startRekor(folder, rekor, trillian.port, rekorTree, keys)),
      run(startCtLog(folder, [ct, ctMetrics], trillian.port, ctTree, keys)),
      run(startTileLog(folder, [tiles, tilesGrpc, tilesMetrics], keys)),
    ]);
    const url = (port: number, path = ''): string => `http://127.0.0.1:${String(port)}${path}`;
    await run(
      startFulcio(folder, [fulcio, fulcioGrpc, fulcioMetrics], url(ct, '/test'), issuer.issuer, keys),
    );
    const tsaChain = join(folder, 'tsa-chain.pem');
    await writeFile(tsaChain, await (await fetch(url(tsa, '/api/v1/timestamp/certchain'))).text());
    const urls = {
      fulcioUrl: url(fulcio),
      rekorUrl: url(rekor),
      rekorV2Url: url(tiles),
      tsaUrl: url(tsa, '/api/v1/timestamp'),
      ctlogUrl: url(ct, '/test'),
      oidcUrl: issuer.oidcUrl,
    };
    return {
      ...urls,
      ...(await writeDocuments(folder, { ...urls, keys, tsaChain })),
      issuer: issuer.issuer,
      tokenUrl: issuer.tokenUrl,
      requestToken: issuer.requestToken,
      pem: {
        fulcioChain: keys.fulcioChain,
        fulcioRoot: keys.fulcioRoot,
        rekorKey: keys.rekorPublic,
        ctlogKey: keys.ctlogPublic,
        tsaChain,
      },
      token: (claims) => issuer.token(claims),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
