import { COSIGN_SIGNATURE } from '../claims/index.js';
import { allEnded } from '../concurrency.js';
import { CountersignError } from '../errors.js';
import {
  attestationTag,
  EMPTY_CONFIG,
  signatureReferrer,
  signatureTag,
  type Layer,
  type LayoutName,
} from '../layouts/index.js';
import { OCI_MANIFEST, type Descriptor } from '../oci/index.js';
import {
  addReferrers,
  layersConfig,
  layersFormat,
  type NewReferrer,
  type TagWriter,
} from '../registry/index.js';
import type { Material } from './materials.js';
import type { StoreRecord, StoreStep } from './store-record.js';
import type { Place } from './wanted.js';

/** What happened at one place: the layouts not reached, with the reason. */
export interface StoreOutcome {
  readonly unreached: ReadonlyMap<LayoutName, CountersignError>;
}

/** What is missing at one place. */
export interface Missing {
  readonly signatureLayers: readonly Layer[];
  readonly attestationLayers: readonly Layer[];
  /** Signatures before attestations. */
  readonly bundles: readonly NonNullable<Material['bundle']>[];
}

/** What of the materials a place lacks. */
export function missingAt(place: Place, materials: readonly Material[]): Missing {
  const lacking = (layout: LayoutName): readonly Material[] =>
    materials.filter(({ planned }) =>
      planned.slots.some(
        (slot) => slot.place === place && slot.layout === layout && slot.present === undefined,
      ),
    );
  const layers = (layout: LayoutName): Layer[] =>
    lacking(layout).flatMap(({ layer }) => (layer === undefined ? [] : [layer.layer]));
  const rank = ({ planned }: Material): number => (planned.wanted.claim.kind === 'signature' ? 0 : 1);
  return {
    signatureLayers: layers('signature-tag'),
    attestationLayers: layers('attestation-tag'),
    bundles: [...lacking('bundle-referrer')]
      .sort((one, other) => rank(one) - rank(other))
      .flatMap(({ bundle }) => (bundle === undefined ? [] : [bundle])),
  };
}

/**
 * Stores what is missing at one place, in an order that leaves no state which a verifier misreads (R6) and none that a
 * re-run cannot complete: signature bundle, attestation bundles, attestation tag (a bundle holds all that a layer of the
 * tag is made of, not the reverse); the signature tag beside them, since who reads it reads no bundles. Each tag is written
 * once. A tag that may not be changed costs its own layout alone. `record`: told of each object as it is written. Throws what the registry answers otherwise.
 */
