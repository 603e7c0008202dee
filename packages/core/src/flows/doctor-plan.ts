import { COSIGN_SIGNATURE } from '../claims/index.js';
import type { Seen } from '../doctor/index.js';
import { DEFAULT_MAX_REFERRERS } from '../limits.js';
import { attachedLayer, type BundleReferrer, type Layer } from '../layouts/index.js';
import { BUNDLE_PREFIX } from '../layouts/bundle-referrer.js';
import type { Descriptor } from '../oci/index.js';
import { rightDescriptors, saysTheSame, type Repository } from '../registry/index.js';
import { shortNameOf } from '../claims/index.js';
import type { Subject } from '../digest-set/index.js';
import { bundleOfLayer, type BundleSources } from './doctor-bundle.js';
import { isSame, soundClaims, type SoundClaim } from './doctor-claims.js';
import { mendedLayer } from './doctor-layers.js';
import { createRebuild } from './rebuild.js';
import type { SignerRule } from '../policy/index.js';

/** What is to be written beside one digest, and what cannot be mended. */
export interface RepairPlan {
  /** Entries of the fallback index as they have to stand there. */
  readonly entries: readonly Descriptor[];
  readonly signatureLayers: readonly Layer[];
  readonly attestationLayers: readonly Layer[];
  readonly bundles: readonly BundleReferrer[];
  /** One sentence for each thing that is done. */
  readonly done: readonly string[];
  readonly left: readonly string[];
}

/**
 * What can be mended beside one digest without signing: the list of referrers, and layouts that can be made of claims that
 * verify and whose signer counts. Everything of others stays as it stands.
 */
export async function planRepair(
  seen: Seen,
  subject: Subject,
  repository: Repository,
  rules: readonly SignerRule[],
  sources: BundleSources,
): Promise<RepairPlan> {
  const sound = soundClaims(seen, rules, sources.strict);
  const plans = [
    await planIndex(seen, repository, sound),
    planSignatures(sound, sources),
    planLayers(subject, sound, sources),
    await planBundles(seen, subject, sound, sources),
  ];
  const all = <Name extends keyof RepairPlan>(name: Name): RepairPlan[Name][number][] =>
    plans.flatMap((plan) => [...((plan[name] ?? []) as readonly RepairPlan[Name][number][])]);
  return {
    entries: all('entries'),
    signatureLayers: all('signatureLayers'),
    attestationLayers: all('attestationLayers'),
    bundles: all('bundles'),
    done: all('done'),
    left: all('left'),
  };
}

/** Entries of sound claims, and those of artifacts that no verifier of bundles reads. */
async function planIndex(
  { observation, collected }: Seen,
  repository: Repository,
  sound: readonly SoundClaim[],
): Promise<Partial<RepairPlan>> {
  const { source, entries, unlisted, tag } = observation.referrers;
  const left = [
    ...(unlisted.length === 0
      ? []
      : [
          `${unlisted.length} entries of a fallback index are not listed by the referrers API: push those manifests again, or sign again`,
        ]),
    ...(source === 'fallback' && tag === 'image'
      ? [
          'the image itself stands under the tag of the fallback index (cosign copy puts it there); it gives way as soon as there is a referrer to list',
        ]
      : []),
  ];
  if (source !== 'fallback' || repository.folder !== undefined || tag !== 'index') return { left };
  const right = await rightDescriptors(repository, entries);
  const ours = new Set(sound.map(({ stored }) => stored.digest));
  const wrong = right.filter((entry, index) => {
    const stated = entries[index];
    return stated !== undefined && !saysTheSame(entry, stated);
  });
  const mended = wrong.filter(
    ({ digest, artifactType }) => ours.has(digest) || artifactType?.startsWith(BUNDLE_PREFIX) !== true,
  );
  const others = wrong.length - mended.length;
  const gone = collected.unreadable.filter(({ reason }) => reason === 'its manifest is not there').length;
  return {
    entries: mended,
    done:
      mended.length === 0
        ? []
        : [
            `state artifactType and annotations of ${mended.length} entries of the fallback index as their manifests do`,
          ],
    left: [
      ...left,
      ...(others === 0
        ? []
        : [
            `${others} wrong entries of the fallback index are bundles that do not verify or are others': they stay as they stand`,
          ]),
      ...(gone === 0 ? [] : [`${gone} entries of the list name manifests that are gone`]),
    ],
  };
}

/** The two forms of a signature are over different documents: neither can be made of the other. */
function planSignatures(sound: readonly SoundClaim[], { trust, strict }: BundleSources): Partial<RepairPlan> {
  const inTag = sound.filter(({ stored }) => stored.layout === 'signature-tag');
  const kept = sound.filter(({ stored }) => stored.layout === 'signature-referrer');
  const bundles = sound.filter(
    ({ stored, verified }) =>
      stored.layout === 'bundle-referrer' && verified.predicateType === COSIGN_SIGNATURE,
  );
  const restored = kept
    .filter((claim) => !inTag.some((other) => isSame(claim, other)))
    .flatMap(({ stored }) => (stored.material.kind === 'bundle' ? [] : [attachedLayer(stored.material)]));
  const mended = mendedLayers(inTag, trust, strict);
  const [tagged, bundled] = [inTag.length + restored.length > 0, bundles.length > 0];
  return {
    signatureLayers: [...restored, ...mended],
    done: [
      ...(restored.length === 0 ? [] : ['put the signature that is kept as a referrer into the .sig tag']),
      ...(mended.length === 0
        ? []
        : [`add ${mended.length} .sig layers with the chain, or without a spare timestamp`]),
    ],
    left: [
      ...(bundled && !tagged
        ? ['no .sig layer can be made: it signs another document than the bundle does. Sign the image again']
        : []),
      ...(tagged && !bundled
        ? [
            'no signature bundle can be made: it signs another document than the .sig layer does. Sign the image again',
          ]
        : []),
    ],
  };
}

