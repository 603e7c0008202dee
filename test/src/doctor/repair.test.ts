import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { parseSignerRules } from '@countersign/core/policy';
import { objectsOf, partsOf } from '../interop/rig/objects.js';
import { openStage, type Stage } from '../flows/stage.js';
import {
  addBundle,
  addReferrer,
  annotateLayers,
  asOldCosign,
  bundlesBeside,
  copyBeside,
  editIndex,
  withoutChain,
} from './damage.js';
import { examine, publish, registryOf, repair, REVIEW, said, sign } from './stage.js';

describe('countersign doctor --repair', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ referrers: false });
  });
  afterAll(() => stage.stop());

  const fresh = async (name: string, changes: Parameters<typeof publish>[2] = {}): Promise<string> => {
    const reference = await stage.push(`acme/${name}`, { annotations: { name } });
    await publish(stage, reference, changes);
    return reference;
  };
  /** The same image elsewhere, with what a copying tool takes along. */
  const copied = async (name: string, what: Parameters<typeof copyBeside>[3]): Promise<string> => {
    const source = await fresh(name);
    const target = await stage.push(`acme/${name}-copy`, { annotations: { name } });
    await copyBeside(registryOf(stage), source, target, what);
    return target;
  };
  const entriesOf = (reference: string) => {
    const { repository, digest } = partsOf(reference);
    return objectsOf(registryOf(stage)).referrers(repository, digest);
  };
  const tagOf = async (reference: string, suffix: string): Promise<string | undefined> => {
    const { repository, digest } = partsOf(reference);
    const tag = digest.replace(':', '-') + suffix;
    return (await objectsOf(registryOf(stage)).manifest(repository, tag))?.bytes.toString();
  };

  it('finds nothing to do where nothing is wrong, and writes nothing', async () => {
    const reference = await fresh('whole');
    const before = stage.bed.requests.registry.mark();
    const report = await repair(stage, reference);
    assert.deepEqual(report.doctor?.repair, { dryRun: false, done: [], left: [] });
    assert.deepEqual(
      stage.bed.requests.registry.since(before).filter(({ method }) => method !== 'GET' && method !== 'HEAD'),
      [],
    );
  });

  it('writes the fallback index of old cosign anew, once', async () => {
    const reference = await fresh('old-index');
    const right = await entriesOf(reference);
    await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    const report = await repair(stage, reference);
    assert.equal(report.status, 'ok', report.error?.message);
    assert.equal(said(report, 'kyverno-bundle', REVIEW), 'verifies');
    assert.deepEqual(await entriesOf(reference), right);
    assert.deepEqual((await repair(stage, reference)).doctor?.repair?.done, []);
  });

  it('only says what it would do in a dry run', async () => {
    const reference = await fresh('dry');
    await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    const before = await entriesOf(reference);
    const report = await repair(stage, reference, { dryRun: true });
    assert.equal(report.doctor?.repair?.done.length, 1);
    assert.equal(report.status, 'rejected');
    assert.deepEqual(await entriesOf(reference), before);
  });

  it('makes the .att tag of bundles that a copy of referrers brought, and says that .sig cannot be made', async () => {
    const reference = await copied('by-referrers', { tags: [], referrers: 'right' });
    const report = await repair(stage, reference);
    assert.equal(said(report, 'kyverno-cosign', REVIEW), 'verifies');
    assert.equal(said(report, 'policy-controller', REVIEW), 'verifies');
    assert.match(said(report, 'kyverno-cosign'), /^sees-nothing/);
    assert.ok(report.doctor?.repair?.left.some(({ text }) => text.includes('Sign the image again')));
    assert.deepEqual((await repair(stage, reference)).doctor?.repair?.done, []);
    // What it said is what mends the rest.
    await sign(stage, reference);
    assert.equal((await examine(stage, reference)).status, 'ok');
  });

  it('adds no attestation bundle to an image whose signature has none: new cosign would look at nothing else', async () => {
    const reference = await copied('by-tags', {
      tags: ['.sig', '.att'],
      referrers: 'none',
      imageUnderTag: true,
    });
    const report = await repair(stage, reference);
    assert.deepEqual(report.doctor?.repair?.done, []);
    assert.ok(report.doctor.repair.left.some(({ text }) => text.includes('its bundle is not added')));
    assert.equal(said(report, 'cosign-3'), 'verifies');
    await sign(stage, reference);
    const again = await repair(stage, reference);
    assert.equal(said(again, 'kyverno-bundle', REVIEW), 'verifies', again.error?.message);
    assert.equal(again.status, 'ok', again.error?.message);
  });

  it('passes by the platform manifests that cosign copy and then oras cp -r leave in the index', async () => {
    const reference = await copied('by-both', { tags: ['.sig', '.att'], referrers: 'old' });
    const { repository, digest } = partsOf(reference);
    const image = await objectsOf(registryOf(stage)).manifest(repository, digest);
    const { manifests: platforms } = JSON.parse(image?.bytes.toString() ?? '') as {
      manifests: Awaited<ReturnType<typeof entriesOf>>;
    };
    assert.ok(platforms.length > 0);
    await editIndex(registryOf(stage), reference, (entries) => [...platforms, ...entries]);
    const report = await repair(stage, reference);
    assert.equal(report.status, 'ok', report.error?.message);
    assert.match(report.doctor?.repair?.done.map(({ text }) => text).join() ?? '', / 2 entries /);
    const after = await entriesOf(reference);
    assert.deepEqual(after.slice(0, platforms.length), platforms);
    assert.deepEqual((await repair(stage, reference)).doctor?.repair?.done, []);
  });

  it('makes the bundle of an attestation in the .att tag, with the proof that its log has', async () => {
    const reference = await fresh('unbundled');
    await editIndex(registryOf(stage), reference, (entries) =>
      entries.filter(({ annotations }) => annotations?.['dev.sigstore.bundle.predicateType'] !== REVIEW),
    );
    assert.match(said(await examine(stage, reference), 'cosign-3', REVIEW), /^sees-nothing/);
    const report = await repair(stage, reference);
    assert.equal(report.status, 'ok', report.error?.message);
    assert.equal(said(report, 'gh', REVIEW), 'verifies');
    assert.equal((await bundlesBeside(registryOf(stage), reference)).length, 2);
    assert.deepEqual((await repair(stage, reference)).doctor?.repair?.done, []);
  });

  it('puts the chain beside a certificate that lacks it, and keeps the layer that was there', async () => {
    const reference = await fresh('chainless');
    for (const suffix of ['.sig', '.att'] as const) {
      await annotateLayers(registryOf(stage), reference, suffix, withoutChain);
    }
    const report = await repair(stage, reference);
    assert.equal(report.status, 'ok', report.error?.message);
    const { layers } = JSON.parse((await tagOf(reference, '.sig')) ?? '') as { layers: unknown[] };
    assert.equal(layers.length, 2);
    assert.deepEqual((await repair(stage, reference)).doctor?.repair?.done, []);
  });

  it('never carries what does not verify, or what another signed, into a layout or an index', async () => {
    const reference = await fresh('attacked', { layouts: 'bundle' });
    const [, ours = ''] = await bundlesBeside(registryOf(stage), reference);
    // One that was changed, one of another image, and one that a stranger signed with a certificate of the same Fulcio.
    const changed = JSON.parse(ours) as { dsseEnvelope: { payload: string } };
    changed.dsseEnvelope.payload = Buffer.from(
      Buffer.from(changed.dsseEnvelope.payload, 'base64').toString().replace('good', 'evil'),
    ).toString('base64');
    await addBundle(registryOf(stage), reference, JSON.stringify(changed), REVIEW);
    const [, foreign = ''] = await bundlesBeside(
      registryOf(stage),
      await fresh('another', { layouts: 'bundle' }),
    );
    await addBundle(registryOf(stage), reference, foreign, REVIEW);
    await publish(stage, reference, {
      layouts: 'bundle',
      predicates: [
        { type: 'https://example.com/evil/v1', path: 'x', bytes: Buffer.from('{"by":"mallory"}') },
      ],
      claims: {
        repository: 'mallory/app',
        repository_owner: 'mallory',
        job_workflow_ref: 'mallory/app/.github/workflows/x.yml@refs/heads/main',
      },
    });
    await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    await repair(stage, reference);
    const { layers } = JSON.parse((await tagOf(reference, '.att')) ?? '') as {
      layers: { annotations: Record<string, string> }[];
    };
    assert.deepEqual(
      layers.map(({ annotations }) => annotations.predicateType),
      [REVIEW],
    );
    const entries = await entriesOf(reference);
    const typed = entries.filter(({ artifactType }) => artifactType?.includes('sigstore.bundle') === true);
    assert.equal(entries.length, 6);
    assert.equal(typed.length, 2);
  });

  it("keeps the entries of others in an index that it mends, and mends those that are no verifier's bundles", async () => {
    const reference = await fresh('shared');
    await addReferrer(registryOf(stage), reference, Buffer.from('{}'), 'application/vnd.example.thing', {
      a: 'b',
    });
    await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    await repair(stage, reference);
    const thing = (await entriesOf(reference)).find(
      ({ artifactType }) => artifactType === 'application/vnd.example.thing',
    );
    assert.deepEqual(thing?.annotations, { a: 'b' });
  });

  it('takes a key as it takes an identity', async () => {
    const { generateKeyPairSync } = await import('node:crypto');
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const reference = await fresh('keyed', {
      key: { name: 'signing.pem', pem: privateKey },
      transparencyLog: 'none',
      layouts: 'bundle',
    } as never);
    const signers = parseSignerRules({ keys: [publicKey] });
    assert.match(
      said(await examine(stage, reference, { signers }), 'policy-controller', REVIEW),
      /^sees-nothing/,
    );
    const report = await repair(stage, reference, { signers });
    assert.equal(said(report, 'policy-controller', REVIEW), 'verifies', report.error?.message);
    assert.match(said(report, 'gh', REVIEW), /^cannot/);
  });

  it('says that the registry loses what it takes where that is so', async () => {
    const reference = await fresh('lossy');
    await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    const fault = stage.bed.faults.registry.add({
      times: Infinity,
      match: { method: 'PUT', path: /manifests\/sha256-/ },
      action: { kind: 'status', status: 403 },
    });
    try {
      const report = await repair(stage, reference);
      assert.equal(report.status, 'error');
      assert.equal(report.error?.code, 'REGISTRY_FORBIDDEN');
    } finally {
      fault.remove();
    }
  });
});
