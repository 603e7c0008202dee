import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { CountersignError } from '@countersign/core/errors';
import { errorInFlagWords, inFlagWords } from './flag-words.js';

const rewritten: readonly (readonly [command: string, advice: string, expected: string])[] = [
  ['sign', 'Give it, or set allow-tag: true to take it.', 'Give it, or give --allow-tag to take it.'],
  [
    'attest',
    'Set "signature: true" to sign it, or "layouts: legacy".',
    'Give --signature to sign it, or --layouts legacy.',
  ],
  ['verify', 'Leave out "platforms: index" to demand it.', 'Leave out --platforms index to demand it.'],
  ['sign', 'Give one as the input "identity-token" or so.', 'Give one as --identity-token or so.'],
  ['sign', 'Or sign with a key (input "key"), then.', 'Or sign with a key (--key), then.'],
  ['sign', 'write "key: env://NAME" with its name', 'write --key env://NAME with its name'],
  ['sign', 'a key (key, transparency-log: none)', 'a key (key, --transparency-log none)'],
  [
    'verify',
    'Give source-repository, or certificate-identity-regexp with certificate-oidc-issuer.',
    'Give --source-repository, or --certificate-identity-regexp with --certificate-oidc-issuer.',
  ],
  ['sign', 'Set "dry-run: false".', 'Give --dry-run=false.'],
];

const kept: readonly (readonly [command: string, advice: string])[] = [
  // An output of an action is no flag.
  ['sbom', 'Give the syft-path output of setup-tools, or leave it out.'],
  ['sign', 'Add:\npermissions:\n  contents: read\n  id-token: write'],
  ['sign', 'Give --allow-tag, or --certificate-identity-regexp.'],
  ['verify', 'Set "signature: true" to sign it.'],
  ['verify', 'Check the key: it is none. See the mode: of the image.'],
  [
    'sign',
    'See /home/a/trusted-root/x and trusted-root.json.'.replace('trusted-root.json', 'my-trusted-root'),
  ],
];

describe('an advice for the command', () => {
  for (const [command, advice, expected] of rewritten) {
    it(`says ${JSON.stringify(expected)} of ${command}`, () => {
      assert.equal(inFlagWords(advice, command), expected);
      assert.equal(inFlagWords(expected, command), expected, 'once is enough');
    });
  }
  for (const [command, advice] of kept) {
    it(`leaves ${JSON.stringify(advice)} of ${command} alone`, () => {
      assert.equal(inFlagWords(advice, command), advice);
    });
  }
  it('names the flag of an error that begins with the setting', () => {
    const error = new CountersignError('INPUT_INVALID', { what: 'source-repository is "x"', remedy: '' });
    assert.equal(errorInFlagWords(error, 'verify').message, '--source-repository is "x"');
    const other = new CountersignError('INTERNAL', { what: 'image is not there', remedy: '' });
    assert.equal(errorInFlagWords(other, 'verify').message, 'image is not there');
  });
  it('makes no flag of what stands alone', () => {
    const error = new CountersignError('INPUT_INVALID', { what: 'The input tools holds "x"', remedy: '' });
    assert.equal(errorInFlagWords(error, 'tools').message, 'The list of tools holds "x"');
  });
  it('keeps the code, and names the flag that the error is about', () => {
    const error = new CountersignError('INPUT_INVALID', {
      what: 'The input mode is "x"',
      remedy: 'Write enforce.',
    });
    const { code, message } = errorInFlagWords(error, 'verify');
    assert.deepEqual([code, message], ['INPUT_INVALID', '--mode is "x"']);
  });
});
