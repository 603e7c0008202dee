import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { VERIFIERS } from '@countersign/core/doctor';
import { doctorMarkdown, exitCodeOf, toDocument, toText, unseen } from '@countersign/core/report';
import { openStage, SHORT_WINDOW_MS, type Stage } from '../flows/stage.js';
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
import { examine, examineWithin, publish, registryOf, repair, REVIEW, said, sign } from './stage.js';

describe('countersign doctor', () => {
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

  it('says of what Countersign writes that every verifier accepts it, index and platforms', async () => {
    const report = await examine(stage, await fresh('whole'), { platforms: 'all' });
    assert.equal(report.status, 'ok', report.error?.message);
    assert.equal(exitCodeOf(report), 0);
    assert.equal(report.doctor?.images[0]?.diagnoses.length, 3);
    assert.deepEqual(unseen(report.doctor), []);
    // Nothing stands below that verdict that contradicts it.
    assert.match(toText(report), /^Seen by every verifier that was asked: /);
    for (const text of [toText(report), doctorMarkdown(report.doctor)])
      assert.doesNotMatch(text, /sees nothing|refuses/);
  });

  it('says of an image that nobody signed that nobody sees anything', async () => {
    const report = await examine(stage, await stage.push('acme/unsigned', { annotations: { n: 'u' } }));
    assert.equal(report.error?.code, 'CLAIM_UNSEEN');
    assert.equal(exitCodeOf(report), 1);
    for (const { id } of VERIFIERS.filter((one) => one.counted)) {
      assert.match(said(report, id), /^(?:sees-nothing|cannot)/);
    }
  });

  it('says that nothing could be looked at where the registry does not answer, and never that all is well', async () => {
    const reference = await fresh('silent');
    const fault = stage.bed.faults.registry.add({
      match: {},
      times: Infinity,
      action: { kind: 'status', status: 503 },
    });
    try {
      const report = await examineWithin(stage, reference, SHORT_WINDOW_MS);
      assert.equal(report.status, 'undecided');
      assert.equal(exitCodeOf(report), 3);
    } finally {
      fault.remove();
    }
  });

  it('says that it could not look at a list that is longer than it reads, and never that all is well', async () => {
    const reference = await fresh('endless');
    await editIndex(registryOf(stage), reference, (entries) =>
      Array.from({ length: 5001 }, () => entries)
        .flat()
        .slice(0, 5001),
    );
    const asked = VERIFIERS.filter(({ id }) => id === 'cosign-3');
    const report = await examine(stage, reference, { asked });
    assert.equal(report.error?.code, 'REGISTRY_MISBEHAVED');
    assert.equal(exitCodeOf(report), 3);
  });

  it('says who reads bundles alone where the tags are missing', async () => {
    const report = await examine(stage, await fresh('bundles', { layouts: 'bundle' }));
    assert.match(said(report, 'kyverno-cosign'), /^sees-nothing: there is no \.sig tag/);
    assert.match(said(report, 'policy-controller', REVIEW), /^sees-nothing: there is no \.att tag/);
    assert.equal(said(report, 'cosign-3'), 'verifies');
    assert.equal(said(report, 'kyverno-bundle', REVIEW), 'verifies');
  });

  it('lets those count alone who are named', async () => {
    const reference = await fresh('named', { layouts: 'bundle' });
    const only = (...ids: readonly string[]) => VERIFIERS.filter(({ id }) => ids.includes(id));
    assert.equal((await examine(stage, reference, { asked: only('cosign-3') })).status, 'ok');
    assert.equal((await examine(stage, reference, { asked: only('cosign-3', 'ratify') })).status, 'rejected');
    // It is made for nothing of what is there: who names it wants it all the same.
    assert.equal((await examine(stage, reference, { asked: only('slsa-verifier') })).status, 'rejected');
  });

  it('knows that readers of artifactType see nothing in an index as old cosign writes it', async () => {
    const reference = await fresh('old-index');
    await editIndex(registryOf(stage), reference, (entries) => entries.map(asOldCosign));
    const report = await examine(stage, reference);
    assert.match(said(report, 'kyverno-bundle'), /^sees-nothing: 2 bundles .*vnd\.oci\.empty/);
    assert.match(said(report, 'gh'), /^sees-nothing/);
    assert.equal(said(report, 'cosign-3'), 'verifies');
    assert.equal(said(report, 'kyverno-ivpol'), 'verifies');
  });

  it('knows what a copy by tags leaves, the image itself under the tag of the index', async () => {
    const source = await fresh('copied');
    const target = await stage.push('acme/copied-to', { annotations: { name: 'copied' } });
    await copyBeside(registryOf(stage), source, target, {
      tags: ['.sig', '.att'],
      referrers: 'none',
      imageUnderTag: true,
    });
    const report = await examine(stage, target);
    assert.match(said(report, 'kyverno-bundle'), /the image itself stands under the tag/);
    assert.equal(said(report, 'cosign-3'), 'verifies');
    assert.equal(said(report, 'kyverno-cosign', REVIEW), 'verifies');
  });

  it('knows who needs the chain in a layer', async () => {
    const reference = await fresh('chainless');
    await annotateLayers(registryOf(stage), reference, '.sig', withoutChain);
    const report = await examine(stage, reference);
    assert.equal(said(report, 'kyverno-cosign'), 'refuses: no chain of its certificate in the .sig layer');
    assert.equal(said(report, 'cosign-2.4'), 'verifies');
    assert.equal(said(report, 'kyverno-cosign', REVIEW), 'verifies');
  });

  it('knows that certificates of anyone in the place of the chain are none, and repairs that', async () => {
    const reference = await fresh('wrong-chain');
    await annotateLayers(registryOf(stage), reference, '.sig', (annotations) => ({
      ...annotations,
      'dev.sigstore.cosign/chain': annotations['dev.sigstore.cosign/certificate'] ?? '',
    }));
    const report = await examine(stage, reference);
    assert.equal(said(report, 'kyverno-cosign'), 'refuses: no chain of its certificate in the .sig layer');
    assert.equal((await repair(stage, reference)).status, 'ok');
  });

  it('knows that one bundle, be it whosever, keeps new readers from the tags', async () => {
    const reference = await fresh('disturbed', { layouts: 'legacy' });
    const stranger = await fresh('stranger');
    const [bundle = ''] = await bundlesBeside(registryOf(stage), stranger);
    assert.equal(said(await examine(stage, reference), 'cosign-3'), 'verifies');
    await addBundle(registryOf(stage), reference, bundle);
    const report = await examine(stage, reference);
    assert.match(said(report, 'cosign-3'), /^refuses: .*the tag that it would take is not looked at/);
    assert.match(said(report, 'kyverno-ivpol'), /^refuses/);
    assert.equal(said(report, 'cosign-2.6.2'), 'verifies');
  });

  it('knows that one bundle that cannot be parsed ends it for those who read all or nothing', async () => {
    const reference = await fresh('broken');
    await addBundle(
      registryOf(stage),
      reference,
      '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
    );
    const report = await examine(stage, reference);
    assert.match(said(report, 'kyverno-bundle'), /^refuses: .*cannot be parsed/);
    assert.match(said(report, 'gh', REVIEW), /^refuses/);
    assert.equal(said(report, 'cosign-3'), 'verifies');
  });

  it('knows how many referrers Kyverno reads', async () => {
    const reference = await fresh('crowded');
    for (let count = 2; count < 50; count += 1) {
      await addReferrer(
        registryOf(stage),
        reference,
        Buffer.from(`${count}`),
        'application/vnd.example.thing',
      );
    }
    assert.equal(said(await examine(stage, reference), 'kyverno-bundle'), 'verifies');
    await addReferrer(registryOf(stage), reference, Buffer.from('one more'), 'application/vnd.example.thing');
    const report = await examine(stage, reference);
    assert.match(said(report, 'kyverno-bundle'), /^refuses: the digest has 51 referrers/);
    assert.equal(said(report, 'cosign-3'), 'verifies');
  });

  it('warns where a verifier takes an attestation for a signature', async () => {
    const reference = await fresh('unsigned-attested');
    await editIndex(registryOf(stage), reference, (entries) =>
      entries.filter(({ annotations }) => annotations?.['dev.sigstore.bundle.predicateType'] === REVIEW),
    );
    const report = await examine(stage, reference);
    const question = report.doctor?.images[0]?.diagnoses[0]?.questions.find(
      (one) => one.question.predicateType === undefined,
    );
    const cosign = question?.findings.find(({ verifier }) => verifier.id === 'cosign-3');
    assert.equal(cosign?.verdict, 'verifies');
    assert.match(cosign.caution, /takes an attestation for a signature/);
    assert.match(said(report, 'gh'), /^sees-nothing/);
  });

  it('says of claims of somebody else who made them, and that nobody accepts them', async () => {
    const reference = await stage.push('acme/foreign', { annotations: { name: 'foreign' } });
    await sign(stage, reference, {
      claims: {
        repository: 'mallory/app',
        repository_owner: 'mallory',
        job_workflow_ref: 'mallory/app/.github/workflows/x.yml@refs/heads/main',
      },
    });
    const report = await examine(stage, reference);
    assert.match(said(report, 'cosign-3'), /^refuses: it is signed by .*mallory/);
    assert.match(said(report, 'kyverno-cosign'), /mallory/);
    assert.equal((await examine(stage, reference, { signers: [] })).status, 'ok');
  });

  it('lets nothing of a hostile claim become a command, an escape sequence, Markdown or HTML', async () => {
    const reference = await fresh('hostile');
    const evil = '\u001b[2J::error::<img src=x onerror=alert(1)> | ![x](http://evil)';
    await addBundle(
      registryOf(stage),
      reference,
      JSON.stringify({ mediaType: evil, dsseEnvelope: {} }),
      evil,
    );
    await editIndex(registryOf(stage), reference, (entries) => [
      ...entries.slice(0, -1),
      ...entries.slice(-1).map((entry) => ({ ...entry, artifactType: `application/${evil.slice(1)}` })),
    ]);
    const report = await examine(stage, reference);
    const text = toText(report);
    assert.ok(!text.includes('\u001b') && !/^\s*::/m.test(text), text);
    const page = report.doctor === undefined ? '' : doctorMarkdown(report.doctor);
    assert.ok(!page.includes('<img') && !page.includes('![x]') && !page.includes('\u001b'), page);
    assert.ok(JSON.parse(JSON.stringify(toDocument(report))));
  });
});
