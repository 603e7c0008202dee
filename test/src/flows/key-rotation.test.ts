import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, signImages, verifyImages, type FlowReport } from '@countersign/core/flows';
import { encryptKey } from '@countersign/core/sign';
import { storedBeside } from '../faults/stored.js';
import { startVault } from '../kms/vault-service.js';
import { openStage, states, why, type Stage } from './stage.js';

const TYPE = 'https://acme.example/review/v1';
const PASSWORD = 'open sesame';
const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
};
const [former, next, never] = [pair(), pair(), pair()];
type Pair = typeof former;

let stage: Stage;
let image = 0;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const fresh = (): Promise<string> => stage.push('acme/app', { annotations: { n: String((image += 1)) } });
/** The former key as PKCS#8, the next one as cosign keeps it. */
const sourceOf = async ({ privateKey }: Pair) =>
  privateKey === former.privateKey
    ? { name: 'former.pem', pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
    : { name: 'next.key', pem: await encryptKey(privateKey, PASSWORD), password: PASSWORD };
const withKey = async (key: Pair, on: string) => ({
  on: [on],
  key: await sourceOf(key),
  identity: { ...stage.sign().identity, input: undefined },
});
const sign = async (key: Pair, on: string): Promise<FlowReport> =>
  signImages(stage.sign({ ...(await withKey(key, on)), platforms: 'index' }), stage.services());
const attest = async (key: Pair, on: string, text: string): Promise<FlowReport> =>
  attestImages(
    stage.attest({
      ...(await withKey(key, on)),
      platforms: 'index',
      supersede: { from: [] },
      predicates: [{ type: TYPE, path: 'review.json', bytes: Buffer.from(JSON.stringify({ text })) }],
    }),
    stage.services(),
  );
const accepted = async (
  keys: readonly Pair[],
  on: string,
  require: string,
): Promise<FlowReport['status']> => {
  const rules = { keys: keys.map(({ publicKeyPem }) => publicKeyPem) };
  const report = await verifyImages(
    stage.verify(rules, require, { on: [on], platforms: 'index' }),
    stage.services(),
  );
  return report.status;
};

describe('changing keys', () => {
  it('adds the signature of the next key beside that of the former one, in every layout', async () => {
    const on = await fresh();
    const first = await sign(former, on);
    assert.equal(first.status, 'ok', why(first));
    assert.deepEqual(
      [await accepted([former], on, 'signature'), await accepted([next], on, 'signature')],
      ['ok', 'rejected'],
    );
    const second = await sign(next, on);
    assert.deepEqual([second.status, states(second)], ['ok', { stored: 2 }], why(second));
    const { signatureLayers, bundles } = await storedBeside(on);
    assert.deepEqual([signatureLayers, bundles.length], [2, 2]);
    for (const keys of [[former], [next], [former, next]])
      assert.equal(await accepted(keys, on, 'signature'), 'ok');
    assert.equal(await accepted([never], on, 'signature'), 'rejected');
  });

  it('signs nothing again with either key', async () => {
    const on = await fresh();
    for (const key of [former, next]) await sign(key, on);
    const { sigstore } = stage.bed.services;
    const before = sigstore.logSize();
    for (const key of [former, next]) {
      const report = await sign(key, on);
      assert.deepEqual(states(report), { present: 2 }, why(report));
    }
    assert.equal(sigstore.logSize(), before);
    assert.equal((await storedBeside(on)).signatureLayers, 2);
  });

  it("leaves the former key's attestations where the next one supersedes its own", async () => {
    const on = await fresh();
    await attest(former, on, 'by the former key');
    await attest(next, on, 'by the next key');
    assert.equal((await storedBeside(on)).attestationLayers, 2);
    for (const key of [former, next]) assert.equal(await accepted([key], on, TYPE), 'ok');
    // A claim takes the place only of what was signed in an earlier second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const report = await attest(next, on, 'again by the next key');
    assert.equal(report.status, 'ok', why(report));
    const { attestationLayers, bundles } = await storedBeside(on);
    assert.deepEqual([attestationLayers, bundles.length], [2, 2]);
    for (const key of [former, next]) assert.equal(await accepted([key], on, TYPE), 'ok');
  });
});

describe('a key in a key management service', () => {
  it('signs an image, which its public half verifies in every layout', async () => {
    const vault = await startVault('127.0.0.1:1');
    try {
      const on = await fresh();
      const { uri, env, publicKeyPem } = vault;
      const report = await signImages(
        stage.sign({ ...(await withKey(former, on)), key: { name: uri, uri } }),
        { ...stage.services(), env },
      );
      assert.deepEqual([report.status, states(report)], ['ok', { stored: 6 }], why(report));
      assert.deepEqual(vault.complaints, []);
      const { privateKey } = never;
      assert.equal(await accepted([{ privateKey, publicKeyPem }], on, 'signature'), 'ok');
      assert.equal(await accepted([former], on, 'signature'), 'rejected');
    } finally {
      await vault.stop();
    }
  });

  it('that signs with another key stores nothing', async () => {
    const vault = await startVault('127.0.0.1:1');
    try {
      const on = await fresh();
      const { uri, env } = vault;
      vault.twist = 'wrong-signature';
      const report = await signImages(
        stage.sign({ ...(await withKey(former, on)), key: { name: uri, uri } }),
        { ...stage.services(), env },
      );
      assert.deepEqual(
        [report.status, report.error?.code ?? report.images[0]?.error?.code],
        ['undecided', 'KMS_UNAVAILABLE'],
        why(report),
      );
      assert.deepEqual(await storedBeside(on), { signatureLayers: 0, attestationLayers: 0, bundles: [] });
    } finally {
      await vault.stop();
    }
  });
});
