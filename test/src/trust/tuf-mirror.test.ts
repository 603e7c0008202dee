import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { createHttpClient, systemRandom, type HttpClient } from '@countersign/core/http';
import { loadSigningConfig, loadTrust } from '@countersign/core/trust';
import { newTufSigners } from '@countersign/core/trust/signing';
import { startSigstore, type RunningSigstore } from '@countersign/testbed/sigstore';

const DAY_MS = 86_400_000;

let folder: string;
let sigstore: RunningSigstore;
let aheadMs: number;
let warnings: string[];
let clients: (HttpClient & { close(): void })[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-mirror-'));
  sigstore = await startSigstore();
  await writeFile(join(folder, 'root.json'), sigstore.tufRoot);
  [aheadMs, warnings, clients] = [0, [], []];
});
afterEach(async () => {
  for (const client of clients) client.close();
  await sigstore.stop();
  await rm(folder, { recursive: true });
});

const loading = () => {
  // Waits pass at once and move the time on.
  const clock = {
    now: () => new Date(Date.now() + aheadMs),
    sleep: (ms: number) => {
      aheadMs += ms;
      return Promise.resolve();
    },
  };
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message: string) => warnings.push(message),
  };
  const signal = new AbortController().signal;
  const http = createHttpClient({ clock, random: systemRandom, log, signal, retryWindowMs: 10_000 });
  clients.push(http);
  return { context: { http, clock, log }, cacheDir: join(folder, 'cache') };
};
const source = (root = 'root.json', mirrorUrl = sigstore.tufUrl) =>
  ({ kind: 'tuf-mirror', mirrorUrl, rootPath: join(folder, root) }) as const;
const load = (from = source()) => loadTrust(from, loading());
const undecided = { code: 'TRUST_UNAVAILABLE', fault: 'infrastructure' } as const;
/** Beyond the hour for which nobody is asked again. */
const later = (): void => {
  aheadMs += 2 * 3_600_000;
};

