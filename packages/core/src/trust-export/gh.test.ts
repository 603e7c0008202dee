import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { AuthorityPart, TrustMaterial } from '../trust/index.js';
import { ghForm, organisationOf } from './gh.js';

const start = new Date(0);
const authority = (subject: string, issuer: string, url = 'https://fulcio.example'): AuthorityPart => {
  const window = { start, end: undefined, validity: 'valid' } as const;
  const certificate = { ...window, subject, issuer, isCa: true, isSelfSigned: false, keyType: '', pem: '' };
  return { ...window, url, organization: '', commonName: '', certificates: [certificate] };
};

const material = (document: string): TrustMaterial =>
  ({ bytes: Buffer.from(document), origin: 'root.json', sha256: '' }) as unknown as TrustMaterial;
const formOf = (...certificateAuthorities: readonly AuthorityPart[]) =>
  ghForm({
    material: material('{\n "a": "b\\nc" }'),
    parts: { tlogs: [], ctlogs: [], certificateAuthorities, timestampAuthorities: [] },
    ...{ signingConfig: undefined, folder: '/x', name: 'x', expires: start, now: start },
  });

describe('organisationOf', () => {
  it('is the one that a certificate and its issuer name alike', () => {
    assert.equal(organisationOf(authority('O=acme\nCN=intermediate', 'O=acme\nCN=root')), 'acme');
  });
  for (const [why, subject, issuer] of [
    ['none', 'CN=intermediate', 'CN=root'],
    ['two', 'O=acme\nO=other', 'O=acme\nO=other'],
    ['another in the issuer', 'O=acme\nCN=intermediate', 'O=other\nCN=root'],
    ['none in the issuer', 'O=acme', 'CN=root'],
    ['one that only looks like it', 'CN=O=acme', 'CN=O=acme'],
  ] as const) {
    it(`is none where there is ${why}`, () => {
      assert.equal(organisationOf(authority(subject, issuer)), undefined);
    });
  }
});

describe('ghForm', () => {
  const known = authority('O=acme', 'O=acme');
  const unknown = authority('CN=x', 'CN=x', 'https://nameless.example');

  it('is one line with its end, whatever the document is like', () => {
    const [file] = formOf(known).files;
    assert.equal(Buffer.from(file?.bytes ?? []).toString(), '{"a":"b\\nc"}\n');
  });
  it('names the authority that gh does not find', () => {
    assert.match(formOf(known, unknown).notes.join('\n'), /nameless\.example/);
    assert.doesNotMatch(formOf(known).notes.join('\n'), /does not find/);
  });
  it('is impossible where gh would find none', () => {
    const { files, impossible } = formOf(unknown);
    assert.deepEqual(files, []);
    assert.match(impossible ?? '', /organisation/);
  });
});
