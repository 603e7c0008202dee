import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Case, Result, State } from '../contract.js';
import { idlePrograms } from './idle.js';

const caseOf = (id: string, program: string): Case =>
  ({ verifier: { id, programs: [program] } }) as unknown as Case;
const result = (verifier: string, state: State): Result => ({ verifier, state }) as unknown as Result;

describe('programs that a run must not do without', () => {
  const cases = [caseOf('cosign3', 'cosign'), caseOf('kyverno-cosign', 'kyverno'), caseOf('gh', 'gh')];

  it('are missed where every case of theirs was left out, for whatever reason', () => {
    const results = [result('cosign3', 'pass'), result('kyverno-cosign', 'not-run'), result('gh', 'not-run')];
    assert.deepEqual(idlePrograms(cases, results), ['kyverno']);
  });

  it('are not missed where one case was run, or nothing was asked of them', () => {
    const results = [result('cosign3', 'pass'), result('kyverno-cosign', 'refused')];
    assert.deepEqual(idlePrograms(cases, results), []);
    assert.deepEqual(idlePrograms([caseOf('gh', 'gh')], [result('gh', 'not-run')]), []);
  });
});