describe('trust from a TUF mirror', () => {
  it('is its trusted root and its signing config, fetched once for both', async () => {
    const material = await load();
    assert.equal(Buffer.from(material.bytes).toString(), sigstore.trustedRoot);
    assert.equal(material.origin, `${sigstore.tufUrl} (TUF, just fetched)`);
    const asked = sigstore.requests.tuf.count();
    const config = await loadSigningConfig(source(), loading());
    assert.ok(config.kind === 'config');
    assert.equal(Buffer.from(config.bytes).toString(), sigstore.signingConfig);
    assert.equal(sigstore.requests.tuf.count(), asked);
  });

  it('follows what is published next', async () => {
    await load();
    later();
    sigstore.tuf.publish({
      targets: [{ path: 'trusted_root.json', bytes: Buffer.from(`${sigstore.trustedRoot} `) }],
    });
    assert.equal(Buffer.from((await load()).bytes).toString(), `${sigstore.trustedRoot} `);
  });

  it('says which file to give where the mirror has no signing config', async () => {
    sigstore.tuf.publish({
      targets: [{ path: 'trusted_root.json', bytes: Buffer.from(sigstore.trustedRoot) }],
    });
    await assert.rejects(loadSigningConfig(source(), loading()), (error: Error & { remedy: string }) => {
      assert.match(error.message, /signing_config\.v0\.2\.json/);
      assert.match(error.remedy, /signing-config/);
      return true;
    });
    await load();
  });

  it('is refused where a document is not a trusted root, signed or not', async () => {
    sigstore.tuf.publish({ targets: [{ path: 'trusted_root.json', bytes: Buffer.from('{}') }] });
    await assert.rejects(load(), { code: 'TRUSTED_ROOT_INVALID' });
  });

  const notRoots: readonly (readonly [what: string, make: () => string])[] = [
    ['no JSON', () => 'root'],
    ['other metadata', () => JSON.stringify({ signed: { _type: 'timestamp' }, signatures: [] })],
    [
      'a root whose signature is of another',
      () => sigstore.tufRoot.replace(/"expires":"\d{4}/, '"expires":"2999'),
    ],
    ['larger than a root is', () => JSON.stringify({ filler: 'x'.repeat(600_000) })],
  ];
  for (const [what, make] of notRoots) {
    it(`needs a root.json: ${what} is refused, and nobody is asked`, async () => {
      await writeFile(join(folder, 'other.json'), make());
      await assert.rejects(load(source('other.json')), { code: 'TUF_ROOT_INVALID', fault: 'user' });
      assert.equal(sigstore.requests.tuf.count(), 0);
    });
  }
  it('needs a root.json that is there', async () => {
    await assert.rejects(load(source('none.json')), { code: 'TUF_ROOT_INVALID', fault: 'user' });
  });
});

describe('an attacker at a TUF mirror is not believed:', () => {
  it('a root of somebody else', async () => {
    const other = await startSigstore();
    try {
      await writeFile(join(folder, 'other.json'), other.tufRoot);
      await assert.rejects(load(source('other.json')), undecided);
      await assert.rejects(load(source('root.json', other.tufUrl)), undecided);
    } finally {
      await other.stop();
    }
  });

  it('metadata that other keys signed', async () => {
    sigstore.tuf.publish({ signers: newTufSigners() });
    await assert.rejects(load(), undecided);
  });

  it('metadata that has expired', async () => {
    sigstore.tuf.publish({ expires: new Date(Date.now() - 1000) });
    await assert.rejects(load(), undecided);
  });

  it('a version that was there before', async () => {
    sigstore.tuf.publish({ version: 5 });
    await load();
    later();
    sigstore.tuf.publish({ version: 4 });
    await assert.rejects(load(), undecided);
  });

  it('a target in place of the one that was signed, of its length and longer', async () => {
    const path = sigstore.tuf.paths().find((each) => each.endsWith('.trusted_root.json')) ?? '';
    const { trustedRoot } = sigstore;
    for (const text of [trustedRoot.replaceAll('127.0.0.1', '127.0.0.2'), `${trustedRoot} `, '{}']) {
      sigstore.tuf.replace(path, Buffer.from(text));
      await assert.rejects(load(), undecided);
    }
  });

  it('a target that is signed and larger than any trusted root', async () => {
    const bytes = Buffer.from(JSON.stringify({ filler: 'x'.repeat(5 * 1024 * 1024) }));
    sigstore.tuf.publish({ targets: [{ path: 'trusted_root.json', bytes }] });
    const asked = sigstore.requests.tuf.mark();
    await assert.rejects(load(), undecided);
    assert.equal(sigstore.requests.tuf.count({ path: /targets\// }, asked), 0, 'it is not even fetched');
  });

  it('metadata without end', async () => {
    for (const path of ['2.root.json', 'timestamp.json', '1.snapshot.json', '1.targets.json']) {
      sigstore.tuf.replace(path, Buffer.from(JSON.stringify({ filler: 'x'.repeat(6_000_000) })));
      await assert.rejects(load(), undecided);
    }
  });

  it('a page in place of metadata', async () => {
    sigstore.tuf.replace('timestamp.json', Buffer.from('<html>\u001b[31m'));
    await assert.rejects(load(), (error: Error) => {
      // eslint-disable-next-line no-control-regex -- that no control character is in it is what is asked
      assert.doesNotMatch(error.message, /[\u0000-\u001f]/);
      return true;
    });
  });
});

describe('the cache of a TUF mirror', () => {
  it('is used, and its age said, while the mirror is out of reach and the metadata has not expired', async () => {
    await load();
    sigstore.faults.tuf.add({ match: {}, times: Infinity, action: 'reset' });
    aheadMs = 30 * DAY_MS;
    const { origin, bytes } = await load();
    assert.equal(Buffer.from(bytes).toString(), sigstore.trustedRoot);
    assert.match(origin, /30 days old, the repository cannot be reached/);
    assert.match(warnings.join('\n'), /30 days ago/);
  });

  it('is not used once its metadata has expired', async () => {
    sigstore.tuf.publish({ expires: new Date(Date.now() + 3 * DAY_MS) });
    await load();
    sigstore.faults.tuf.add({ match: {}, times: Infinity, action: 'reset' });
    aheadMs = 2 * DAY_MS;
    await load();
    aheadMs = 4 * DAY_MS;
    await assert.rejects(load(), (error: Error & { code: string }) => {
      assert.equal(error.code, 'TRUST_UNAVAILABLE');
      assert.match(error.message, /expired at/);
      return true;
    });
  });

  it('is of one mirror and one root: that of another is not looked at', async () => {
    const other = await startSigstore();
    try {
      await writeFile(join(folder, 'other.json'), other.tufRoot);
      await load(source('other.json', other.tufUrl));
      sigstore.faults.tuf.add({ match: {}, times: Infinity, action: 'reset' });
      await assert.rejects(load(), undecided);
      // The other's file, put where this one's would be.
      sigstore.faults.tuf.clear();
      const cache = join(folder, 'cache');
      const [others = ''] = await readdir(cache);
      await load();
      const own = (await readdir(cache)).find((name) => name !== others) ?? '';
      await writeFile(join(cache, own), await readFile(join(cache, others)));
      sigstore.faults.tuf.add({ match: {}, times: Infinity, action: 'reset' });
      await assert.rejects(load(), undecided);
      // And the same mirror with the other's root.
      await assert.rejects(load(source('root.json', other.tufUrl)), undecided);
    } finally {
      await other.stop();
    }
  });

  it('is fetched anew where somebody wrote another document into it', async () => {
    await load();
    const cache = join(folder, 'cache');
    const [name = ''] = await readdir(cache);
    const content = JSON.parse(await readFile(join(cache, name), 'utf8')) as {
      targets: Record<string, string>;
    };
    content.targets['trusted_root.json'] = Buffer.from('{"mediaType":"evil"}').toString('base64');
    await writeFile(join(cache, name), JSON.stringify(content));
    assert.equal(Buffer.from((await load()).bytes).toString(), sigstore.trustedRoot);
  });
});
