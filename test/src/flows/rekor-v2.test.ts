import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import { attestImages, signImages, verifyImages, type FlowReport } from '@countersign/core/flows';
import { storedBeside } from '../faults/stored.js';
import { BY_REPOSITORY, openStage, states, why, type Stage } from './stage.js';

const V2 = { transparencyLog: 'rekor-v2', platforms: 'index' } as const;
const BUNDLES = ['https://sigstore.dev/cosign/sign/v1', 'https://slsa.dev/provenance/v1'];

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY = { name: 'key.pem', pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
const PUBLIC_KEY = publicKey.export({ type: 'spki', format: 'pem' }).toString();

let stage: Stage;
let image = 0;
beforeAll(async () => {
  stage = await openStage({ rekor: 'v2' });
});
afterEach(() => {
  for (const plan of Object.values(stage.bed.faults)) plan.clear();
});
afterAll(() => stage.stop());

const fresh = (): Promise<string> => stage.push('acme/app', { annotations: { n: String((image += 1)) } });
const both = (on: string, changes: Parameters<Stage['attest']>[0] = {}) =>
  attestImages(
    stage.attest({ on: [on], signature: true, provenance: true, ...V2, ...changes }),
    stage.services(),
  );
const verify = (on: string, require = 'signature provenance', rules: object = BY_REPOSITORY) =>
  verifyImages(stage.verify(rules, require, { on: [on], platforms: 'index' }), stage.services());
const warningsOf = ({ notices }: FlowReport): string =>
  notices
    .filter(({ level }) => level === 'warning')
    .map(({ text }) => text)
    .join('\n');

describe('signing with Rekor v2', () => {
  it('writes bundles alone, says who is left out, and leaves Rekor v1 alone', async () => {
    const on = await fresh();
    const { sigstore } = stage.bed.services;
    const [v1, v2] = [sigstore.logSize(), sigstore.tileLogSize()];
    const report = await both(on);
    assert.deepEqual([report.status, states(report)], ['ok', { stored: 2 }], why(report));
    assert.deepEqual([sigstore.logSize() - v1, sigstore.tileLogSize() - v2], [0, 2]);
    assert.deepEqual(await storedBeside(on), { signatureLayers: 0, attestationLayers: 0, bundles: BUNDLES });
    assert.match(warningsOf(report), /Kyverno's ClusterPolicy/);
    const verified = await verify(on);
    assert.equal(verified.status, 'ok', why(verified));
  });

  it('signs nothing again', async () => {
    const on = await fresh();
    await both(on);
    const mark = stage.bed.requests.rekorV2.mark();
    const again = await both(on);
    assert.deepEqual([again.status, states(again)], ['ok', { present: 2 }], why(again));
    assert.equal(stage.bed.requests.rekorV2.count({}, mark), 0);
  });

  it('finds the entry of an answer that was lost in the tiles, and proves it', async () => {
    const on = await fresh();
    const { sigstore } = stage.bed.services;
    const v2 = sigstore.tileLogSize();
    const lost = stage.bed.faults.rekorV2.add({
      match: { method: 'POST' },
      times: 2,
      action: { kind: 'reset', when: 'after' },
    });
    const report = await both(on);
    assert.equal(report.status, 'ok', why(report));
    assert.equal(lost.hits, 2);
    assert.equal(sigstore.tileLogSize() - v2, 2);
    assert.ok(stage.bed.requests.rekorV2.count({ path: /tile\/entries/ }) > 0);
    const verified = await verify(on);
    assert.equal(verified.status, 'ok', why(verified));
  });

  it('takes the log from rekor-url', async () => {
    const { rekorV2Url, fulcioUrl, tsaUrl } = stage.bed;
    const on = await fresh();
    const signingConfig = { kind: 'urls', rekorUrl: rekorV2Url, fulcioUrl, tsaUrl } as const;
    const report = await both(on, { signingConfig });
    assert.equal(report.status, 'ok', why(report));
    assert.equal((await verify(on)).status, 'ok');
  });

  it('says where the address is that of a Rekor v1', async () => {
    const { rekorUrl, fulcioUrl, tsaUrl } = stage.bed;
    const signingConfig = { kind: 'urls', rekorUrl, fulcioUrl, tsaUrl } as const;
    const report = await both(await fresh(), { signingConfig });
    assert.equal(report.error?.code, 'LOG_REFUSED', why(report));
    assert.match(report.error.remedy, /Rekor v2/);
  });

  it('with a key needs no timestamp authority, and its claims are completed by Rekor v1 later', async () => {
    const on = await fresh();
    const { rekorV2Url, rekorUrl } = stage.bed;
    const identity = { ...stage.sign().identity, input: undefined };
    const options = { key: KEY, identity, provenance: false, documents: [], predicates: [predicate()] };
    const first = await both(on, { ...options, signingConfig: { kind: 'urls', rekorUrl: rekorV2Url } });
    assert.deepEqual([first.status, states(first)], ['ok', { stored: 2 }], why(first));
    const accepted = await verify(on, 'signature', { keys: [PUBLIC_KEY] });
    assert.equal(accepted.status, 'ok', why(accepted));

    const v1 = stage.bed.services.sigstore.logSize();
    const second = await both(on, {
      ...options,
      transparencyLog: 'rekor-v1',
      signingConfig: { kind: 'urls', rekorUrl },
    });
    assert.deepEqual([second.status, states(second)], ['ok', { present: 2, stored: 2 }], why(second));
    // A layer without the log's promise is no layer of a run that logs: both are signed anew for the tags.
    assert.equal(stage.bed.services.sigstore.logSize() - v1, 2);
    const there = await storedBeside(on);
    assert.deepEqual([there.signatureLayers, there.attestationLayers, there.bundles.length], [1, 1, 2]);
  });
});

const predicate = () => ({
  type: 'https://acme.example/checked/v1',
  path: 'checked.json',
  bytes: Buffer.from('{"checked":true}'),
});

describe('Rekor v2 for an image that was signed into the tags before', () => {
  it('is refused for attestations alone, which would hide that signature, and stands beside it with one of its own', async () => {
    const on = await fresh();
    const { rekorUrl, fulcioUrl } = stage.bed;
    const signingConfig = { kind: 'urls', rekorUrl, fulcioUrl } as const;
    const old = { on: [on], platforms: 'index', layouts: 'legacy', signingConfig } as const;
    const before = await signImages(stage.sign(old), stage.services());
    assert.equal(before.status, 'ok', why(before));

    const hiding = await both(on, { signature: false });
    assert.equal(hiding.error?.code, 'SIGNATURE_NEEDED', why(hiding));
    const untouched = { signatureLayers: 1, attestationLayers: 0, bundles: [] };
    assert.deepEqual(await storedBeside(on), untouched);

    const beside = await both(on);
    assert.deepEqual([beside.status, states(beside)], ['ok', { stored: 2 }], why(beside));
    assert.deepEqual(await storedBeside(on), { ...untouched, bundles: BUNDLES });
    const verified = await verify(on);
    assert.deepEqual([verified.status, states(verified)], ['ok', { verified: 3 }], why(verified));
  });
});

describe('a choice of log that cannot be', () => {
  const untouched = async (changes: Parameters<Stage['sign']>[0], code: string): Promise<string> => {
    const marks = (['oidc', 'fulcio', 'rekor', 'rekorV2', 'tsa'] as const).map(
      (service) => [service, stage.bed.requests[service].mark()] as const,
    );
    const report = await signImages(stage.sign({ on: [await fresh()], ...changes }), stage.services());
    assert.equal(report.error?.code, code, why(report));
    for (const [service, mark] of marks) assert.equal(stage.bed.requests[service].count({}, mark), 0);
    return `${report.error.message} ${report.error.remedy}`;
  };

  it('is refused where the config names Rekor v2 alone and nobody asked for it', async () => {
    assert.match(await untouched({}, 'SIGNING_CONFIG_INVALID'), /transparency-log: rekor-v2/);
  });

  it('is refused with the tags alone', async () => {
    assert.match(await untouched({ ...V2, layouts: 'legacy' }, 'INPUTS_CONTRADICT'), /layouts/);
    const text = await untouched({ transparencyLog: 'none', layouts: 'legacy' }, 'INPUTS_CONTRADICT');
    assert.match(text, /layouts/);
  });

  it('is refused without a timestamp authority, unless a key signs', async () => {
    const { rekorV2Url, fulcioUrl } = stage.bed;
    const signingConfig = { kind: 'urls', rekorUrl: rekorV2Url, fulcioUrl } as const;
    assert.match(await untouched({ ...V2, signingConfig }, 'INPUTS_CONTRADICT'), /timestamp/);
  });

  it('is refused with a trusted root without a timestamp authority', async () => {
    const root = JSON.parse(await readFile(stage.bed.trustedRoot, 'utf8')) as object;
    const path = join(stage.bed.stateDir, 'root-without-tsa.json');
    await writeFile(path, JSON.stringify({ ...root, timestampAuthorities: [] }));
    const text = await untouched({ ...V2, trust: { kind: 'file', path } }, 'INPUTS_CONTRADICT');
    assert.match(text, /timestamp authority/);
  });

  it('is none of the config: where that names no log, a key signs without one and the run says so', async () => {
    const config = JSON.parse(await readFile(stage.bed.signingConfig, 'utf8')) as object;
    const path = join(stage.bed.stateDir, 'without-logs.json');
    await writeFile(path, JSON.stringify({ ...config, rekorTlogUrls: [] }));
    const identity = { ...stage.sign().identity, input: undefined };
    const options = {
      key: KEY,
      identity,
      platforms: 'index',
      signingConfig: { kind: 'file', path },
    } as const;
    const sizes = () => [stage.bed.services.sigstore.logSize(), stage.bed.services.sigstore.tileLogSize()];
    const before = sizes();
    for (const [transparencyLog, told] of [
      ['rekor-v1', true],
      ['none', false],
    ] as const) {
      const on = [await fresh()];
      const report = await signImages(stage.sign({ ...options, on, transparencyLog }), stage.services());
      assert.equal(report.status, 'ok', why(report));
      assert.equal(warningsOf(report).includes('names no transparency log'), told);
    }
    assert.deepEqual(sizes(), before);
    const text = await untouched({ ...options, ...V2 }, 'SIGNING_CONFIG_INVALID');
    assert.match(text, /no transparency log of Rekor v2/);
  });

  it('is no choice where the config names both logs: Rekor v1 is used until v2 is named', async () => {
    const config = JSON.parse(await readFile(stage.bed.signingConfig, 'utf8')) as { rekorTlogUrls: object[] };
    const [v2] = config.rekorTlogUrls;
    const path = join(stage.bed.stateDir, 'both.json');
    const rekorTlogUrls = [v2, { ...v2, url: stage.bed.rekorUrl, majorApiVersion: 1 }];
    await writeFile(path, JSON.stringify({ ...config, rekorTlogUrls }));
    const { sigstore } = stage.bed.services;
    const sizes = () => [sigstore.logSize(), sigstore.tileLogSize()];
    for (const [transparencyLog, grown] of [
      ['rekor-v1', [2, 0]],
      ['rekor-v2', [0, 1]],
    ] as const) {
      const [v1Before = 0, v2Before = 0] = sizes();
      const signingConfig = { kind: 'file', path } as const;
      const report = await signImages(
        stage.sign({ on: [await fresh()], platforms: 'index', transparencyLog, signingConfig }),
        stage.services(),
      );
      assert.equal(report.status, 'ok', why(report));
      const [v1After = 0, v2After = 0] = sizes();
      assert.deepEqual([v1After - v1Before, v2After - v2Before], grown);
    }
  });
});
