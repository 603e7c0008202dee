import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Key,
  MetaFile,
  Metadata,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import type { Clock, Logger } from '../context.js';
import { createHttpClient, systemRandom } from '../http/index.js';
import { readTufTarget } from './tuf.js';
import { publicGoodRepository } from './tuf-repository.js';

const DAY_MS = 86_400_000;
const EXPIRES = new Date(Date.now() + 30 * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z');
const TRUSTED_ROOT = Buffer.from('{"mediaType":"root"}');
const SIGNING_CONFIG = Buffer.from('{"mediaType":"config"}');

class SigningKey {
  readonly #secret: KeyObject;
  readonly key: Key;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    this.#secret = privateKey;
    const keyID = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
    this.key = new Key({ keyID, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: raw } });
  }

  sign = (data: Buffer): Signature =>
    new Signature({ keyID: this.key.keyID, sig: sign(null, data, this.#secret).toString('hex') });
}

const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;
const common = (version: number, expires = EXPIRES) => ({ version, specVersion: '1.0.31', expires });

/** Files of a signed repository with one key for all roles, as a mirror serves them. */
function makeRepository(
  key: SigningKey,
  options: { version?: number; expires?: string; rotateTo?: SigningKey } = {},
): { root: Uint8Array; files: Map<string, Buffer> } {
  const { version = 1, expires, rotateTo } = options;
  const text = (metadata: { toJSON(): object }): Buffer => Buffer.from(JSON.stringify(metadata.toJSON()));
  const rootOf = (number: number, holder: SigningKey, signers: readonly SigningKey[]): Buffer => {
    const root = new Root({ ...common(number), consistentSnapshot: true });
    for (const role of ROLES) root.addKey(holder.key, role);
    const metadata = new Metadata(root);
    signers.forEach((signer) => {
      metadata.sign(signer.sign, true);
    });
    return text(metadata);
  };
  const signer = rotateTo ?? key;
  const signed = (content: Targets | Snapshot | Timestamp): Buffer => {
    const metadata = new Metadata(content);
    metadata.sign(signer.sign);
    return text(metadata);
  };
  const targets = new Targets(common(version));
  const files = new Map<string, Buffer>();
  for (const [path, bytes] of [
    ['trusted_root.json', TRUSTED_ROOT],
    ['signing_config.v0.2.json', SIGNING_CONFIG],
  ] as const) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    targets.addTarget(new TargetFile({ path, length: bytes.length, hashes: { sha256 } }));
    files.set(`/targets/${sha256}.${path}`, bytes);
  }
  files.set(`/${String(version)}.targets.json`, signed(targets));
  const meta = { 'targets.json': new MetaFile({ version }) };
  files.set(`/${String(version)}.snapshot.json`, signed(new Snapshot({ ...common(version), meta })));
  files.set(
    '/timestamp.json',
    signed(new Timestamp({ ...common(version, expires), snapshotMeta: new MetaFile({ version }) })),
  );
  if (rotateTo !== undefined) files.set('/2.root.json', rootOf(2, rotateTo, [key, rotateTo]));
  return { root: rootOf(1, key, [key]), files };
}

describe('readTufTarget', () => {
  let server: Server;
  let served: Map<string, Buffer>;
  let requests: string[];
  let warnings: string[];
  let cacheDir: string;
  let mirrorUrl: string;
  let skewMs: number;

  beforeEach(async () => {
    served = new Map();
    requests = [];
    warnings = [];
    skewMs = 0;
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      const body = served.get(request.url ?? '');
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mirrorUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    cacheDir = await mkdtemp(join(tmpdir(), 'countersign-tuf-'));
  });

  afterEach(async () => {
    await stop();
    await rm(cacheDir, { recursive: true });
  });

  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };

  const read = async (
    root: Uint8Array,
    name: 'trusted_root.json' | 'signing_config.v0.2.json' = 'trusted_root.json',
  ) => {
    const clock: Clock = {
      now: () => new Date(Date.now() + skewMs),
      sleep: () => Promise.resolve(),
    };
    const log: Logger = {
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => warnings.push(message),
    };
    const http = createHttpClient({ clock, random: systemRandom, log, signal: new AbortController().signal });
    try {
      return await readTufTarget(name, {
        context: { http, clock, log },
        cacheDir,
        repository: { mirrorUrl, root },
      });
    } finally {
      http.close();
    }
  };

  it('fetches both targets at the first need and asks nobody for the second within the hour', async () => {
    const { root, files } = makeRepository(new SigningKey());
    served = files;
    expect(Buffer.from((await read(root)).bytes)).toEqual(TRUSTED_ROOT);
    const asked = requests.length;
    const { bytes, age } = await read(root, 'signing_config.v0.2.json');
    expect(Buffer.from(bytes)).toEqual(SIGNING_CONFIG);
    expect(age).toMatch(/^\d seconds? old$/);
    expect(requests).toHaveLength(asked);
    expect(await readdir(cacheDir)).toHaveLength(1);
  });

  it('follows a rotated root, also when it reads the cache again', async () => {
    const { root, files } = makeRepository(new SigningKey(), { rotateTo: new SigningKey() });
    served = files;
    await read(root);
    await stop();
    expect(Buffer.from((await read(root)).bytes)).toEqual(TRUSTED_ROOT);
  });

  it('holds on to a rotated root where the mirror forgets it and goes back to the keys before', async () => {
    const old = new SigningKey();
    const { root, files } = makeRepository(old, { rotateTo: new SigningKey() });
    served = files;
    await read(root);
    skewMs = 2 * 3_600_000;
    await expect(read(root)).resolves.toMatchObject({ age: 'just fetched' });
    served = makeRepository(old, { version: 2 }).files;
    skewMs = 4 * 3_600_000;
    await expect(read(root)).rejects.toMatchObject({ code: 'TRUST_UNAVAILABLE', fault: 'infrastructure' });
    served = files;
    await expect(read(root)).resolves.toMatchObject({ age: 'just fetched' });
  });

  it('asks again after the hour, and refuses a repository that was rolled back', async () => {
    const key = new SigningKey();
    const { root, files } = makeRepository(key, { version: 2 });
    served = files;
    await read(root);
    skewMs = 2 * 3_600_000;
    await expect(read(root)).resolves.toMatchObject({ age: 'just fetched' });
    served = makeRepository(key, { version: 1 }).files;
    skewMs = 4 * 3_600_000;
    await expect(read(root)).rejects.toMatchObject({ code: 'TRUST_UNAVAILABLE', fault: 'infrastructure' });
  });

  it('uses what is cached, and says how old it is, with the mirror out of reach for six days', async () => {
    const { root, files } = makeRepository(new SigningKey());
    served = files;
    await read(root);
    await stop();
    skewMs = 6 * DAY_MS;
    await expect(read(root)).resolves.toMatchObject({ age: '6 days old, the repository cannot be reached' });
    expect(warnings.join()).toContain('6 days ago');
  });

  it('decides nothing when what is cached is over a week old', async () => {
    const { root, files } = makeRepository(new SigningKey());
    served = files;
    await read(root);
    await stop();
    skewMs = 8 * DAY_MS;
    await expect(read(root)).rejects.toMatchObject({ code: 'TRUST_UNAVAILABLE', fault: 'infrastructure' });
  });

  it('decides nothing when the mirror was never reached: the seeds are no stand-in', async () => {
    const { root } = makeRepository(new SigningKey());
    await stop();
    await expect(read(root)).rejects.toMatchObject({ code: 'TRUST_UNAVAILABLE' });
  });

  it.each<readonly [string, (files: Map<string, Buffer>) => void]>([
    [
      'a target is not what was signed',
      (files) => {
        set(files, /targets\/.*trusted_root/, '{"mediaType":"evil"}');
      },
    ],
    [
      'the targets are signed by another key',
      (files) => {
        take(files, '/1.targets.json', new SigningKey());
      },
    ],
    [
      'the timestamp is signed by another key',
      (files) => {
        take(files, '/timestamp.json', new SigningKey());
      },
    ],
    [
      'the timestamp is no JSON',
      (files) => {
        set(files, /timestamp/, '<html>');
      },
    ],
  ])('decides nothing where %s', async (_why, damage) => {
    const { root, files } = makeRepository(new SigningKey());
    damage(files);
    served = files;
    await expect(read(root)).rejects.toMatchObject({ code: 'TRUST_UNAVAILABLE' });
    expect(await readdir(cacheDir)).toEqual([]);
  });

  it('decides nothing on metadata that has expired', async () => {
    const { root, files } = makeRepository(new SigningKey(), { expires: '2020-01-01T00:00:00Z' });
    served = files;
    await expect(read(root)).rejects.toMatchObject({ code: 'TRUST_UNAVAILABLE' });
  });

  it('passes over a cache that somebody changed and fetches again', async () => {
    const { root, files } = makeRepository(new SigningKey());
    served = files;
    await read(root);
    const [name = ''] = await readdir(cacheDir);
    const cache = JSON.parse(await readFile(join(cacheDir, name), 'utf8')) as {
      targets: Record<string, string>;
    };
    cache.targets['trusted_root.json'] = Buffer.from('{"mediaType":"evil"}').toString('base64');
    await writeFile(join(cacheDir, name), JSON.stringify(cache));
    requests = [];
    expect(Buffer.from((await read(root)).bytes)).toEqual(TRUSTED_ROOT);
    expect(requests).not.toEqual([]);
  });

  it('has a root for the public good, and it is root metadata', () => {
    const { mirrorUrl: url, root } = publicGoodRepository();
    expect(url).toBe('https://tuf-repo-cdn.sigstore.dev');
    expect(JSON.parse(Buffer.from(root).toString())).toMatchObject({ signed: { _type: 'root' } });
  });
});

function set(files: Map<string, Buffer>, which: RegExp, text: string): void {
  for (const path of files.keys()) if (which.test(path)) files.set(path, Buffer.from(text));
}

function take(files: Map<string, Buffer>, path: string, from: SigningKey): void {
  const bytes = makeRepository(from).files.get(path);
  if (bytes !== undefined) files.set(path, bytes);
}
