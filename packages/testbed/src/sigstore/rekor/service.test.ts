import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { dsseProposal, post } from '../signed-statement.js';
import type { LogEntry } from './log.js';
import { startRekor, type RunningRekor } from './service.js';

let rekor: RunningRekor;
beforeAll(async () => {
  rekor = await startRekor({ maxEntryBytes: 20_000 });
});
afterAll(() => rekor.stop());

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PEM = publicKey.export({ type: 'spki', format: 'pem' }) as string;

const envelopeOf = (payload: string, key: KeyObject = privateKey): string => {
  const signed = Buffer.from(`DSSEv1 10 text/plain ${payload.length} ${payload}`);
  return JSON.stringify({
    payload: Buffer.from(payload).toString('base64'),
    payloadType: 'text/plain',
    signatures: [{ sig: sign('sha256', signed, key).toString('base64'), keyid: '' }],
  });
};
const hashedrekord = (data: string, over = data, key: KeyObject = privateKey, pem = PEM) => ({
  apiVersion: '0.0.1',
  kind: 'hashedrekord',
  spec: {
    data: { hash: { algorithm: 'sha256', value: createHash('sha256').update(data).digest('hex') } },
    signature: {
      content: sign('sha256', Buffer.from(over), key).toString('base64'),
      publicKey: { content: Buffer.from(pem).toString('base64') },
    },
  },
});
const submit = (proposal: unknown) => post(`${rekor.origin}/api/v1/log/entries`, proposal);
const get = (path: string) => fetch(`${rekor.origin}${path}`);
const only = async (answer: Response): Promise<[uuid: string, entry: LogEntry]> => {
  const [named, ...more] = Object.entries((await answer.json()) as Record<string, LogEntry>);
  assert.ok(named && more.length === 0);
  return named;
};
const bodyOf = (entry: LogEntry): unknown => JSON.parse(Buffer.from(entry.body, 'base64').toString());

