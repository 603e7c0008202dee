import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { attestImages, verifyImages } from '@countersign/core/flows';
import { pushManifest } from '@countersign/testbed';
import { states, why } from '../flows/stage.js';
import { openFaultStage, type FaultStage } from './stage.js';
import { COMPLETE, storedBeside } from './stored.js';

const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1';
const PROVENANCE = 'https://slsa.dev/provenance/v1';

interface Manifest {
  readonly mediaType: string;
  readonly layers: readonly { readonly annotations?: Readonly<Record<string, string>> }[];
}

let stage: FaultStage;
beforeAll(async () => {
  stage = await openFaultStage();
});
afterAll(() => stage.stop());

const hexOf = (reference: string): string =>
  reference.slice(reference.indexOf('@sha256:') + '@sha256:'.length);
const url = (path: string): string => `http://${stage.bed.registry}/v2/acme/app/${path}`;

async function referrer(reference: string, predicateType: string): Promise<string> {
  const answer = await fetch(url(`referrers/sha256:${hexOf(reference)}`));
  const index = (await answer.json()) as {
    readonly manifests: readonly {
      readonly digest: string;
      readonly annotations: Readonly<Record<string, string>>;
    }[];
  };
  const found = index.manifests.find(
    ({ annotations }) => annotations['dev.sigstore.bundle.predicateType'] === predicateType,
  );
  return found?.digest ?? assert.fail(`no bundle of ${predicateType}`);
}

async function remove(target: string): Promise<void> {
  const { status } = await fetch(url(`manifests/${target}`), { method: 'DELETE' });
  assert.equal(status, 202);
}

/** Puts a tag's layers back with one annotation of each changed. */
async function spoil(tag: string, annotation: string, change: (value: string) => string): Promise<void> {
  const manifest = (await (await fetch(url(`manifests/${tag}`))).json()) as Manifest;
  const layers = manifest.layers.map((layer) => ({
    ...layer,
    annotations: { ...layer.annotations, [annotation]: change(layer.annotations?.[annotation] ?? '') },
  }));
  const bytes = Buffer.from(JSON.stringify({ ...manifest, layers }));
  await pushManifest(stage.bed.services.registry, 'acme/app', tag, bytes, manifest.mediaType);
}

/** Another base64 text of the same length. */
const otherBytes = (text: string): string =>
  `${text.slice(0, 20)}${text[20] === 'A' ? 'B' : 'A'}${text.slice(21)}`;

describe('a second run', () => {
  const gone: readonly (readonly [
    what: string,
    take: (reference: string) => Promise<void>,
    entries: number,
  ])[] = [
    ['the signature tag', (reference) => remove(`sha256-${hexOf(reference)}.sig`), 1],
    ['the attestation tag', (reference) => remove(`sha256-${hexOf(reference)}.att`), 0],
    ['the bundle of the signature', async (reference) => remove(await referrer(reference, SIGNATURE)), 1],
    ['the bundle of the provenance', async (reference) => remove(await referrer(reference, PROVENANCE)), 1],
  ];
  for (const [what, take, entries] of gone) {
    it(`puts back ${what}, and nothing else`, async () => {
      const reference = await stage.fresh();
      await attestImages(stage.both(reference), stage.quick());
      assert.deepEqual(await storedBeside(reference), COMPLETE);
      await take(reference);

      const { sigstore } = stage.bed.services;
      const logged = sigstore.logSize();
      const report = await attestImages(stage.both(reference), stage.quick());
      assert.deepEqual([report.status, states(report)], ['ok', { present: 3, stored: 1 }], why(report));
      assert.equal(sigstore.logSize() - logged, entries);
      assert.deepEqual(await storedBeside(reference), COMPLETE);
    });
  }

  const signature = 'dev.cosignproject.cosign/signature';
  const damages: readonly (readonly [
    what: string,
    tag: 'sig' | 'att',
    annotation: string,
    change: (text: string) => string,
  ])[] = [
    ['a signature of other bytes', 'sig', signature, otherBytes],
    ['a certificate that is none', 'sig', 'dev.sigstore.cosign/certificate', () => 'PEM'],
    ['a certificate that is none', 'att', 'dev.sigstore.cosign/certificate', () => 'PEM'],
    [
      'a promise of the log that is none',
      'att',
      'dev.sigstore.cosign/bundle',
      (text) => text.replace(/"integratedTime":\d/, '"integratedTime":9'),
    ],
  ];
  for (const [what, tag, annotation, change] of damages) {
    it(`does not take ${what} in .${tag} for a claim that is there`, async () => {
      const reference = await stage.fresh();
      await attestImages(stage.both(reference), stage.quick());
      await spoil(`sha256-${hexOf(reference)}.${tag}`, annotation, change);

      const report = await attestImages(stage.both(reference), stage.quick());
      assert.deepEqual([report.status, states(report)], ['ok', { present: 3, stored: 1 }], why(report));
      const again = await attestImages(stage.both(reference), stage.quick());
      assert.deepEqual([again.status, states(again)], ['ok', { present: 4 }], why(again));
      const verified = await verifyImages(
        stage.verify(undefined, 'signature provenance', { on: [reference], platforms: 'index' }),
        stage.quick(),
      );
      assert.equal(verified.status, 'ok', why(verified));
    });
  }
});
