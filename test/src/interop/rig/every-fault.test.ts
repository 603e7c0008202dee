import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { casesOf } from './cases.js';
import { discover } from './discover.js';
import { PLACES } from './places.js';

const OWN = /^countersign(?:-|$)/;

describe('every finding of the matrix', () => {
  it('is about a twin that Countersign has to refuse, in the same place', async () => {
    const { verifiers, exhibits, exceptions } = await discover();
    const cases = casesOf(verifiers, exhibits, PLACES, exceptions);
    const accepted = cases.filter(
      ({ exhibit, expectation }) =>
        exhibit.twin !== undefined && expectation.state === 'fault' && expectation.accepts,
    );
    assert.ok(accepted.length > 0);
    for (const { verifier, exhibit, place } of accepted) {
      const own = cases.filter(
        (each) => OWN.test(each.verifier.id) && each.exhibit === exhibit && each.place === place,
      );
      assert.ok(
        own.some(({ expectation }) => expectation.state === 'refused'),
        `${verifier.id} accepts ${exhibit.id} at ${place.id}, and Countersign is not asked`,
      );
    }
  });

  it('never lets Countersign be the one at fault', async () => {
    const { verifiers, exhibits, exceptions } = await discover();
    const own = casesOf(verifiers, exhibits, PLACES, exceptions).filter(({ verifier }) =>
      OWN.test(verifier.id),
    );
    assert.deepEqual(
      own
        .filter(({ expectation: { state } }) => state !== 'pass' && state !== 'refused')
        .map(({ ask }) => ask.id),
      [],
    );
  });
});
