import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { UnreadableAnswer } from './answers.js';
import { checkDsseBody, checkHashedRekordBody, readLogEntry } from './rekor-entry.js';

type Json = Record<string, unknown>;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hash = 'ab'.repeat(32);
const PEM = '-----BEGIN PUBLIC KEY-----\nAAAA\nBBBB\n-----END PUBLIC KEY-----\n';

const dsseBody = {
  apiVersion: '0.0.1',
  kind: 'dsse',
  spec: {
    envelopeHash: { algorithm: 'sha256', value: sha256('envelope') },
    payloadHash: { algorithm: 'sha256', value: sha256('payload') },
    signatures: [{ signature: base64('signature'), verifier: base64(PEM.trim()) }],
  },
};
const rekordBody = {
  apiVersion: '0.0.1',
  kind: 'hashedrekord',
  spec: {
    data: { hash: { algorithm: 'sha256', value: sha256('payload') } },
    signature: { content: base64('signature'), publicKey: { content: base64(PEM) } },
  },
};
const asked = {
  envelope: Buffer.from('envelope'),
  payload: Buffer.from('payload'),
  payloadSha256: sha256('payload'),
  signature: Buffer.from('signature'),
  verifierPem: PEM,
};
const inclusionProof = {
  logIndex: 0,
  treeSize: 1,
  rootHash: hash,
  hashes: [] as unknown,
  checkpoint: 'log\n1\nAA==\n\n\u2014 log AAAA\n',
};
const entry = (body: unknown, change: Json = {}, proof: Json = {}): Json => ({
  [hash]: {
    body: base64(JSON.stringify(body)),
    integratedTime: 1_700_000_000,
    logID: hash,
    logIndex: 4,
    verification: { signedEntryTimestamp: 'c2V0', inclusionProof: { ...inclusionProof, ...proof } },
    ...change,
  },
});

describe('readLogEntry', () => {
  it('reads what Rekor answers', () => {
    const { logIndex, inclusionProof: proof } = readLogEntry(entry(dsseBody));
    assert.equal(logIndex, 4);
    assert.equal(proof.treeSize, 1);
  });

  const unreadable: readonly (readonly [why: string, answer: Json])[] = [
    ['nothing', {}],
    ['two entries', { ...entry(dsseBody), ['cd'.repeat(32)]: {} }],
    ['a UUID that is none', { '../x': entry(dsseBody)[hash] }],
    ['a list', { [hash]: [] }],
    ['no body', entry(dsseBody, { body: undefined })],
    ['a body that is not base64', entry(dsseBody, { body: '<html>' })],
    ['a negative index', entry(dsseBody, { logIndex: -1 })],
    ['an index with a fraction', entry(dsseBody, { logIndex: 1.5 })],
    ['an index as text', entry(dsseBody, { logIndex: '4' })],
    ['a log id that is no hash', entry(dsseBody, { logID: 'ab' })],
    ['no promise', entry(dsseBody, { verification: { inclusionProof } })],
    ['no proof', entry(dsseBody, { verification: { signedEntryTimestamp: 'c2V0' } })],
    ['a proof with a short hash', entry(dsseBody, {}, { hashes: ['ab'] })],
    ['a proof with a thousand hashes', entry(dsseBody, {}, { hashes: Array(1000).fill(hash) })],
    ['a checkpoint without a signature', entry(dsseBody, {}, { checkpoint: 'log\n1\nAA==\n' })],
  ];
  for (const [why, answer] of unreadable) {
    it(`cannot read an answer with ${why}`, () => {
      assert.throws(() => readLogEntry(answer), UnreadableAnswer);
    });
  }
});

describe('the body of a log entry', () => {
  it('is accepted where it speaks of what was sent', () => {
    checkDsseBody(readLogEntry(entry(dsseBody)), asked);
    checkHashedRekordBody(readLogEntry(entry(rekordBody)), asked);
  });

  const others: readonly (readonly [what: string, change: Partial<typeof asked>, inRekord: boolean])[] = [
    ['envelope', { envelope: Buffer.from('another') }, false],
    ['payload', { payload: Buffer.from('x'), payloadSha256: sha256('x') }, true],
    ['signature', { signature: Buffer.from('x') }, true],
    ['signer', { verifierPem: PEM.replace('BBBB', 'CCCC') }, true],
  ];
  for (const [what, change, inRekord] of others) {
    it(`is refused where it speaks of another ${what}`, () => {
      const wanted = { code: 'LOG_ENTRY_INVALID', fault: 'rejection' };
      assert.throws(() => {
        checkDsseBody(readLogEntry(entry(dsseBody)), { ...asked, ...change });
      }, wanted);
      if (!inRekord) return;
      assert.throws(() => {
        checkHashedRekordBody(readLogEntry(entry(rekordBody)), { ...asked, ...change });
      }, wanted);
    });
  }

  it('is refused where it is of another kind or version, or holds a second signature', () => {
    const two = [...dsseBody.spec.signatures, ...dsseBody.spec.signatures];
    const bodies = [
      rekordBody,
      { ...dsseBody, apiVersion: '0.0.2' },
      { ...dsseBody, spec: { ...dsseBody.spec, signatures: two } },
    ];
    for (const body of bodies) {
      assert.throws(
        () => {
          checkDsseBody(readLogEntry(entry(body)), asked);
        },
        { code: 'LOG_ENTRY_INVALID' },
      );
    }
  });

  it('cannot be read where it is no JSON', () => {
    assert.throws(() => {
      checkDsseBody(readLogEntry(entry(dsseBody, { body: base64('{') })), asked);
    }, UnreadableAnswer);
  });
});
