import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseTrustSources, type OptionEdge, type RawValues } from './index.js';

const configOf = (raw: RawValues, env: OptionEdge['env']) =>
  parseTrustSources(raw, {
    env,
    readFile: () => Promise.reject(new Error('there are no files')),
    identity: {
      runner: undefined,
      sigstoreIdToken: undefined,
      situation: 'not-a-runner',
      mask: () => undefined,
    },
  }).signingConfig;

const ROOT = { 'trusted-root': 'root.json' };
const MIRROR = { 'tuf-mirror': 'https://tuf.example', 'tuf-root': 'tuf.json' };
const ENV = { COUNTERSIGN_SIGNING_CONFIG: 'env.json' };

describe('the signing config that goes with an exported root', () => {
  const cases: readonly (readonly [why: string, raw: RawValues, env: OptionEdge['env'], kind: unknown])[] = [
    ['that of the flag', { ...ROOT, 'signing-config': 'c.json' }, ENV, { kind: 'file', path: 'c.json' }],
    ['that of the environment', ROOT, ENV, { kind: 'file', path: 'env.json' }],
    ['none beside a root in a file', ROOT, { COUNTERSIGN_SIGNING_CONFIG: '' }, undefined],
    [
      "the mirror's own where the mirror is named here",
      MIRROR,
      ENV,
      { kind: 'tuf-mirror', mirrorUrl: 'https://tuf.example', rootPath: 'tuf.json' },
    ],
  ];
  for (const [why, raw, env, expected] of cases) {
    it(`is ${why}`, () => {
      assert.deepEqual(configOf(raw, env), expected);
    });
  }
});
