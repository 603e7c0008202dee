import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { AUTHORITY, issue, timestampToken, TSA_LEAF } from './fixture.js';
import { isTimestampOf } from './timestamp.js';

const root = issue({ name: 'tsa root', extensions: AUTHORITY });
const tsa = issue({ name: 'tsa', issuer: root, extensions: TSA_LEAF });

describe('a timestamp beside a signature', () => {
  it('is told from one of another signature, and from what is none', () => {
    const signature = Buffer.from('a signature');
    const token = timestampToken({ signature, signer: tsa });
    assert.ok(isTimestampOf(token, signature));
    assert.ok(!isTimestampOf(token, Buffer.from('another')));
    assert.ok(!isTimestampOf(token.subarray(0, -1), signature));
    assert.ok(!isTimestampOf(Buffer.from('3003020101', 'hex'), signature));
  });
});
