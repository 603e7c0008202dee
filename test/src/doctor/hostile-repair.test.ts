import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { objectsOf, partsOf } from '../interop/rig/objects.js';
import { doctorMarkdown, toText } from '@countersign/core/report';
import { openStage, type Stage } from '../flows/stage.js';
import {
  addBundle,
  addMany,
  addReferrer,
  annotateLayers,
  asOldCosign,
  bundlesBeside,
  copyLayers,
  editIndex,
  withoutChain,
} from './damage.js';
import { examine, publish, registryOf, repair, REVIEW, said, sign } from './stage.js';

const SUPERSEDES = 'dev.countersign.supersedes';
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const THING = 'application/vnd.example.thing';
const STRANGER = {
  claims: {
    repository: 'mallory/app',
    repository_owner: 'mallory',
    job_workflow_ref: 'mallory/app/.github/workflows/x.yml@refs/heads/main',
  },
};

/** What others who may push put beside an image, or what stands there of theirs, while someone repairs. */
describe('countersign doctor --repair among others', () => {
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
  const entriesOf = (reference: string) => {
    const { repository, digest } = partsOf(reference);
    return objectsOf(registryOf(stage)).referrers(repository, digest);
  };
  const layersOf = async (reference: string, suffix: string) => {
    const { repository, digest } = partsOf(reference);
    const tag = digest.replace(':', '-') + suffix;
    const stored = await objectsOf(registryOf(stage)).manifest(repository, tag);
    const { layers } = JSON.parse(stored?.bytes.toString() ?? '{"layers":[]}') as {
      layers: { digest: string; annotations: Record<string, string> }[];
    };
    return layers;
  };
  /** A repair that has to end well, and how often it wrote a manifest, one to try conditions with among them. */
  const repairedBy = async (reference: string): Promise<number> => {
    const before = stage.bed.requests.registry.mark();
    const report = await repair(stage, reference);
    assert.ok(report.doctor?.repair !== undefined, report.error?.message);
    assert.ok([undefined, 'CLAIM_UNSEEN'].includes(report.error?.code), report.error?.message);
    const after = await repair(stage, reference);
    assert.deepEqual(after.doctor?.repair?.done, [], 'a second run finds something to do');
    return stage.bed.requests.registry
      .since(before)
      .filter(({ method, path }) => method === 'PUT' && path.includes('/manifests/')).length;
  };

  it('takes away from an entry what its manifest does not state, and is done', async () => {
    const reference = await fresh('stated');
    const silent = await addMany(registryOf(stage), reference, 1);
    await editIndex(registryOf(stage), reference, (entries) => [...entries, ...silent]);
    const right = await entriesOf(reference);
    await editIndex(registryOf(stage), reference, (entries) =>
      entries.map((entry) => ({ ...entry, annotations: { ...entry.annotations, more: 'than is stated' } })),
    );
    assert.ok((await repairedBy(reference)) <= 2);
    const states = (entries: typeof right) => entries.map(({ annotations = {} }) => annotations);
    assert.deepEqual(states(await entriesOf(reference)), states(right));
  });

  it('mends an entry that stands there twice, once wrong', async () => {
    const reference = await fresh('twice');
    const right = await entriesOf(reference);
    await editIndex(registryOf(stage), reference, (entries) => [...entries, ...entries.map(asOldCosign)]);
    assert.ok((await repairedBy(reference)) <= 2);
    assert.deepEqual(await entriesOf(reference), right);
  });

  it('mends its own entries behind more of others than it looks at, and says what it did not look at', async () => {
    const reference = await fresh('behind');
    const right = await entriesOf(reference);
    const others = await addMany(registryOf(stage), reference, 220);
    await editIndex(registryOf(stage), reference, (entries) => [...others, ...entries.map(asOldCosign)]);
    const { doctor } = await repair(stage, reference);
    assert.deepEqual((await entriesOf(reference)).slice(others.length), right);
    assert.ok(
      doctor?.repair?.left.some(({ text }) => text.startsWith('22 ')),
      JSON.stringify(doctor?.repair),
    );
  });

  it("removes nothing of others, whatever a stranger's entry or layer names as superseded", async () => {
    const reference = await fresh('named');
    const right = await entriesOf(reference);
    await addReferrer(registryOf(stage), reference, Buffer.from('{}'), THING, {
      [SUPERSEDES]: right.map(({ digest }) => digest).join(','),
    });
    await editIndex(registryOf(stage), reference, (entries) =>
      entries.map((entry) => (entry.artifactType === THING ? entry : asOldCosign(entry))),
    );
    await repairedBy(reference);
    assert.deepEqual((await entriesOf(reference)).slice(0, right.length), right);
  });

  it("hides no one's signature in the tag behind a bundle of its own", async () => {
    const reference = await fresh('beside', { layouts: 'legacy', signature: false });
    await sign(stage, reference, { layouts: 'legacy', ...STRANGER });
    const report = await repair(stage, reference);
    assert.ok(report.doctor?.repair?.left.some(({ text }) => text.includes('its bundle is not added')));
    assert.deepEqual(await entriesOf(reference), []);
  });

  it("hides no one's attestation in the tag behind a bundle of its own", async () => {
    const reference = await fresh('attested', { layouts: 'legacy', signature: false });
    await publish(stage, reference, { layouts: 'legacy', signature: false, ...STRANGER });
    await repair(stage, reference);
    assert.deepEqual(await entriesOf(reference), []);
  });

  it('makes one whole layer of many copies of one that lacks the chain, with nothing that a stranger noted there', async () => {
    for (const [suffix, name] of [
      ['.sig', 'copied-signature'],
      ['.att', 'copied-attestation'],
    ] as const) {
      const reference = await fresh(name);
      await annotateLayers(registryOf(stage), reference, suffix, withoutChain);
      await copyLayers(registryOf(stage), reference, suffix, 20);
      await repairedBy(reference);
      const layers = await layersOf(reference, suffix);
      assert.equal(layers.length, 21);
      assert.equal(layers[20]?.annotations.copy, undefined);
      assert.ok(layers[20]?.annotations['dev.sigstore.cosign/chain'] !== undefined);
    }
  });

  it('makes one layer of many copies of one bundle, and says so once', async () => {
    const reference = await fresh('many', { layouts: 'bundle' });
    const [, ours = ''] = await bundlesBeside(registryOf(stage), reference);
    for (let copy = 0; copy < 5; copy += 1) {
      await addReferrer(registryOf(stage), reference, Buffer.from(ours), BUNDLE, {
        'dev.sigstore.bundle.predicateType': REVIEW,
        copy: `${copy}`,
      });
    }
    const report = await repair(stage, reference);
    const done = report.doctor?.repair?.done.filter(({ text }) => text.includes('.att')) ?? [];
    assert.equal(done.length, 1);
    assert.equal((await layersOf(reference, '.att')).length, 1);
    assert.equal(said(await examine(stage, reference), 'policy-controller', REVIEW), 'verifies');
  });

  it('goes well beside another repair and a signer, and leaves nothing to do', async () => {
    const reference = await fresh('busy', { layouts: 'bundle' });
    await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    const all = await Promise.all([
      repair(stage, reference),
      repair(stage, reference),
      sign(stage, reference, STRANGER),
    ]);
    for (const report of all) {
      assert.ok([undefined, 'CLAIM_UNSEEN'].includes(report?.error?.code), report?.error?.message);
    }
    await sign(stage, reference);
    const after = await repair(stage, reference);
    assert.equal(after.status, 'ok', after.error?.message);
    assert.deepEqual(after.doctor?.repair?.done, []);
    assert.equal((await entriesOf(reference)).length, 3);
    assert.equal((await layersOf(reference, '.att')).length, 1);
  });

  it('copies no annotations into the index that would fill it', async () => {
    const reference = await fresh('filled');
    const right = await entriesOf(reference);
    for (const name of ['a', 'b']) {
      await addReferrer(registryOf(stage), reference, Buffer.from(name), THING, {
        name,
        much: 'x'.repeat(3_000_000),
      });
      // As one who lists referrers without their annotations does.
      await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    }
    const report = await repair(stage, reference);
    assert.ok([undefined, 'CLAIM_UNSEEN'].includes(report.error?.code), report.error?.message);
    const after = await entriesOf(reference);
    assert.deepEqual(after.slice(0, right.length), right);
    assert.ok(JSON.stringify(after).length < 100_000);
  });

  it('shows nothing of what a stranger wrote as it stands: no control characters, no markup', async () => {
    const reference = await fresh('coloured');
    const evil = '\u001b[31mok\r\n| `<img src=x>` [x](http://evil.example) |';
    await addBundle(registryOf(stage), reference, '{}', evil);
    await addReferrer(registryOf(stage), reference, Buffer.from('{}'), `${BUNDLE}${evil}`, { a: evil });
    await editIndex(registryOf(stage), reference, (entries) =>
      entries.map((entry) => ({ ...entry, artifactType: `${evil}${entry.artifactType ?? ''}` })),
    );
    const report = await repair(stage, reference);
    assert.ok(report.doctor !== undefined, report.error?.message);
    const [text, table] = [toText(report), doctorMarkdown(report.doctor)];
    for (const shown of [text, table]) assert.ok(!shown.includes('\u001b') && !shown.includes('\r'));
    assert.doesNotMatch(table, /(?<!\\)<img|(?<!\\)\]\(http/);
  });
});
