import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, signImages, verifyImages, type SignOptions } from '@countersign/core/flows';
import { spdx } from './documents.js';
import { openStage, states, why, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const unknown = (): SignOptions['identity'] => ({
  input: undefined,
  runner: undefined,
  sigstoreIdToken: undefined,
  situation: 'no-permission',
  mask: () => undefined,
});

describe('signing', () => {
  it('refuses to publish about a private repository, before any request', async () => {
    const signingConfig = {
      kind: 'urls',
      fulcioUrl: 'https://fulcio.sigstore.dev',
      rekorUrl: 'https://rekor.sigstore.dev',
    } as const;
    for (const visibility of ['private', 'internal', null]) {
      const report = await signImages(
        stage.sign({ signingConfig, claims: { repository_visibility: visibility } }),
        stage.services(),
      );
      assert.equal(report.error?.code, 'PRIVATE_REPOSITORY', why(report));
      assert.deepEqual(report.figures.requests, {});
    }
  });

  it('explains a missing token by its cause, or is skipped', async () => {
    const failed = await signImages(stage.sign({ identity: unknown() }), stage.services());
    assert.equal(failed.error?.code, 'IDENTITY_TOKEN_MISSING');
    assert.match(failed.error.remedy, /id-token: write/);
    const skipped = await signImages(
      stage.sign({ identity: unknown(), onMissingIdentity: 'skip' }),
      stage.services(),
    );
    assert.equal(skipped.status, 'skipped');
    assert.deepEqual([skipped.error, skipped.images], [undefined, []]);
  });

  it('plans in a dry run without a token, a signature or a write', async () => {
    const on = [await stage.push('acme/dry', { annotations: { n: 'dry' } })];
    const marks = (['registry', 'fulcio', 'rekor', 'tsa', 'oidc'] as const).map(
      (service) => [service, stage.bed.requests[service].mark()] as const,
    );
    const report = await attestImages(
      stage.attest({ on, identity: unknown(), dryRun: true, signature: true, provenance: true }),
      stage.services(),
    );
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { planned: 12 });
    const { logEntries, timestamps, certificates, storedObjects } = report.figures;
    assert.deepEqual([logEntries, timestamps, certificates, storedObjects], [9, 6, 1, 12]);
    for (const [service, mark] of marks) {
      const sent = stage.bed.requests[service].since(mark);
      assert.deepEqual(
        sent.filter(({ method }) => service !== 'registry' || !['GET', 'HEAD'].includes(method)),
        [],
      );
    }

    const real = await attestImages(
      stage.attest({ on, signature: true, provenance: true }),
      stage.services(),
    );
    assert.equal(real.status, 'ok', why(real));
    const { requests, ...figures } = real.figures;
    const { requests: foreseen, ...needed } = report.figures;
    assert.deepEqual(needed, { ...figures, planned: true });
    const [took = 0, said = 0] = [requests.registry, foreseen.registry];
    assert.ok(Math.abs(took - said) < took / 10, `said ${said} requests to the registry, took ${took}`);

    const again = await signImages(stage.sign({ on, identity: unknown(), dryRun: true }), stage.services());
    const { requests: read, ...nothing } = again.figures;
    const none = { logEntries: 0, timestamps: 0, certificates: 0, storedObjects: 0, planned: true };
    assert.deepEqual(nothing, none, 'the same claims are there: with that identity nothing is added');
    assert.deepEqual(Object.keys(read), ['registry']);
  });

  it('refuses a tag with the digest it means, unless tags are allowed', async () => {
    const { registry } = stage.bed;
    const none = await signImages(stage.sign({ on: [`${registry}/acme/app:v1`] }), stage.services());
    assert.equal(none.error?.code, 'IMAGE_NOT_FOUND', why(none));
  });

  it('refuses a digest that would come to hold more referrers than verifiers read', async () => {
    const on = [await stage.push('acme/many', { annotations: { n: 'many' } })];
    const mark = stage.bed.requests.fulcio.mark();
    const options = {
      on,
      signature: true,
      documents: [{ kind: 'sbom' as const, path: 's', bytes: spdx(), platform: undefined }],
    };
    const report = await attestImages(stage.attest({ ...options, maxReferrers: 1 }), stage.services());
    assert.equal(report.error?.code, 'LIMIT_EXCEEDED', why(report));
    assert.equal(stage.bed.requests.fulcio.count({}, mark), 0);
    const raised = await attestImages(stage.attest({ ...options, maxReferrers: 2 }), stage.services());
    assert.equal(raised.status, 'ok', why(raised));
  });

  it('proves that it may write before the token is used', async () => {
    const on = [await stage.push('acme/denied', { annotations: { n: 'denied' } })];
    const fault = stage.bed.faults.registry.add({
      match: { method: 'POST', path: /acme\/denied/ },
      times: Infinity,
      action: { kind: 'status', status: 403 },
    });
    const mark = stage.bed.requests.fulcio.mark();
    const report = await signImages(stage.sign({ on }), stage.services());
    fault.remove();
    assert.equal(report.error?.code, 'REGISTRY_FORBIDDEN', why(report));
    assert.equal(stage.bed.requests.fulcio.count({}, mark), 0);
  });

  it('stores nothing that does not verify with the trusted root', async () => {
    const other = await openStage();
    const on = [await stage.push('acme/foreign', { annotations: { n: 'foreign' } })];
    const mark = stage.bed.requests.registry.mark();
    const report = await signImages(
      stage.sign({ on, trust: { kind: 'file', path: other.bed.trustedRoot } }),
      stage.services(),
    );
    await other.stop();
    assert.equal(report.error?.fault, 'rejection', why(report));
    assert.match(report.error.remedy, /trusted root/);
    assert.equal(stage.bed.requests.registry.count({ method: 'PUT' }, mark), 0);
  });
});

