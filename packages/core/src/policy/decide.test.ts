import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { COSIGN_SIGNATURE, SLSA_PROVENANCE_V1, SPDX_DOCUMENT } from '../claims/index.js';
import type { ImageSet, Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import { digestOf, OCI_INDEX, OCI_MANIFEST } from '../oci/index.js';
import { decide, type CheckedClaim } from './decide.js';
import { parseRequirements } from './requirements.js';
import type { SignerRule } from './types.js';

const subject = (text: string, platform: string | undefined): Subject => ({
  digest: digestOf(text),
  mediaType: platform === undefined ? OCI_INDEX : OCI_MANIFEST,
  size: 1,
  platform,
});
const root = subject('index', undefined);
const amd64 = subject('amd64', 'linux/amd64');
const arm64 = subject('arm64', 'linux/arm64');
const image: ImageSet = {
  name: { host: 'registry.example', repository: 'acme/app' },
  pinned: `registry.example/acme/app@${root.digest}`,
  kind: 'index',
  root,
  platforms: [amd64, arm64],
};
const KEY: SignerRule = { kind: 'key', hint: 'ours', publicKeyPem: '' };

const claim = (
  on: Subject,
  predicateType: string,
  options: { of?: Subject; hint?: string } = {},
): CheckedClaim => ({
  layout: 'bundle-referrer',
  subject: on.digest,
  digest: digestOf(`${on.digest} ${predicateType}`),
  names: [],
  claim: {
    signer: { kind: 'key', hint: options.hint ?? 'ours' },
    subject: (options.of ?? on).digest,
    predicateType,
    payload: new Uint8Array(),
    statement: undefined,
    logEntries: [],
    times: [],
  },
});
const broken = (on: Subject, predicateType: string | undefined): CheckedClaim => ({
  layout: 'bundle-referrer',
  subject: on.digest,
  digest: digestOf(`broken ${on.digest}`),
  names: [],
  predicateType,
  error: new CountersignError('SIGNATURE_INVALID', { what: 'the signature is wrong', remedy: '' }),
});

const all = (predicateType: string): CheckedClaim[] =>
  [root, amd64, arm64].map((on) => claim(on, predicateType));
const verdict = (
  claims: readonly CheckedClaim[],
  require: string,
  platforms: 'all' | 'index' = 'all',
): string => decide(image, claims, [KEY], parseRequirements(require, platforms)).verdict;

type Case = readonly [situation: string, verdict: string, claims: readonly CheckedClaim[], require: string];

const cases: readonly Case[] = [
  ['index and platforms are signed', 'accepted', all(COSIGN_SIGNATURE), 'signature'],
  ['one platform is not signed', 'rejected', all(COSIGN_SIGNATURE).slice(0, 2), 'signature'],
  ['the index is not signed', 'rejected', all(COSIGN_SIGNATURE).slice(1), 'signature'],
  ['nothing is there', 'rejected', [], 'signature'],
  ['only attestations are there', 'rejected', all(SLSA_PROVENANCE_V1), 'signature'],
  ['a signature stands in for an attestation', 'rejected', all(COSIGN_SIGNATURE), 'provenance'],
  ['all have provenance', 'accepted', all(SLSA_PROVENANCE_V1), 'provenance'],
  ['the index has an SBOM', 'accepted', [claim(root, SPDX_DOCUMENT)], 'sbom'],
  ['only a platform has an SBOM', 'rejected', [claim(amd64, SPDX_DOCUMENT)], 'sbom'],
  ['only the index has the SBOM demanded everywhere', 'rejected', [claim(root, SPDX_DOCUMENT)], 'sbom@all'],
  ['all have the SBOM demanded everywhere', 'accepted', all(SPDX_DOCUMENT), 'sbom@all'],
  [
    'an attestation speaks of another digest',
    'rejected',
    [claim(root, SPDX_DOCUMENT, { of: amd64 })],
    'sbom',
  ],
  ['another signed', 'rejected', [claim(root, SPDX_DOCUMENT, { hint: 'theirs' })], 'sbom'],
  [
    'a broken claim stands beside a good one',
    'accepted',
    [broken(root, SPDX_DOCUMENT), claim(root, SPDX_DOCUMENT)],
    'sbom',
  ],
  ['one requirement of two is met', 'rejected', all(COSIGN_SIGNATURE), 'signature sbom'],
];

describe('decide', () => {
  for (const [situation, expected, claims, require] of cases) {
    it(`says ${expected} where ${situation}`, () => {
      assert.equal(verdict(claims, require), expected);
    });
  }
  it('asks of the digest given alone with platforms: index', () => {
    assert.equal(verdict([claim(root, COSIGN_SIGNATURE)], 'signature', 'index'), 'accepted');
  });
  it('accepts nothing without a requirement', () => {
    assert.equal(decide(image, all(COSIGN_SIGNATURE), [KEY], []).verdict, 'rejected');
  });
  it('accepts nothing without a rule', () => {
    const decision = decide(image, all(COSIGN_SIGNATURE), [], parseRequirements('signature', 'all'));
    assert.equal(decision.verdict, 'rejected');
  });
  it('gives the reason of each claim that might have met the requirement', () => {
    const claims = [broken(root, undefined), broken(root, SPDX_DOCUMENT), broken(root, SLSA_PROVENANCE_V1)];
    const { requirements } = decide(image, claims, [KEY], parseRequirements('sbom', 'all'));
    assert.match(requirements[0]?.reason ?? '', /the signature is wrong/);
    const none = decide(image, [], [KEY], parseRequirements('sbom', 'all'));
    assert.equal(none.requirements[0]?.reason, 'no sbom was found');
  });
});
