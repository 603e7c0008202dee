import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { readTestbedSwitches } from './testbed-options.js';

const read = (flags: Readonly<Record<string, string>>, positionals: readonly string[] = []) =>
  readTestbedSwitches({ flags: new Map(Object.entries(flags)), positionals });

describe('the switches of the test bed', () => {
  it('default to everything on', () => {
    assert.deepEqual(read({ state: 'd' }), {
      state: 'd',
      referrers: true,
      auth: 'none',
      ifMatch: true,
      delete: true,
      immutableTags: false,
      upstream: undefined,
      rekor: 'v1',
      latencyMs: 0,
      issuer: undefined,
      claims: undefined,
    });
  });

  it('are read', () => {
    const flags = {
      state: 'd',
      referrers: 'off',
      auth: 'token',
      'if-match': 'off',
      delete: 'off',
      'immutable-tags': 'on',
      upstream: '127.0.0.1:5000',
      rekor: 'v2',
      latency: '50',
      issuer: 'own',
      claims: 'c',
    };
    assert.deepEqual(read(flags), {
      state: 'd',
      referrers: false,
      auth: 'token',
      ifMatch: false,
      delete: false,
      immutableTags: true,
      upstream: 'http://127.0.0.1:5000',
      rekor: 'v2',
      latencyMs: 50,
      issuer: 'own',
      claims: 'c',
    });
  });

  it('know a registry that says more of its referrers than is there', () => {
    assert.equal(read({ state: 'd', referrers: 'header' }).referrers, 'header');
    assert.equal(read({ state: 'd', referrers: 'wrong-type' }).referrers, 'wrong-type');
  });

  const refused: readonly (readonly [why: string, flags: Record<string, string>, code: string])[] = [
    ['no folder', {}, 'INPUT_MISSING'],
    ['an empty folder', { state: '' }, 'INPUT_MISSING'],
    ['a switch that is neither on nor off', { state: 'd', referrers: 'true' }, 'INPUT_INVALID'],
    ['an unknown kind of credentials', { state: 'd', auth: 'oauth' }, 'INPUT_INVALID'],
    ['an upstream elsewhere', { state: 'd', upstream: 'ghcr.io:443' }, 'INPUT_INVALID'],
    ['an upstream without a port', { state: 'd', upstream: '127.0.0.1' }, 'INPUT_INVALID'],
    ['an upstream of a port too high', { state: 'd', upstream: '127.0.0.1:70000' }, 'INPUT_INVALID'],
    ['an unknown log', { state: 'd', rekor: '2' }, 'INPUT_INVALID'],
    ['a negative latency', { state: 'd', latency: '-1' }, 'INPUT_INVALID'],
    ['a latency with a unit', { state: 'd', latency: '5s' }, 'INPUT_INVALID'],
    ['a latency that is a stall', { state: 'd', latency: '60001' }, 'INPUT_INVALID'],
    ['an issuer that is no URL', { state: 'd', issuer: 'github' }, 'INPUT_INVALID'],
    ['an issuer with another scheme', { state: 'd', issuer: 'file:///etc' }, 'INPUT_INVALID'],
  ];
  for (const [why, flags, code] of refused) {
    it(`are refused with ${why}`, () => {
      assert.throws(() => read(flags), { code, fault: 'user' });
    });
  }

  it('are refused with an image', () => {
    assert.throws(() => read({ state: 'd' }, ['app']), { code: 'INPUT_INVALID' });
  });
});
