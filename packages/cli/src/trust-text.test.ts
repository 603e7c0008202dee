import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { AuthorityPart, LogPart, TrustMaterial, TrustParts } from '@countersign/core/trust';
import { trustDocument, trustText } from './trust-text.js';

const start = new Date('2025-01-01T00:00:00Z');
const end = new Date('2025-06-01T00:00:00Z');
const material = (origin = 'root.json'): TrustMaterial =>
  ({ origin, sha256: 'ab12', bytes: Buffer.alloc(0) }) as unknown as TrustMaterial;
const log = (changes: Partial<LogPart> = {}): LogPart => ({
  ...{ start, end: undefined, validity: 'valid', url: 'https://rekor.example', logId: 'c0ffee' },
  ...{ keyType: 'ecdsa P-256', pem: '' },
  ...changes,
});
const authority: AuthorityPart = {
  ...{
    start,
    end,
    validity: 'expired',
    url: 'https://fulcio.example',
    organization: 'acme',
    commonName: 'ca',
  },
  certificates: [
    {
      ...{ start, end: new Date(Number.NaN), validity: 'not yet', isCa: true, isSelfSigned: true },
      ...{ subject: 'O=acme\nCN=root', issuer: 'O=acme\nCN=root', keyType: 'ed25519', pem: '' },
    },
  ],
};
const parts = (changes: Partial<TrustParts> = {}): TrustParts => ({
  ...{ tlogs: [log()], ctlogs: [], certificateAuthorities: [authority], timestampAuthorities: [] },
  ...changes,
});

describe('trustText', () => {
  it('shows where trust came from, keys, log ids, dates and what has expired', () => {
    const text = trustText(material(), parts());
    assert.match(text, /^Trusted root: root\.json\nsha256 ab12\n/);
    assert.match(text, /https:\/\/fulcio\.example {2}from 2025-01-01T\S+ until 2025-06-01T\S+ \(EXPIRED\)/);
    assert.match(
      text,
      /root O=acme, CN=root, ed25519, from 2025-01-01T\S+ until unreadable \(NOT YET VALID\)/,
    );
    assert.match(text, /https:\/\/rekor\.example {2}from 2025-01-01T00:00:00\.000Z on\n/);
    assert.match(text, /key ecdsa P-256, log id c0ffee/);
    assert.match(text, /Timestamp authorities\n {2}none/);
  });

  it('lets no text of the trusted root reach the terminal as it is', () => {
    const hostile = 'http://x\u001b[2J\nCertificate authorities\n::error::x\u202e';
    const text = trustText(
      material(hostile),
      parts({
        tlogs: [log({ url: hostile })],
        certificateAuthorities: [{ ...authority, organization: hostile, commonName: hostile, url: hostile }],
      }),
    );
    // eslint-disable-next-line no-control-regex -- that there is none is what is asked
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    assert.equal(text.split('\n').filter((line) => line === 'Certificate authorities').length, 1);
    assert.doesNotMatch(text, /^\s*::error/m);
  });
});

describe('trustDocument', () => {
  it('has dates as text, and null for what is not there', () => {
    const document = JSON.parse(JSON.stringify(trustDocument(material(), parts()))) as Record<
      string,
      unknown
    >;
    assert.deepEqual(document.tlogs, [
      {
        ...{ url: 'https://rekor.example', logId: 'c0ffee', keyType: 'ecdsa P-256' },
        ...{ start: start.toISOString(), end: null, validity: 'valid' },
      },
    ]);
    const [{ certificates, validity }] = document.certificateAuthorities as [Record<string, unknown>];
    assert.equal(validity, 'expired');
    assert.deepEqual(certificates, [
      {
        ...{ role: 'root', subject: 'O=acme, CN=root', issuer: 'O=acme, CN=root', keyType: 'ed25519' },
        ...{ start: start.toISOString(), end: 'unreadable', validity: 'not-yet' },
      },
    ]);
  });
});
