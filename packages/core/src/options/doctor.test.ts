import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { parseDoctor } from './doctor.js';
import type { OptionEdge } from './edge.js';

const IMAGE = `registry.example/acme/app@sha256:${'a'.repeat(64)}`;
const POLICY = {
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
};
const EDGE: OptionEdge = {
  env: {},
  readFile: () => Promise.resolve(Buffer.from(JSON.stringify(POLICY))),
  identity: {
    runner: undefined,
    sigstoreIdToken: undefined,
    situation: 'not-a-runner',
    mask: () => undefined,
  },
} as unknown as OptionEdge;
const parse = (raw: Readonly<Record<string, string>>) => parseDoctor({ images: IMAGE, ...raw }, EDGE);

describe('the inputs of doctor', () => {
  it('need neither an identity nor a verifier', async () => {
    const { options } = await parse({});
    assert.deepEqual([options.signers, options.asked, options.repair], [[], undefined, false]);
  });

  it('take verifiers and groups of them, each once', async () => {
    const { options } = await parse({ for: 'kyverno,cosign3\nkyverno-bundle gh' });
    assert.deepEqual(
      options.asked?.map(({ id }) => id),
      ['kyverno-cosign', 'kyverno-bundle', 'kyverno-ivpol', 'cosign-3.0', 'cosign-3', 'gh'],
    );
  });

  it('refuse a verifier that is not known, with the one that was meant', async () => {
    await assert.rejects(parse({ for: 'kyvreno' }), (error: { code: string; remedy: string }) => {
      assert.equal(error.code, 'INPUT_INVALID');
      assert.match(error.remedy, /Did you mean kyverno\?/);
      return true;
    });
  });

  it('refuse a repair that nothing says whose claims to trust for', async () => {
    await assert.rejects(parse({ repair: 'true' }), { code: 'INPUT_MISSING' });
    const { options } = await parse({ repair: 'true', 'source-repository': 'acme/app' });
    assert.deepEqual([options.repair, options.signers.length], [true, 1]);
  });

  it('refuse a trust policy of Notation that nothing asks for', async () => {
    const policy = { 'notation-trust-policy': 'trustpolicy.json' };
    await assert.rejects(parse({ ...policy, for: 'cosign' }), { code: 'INPUTS_CONTRADICT' });
    await assert.rejects(parse({ 'notation-trust-store': 'truststore' }), { code: 'INPUTS_CONTRADICT' });
    const { options } = await parse({ ...policy, for: 'cosign,notation' });
    assert.equal(options.notation?.storePath, 'truststore');
    assert.equal((await parse(policy)).options.asked, undefined);
  });

  it('refuse a dry run of nothing', async () => {
    await assert.rejects(parse({ 'dry-run': 'true' }), { code: 'INPUTS_CONTRADICT' });
  });
});