export async function storeAt(
  place: Place,
  missing: Missing,
  writer: TagWriter,
  record: StoreRecord,
): Promise<StoreOutcome> {
  const { repository, subject } = place;
  const unreached = new Map<LayoutName, CountersignError>();
  const reach = async (layout: LayoutName, write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      if (!(error instanceof CountersignError) || error.code !== 'TAG_IMMUTABLE') throw error;
      unreached.set(layout, error);
    }
  };
  const writeTag = async (
    layout: 'signature-tag' | 'attestation-tag',
    layers: readonly Layer[],
  ): Promise<void> => {
    const note = (step: StoreStep): void => {
      for (const { descriptor } of layers) record.note(place, layout, descriptor.digest, step);
    };
    note('sent');
    const tag = (layout === 'signature-tag' ? signatureTag : attestationTag)(subject.digest);
    const seenAbsent = place.found.collected.absent.includes(layout);
    const { written } = await writer.write(tag, layersFormat(repository), layers.map(descriptorOf), {
      seenAbsent,
    });
    note('stored');
    if (written) record.wrote();
  };

  const writeReferrers = (manifests: readonly NewReferrer[], ordered: number): Promise<void> =>
    reach('bundle-referrer', async () => {
      await repository.putBlob(EMPTY_CONFIG, { isNew: true });
      const { source } = await addReferrers(repository, writer, subject.digest, manifests, ordered);
      if (source === 'fallback') record.wrote();
    });
  const { signatureLayers, attestationLayers, bundles } = missing;

  const tagSignatures = async (): Promise<void> => {
    if (signatureLayers.length === 0) return;
    await reach('signature-tag', () => writeTag('signature-tag', signatureLayers));
  };
  // A signature that its tag refused is kept as a referrer, for the next run to complete the tag with.
  const toKeep = (): readonly Layer[] =>
    unreached.has('signature-tag') ? signatureLayers.filter(({ blob }) => !isKept(place, blob)) : [];
  const keep = (layer: Layer): NewReferrer => ({
    bytes: signatureReferrer(layer, subject),
    mediaType: OCI_MANIFEST,
    onStep: (step) => {
      if (step === 'stored') record.wrote();
    },
  });

  await uploadBlobs(place, missing);
  // A fallback index is written once, so it waits for what the signature tag may leave to it.
  const waits = bundles.length > 0 && (await repository.referrersSource(subject.digest)) === 'fallback';
  const tagging = tagSignatures();
  if (waits) await tagging;
  const kept = waits ? toKeep() : [];
  const noteBundle = ({ referrer }: Missing['bundles'][number], step: StoreStep): void => {
    record.note(place, 'bundle-referrer', referrer.descriptor.digest, step);
  };
  const toReferrer = (bundle: Missing['bundles'][number]): NewReferrer => ({
    bytes: bundle.referrer.manifest,
    mediaType: OCI_MANIFEST,
    onStep: (step) => {
      if (step === 'stored') record.wrote();
      // Where an index lists the referrers, nobody finds one before the index is written.
      noteBundle(bundle, waits ? 'sent' : step);
    },
  });
  const writeBundles = async (): Promise<void> => {
    const signatures = bundles.filter(({ verified }) => verified.predicateType === COSIGN_SIGNATURE).length;
    if (bundles.length > 0) {
      const manifests = [...kept.map(keep), ...bundles.map(toReferrer)];
      await writeReferrers(manifests, kept.length + signatures);
      for (const bundle of unreached.has('bundle-referrer') ? [] : bundles) noteBundle(bundle, 'stored');
    }
    if (attestationLayers.length === 0) return;
    await reach('attestation-tag', () => writeTag('attestation-tag', attestationLayers));
  };
  await allEnded([tagging, writeBundles()]);
  const left = toKeep().filter((layer) => !kept.includes(layer));
  if (left.length > 0) await writeReferrers(left.map(keep), left.length);
  return { unreached };
}

/** Whether an earlier run kept this document's signature already. */
const isKept = ({ found }: Place, document: Uint8Array): boolean =>
  found.collected.claims.some(
    ({ layout, material }) =>
      layout === 'signature-referrer' &&
      material.kind === 'simple-signing' &&
      Buffer.compare(material.payload, document) === 0,
  );

const descriptorOf = ({ descriptor }: Layer): Descriptor => descriptor;

/** With the configs that the tags will have where nothing stands under them yet. */
async function uploadBlobs({ repository, found }: Place, missing: Missing): Promise<void> {
  const { signatureLayers, attestationLayers, bundles } = missing;
  const configOf = (layout: LayoutName, layers: readonly Layer[]): readonly Uint8Array[] =>
    layers.length > 0 && found.collected.absent.includes(layout)
      ? [layersConfig(layers.map(descriptorOf))]
      : [];
  const blobs = [
    ...[...signatureLayers, ...attestationLayers].map(({ blob }) => blob),
    ...bundles.map(({ referrer }) => referrer.layer),
    ...(bundles.length > 0 ? [EMPTY_CONFIG] : []),
    ...configOf('signature-tag', signatureLayers),
    ...configOf('attestation-tag', attestationLayers),
  ];
  await Promise.all(blobs.map((blob) => repository.putBlob(blob, { isNew: true })));
}
