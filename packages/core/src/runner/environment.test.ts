import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { settingsOf } from '../options/index.js';
import { readInputs, type Environment } from './environment.js';

const read = (env: Environment): object => readInputs(env, settingsOf('verify'));

const TABLE: readonly (readonly [situation: string, env: Environment, inputs: object])[] = [
  ['an input', { INPUT_IMAGES: 'registry.example/app' }, { images: 'registry.example/app' }],
  [
    'an input with a hyphen, which stays',
    { 'INPUT_SOURCE-REPOSITORY': 'acme/app' },
    { 'source-repository': 'acme/app' },
  ],
  ['several lines', { INPUT_REQUIRE: 'signature\nsbom' }, { require: 'signature\nsbom' }],
  ['an empty input, which is not given', { INPUT_IMAGES: '', INPUT_IMAGE: ' \n' }, {}],
  [
    'a default that the runner filled in, which is not given',
    { INPUT_MODE: 'enforce', INPUT_REQUIRE: 'signature' },
    {},
  ],
  ['another value than the default', { INPUT_MODE: 'warn' }, { mode: 'warn' }],
  ['the lines of settings', { INPUT_SETTINGS: 'retry-window: 1m' }, { settings: 'retry-window: 1m' }],
  ['an input that is not declared, for the parser to refuse', { INPUT_SORCE: 'x' }, { sorce: 'x' }],
  [
    'a line of settings given as an input, for the parser to refuse',
    { 'INPUT_RETRY-WINDOWS': '1m' },
    { 'retry-windows': '1m' },
  ],
  ['variables that are no inputs', { HOME: '/home/x', GITHUB_OUTPUT: '/tmp/x', INPUT: 'x' }, {}],
];

describe('readInputs', () => {
  for (const [situation, env, inputs] of TABLE) {
    it(`reads ${situation}`, () => {
      assert.deepEqual(read(env), inputs);
    });
  }
});
