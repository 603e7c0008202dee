import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseSigningConfig, parseTrustedRoot } from '@countersign/core/trust';

const bytesOf = (json: object): Uint8Array => Buffer.from(JSON.stringify(json));
const root = (more: object) =>
  parseTrustedRoot(
    bytesOf({ mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1', ...more }),
    'root.json',
  );
const config = (more: object) =>
  parseSigningConfig(
    bytesOf({ mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json', ...more }),
    'config.json',
  );

describe('A list of a trust file is never taken for an empty one where it', () => {
  for (const [what, more] of [
    ['is an object', { tlogs: { 0: {} } }],
    ['is a text', { ctlogs: 'x' }],
    ['is spelled as in the protocol buffer', { timestamp_authorities: [{}] }],
    ['is spelled with capitals', { tLogs: [{}] }],
  ] as const) {
    it(`${what}, in a trusted root`, () => {
      assert.throws(() => root(more), { code: 'TRUSTED_ROOT_INVALID', fault: 'user' });
    });
  }
  for (const [what, more] of [
    ['is an object', { rekorTlogUrls: {} }],
    ['is spelled as in the protocol buffer', { rekor_tlog_urls: [] }],
  ] as const) {
    it(`${what}, in a signing config`, () => {
      assert.throws(() => config(more), { code: 'SIGNING_CONFIG_INVALID', fault: 'user' });
    });
  }
  it('is not there, or null: then it is empty', () => {
    assert.equal(root({ tlogs: null, later: {} }).trustedRoot.tlogs.length, 0);
    assert.equal(config({ tsaUrls: null }).kind, 'config');
  });
});
