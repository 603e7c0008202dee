import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { MAX_SUPERSEDED_NAMES } from '../limits.js';
import { digestOf } from '../oci/index.js';
import { supersededBy, supersedesAnnotation } from './supersedes.js';

const DIGESTS = Array.from({ length: MAX_SUPERSEDED_NAMES + 5 }, (_, number) => digestOf(String(number)));

describe('the names of superseded objects', () => {
  it('are read as they were written', () => {
    assert.deepEqual(supersededBy(supersedesAnnotation(DIGESTS.slice(0, 3))), DIGESTS.slice(0, 3));
  });

  it('are no annotation where there are none', () => {
    assert.deepEqual([supersedesAnnotation([]), supersededBy({}), supersededBy(undefined)], [{}, [], []]);
  });

  it('are bounded, however many are written or read', () => {
    assert.equal(supersededBy(supersedesAnnotation(DIGESTS)).length, MAX_SUPERSEDED_NAMES);
    const all = { 'dev.countersign.supersedes': DIGESTS.join(',') };
    assert.equal(supersededBy(all).length, MAX_SUPERSEDED_NAMES);
  });

  it('are digests: whatever else stands there is passed over', () => {
    const odd = `latest, ${DIGESTS[0] ?? ''},sha256:ABC,${DIGESTS[1] ?? ''}`;
    assert.deepEqual(supersededBy({ 'dev.countersign.supersedes': odd }), [DIGESTS[1]]);
  });
});
