import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import {
  buildDemoImage,
  pushImage,
  startTestbed,
  type Testbed,
  type TokenClaims,
} from '@countersign/testbed';
import { countersign } from '../cli/countersign.js';

let bed: Testbed;
let image: string;
let proxy: Server;
/** What would have left this machine. */
const reached: string[] = [];

beforeAll(async () => {
  bed = await startTestbed();
  const { digest } = await pushImage(bed.services.registry, 'acme/app', buildDemoImage([]));
  image = `${bed.registry}/acme/app@${digest}`;
  proxy = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.writeHead(502).end();
  }).on('connect', (request, socket) => {
    reached.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  reached.length = 0;
});
afterAll(async () => {
  proxy.close();
  await bed.stop();
});

const FULCIO = 'https://fulcio.sigstore.dev';
const REKOR = 'https://rekor.sigstore.dev';
const urls = (
  ...services: readonly ('fulcio' | 'rekor' | 'own-fulcio' | 'own-rekor')[]
): readonly string[] => [
  ...(services.includes('fulcio') ? ['--fulcio-url', FULCIO] : []),
  ...(services.includes('own-fulcio') ? ['--fulcio-url', bed.fulcioUrl] : []),
  ...(services.includes('rekor') ? ['--rekor-url', REKOR] : []),
  ...(services.includes('own-rekor') ? ['--rekor-url', bed.rekorUrl] : []),
  '--timestamp-server-url',
  bed.tsaUrl,
];
/** A signing config of the public good's addresses, as its TUF repository has them. */
const publicConfig = async (): Promise<readonly string[]> => {
  const service = (url: string) => ({
    url,
    majorApiVersion: 1,
    operator: 'sigstore.dev',
    validFor: { start: '2020-01-01T00:00:00Z' },
  });
  const path = join(bed.stateDir, 'public-good.json');
  const config = {
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service(FULCIO)],
    rekorTlogUrls: [service(REKOR)],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [service(bed.tsaUrl)],
    tsaConfig: { selector: 'ANY' },
  };
  await writeFile(path, JSON.stringify(config));
  return ['--signing-config', path];
};
const keyFile = async (): Promise<string> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const path = join(bed.stateDir, 'key.pem');
  await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return path;
};

async function sign(
  flags: readonly string[],
  claims: TokenClaims | undefined,
): Promise<{ code: number | null; error: { code: string; message: string; remedy: string } }> {
  const address = proxy.address() as AddressInfo;
  const laid =
    claims === undefined ? '' : `&claims=${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  const env = {
    HTTPS_PROXY: `http://127.0.0.1:${String(address.port)}`,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${bed.tokenUrl}${laid}`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: bed.requestToken,
    COUNTERSIGN_TRUSTED_ROOT: bed.trustedRoot,
    HOME: bed.stateDir,
  };
  const { code, stdout } = await countersign(
    ['sign', image, '--json', '--retry-window', '1s', ...flags],
    env,
  );
  const { error } = JSON.parse(stdout) as Awaited<ReturnType<typeof sign>>;
  return { code, error };
}

describe('a run for a repository that is not public, with services of the public good', () => {
  const exposing: readonly (readonly [
    why: string,
    flags: () => readonly string[] | Promise<readonly string[]>,
    claims: TokenClaims,
    names: RegExp,
  ])[] = [
    [
      'Fulcio and Rekor',
      () => urls('fulcio', 'rekor'),
      { repository_visibility: 'private' },
      /acme\/app.*Rekor/s,
    ],
    [
      'Fulcio and Rekor of a signing config',
      publicConfig,
      { repository_visibility: 'private' },
      /private, not public/,
    ],
    [
      'Fulcio alone',
      () => urls('fulcio', 'own-rekor'),
      { repository_visibility: 'internal' },
      /internal, not public.*Fulcio/s,
    ],
    ['Rekor alone', () => urls('own-fulcio', 'rekor'), { repository_visibility: 'private' }, /Rekor/],
    [
      'a token that does not tell',
      () => urls('fulcio', 'rekor'),
      { repository_visibility: null },
      /does not say/,
    ],
    [
      'a claim in capitals',
      () => urls('fulcio', 'rekor'),
      { repository_visibility: 'PUBLIC' },
      /PUBLIC, not public/,
    ],
    [
      'a claim that is no text',
      () => urls('fulcio', 'rekor'),
      { repository_visibility: ['public'] },
      /does not say/,
    ],
  ];
  for (const [why, flags, claims, names] of exposing) {
    it(`asks nothing of them and says what would become public: ${why}`, async () => {
      const { code, error } = await sign(await flags(), claims);
      assert.deepEqual([code, error.code], [2, 'PRIVATE_REPOSITORY'], error.message);
      assert.match(error.message, names);
      assert.match(error.remedy, /signing-config.*key.*public-log:? allow/s);
      assert.deepEqual(reached, []);
      assert.equal(
        bed.requests.fulcio.count() +
          bed.requests.rekor.count() +
          bed.requests.registry.count({ method: 'PUT', path: /\.sig$/ }),
        0,
      );
    });
  }

  it('counts a key as private: Rekor is not asked', async () => {
    const { code, error } = await sign([...urls('rekor'), '--key', await keyFile()], undefined);
    assert.deepEqual([code, error.code], [2, 'PRIVATE_REPOSITORY'], error.message);
    assert.deepEqual(reached, []);
  });

  // The twins: what is allowed does go out, so that the silence above means something.
  it('goes there where the repository is public', async () => {
    const { code, error } = await sign(urls('fulcio', 'rekor'), undefined);
    assert.deepEqual([code, error.code], [3, 'FULCIO_UNAVAILABLE'], error.message);
    assert.deepEqual([...new Set(reached)], ['fulcio.sigstore.dev:443']);
  });

  it('goes there where that was allowed', async () => {
    const flags = [...urls('fulcio', 'rekor'), '--public-log', 'allow'];
    const { code, error } = await sign(flags, { repository_visibility: 'private' });
    assert.deepEqual([code, error.code], [3, 'FULCIO_UNAVAILABLE'], error.message);
    assert.deepEqual([...new Set(reached)], ['fulcio.sigstore.dev:443']);
  });
});
