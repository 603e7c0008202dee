import assert from 'node:assert/strict';
import { bundleFromJSON } from '@sigstore/bundle';
import { dsse } from '@sigstore/core';
import { describe, it } from '@jest/globals';
import { bundleJson } from './bundle.js';
import { envelopeJson, preAuthEncoding } from './envelope.js';
import { encodedSizes } from './sizes.js';
import type { LogEntry } from './types.js';

const payload = Buffer.from('{"_type":"ü"}');
const signature = Buffer.from([0x30, 0, 1, 2]);
const hash = 'ab'.repeat(32);
const entry: LogEntry = {
  logIndex: 12,
  logId: hash,
  integratedTime: 1_700_000_000,
  body: 'e30=',
  signedEntryTimestamp: 'c2V0',
  inclusionProof: {
    logIndex: 3,
    treeSize: 5,
    rootHash: hash,
    hashes: [hash],
    checkpoint: 'log\n5\nAA==\n\n\u2014 log x\n',
  },
};

describe('envelopeJson', () => {
  it('is the JSON form of a DSSE envelope, its empty key id spelled out', () => {
    assert.equal(
      envelopeJson(payload, signature).toString(),
      '{"payload":"eyJfdHlwZSI6IsO8In0=","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"MAABAg==","keyid":""}]}',
    );
  });

  it('comes out of a bundle as it went in', () => {
    const envelope = envelopeJson(payload, signature);
    const json = bundleJson(
      { kind: 'key', hint: 'aGludA==', publicKeyPem: '' },
      envelope,
      [entry],
      [Buffer.from('t')],
    );
    const bundle = bundleFromJSON(JSON.parse(json.toString()));
    assert.ok(bundle.content.$case === 'dsseEnvelope');
    const { payload: bytes, signatures } = bundle.content.dsseEnvelope;
    assert.equal(signatures[0]?.keyid, '');
    assert.deepEqual(envelopeJson(bytes, signatures[0].sig), envelope);
    assert.equal(bundle.verificationMaterial.tlogEntries[0]?.logIndex, '12');
    assert.equal(bundle.verificationMaterial.tlogEntries[0].inclusionProof?.logIndex, '3');
  });

  it('is no longer than encodedSizes says', () => {
    for (const length of [0, 1, 2, 3, 1000]) {
      const { envelopeBytes } = encodedSizes(length);
      assert.ok(envelopeJson(Buffer.alloc(length), Buffer.alloc(512)).length <= envelopeBytes);
    }
  });
});

describe('preAuthEncoding', () => {
  it("is DSSE's, in parts", () => {
    assert.deepEqual(
      Buffer.concat(preAuthEncoding(payload)),
      dsse.preAuthEncoding('application/vnd.in-toto+json', payload),
    );
  });
});