/** Layers that lack something and have no twin that has it. */
function mendedLayers(
  layers: readonly SoundClaim[],
  trust: BundleSources['trust'],
  strict: BundleSources['strict'],
): readonly Layer[] {
  return layers.flatMap((claim) => {
    const mended = mendedLayer(claim, trust, strict);
    if (mended === undefined) return [];
    const key = annotationsKey(mended.descriptor);
    const isThere = layers.some(
      ({ stored }) =>
        stored.material.kind !== 'bundle' &&
        stored.digest === claim.stored.digest &&
        annotationsKey(attachedLayer(stored.material).descriptor) === key,
    );
    return isThere ? [] : [mended];
  });
}

const annotationsKey = ({ annotations = {} }: Descriptor): string =>
  JSON.stringify(Object.entries(annotations).sort());

function planLayers(
  subject: Subject,
  sound: readonly SoundClaim[],
  { trust, strict }: BundleSources,
): Partial<RepairPlan> {
  const inTag = sound.filter(({ stored }) => stored.layout === 'attestation-tag');
  const rebuild = createRebuild(trust, strict, false);
  const layers: Layer[] = mendedLayers(inTag, trust, strict).slice();
  const done =
    layers.length === 0
      ? []
      : [`add ${layers.length} .att layers with the chain, or without a spare timestamp`];
  const left: string[] = [];
  for (const claim of attestationBundles(sound)) {
    if (inTag.some((other) => isSame(claim, other))) continue;
    const { stored, verified } = claim;
    const { predicateType, payload } = verified;
    const layer = rebuild(
      { kind: 'predicate', subject, predicateType, payload, simpleSigning: undefined },
      { stored, verified },
    );
    if (layer === undefined) {
      left.push(
        `${nameOf(claim)}: no .att layer can be made of its bundle, which has no promise of a Rekor v1 log. Attest it again`,
      );
    } else {
      layers.push(layer);
      done.push(`${nameOf(claim)}: add its .att layer, made of the bundle`);
    }
  }
  return { attestationLayers: layers, done, left };
}

const attestationBundles = (sound: readonly SoundClaim[]): readonly SoundClaim[] =>
  sound.filter(
    ({ stored, verified }) =>
      stored.layout === 'bundle-referrer' &&
      verified.statement !== undefined &&
      verified.predicateType !== COSIGN_SIGNATURE,
  );

async function planBundles(
  { collected }: Seen,
  subject: Subject,
  sound: readonly SoundClaim[],
  sources: BundleSources,
): Promise<Partial<RepairPlan>> {
  const present = attestationBundles(sound);
  const lacking = sound.filter(
    (claim) => claim.stored.layout === 'attestation-tag' && !present.some((other) => isSame(claim, other)),
  );
  // Several layers of one attestation (one of them mended) make one bundle.
  const single = lacking.filter(
    (claim, index) => lacking.findIndex((other) => isSame(claim, other)) === index,
  );
  if (single.length === 0) return {};
  const isSigned = sound.some(({ stored }) => stored.layout === 'signature-tag');
  const hasSignatureBundle = sound.some(
    ({ stored, verified }) =>
      stored.layout === 'bundle-referrer' && verified.predicateType === COSIGN_SIGNATURE,
  );
  if (isSigned && !hasSignatureBundle) {
    return {
      left: single.map(
        (claim) =>
          `${nameOf(claim)}: its bundle is not added, since the signature has none: cosign from 2.6.3 on would not look at the .sig tag any more. Sign the image again first`,
      ),
    };
  }
  if (collected.referrers.length + single.length > DEFAULT_MAX_REFERRERS) {
    return {
      left: [`no bundle is added: the digest would have more than ${DEFAULT_MAX_REFERRERS} referrers`],
    };
  }
  const made = await Promise.all(
    single.map(async (claim) => ({ claim, bundle: await bundleOfLayer(claim, subject, sources) })),
  );
  return {
    bundles: made.flatMap(({ bundle }) => (typeof bundle === 'string' ? [] : [bundle])),
    done: made.flatMap(({ claim, bundle }) =>
      typeof bundle === 'string' ? [] : [`${nameOf(claim)}: add its bundle, made of the .att layer`],
    ),
    left: made.flatMap(({ claim, bundle }) =>
      typeof bundle === 'string' ? [`${nameOf(claim)}: no bundle can be made: ${bundle}`] : [],
    ),
  };
}

const nameOf = ({ verified: { predicateType } }: SoundClaim): string => {
  const name = shortNameOf(predicateType);
  return name === 'predicate' ? predicateType : name;
};

/** Whether there is anything to write. */
export const isEmpty = ({ entries, signatureLayers, attestationLayers, bundles }: RepairPlan): boolean =>
  entries.length + signatureLayers.length + attestationLayers.length + bundles.length === 0;
