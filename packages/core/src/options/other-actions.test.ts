import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import { settingsOf } from './catalogue.js';
import { counterpartOf } from './other-actions.js';
import { withSettingsLines } from './settings-lines.js';
import type { CommandName } from './setting.js';

const remedyOf = (command: CommandName, name: string): string => {
  try {
    withSettingsLines(command, { [name]: 'x' });
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'INPUT_UNKNOWN') return error.remedy;
    throw error;
  }
  throw new Error(`${command} takes ${name}`);
};

describe('an input that an action does not take', () => {
  for (const [command, name, here] of [
    ['scan', 'severity-cutoff', 'fail-on'],
    ['scan', 'fail-build', 'fail-on'],
    ['scan', 'exit-code', 'fail-on'],
    ['scan', 'severity', 'fail-on'],
    ['scan', 'ignore-unfixed', 'only-fixed'],
    ['scan', 'image-ref', 'image'],
    ['scan', 'cache-db', 'db-dir'],
    ['sbom', 'format', 'formats'],
    ['sbom', 'output-file', 'output-dir'],
    ['sbom', 'artifact-name', 'upload-artifact'],
  ] as const)
    it(`names the counterpart of another action's ${name}: ${here}`, () => {
      assert.ok(settingsOf(command).some((setting) => setting.name === here));
      assert.ok(remedyOf(command, name).includes(here));
    });

  it('is suggested the nearest name', () => {
    assert.equal(remedyOf('scan', 'fail-onn'), 'Did you mean fail-on?');
  });

  it('is told inputs and lines of settings apart where nothing is near', () => {
    const [inputs = '', lines = ''] = remedyOf('scan', 'zzzzzz').split('\n');
    assert.match(inputs, /^Inputs: .*fail-on/);
    assert.doesNotMatch(inputs, /grype-version/);
    assert.match(lines, /^Lines of "settings": .*grype-version/);
  });

  it('has no counterpart by a name that every object answers to', () => {
    for (const name of ['constructor', '__proto__', 'toString'])
      assert.equal(counterpartOf('scan', name), undefined);
  });

  it('is never one that is taken here', () => {
    for (const command of ['sbom', 'scan'] as const)
      for (const { name } of settingsOf(command)) assert.equal(counterpartOf(command, name), undefined, name);
  });
});
