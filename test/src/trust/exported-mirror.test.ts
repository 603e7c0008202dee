import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { createHttpClient, systemRandom } from '@countersign/core/http';
import { loadSigningConfig, loadTrust } from '@countersign/core/trust';
import { serveLoopback, type LoopbackServer } from '@countersign/testbed';
import { startSigstore, type RunningSigstore } from '@countersign/testbed/sigstore';
import { hurriedClock } from '../support/hurried-clock.js';
import { exported, materialOf } from './roots.js';

let folder: string;
let sigstore: RunningSigstore;
let served: Map<string, Uint8Array>;
let server: LoopbackServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-exported-'));
  sigstore = await startSigstore();
  served = new Map();
  server = await serveLoopback({
    handler: (_request, response, { pathname }) => {
      const bytes = served.get(`tuf${pathname}`);
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    },
  });
});
afterEach(async () => {
  await Promise.all([sigstore.stop(), server.stop()]);
  await rm(folder, { recursive: true });
});

/** Serves a fresh export of the same trust, and keeps its root under a name. */
async function serve(name: string): Promise<void> {
  const signingConfig = Buffer.from(sigstore.signingConfig);
  const { bytes, text } = await exported(materialOf(sigstore.trustedRoot), ['tuf'], { signingConfig });
  served = new Map(bytes);
  await writeFile(join(folder, name), text('tuf/root.json'));
}

async function using<T>(work: (loading: Parameters<typeof loadTrust>[1]) => Promise<T>): Promise<T> {
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  const base = { clock: hurriedClock(), random: systemRandom, log, signal: new AbortController().signal };
  const http = createHttpClient({ ...base, retryWindowMs: 10_000 });
  try {
    return await work({ context: { ...base, http }, cacheDir: join(folder, 'cache') });
  } finally {
    http.close();
  }
}
const by = (root: string) =>
  ({ kind: 'tuf-mirror', mirrorUrl: server.origin, rootPath: join(folder, root) }) as const;

describe('an exported TUF repository, served', () => {
  it('is trusted by its root.json, for the trusted root and the signing config', async () => {
    await serve('root.json');
    const material = await using((loading) => loadTrust(by('root.json'), loading));
    assert.deepEqual(JSON.parse(Buffer.from(material.bytes).toString()), JSON.parse(sigstore.trustedRoot));
    const config = await using((loading) => loadSigningConfig(by('root.json'), loading));
    assert.ok(config.kind === 'config');
    assert.equal(Buffer.from(config.bytes).toString(), sigstore.signingConfig);
  });

  it('is not trusted by the root.json of an earlier export, whose keys are gone', async () => {
    await serve('earlier.json');
    await serve('root.json');
    await assert.rejects(
      using((loading) => loadTrust(by('earlier.json'), loading)),
      { code: 'TRUST_UNAVAILABLE' },
    );
  });
});