describe('Rekor', () => {
  it('stores the canonical form of a dsse entry', async () => {
    const envelope = envelopeOf('one');
    const answer = await submit(dsseProposal(envelope, PEM));
    assert.equal(answer.status, 201);
    const [uuid, entry] = await only(answer);
    assert.equal(answer.headers.get('location'), `/api/v1/log/entries/${uuid}`);
    const { signatures } = JSON.parse(envelope) as { signatures: [{ sig: string }] };
    assert.deepEqual(bodyOf(entry), {
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        envelopeHash: { algorithm: 'sha256', value: createHash('sha256').update(envelope).digest('hex') },
        payloadHash: { algorithm: 'sha256', value: createHash('sha256').update('one').digest('hex') },
        signatures: [{ signature: signatures[0].sig, verifier: Buffer.from(PEM).toString('base64') }],
      },
    });
  });

  it('signs its promise over the canonical entry', async () => {
    const [, entry] = await only(await submit(hashedrekord('promise')));
    const { body, integratedTime, logID, logIndex, verification } = entry;
    const promised = Buffer.from(JSON.stringify({ body, integratedTime, logID, logIndex }));
    const key = createPublicKey(await (await get('/api/v1/log/publicKey')).text());
    const set = Buffer.from(verification.signedEntryTimestamp, 'base64');
    assert.ok(verify('sha256', promised, key, set));
    assert.equal(
      logID,
      createHash('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex'),
    );
  });

  const keys: readonly (readonly [
    name: string,
    pair: () => { privateKey: KeyObject; publicKey: KeyObject },
  ])[] = [
    ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['P-384', () => generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ];
  for (const [name, pair] of keys) {
    it(`checks digests signed with a key of ${name}`, async () => {
      const { privateKey: key, publicKey: shown } = pair();
      const pem = shown.export({ type: 'spki', format: 'pem' }) as string;
      assert.equal((await submit(hashedrekord(name, name, key, pem))).status, 201);
      assert.equal((await submit(hashedrekord(name, 'other', key, pem))).status, 400);
    });
  }

  it('answers an entry that is there already with 409 and its place', async () => {
    const proposal = hashedrekord('twice');
    const [uuid] = await only(await submit(proposal));
    const size = rekor.size();
    const again = await submit(proposal);
    assert.equal(again.status, 409);
    assert.equal(again.headers.get('location'), `/api/v1/log/entries/${uuid}`);
    assert.equal(rekor.size(), size);
    const [found] = await only(await get(again.headers.get('location') ?? ''));
    assert.equal(found, uuid);
  });

  it('finds an entry by index, by id and by content, with a proof against the tree as it is', async () => {
    const proposal = hashedrekord('found');
    const [uuid, { logIndex }] = await only(await submit(proposal));
    await submit(hashedrekord('later'));
    const shortId = uuid.slice(-64);
    for (const path of [`?logIndex=${logIndex}`, `/${uuid}`, `/${shortId}`]) {
      const [named, { verification }] = await only(await get(`/api/v1/log/entries${path}`));
      assert.equal(named, uuid);
      assert.equal(verification.inclusionProof.treeSize, rekor.size());
    }
    const retrieve = await post(`${rekor.origin}/api/v1/log/entries/retrieve`, {
      logIndexes: [logIndex, 9999],
      entryUUIDs: [uuid],
      entries: [proposal],
    });
    const found = (await retrieve.json()) as readonly object[];
    assert.deepEqual(found.flatMap(Object.keys), [uuid, uuid, uuid]);
  });

  it('shows the head of its tree and how it grew', async () => {
    const log = (await (await get('/api/v1/log')).json()) as Record<string, string>;
    const [origin, size, root] = log.signedTreeHead?.split('\n') ?? [];
    assert.equal(origin, `127.0.0.1 - ${log.treeID}`);
    assert.equal(size, String(log.treeSize));
    assert.equal(Buffer.from(root ?? '', 'base64').toString('hex'), log.rootHash);
    const proof = await get(`/api/v1/log/proof?firstSize=1&lastSize=${size}`);
    assert.equal(((await proof.json()) as { rootHash: string }).rootHash, log.rootHash);
    assert.equal((await get('/api/v1/log/proof?firstSize=1&lastSize=9999')).status, 400);
    assert.equal((await get(`/api/v1/log/proof?firstSize=1&lastSize=1&treeID=7`)).status, 400);
  });

  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const refused: readonly (readonly [what: string, proposal: () => unknown])[] = [
    ['a signature over another digest', () => hashedrekord('data', 'other data')],
    ['a signature of another key', () => hashedrekord('data', 'data', stranger.privateKey)],
    ['an envelope of another key', () => dsseProposal(envelopeOf('x', stranger.privateKey), PEM)],
    ['an envelope that is not JSON', () => dsseProposal('{', PEM)],
    [
      'an envelope without signatures',
      () => dsseProposal('{"payload":"eA==","payloadType":"t","signatures":[]}', PEM),
    ],
    ['two PEM blocks', () => hashedrekord('data', 'data', privateKey, PEM + PEM)],
    ['a key that does not parse', () => hashedrekord('data', 'data', privateKey, PEM.replace(/M/, 'A'))],
    ['a kind that it does not take', () => ({ ...hashedrekord('data'), kind: 'intoto' })],
    ['a version that it does not take', () => ({ ...hashedrekord('data'), apiVersion: '0.0.2' })],
    ['no entry at all', () => null],
    ['an entry without content', () => ({ apiVersion: '0.0.1', kind: 'dsse' })],
  ];
  for (const [what, proposal] of refused) {
    it(`refuses ${what}`, async () => {
      const size = rekor.size();
      const answer = await submit(proposal());
      assert.equal(answer.status, 400);
      assert.equal(((await answer.json()) as { code: unknown }).code, 400);
      assert.equal(rekor.size(), size);
    });
  }

  it('refuses what is larger than it takes', async () => {
    assert.equal((await submit(dsseProposal(envelopeOf('x'.repeat(20_000)), PEM))).status, 413);
  });

  it('has nothing beyond its tree', async () => {
    const paths = [
      '?logIndex=9999',
      '?logIndex=-1',
      '?logIndex=x',
      '',
      `/${'0'.repeat(64)}`,
      `/${'0'.repeat(80)}`,
    ];
    for (const path of paths) assert.equal((await get(`/api/v1/log/entries${path}`)).status, 404, path);
  });
});
