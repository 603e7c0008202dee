import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseRequirements } from './requirements.js';

const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
const VULN = 'https://cosign.sigstore.dev/attestation/vuln/v1';

const read: readonly (readonly [text: string, platforms: 'all' | 'index', expected: string[]])[] = [
  ['signature', 'all', ['signature everywhere']],
  ['signature', 'index', ['signature on the root']],
  [SIGNATURE, 'all', [`${SIGNATURE} everywhere`]],
  [
    'signature, provenance\nsbom',
    'all',
    ['signature everywhere', 'provenance everywhere', 'sbom on the root'],
  ],
  ['provenance sbom', 'index', ['provenance on the root', 'sbom on the root']],
  ['sbom@all', 'all', ['sbom@all everywhere']],
  ['sbom@all', 'index', ['sbom@all everywhere']],
  ['scan vuln@all openvex', 'all', ['scan on the root', 'vuln@all everywhere', 'openvex on the root']],
  [`${VULN} ${VULN}@all`, 'all', [`${VULN} on the root`, `${VULN}@all everywhere`]],
  ['https://slsa.dev/provenance/v0.2', 'all', ['https://slsa.dev/provenance/v0.2 on the root']],
  ['signature,signature', 'all', ['signature everywhere']],
];

const refused: readonly (readonly [why: string, text: string, platforms: 'all' | 'index', code: string])[] = [
  ['an empty list', ' ,\n', 'all', 'INPUT_MISSING'],
  ['a word that is not known', 'signatures', 'all', 'INPUT_INVALID'],
  ['"@all" alone', '@all', 'all', 'INPUT_INVALID'],
  ['a place that is not known', 'sbom@each', 'all', 'INPUT_INVALID'],
  ['a signature everywhere and on the index alone', 'signature@all', 'index', 'INPUTS_CONTRADICT'],
  ['more than is read', Array.from({ length: 51 }, (_, n) => `urn:x:${n}`).join(' '), 'all', 'INPUT_INVALID'],
];

const V1 = 'https://slsa.dev/provenance/v1';
const V02 = 'https://slsa.dev/provenance/v0.2';

describe('a provenance that is required', () => {
  for (const [word, types] of [
    ['provenance', [V1, V02]],
    ['slsaprovenance', [V1, V02]],
    ['slsaprovenance1', [V1]],
    ['slsaprovenance02', [V02]],
    ['provenance@all', [V1, V02]],
  ] as const) {
    it(`is by the word ${word} of ${types.map((type) => type.slice(22)).join(' or ')}, everywhere`, () => {
      const [only] = parseRequirements(word, 'all');
      assert.deepEqual([only?.predicateTypes, only?.everywhere], [types, true]);
    });
  }
  it('is of no other version', () => {
    const [only] = parseRequirements('provenance', 'all');
    assert.ok(!only?.predicateTypes.includes('https://slsa.dev/provenance/v0.1'));
  });
});

describe('parseRequirements', () => {
  for (const [text, platforms, expected] of read) {
    it(`reads ${JSON.stringify(text)} with platforms: ${platforms}`, () => {
      const found = parseRequirements(text, platforms).map(
        ({ name, everywhere }) => `${name} ${everywhere ? 'everywhere' : 'on the root'}`,
      );
      assert.deepEqual(found, expected);
    });
  }
  for (const [why, text, platforms, code] of refused) {
    it(`refuses ${why}`, () => {
      assert.throws(() => parseRequirements(text, platforms), { code, fault: 'user' });
    });
  }
});
