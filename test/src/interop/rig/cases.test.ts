import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Ask, Exception, Exhibit, Facts, PlaceFacts, TwinKind, Verifier } from '../contract.js';
import { casesOf } from './cases.js';

const FACTS: Facts = {
  layouts: ['signature-tag', 'bundle'],
  signer: 'keyless',
  log: 'rekor-v1',
  timestamp: true,
  signature: true,
  predicateTypes: ['https://example.com/a'],
  platformPredicateTypes: [],
  subjects: ['index', 'platform'],
  separateRepository: false,
};
const never = (): never => {
  throw new Error('nothing is run here');
};
const exhibit = (id: string, fields: Partial<Exhibit> = {}): Exhibit => ({
  id,
  title: id,
  writer: 'countersign',
  facts: FACTS,
  prepare: never,
  ...fields,
});
const twin = (kind: TwinKind, fields: Partial<Exhibit> = {}): Exhibit =>
  exhibit(kind, { twin: kind, ...fields });
const ask = (fields: Partial<Ask> = {}): Ask => ({
  id: 'verify',
  title: 'the signature',
  command: 'verify IMAGE',
  question: { kind: 'signature' },
  applies: () => true,
  run: never,
  ...fields,
});
const verifier = (...asks: readonly Ask[]): Verifier => ({
  id: 'v',
  title: 'v',
  programs: [],
  refusal: /refused/,
  refusalOf: { unsigned: /nothing there/ },
  asks,
  version: never,
});
const PLACE: PlaceFacts = {
  id: 'here',
  title: 'here',
  registry: 'testbed',
  sigstore: 'testbed',
  referrersApi: true,
  auth: 'none',
  everything: true,
  smoke: true,
};
const cases = (
  exhibits: readonly Exhibit[],
  asks: readonly Ask[] = [ask()],
  rows: readonly Exception[] = [],
  place = PLACE,
) => casesOf([verifier(...asks)], exhibits, [place], new Map([['v', rows]]));
const states = (...given: Parameters<typeof cases>) => cases(...given).map(({ expectation }) => expectation);

describe('the cases of the matrix', () => {
  it('asks about the index and a platform, and expects what is right to pass', () => {
    assert.deepEqual(
      cases([exhibit('right')]).map(({ subject, expectation }) => [subject, expectation.state]),
      [
        ['index', 'pass'],
        ['platform', 'pass'],
      ],
    );
  });

  it('expects a twin to be refused, in the words for its kind where there are some', () => {
    assert.deepEqual(states([twin('other-identity')])[0], { state: 'refused', words: /refused/ });
    assert.deepEqual(states([twin('unsigned')])[0], { state: 'refused', words: /nothing there/ });
  });

  it('expects the part of a twin that is not spoiled to pass', () => {
    const spoiled = twin('dirty-platform', { spoils: (_question, subject) => subject === 'platform' });
    assert.deepEqual(
      states([spoiled]).map(({ state }) => state),
      ['pass', 'refused'],
    );
  });

  it('expects a missing chain to matter to those alone who know no intermediate certificate', () => {
    const asks = [ask(), ask({ id: 'with-intermediates', knowsIntermediates: true })];
    assert.deepEqual(
      states([twin('missing-chain', { facts: { ...FACTS, subjects: ['index'] } })], asks).map(
        ({ state }) => state,
      ),
      ['refused', 'pass'],
    );
  });

  it('asks about a predicate type only where it was attested', () => {
    const about = (predicateType: string) => [ask({ question: { kind: 'attestation', predicateType } })];
    assert.deepEqual(
      cases([exhibit('right')], about('https://example.com/a')).map(({ subject }) => subject),
      ['index'],
    );
    assert.equal(cases([exhibit('right')], about('https://example.com/b')).length, 0);
  });

  it('takes only those exhibits to a small place that want to go everywhere', () => {
    const small = { ...PLACE, everything: false };
    const travelling = exhibit('travelling', { places: () => true });
    const found = cases([exhibit('right'), travelling], [ask()], [], small);
    assert.deepEqual(new Set(found.map((each) => each.exhibit.id)), new Set(['travelling']));
  });

  it('lays an exception over the rule, and fails where one fits no case', () => {
    const expect = { state: 'not-run', why: 'no time' } as const;
    assert.deepEqual(states([exhibit('right')], [ask()], [{ exhibits: ['right'], expect }])[0], expect);
    assert.throws(
      () => cases([exhibit('right')], [ask()], [{ exhibits: ['wrong'], expect }]),
      /fit no case: wrong/,
    );
  });
});
