import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Result } from '../contract.js';
import { differences, matrixOf } from './matrix.js';

const result = (fields: Partial<Result> = {}): Result => ({
  verifier: 'cosign3',
  ask: 'verify',
  exhibit: 'keyless',
  place: 'testbed',
  subject: 'index',
  state: 'pass',
  milliseconds: 1,
  ...fields,
});
const matrix = (results: readonly Result[], version = '3.1.3') =>
  matrixOf([], results, new Map([['cosign3', version]]));

describe('the matrix', () => {
  it('gives the same bytes whatever the order and time of the results', () => {
    const results = [result(), result({ subject: 'platform', milliseconds: 9 }), result({ ask: 'tree' })];
    assert.equal(JSON.stringify(matrix(results)), JSON.stringify(matrix([...results].reverse())));
  });

  it('keeps words without addresses, digests and paths', () => {
    const words = `no signatures found for 127.0.0.1:4123/a@sha256:${'a'.repeat(64)} in /tmp/x/y`;
    const { refusals } = matrix([result({ state: 'refused', words })]);
    assert.deepEqual(refusals.cosign3, ['no signatures found for HOST/a@DIGEST in PATH']);
  });

  it('sees a cell that came out otherwise, a new one, and another version', () => {
    const before = matrix([result()]);
    assert.deepEqual(differences(matrix([result()]), before), []);
    assert.equal(differences(matrix([result({ state: 'fault' })]), before).length, 1);
    assert.equal(differences(matrix([result({ ask: 'new' })]), before).length, 1);
    assert.equal(differences(matrix([result()], '3.1.4'), before).length, 1);
  });

  it('does not miss what was not run', () => {
    const before = matrix([result(), result({ ask: 'tree' })]);
    assert.deepEqual(differences(matrix([result({ state: 'not-run' })]), before), []);
  });
});
