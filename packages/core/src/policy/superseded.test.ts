import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { digestOf } from '../oci/index.js';
import { withSuperseded } from './superseded.js';
import type { JudgedClaim } from './types.js';

type Verified = Extract<JudgedClaim, { state: 'verified' }>;

const SUBJECT = digestOf('the image');
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

/** A claim signed in that second. */
const signed = (name: string, second: number | undefined, more: Partial<Verified> = {}): Verified => ({
  layout: 'bundle-referrer',
  subject: SUBJECT,
  digest: digestOf(name),
  names: [],
  state: 'verified',
  claim: {
    signer: { kind: 'key', hint: 'ours' },
    subject: SUBJECT,
    predicateType: 'https://example.test/scan',
    payload: new Uint8Array(),
    statement: undefined,
    logEntries: [],
    times: second === undefined ? [] : [{ at: at(second), witness: 'log' }],
  },
  ...more,
});
const statesOf = (...claims: readonly JudgedClaim[]) => withSuperseded(claims).map(({ state }) => state);

describe('a claim that another names as superseded', () => {
  const old = signed('old', 1);
  const names = [old.digest];

  it('counts for nothing once the newer one is accepted', () => {
    assert.deepEqual(statesOf(old, signed('new', 2, { names })), ['superseded', 'verified']);
  });

  it('does so in whatever order they are found', () => {
    assert.deepEqual(statesOf(signed('new', 2, { names }), old), ['verified', 'superseded']);
  });

  const kept: readonly (readonly [why: string, newer: JudgedClaim])[] = [
    ['the other is older: nobody brings a stale claim back by pushing it again', signed('new', 0, { names })],
    ['nobody witnessed when the other was signed', signed('new', undefined, { names })],
    ['the other is about another digest', signed('new', 2, { names, subject: digestOf('another') })],
    ['the other stands in another layout', signed('new', 2, { names, layout: 'attestation-tag' })],
    [
      'the other is of another type',
      signed('new', 2, {
        names,
        claim: { ...signed('x', 2).claim, predicateType: 'https://example.test/other' },
      }),
    ],
    [
      'the other was rejected',
      {
        ...signed('new', 2, { names }),
        state: 'rejected',
        predicateType: 'https://example.test/scan',
        error: new Error('no') as never,
      },
    ],
    ['the other names something else', signed('new', 2, { names: [digestOf('something else')] })],
  ];
  for (const [why, newer] of kept) {
    it(`counts where ${why}`, () => {
      assert.equal(statesOf(old, newer)[0], 'verified');
    });
  }

  it('is not superseded by itself', () => {
    assert.deepEqual(statesOf({ ...old, names }), ['verified']);
  });

  it('counts where the newer one may not replace it', () => {
    const claims = withSuperseded([old, signed('new', 2, { names })], () => false);
    assert.equal(claims[0]?.state, 'verified');
  });
});
