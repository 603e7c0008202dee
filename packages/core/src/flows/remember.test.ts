import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { CountersignError } from '../errors.js';
import type { ClaimMaterial } from '../layouts/index.js';
import { digestOf } from '../oci/index.js';
import type { VerifiedClaim, Verifier } from '../verify/index.js';
import { rememberVerdicts } from './remember.js';

const SUBJECT = digestOf('image');
const PAYLOAD = Buffer.from('payload');

/** Counts what it is asked, and rejects what is no bundle. */
function counting(): Verifier & { asked: number } {
  const verifier = {
    asked: 0,
    requirements: undefined,
    verify: (material: ClaimMaterial, subject: typeof SUBJECT): VerifiedClaim => {
      verifier.asked += 1;
      if (material.kind === 'simple-signing') {
        throw new CountersignError('SIGNATURE_INVALID', { what: 'no', remedy: 'none' });
      }
      return {
        signer: { kind: 'key', hint: 'k' },
        subject,
        predicateType: 'urn:x',
        payload: Buffer.from(PAYLOAD),
        statement: { _type: 't', subject: [], predicateType: 'urn:x', predicate: { large: true } },
        logEntries: [],
        times: [],
      };
    },
  };
  return verifier;
}

const bundle = (text: string): ClaimMaterial => ({ kind: 'bundle', bytes: Buffer.from(text) });
const layer = (text: string, annotations: Record<string, string>): ClaimMaterial => ({
  kind: 'dsse-layer',
  payload: Buffer.from(text),
  annotations,
});

describe('a verifier that remembers', () => {
  const cases: readonly (readonly [what: string, one: ClaimMaterial, other: ClaimMaterial, asked: number])[] =
    [
      ['the same bundle', bundle('a'), bundle('a'), 1],
      ['a bundle of other bytes', bundle('a'), bundle('b'), 2],
      [
        'the same layer, its annotations in another order',
        layer('a', { x: '1', y: '2' }),
        layer('a', { y: '2', x: '1' }),
        1,
      ],
      ['a layer with another annotation', layer('a', { x: '1' }), layer('a', { x: '2' }), 2],
      ['a layer of the same bytes as a bundle', bundle('a'), layer('a', {}), 2],
    ];
  for (const [what, one, other, asked] of cases) {
    it(`verifies ${what} ${asked === 1 ? 'once' : 'by itself'}`, () => {
      const inner = counting();
      const verifier = rememberVerdicts(inner, [PAYLOAD]);
      const [first, second] = [verifier.verify(one, SUBJECT), verifier.verify(other, SUBJECT)];
      assert.equal(inner.asked, asked);
      assert.equal(first.payload, PAYLOAD);
      assert.equal(second.payload, PAYLOAD);
    });
  }

  it('verifies the same bytes again about another subject, and after a rejection', () => {
    const inner = counting();
    const verifier = rememberVerdicts(inner);
    verifier.verify(bundle('a'), SUBJECT);
    assert.equal(verifier.verify(bundle('a'), digestOf('other')).subject, digestOf('other'));
    assert.equal(inner.asked, 2);
    const rejected: ClaimMaterial = { kind: 'simple-signing', payload: PAYLOAD, annotations: {} };
    for (let look = 0; look < 2; look += 1) assert.throws(() => verifier.verify(rejected, SUBJECT));
    assert.equal(inner.asked, 4);
  });
});
