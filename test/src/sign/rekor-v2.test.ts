import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { Context } from '@countersign/core/context';
import type { HttpRequest, HttpResponse } from '@countersign/core/http';
import type { OpenSession } from '@countersign/core/sign';
import { parseTrustedRoot, type TrustMaterial } from '@countersign/core/trust';
import { startSigstore, type RunningSigstore } from '@countersign/testbed/sigstore';
import { contextFor, servicesOf, sessionOf, verifyWithSigstoreJs } from './harness.js';

/** More than a tile, so that proofs need tiles of two levels. */
const ENTRIES = 300;

let sigstore: RunningSigstore;
let trust: TrustMaterial;
const context = contextFor();
beforeAll(async () => {
  sigstore = await startSigstore();
  trust = parseTrustedRoot(Buffer.from(sigstore.trustedRoot), 'test bed');
  for (let one = 0; one < ENTRIES; one += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, at) => logSomething(`${one + at}`)));
  }
});
afterEach(() => {
  sigstore.faults.rekorV2.clear();
});
afterAll(async () => {
  context.close();
  await sigstore.stop();
});

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

async function logSomething(text: string): Promise<void> {
  const response = await fetch(`${sigstore.rekorV2Url}/api/v2/log/entries`, {
    method: 'POST',
    body: JSON.stringify({
      hashedRekordRequestV002: {
        digest: createHash('sha256').update(text).digest('base64'),
        signature: {
          content: sign('sha256', Buffer.from(text), keys.privateKey).toString('base64'),
          verifier: {
            keyDetails: 'PKIX_ECDSA_P256_SHA_256',
            publicKey: {
              rawBytes: keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
            },
          },
        },
      },
    }),
  });
  assert.equal(response.status, 201);
}

const payload = (name: string): Buffer =>
  Buffer.from(`{"_type":"https://in-toto.io/Statement/v1","name":"${name}"}`);

const open = (through: Context = context, root: TrustMaterial | undefined = trust): OpenSession =>
  sessionOf(sigstore, through, {
    services: { ...servicesOf(sigstore), rekorUrls: [sigstore.rekorV2Url], rekorVersion: 2 },
    trust: root,
  });

/** A context in which the requests to the log that match are answered otherwise; undefined: as they are. */
function between(
  change: (request: HttpRequest, response: () => Promise<HttpResponse>) => Promise<HttpResponse>,
): Context {
  const send = (request: HttpRequest) =>
    request.service === 'rekor'
      ? change(request, () => context.http.send(request))
      : context.http.send(request);
  return { ...context, http: { ...context.http, send } };
}

const answered = (status: number, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers,
  url: sigstore.rekorV2Url,
  body: Buffer.from('{}'),
});

const loseTheAnswer = () =>
  sigstore.faults.rekorV2.add({ match: { method: 'POST' }, action: { kind: 'reset', when: 'after' } });

