import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { readBundleQuestion } from './verify-bundle-options.js';

const IDENTITY = {
  'certificate-identity': 'me',
  'certificate-oidc-issuer': 'https://issuer.example',
} as const;

const read = (flags: Readonly<Record<string, string>>, positionals: readonly string[] = ['app.tar']) =>
  readBundleQuestion({ flags: new Map(Object.entries(flags)), positionals });

describe('the question of verify-bundle', () => {
  it('is read with an identity', () => {
    assert.deepEqual(read({ bundle: 'b', ...IDENTITY }), {
      bundle: 'b',
      trustedRoot: undefined,
      artifact: 'app.tar',
      signer: { kind: 'certificate', identity: 'me', issuer: 'https://issuer.example' },
    });
  });

  it('is read with a key and a root', () => {
    assert.deepEqual(read({ bundle: 'b', key: 'k.pem', 'trusted-root': 'r', staging: 'true' }), {
      bundle: 'b',
      trustedRoot: 'r',
      artifact: 'app.tar',
      signer: { kind: 'key', path: 'k.pem' },
    });
  });

  const refused: readonly (readonly [
    why: string,
    flags: Record<string, string>,
    positionals: string[],
    code: string,
  ])[] = [
    ['no bundle', { ...IDENTITY }, ['f'], 'INPUT_MISSING'],
    ['nobody to accept', { bundle: 'b' }, ['f'], 'INPUT_MISSING'],
    ['an identity without its issuer', { bundle: 'b', 'certificate-identity': 'me' }, ['f'], 'INPUT_MISSING'],
    ['an empty identity', { bundle: 'b', ...IDENTITY, 'certificate-identity': '' }, ['f'], 'INPUT_MISSING'],
    ['no file', { bundle: 'b', ...IDENTITY }, [], 'INPUT_MISSING'],
    ['two files', { bundle: 'b', ...IDENTITY }, ['f', 'g'], 'INPUTS_CONTRADICT'],
    ['a key and an identity', { bundle: 'b', ...IDENTITY, key: 'k' }, ['f'], 'INPUTS_CONTRADICT'],
    ['staging without its root', { bundle: 'b', ...IDENTITY, staging: 'true' }, ['f'], 'INPUT_MISSING'],
  ];
  for (const [why, flags, positionals, code] of refused) {
    it(`is refused with ${why}`, () => {
      assert.throws(() => read(flags, positionals), { code, fault: 'user' });
    });
  }
});
