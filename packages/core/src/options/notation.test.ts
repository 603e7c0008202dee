import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { DAY_MS } from '../runtime.js';
import { parseSign, parseTree, parseVerify, type OptionEdge, type RawValues } from './index.js';

const IMAGE = `registry.example/team/app@sha256:${'a'.repeat(64)}`;
const POLICY = JSON.stringify({
  version: '1.0',
  trustPolicies: [
    {
      name: 'acme',
      registryScopes: ['*'],
      signatureVerification: { level: 'strict' },
      trustStores: ['ca:acme'],
      trustedIdentities: ['*'],
    },
  ],
});
const FILES: Readonly<Record<string, string>> = {
  'key.pem': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
  'chain.pem': 'certificates',
  'notation/trustpolicy.json': POLICY,
  'broken.json': '{',
};
const edge: OptionEdge = {
  env: { KEY: 'a key' },
  readFile: (path) => {
    const text = FILES[path];
    if (text !== undefined) return Promise.resolve(Buffer.from(text));
    return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
  },
  identity: {
    runner: undefined,
    sigstoreIdToken: undefined,
    situation: 'not-a-runner',
    mask: () => undefined,
  },
};

const BOTH = { images: IMAGE, 'notation-key': 'key.pem', 'notation-certificates': 'chain.pem' };
const TRUST = { 'notation-trust-policy': 'notation/trustpolicy.json' };
const notationOf = async (raw: RawValues) => (await parseSign(raw, edge)).options.notation;

describe('the inputs of sign for Notation', () => {
  it('make nothing where none is given', async () => {
    assert.equal(await notationOf({ images: IMAGE }), undefined);
  });

  it('sign beside Sigstore as JWS without an end, unless they say otherwise', async () => {
    const made = await notationOf(BOTH);
    assert.equal(made?.alone, false);
    assert.equal(made.format, 'jws');
    assert.equal(made.expiryMs, undefined);
    const other = await notationOf({
      ...BOTH,
      layouts: 'notation',
      'notation-key': 'env://KEY',
      'signature-format': 'cose',
      'notation-expiry': '90d',
    });
    assert.equal(other?.alone, true);
    assert.deepEqual(other.key, { name: 'env://KEY', pem: 'a key' });
    assert.equal(other.format, 'cose');
    assert.equal(other.expiryMs, 90 * DAY_MS);
  });

  it('take a timestamp authority alone where nothing else of Sigstore is used', async () => {
    const url = { 'timestamp-server-url': 'https://tsa.example/' };
    const { options } = await parseSign({ ...BOTH, ...url, layouts: 'notation' }, edge);
    assert.deepEqual(options.signingConfig, { kind: 'urls', tsaUrl: 'https://tsa.example/' });
  });

  it('take a timestamp authority for themselves beside the services that Sigstore has anyway', async () => {
    const url = { 'timestamp-server-url': 'https://tsa.example/' };
    for (const [more, signingConfig] of [
      [{}, { kind: 'public-good' }],
      [{ 'signing-config': 'config.json' }, { kind: 'file', path: 'config.json' }],
    ] as const) {
      const { options } = await parseSign({ ...BOTH, ...url, ...more }, edge);
      assert.equal(options.notation?.tsaUrl, 'https://tsa.example/');
      assert.deepEqual(options.signingConfig, signingConfig);
    }
    const services = { 'rekor-url': 'https://rekor.example' };
    const { options } = await parseSign({ ...BOTH, ...url, ...services }, edge);
    assert.equal(options.notation?.tsaUrl, undefined);
    assert.deepEqual(options.signingConfig, {
      ...{ kind: 'urls', rekorUrl: 'https://rekor.example', tsaUrl: 'https://tsa.example/' },
    });
    // Without Notation it would replace all services, and the log would be lost.
    await assert.rejects(() => parseSign({ images: IMAGE, ...url }, edge), { code: 'INPUT_MISSING' });
    const noUrl = { 'timestamp-server-url': 'tsa.example' };
    await assert.rejects(() => parseSign({ ...BOTH, ...noUrl }, edge), { code: 'INPUT_INVALID' });
  });

  const refused: readonly (readonly [why: string, code: string, raw: RawValues])[] = [
    ['a key without certificates', 'INPUTS_CONTRADICT', { 'notation-key': 'key.pem' }],
    ['certificates without a key', 'INPUTS_CONTRADICT', { 'notation-certificates': 'chain.pem' }],
    ['an end of nothing', 'INPUTS_CONTRADICT', { 'notation-expiry': '1d' }],
    ['the layout alone', 'INPUTS_CONTRADICT', { layouts: 'notation' }],
    [
      'the layout with a key of Sigstore',
      'INPUTS_CONTRADICT',
      { ...BOTH, layouts: 'notation', key: 'key.pem' },
    ],
    ['the layout with a token', 'INPUTS_CONTRADICT', { ...BOTH, layouts: 'notation', 'identity-token': 'x' }],
    ['an end without a unit', 'INPUT_INVALID', { ...BOTH, 'notation-expiry': '90' }],
    ['an end in no time', 'INPUT_INVALID', { ...BOTH, 'notation-expiry': '0d' }],
    ['a format of no name', 'INPUT_INVALID', { ...BOTH, 'signature-format': 'dsse' }],
    ['a key that is not there', 'INPUT_INVALID', { ...BOTH, 'notation-key': 'nowhere.pem' }],
    ['the key itself', 'KEY_INVALID', { ...BOTH, 'notation-key': FILES['key.pem'] }],
  ];
  for (const [why, code, raw] of refused) {
    it(`are refused with ${why}`, async () => {
      await assert.rejects(() => parseSign({ images: IMAGE, ...raw }, edge), { code, fault: 'user' });
    });
  }
});

describe('the inputs of verify for Notation', () => {
  it('need no identity, and look for the store beside the policy', async () => {
    const { options } = await parseVerify({ images: IMAGE, require: 'notation', ...TRUST }, edge);
    assert.deepEqual(options.signers, []);
    assert.equal(options.notation?.storePath, 'notation/truststore');
    const { options: tree } = await parseTree(
      { images: IMAGE, ...TRUST, 'notation-trust-store': 'ts' },
      edge,
    );
    assert.equal(tree.notation?.storePath, 'ts');
  });

  const refused: readonly (readonly [why: string, code: string, raw: RawValues])[] = [
    ['a requirement without a policy', 'INPUTS_CONTRADICT', { require: 'notation' }],
    ['a policy that nothing asks for', 'INPUTS_CONTRADICT', { ...TRUST, 'source-repository': 'team/app' }],
    [
      'an identity that nothing asks for',
      'INPUTS_CONTRADICT',
      { require: 'notation', ...TRUST, 'source-repository': 'team/app' },
    ],
    ['a signature by nobody beside it', 'INPUT_MISSING', { require: 'notation signature', ...TRUST }],
    ['a store without a policy', 'INPUTS_CONTRADICT', { require: 'notation', 'notation-trust-store': 'ts' }],
    [
      'a policy that is broken',
      'TRUST_POLICY_INVALID',
      { require: 'notation', 'notation-trust-policy': 'broken.json' },
    ],
  ];
  for (const [why, code, raw] of refused) {
    it(`are refused with ${why}`, async () => {
      await assert.rejects(() => parseVerify({ images: IMAGE, ...raw }, edge), { code, fault: 'user' });
    });
  }
});