describe('signing with a key', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { name: 'key.pem', pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

  it('and no log needs nothing but the registry, to sign and to verify', async () => {
    const on = [await stage.push('acme/key', { annotations: { n: 'key' } })];
    const options = stage.sign({
      on,
      key,
      transparencyLog: 'none',
      signingConfig: { kind: 'urls' },
      trust: { kind: 'public-good' },
      identity: unknown(),
    });
    const signed = await signImages(options, stage.services());
    assert.equal(signed.status, 'ok', why(signed));
    assert.deepEqual(Object.keys(signed.figures.requests), ['registry']);
    assert.deepEqual(states(await signImages(options, stage.services())), { present: 6 });
    const report = await verifyImages(
      stage.verify({ keys: [pem] }, undefined, { on, trust: { kind: 'public-good' } }),
      stage.services(),
    );
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(Object.keys(report.figures.requests), ['registry']);
  });

  it('and a log is logged, and completed from the bundle alone', async () => {
    const on = [await stage.push('acme/logged-key', { annotations: { n: 'logged' } })];
    const documents = [{ kind: 'sbom' as const, path: 's', bytes: spdx(), platform: undefined }];
    const bundle = await attestImages(
      stage.attest({ on, key, documents, layouts: 'bundle' }),
      stage.services(),
    );
    assert.equal(bundle.status, 'ok', why(bundle));
    const whole = await attestImages(stage.attest({ on, key, documents }), stage.services());
    assert.deepEqual([states(whole), whole.figures.logEntries], [{ present: 1, stored: 1 }, 0], why(whole));
    const report = await verifyImages(stage.verify({ keys: [pem] }, 'sbom', { on }), stage.services());
    assert.equal(report.status, 'ok', why(report));
  });
});

describe('signing without a log', () => {
  it('takes timestamps in its place, in bundles alone, and says who is left out', async () => {
    const on = [await stage.push('acme/stamped', { annotations: { n: 'stamped' } })];
    const root = JSON.parse(await readFile(stage.bed.trustedRoot, 'utf8')) as Record<string, unknown>;
    const path = join(stage.bed.stateDir, 'no-logs.json');
    await writeFile(path, JSON.stringify({ ...root, tlogs: [] }));
    const trust = { kind: 'file', path } as const;
    const options = {
      on,
      trust,
      transparencyLog: 'none',
      signature: true,
      documents: [{ kind: 'sbom', path: 's', bytes: spdx(), platform: undefined }],
    } as const;
    const signed = await attestImages(stage.attest(options), stage.services());
    assert.equal(signed.status, 'ok', why(signed));
    assert.equal(signed.figures.logEntries, 0);
    assert.equal(signed.figures.timestamps, 4);
    assert.ok(signed.notices.some(({ level, text }) => level === 'warning' && text.includes('Connaisseur')));
    const report = await verifyImages(
      stage.verify(undefined, 'signature sbom', { on, trust }),
      stage.services(),
    );
    assert.equal(report.status, 'ok', why(report));
    assert.deepEqual(states(report), { verified: 4 });
  });
});
