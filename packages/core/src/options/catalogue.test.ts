import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { SETTINGS, settingsOf } from './catalogue.js';
import type { CommandName } from './setting.js';

/** An action has its own inputs and `settings`; more than this nobody reads. */
const MAX_INPUTS = 24;
const EVERY: readonly CommandName[] = ['sign', 'attest', 'verify', 'tree'];

const INPUTS: readonly (readonly [action: CommandName, names: readonly string[]])[] = [
  [
    'sign',
    [
      'allow-tag',
      'digest',
      'dry-run',
      'identity-token',
      'image',
      'images',
      'key',
      'layouts',
      'on-missing-identity',
      'platforms',
      'public-log',
      'registry-password',
      'registry-username',
      'transparency-log',
    ],
  ],
  [
    'attest',
    [
      'allow-tag',
      'digest',
      'dry-run',
      'identity-token',
      'image',
      'images',
      'key',
      'layouts',
      'on-missing-identity',
      'openvex',
      'platforms',
      'predicate-path',
      'predicate-type',
      'provenance',
      'public-log',
      'registry-password',
      'registry-username',
      'sbom',
      'signature',
      'supersede',
      'transparency-log',
      'vulnerability-report',
    ],
  ],
  [
    'verify',
    [
      'allow-tag',
      'build-trigger',
      'certificate-identity',
      'certificate-identity-regexp',
      'certificate-oidc-issuer',
      'deny-self-hosted-runners',
      'digest',
      'image',
      'images',
      'key',
      'mode',
      'platforms',
      'predicates-dir',
      'registry-password',
      'registry-username',
      'require',
      'signer-digest',
      'signer-workflow',
      'source-digest',
      'source-owner',
      'source-ref',
      'source-repository',
    ],
  ],
];

describe('the catalogue of settings', () => {
  for (const [action, names] of INPUTS) {
    it(`gives the action ${action} exactly its agreed inputs, and no more than ${MAX_INPUTS} with settings`, () => {
      const inputs = settingsOf(action).filter(({ input }) => input);
      assert.deepEqual(inputs.map(({ name }) => name).sort(), names);
      assert.ok(inputs.length + 1 <= MAX_INPUTS);
    });
  }

  for (const command of EVERY) {
    it(`names no setting of ${command} twice`, () => {
      const names = settingsOf(command).map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
    });
  }

  it('marks exactly the tokens and the password as secret', () => {
    assert.deepEqual(
      [...new Set(SETTINGS.filter(({ secret }) => secret).map(({ name }) => name))],
      ['github-token', 'identity-token', 'registry-password'],
    );
  });

  it('gives every choice a default that is one of its choices', () => {
    for (const { name, kind, choices = [], default: standard } of SETTINGS) {
      if (kind === 'choice') assert.ok(standard !== undefined && choices.includes(standard), name);
    }
  });

  it('lets no default weaken a check', () => {
    const defaults = new Map(SETTINGS.map((setting) => [setting.name, setting.default]));
    assert.equal(defaults.get('mode'), 'enforce');
    assert.equal(defaults.get('public-log'), 'refuse');
    assert.equal(defaults.get('allow-tag'), 'false');
    assert.equal(defaults.get('unsafe-no-settle'), 'false');
    assert.equal(defaults.get('on-missing-identity'), 'fail');
    assert.equal(defaults.get('plain-http'), undefined);
  });

  it('describes each setting in one line', () => {
    for (const { name, help } of SETTINGS) assert.match(help, /^[^\r\n]{10,300}$/, name);
  });
});
