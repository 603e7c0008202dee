import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { COSIGN_SIGNATURE } from '../claims/index.js';
import { digestOf } from '../oci/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import { answerOf, type Observation, type ObservedClaim, type VerifierId } from './index.js';

const SPDX = 'https://spdx.dev/Document';
const V1 = 'log' as const;
const V2 = 'timestamp-authority' as const;

/** A claim that stands in one layout alone, with the time that this witness told. */
const only = (
  layout: ObservedClaim['layout'],
  predicateType = COSIGN_SIGNATURE,
  witness: VerifiedClaim['times'][number]['witness'] = V1,
): ObservedClaim => ({
  layout,
  digest: digestOf(`${layout} ${predicateType}`),
  predicateType,
  verified: {
    signer: { kind: 'certificate', identity: 'https://example.com/release', facts: {} as never },
    subject: digestOf('image'),
    predicateType,
    payload: Buffer.from('{}'),
    statement: { _type: '', subject: [], predicateType, predicate: {} },
    logEntries: [],
    times: [{ at: new Date(0), witness }],
  },
  error: undefined,
  traits: undefined,
});

function remedy(verifier: VerifierId, claims: readonly ObservedClaim[], predicateType?: string): string {
  const seen: Observation = {
    subject: digestOf('image'),
    platform: undefined,
    elsewhere: false,
    claims,
    referrers: { source: 'api', entries: [], tag: 'absent', unlisted: [] },
    tags: { 'signature-tag': false, 'attestation-tag': false },
    trust: { organizations: [], logs: true },
  };
  const answer = answerOf(seen, verifier, {
    predicateType,
    by: 'certificate',
    witness: 'log',
    intermediates: undefined,
    trust: 'either',
    accepts: () => true,
  });
  assert.equal(answer.verdict, 'sees-nothing');
  return answer.remedy;
}

describe('the remedy for what a verifier does not see', () => {
  it.each(['kyverno-cosign', 'kyverno-bundle'] as const)('is to sign, where nothing is signed: %s', (id) => {
    assert.doesNotMatch(remedy(id, []), /again|copy|repair/i);
  });

  it('is the other half of the copy, where a signature stands in one layout alone', () => {
    assert.match(remedy('kyverno-cosign', [only('bundle-referrer')]), /copy the tag/);
    assert.match(remedy('kyverno-bundle', [only('signature-tag')]), /oras copy -r/);
    assert.match(remedy('kyverno-bundle', [only('attestation-tag', SPDX)], SPDX), /oras copy -r/);
  });

  it('is a repair, where a bundle of Rekor v1 has all that a layer of the .att tag needs', () => {
    assert.match(remedy('kyverno-cosign', [only('bundle-referrer', SPDX)], SPDX), /--repair/);
  });

  it('is another log, where a layer would need a promise that Rekor v2 does not give', () => {
    for (const type of [COSIGN_SIGNATURE, SPDX]) {
      const asked = type === COSIGN_SIGNATURE ? undefined : type;
      const text = remedy('kyverno-cosign', [only('bundle-referrer', type, V2)], asked);
      assert.match(text, /rekor-v1/);
      assert.doesNotMatch(text, /--repair|copy the tag/);
    }
  });
});