describe('a session that writes to Rekor v2', () => {
  it('makes bundles that sigstore-js accepts, each entry at the end of the log', async () => {
    const signed = await open().signStatement(payload('plain'));
    verifyWithSigstoreJs(signed.bundle.toString(), sigstore.trustedRoot, {
      tlogThreshold: 1,
      timestampThreshold: 1,
    });
    assert.equal(signed.logEntries[0]?.logIndex, sigstore.tileLogSize() - 1);
  });

  it('proves an entry of which the answer was lost from tiles of several levels', async () => {
    loseTheAnswer();
    const size = sigstore.tileLogSize();
    const signed = await open().signStatement(payload('lost'));
    assert.equal(sigstore.tileLogSize() - size, 1);
    assert.ok(sigstore.requests.rekorV2.count({ path: /tile\/1\/000\.p\/1$/ }) > 0);
    verifyWithSigstoreJs(signed.bundle.toString(), sigstore.trustedRoot, {
      tlogThreshold: 1,
      timestampThreshold: 1,
    });
  });

  it('never signs a document for the signature tag', async () => {
    await assert.rejects(open().signSimple(payload('simple')), { code: 'INTERNAL' });
  });

  it('reads the proof where the trusted root says that the log is, if entries go through another address', async () => {
    const writesOnly = between((request, response) => {
      if (request.method === 'POST') return response();
      if (request.url.startsWith('http://rekor.test/')) {
        const url = request.url.replace('http://rekor.test', sigstore.rekorV2Url);
        return context.http.send({ ...request, url });
      }
      return Promise.resolve(answered(501));
    });
    loseTheAnswer();
    const signed = await open(writesOnly).signStatement(payload('elsewhere'));
    verifyWithSigstoreJs(signed.bundle.toString(), sigstore.trustedRoot, { tlogThreshold: 1 });
  });

  it('looks further where another log of the trusted root cannot prove what it has at that index', async () => {
    const root = JSON.parse(sigstore.trustedRoot) as { tlogs: { baseUrl: string }[] };
    const tlogs = root.tlogs.flatMap((log) =>
      log.baseUrl === 'http://rekor.test' ? [{ ...log, baseUrl: 'http://rekor.test/older' }, log] : [log],
    );
    const withOlder = parseTrustedRoot(Buffer.from(JSON.stringify({ ...root, tlogs })), 'with an older log');
    const asked: string[] = [];
    const writesOnly = between((request, response) => {
      if (request.method === 'POST') return response();
      if (!request.url.startsWith('http://rekor.test/')) return Promise.resolve(answered(501));
      asked.push(request.url);
      if (/older.*tile/.test(request.url)) return Promise.resolve(answered(403));
      const url = request.url.replace(/http:\/\/rekor\.test(\/older)?/, sigstore.rekorV2Url);
      return context.http.send({ ...request, url });
    });
    loseTheAnswer();
    const signed = await open(writesOnly, withOlder).signStatement(payload('further'));
    assert.ok(asked.some((url) => /older.*tile/.test(url)));
    verifyWithSigstoreJs(signed.bundle.toString(), sigstore.trustedRoot, { tlogThreshold: 1 });
  });

  const checkpoints: readonly (readonly [what: string, change: (text: string) => string])[] = [
    ['of another origin', (text) => text.replace('rekor.test\n', 'other.test\n')],
    ['signed by nobody whom the trusted root knows', (text) => text.replace(/ \S+\n$/, ' AAAAAAAAAAAA\n')],
    ['that ends before the entry', (text) => text.replace(/\n\d+\n/, '\n3\n')],
    ['with an endless number of signatures', (text) => text + (text.split('\n\n')[1] ?? '').repeat(200)],
    ['that is none', () => '<html>'],
  ];
  for (const [what, change] of checkpoints) {
    it(`cannot decide by a checkpoint ${what}`, async () => {
      const forging = between(async (request, response) => {
        const answer = await response();
        if (!request.url.endsWith('/checkpoint') || answer.status !== 200) return answer;
        return { ...answer, body: Buffer.from(change(Buffer.from(answer.body).toString())) };
      });
      loseTheAnswer();
      await assert.rejects(open(forging).signStatement(payload(what)), { code: 'LOG_UNAVAILABLE' });
    });
  }

  it('takes neither a promise nor a time that such a log has no right to give', async () => {
    const promising = between(async (request, response) => {
      const answer = await response();
      if (request.method !== 'POST') return answer;
      const text = Buffer.from(answer.body)
        .toString()
        .replace('"integratedTime":"0"', '"integratedTime":"1700000000"')
        .replace('"inclusionPromise":null', '"inclusionPromise":{"signedEntryTimestamp":"AAAA"}');
      assert.match(text, /1700000000.+AAAA/);
      return { ...answer, body: Buffer.from(text) };
    });
    const signed = await open(promising).signStatement(payload('promising'));
    assert.doesNotMatch(signed.bundle.toString(), /1700000000|inclusionPromise/);
    verifyWithSigstoreJs(signed.bundle.toString(), sigstore.trustedRoot, { tlogThreshold: 1 });
  });

  it('cannot decide where no log of the trusted root shows an entry that is there', async () => {
    const other = await startSigstore();
    try {
      loseTheAnswer();
      const root = parseTrustedRoot(Buffer.from(other.trustedRoot), 'other');
      await assert.rejects(open(context, root).signStatement(payload('unknown')), {
        code: 'LOG_UNAVAILABLE',
        fault: 'infrastructure',
      });
    } finally {
      await other.stop();
    }
  });

  it('cannot decide where a log says that an entry is there, and not where', async () => {
    const silent = between(async (request, response) =>
      request.method === 'POST' ? answered(409) : response(),
    );
    await assert.rejects(open(silent).signStatement(payload('silent')), { code: 'LOG_UNAVAILABLE' });
  });

  it('is not taken in by the entry of another signature, answered or at the index that is named', async () => {
    let first: HttpResponse | undefined;
    const replaying = between(async (request, response) =>
      request.method === 'POST' ? (first ??= await response()) : response(),
    );
    await open(replaying).signStatement(payload('a'));
    await assert.rejects(open(replaying).signStatement(payload('b')), { code: 'LOG_ENTRY_INVALID' });
    const elsewhere = between(async (request, response) =>
      request.method === 'POST' ? answered(409, { 'x-log-index': '3' }) : response(),
    );
    await assert.rejects(open(elsewhere).signStatement(payload('c')), { code: 'LOG_ENTRY_INVALID' });
  });

  for (const [what, path] of [
    ['hashes', /tile\/\d+\//],
    ['entries', /tile\/entries\//],
  ] as const) {
    it(`is not taken in by ${what} that do not lead to the checkpoint`, async () => {
      const damaged = between(async (request, response) => {
        const answer = await response();
        if (!path.test(request.url) || answer.status !== 200) return answer;
        const body = Buffer.from(answer.body);
        // The lengths of entries stay what they are.
        for (let at = 40; at < body.length; at += 97) body[at] = (body[at] ?? 0) ^ 1;
        return { ...answer, body };
      });
      loseTheAnswer();
      await assert.rejects(open(damaged).signStatement(payload(what)), { fault: 'rejection' });
    });
  }

  const unreadable: readonly (readonly [what: string, change: (text: string) => string])[] = [
    ['no proof', (text) => text.replace('inclusionProof', 'noProof')],
    ['no checkpoint', (text) => text.replace('envelope', 'x')],
    ['no log id', (text) => text.replace('keyId', 'x')],
    ['a place that is none', (text) => text.replace(/"logIndex":"\d+"/, '"logIndex":"-1"')],
    ['a place between two', (text) => text.replace(/"logIndex":"\d+"/, '"logIndex":1.5')],
    ['a tree beyond numbers', (text) => text.replace(/"treeSize":"\d+"/, '"treeSize":1e21')],
    ['a root of another length', (text) => text.replace(/"rootHash":"[^"]+"/, '"rootHash":"AAAA"')],
    [
      'more hashes than any tree has',
      (text) => text.replace(/"hashes":\[/, `"hashes":[${'"AAAA",'.repeat(65)}`),
    ],
  ];
  for (const [what, change] of unreadable) {
    it(`cannot decide about an answer with ${what}, and asks again`, async () => {
      let first: HttpResponse | undefined;
      const changed = between(async (request, response) => {
        if (request.method !== 'POST') return response();
        if (first === undefined) {
          const answer = await response();
          first = { ...answer, body: Buffer.from(change(Buffer.from(answer.body).toString())) };
        }
        return first;
      });
      await assert.rejects(open(changed).signStatement(payload(what)), { code: 'LOG_UNAVAILABLE' });

      let spoilt = 0;
      const once = between(async (request, response) => {
        const answer = await response();
        if (request.method !== 'POST' || (spoilt += 1) > 1) return answer;
        return { ...answer, body: Buffer.from(change(Buffer.from(answer.body).toString())) };
      });
      const signed = await open(once).signStatement(payload(what));
      verifyWithSigstoreJs(signed.bundle.toString(), sigstore.trustedRoot, { tlogThreshold: 1 });
    });
  }
});
