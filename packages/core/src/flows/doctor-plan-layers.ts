import { COSIGN_SIGNATURE } from '../claims/index.js';
import type { Subject } from '../digest-set/index.js';
import { attachedLayer, type Layer } from '../layouts/index.js';
import type { BundleSources } from './doctor-bundle.js';
import { attestationBundles, eachOnce, isSame, nameOf, type SoundClaim } from './doctor-claims.js';
import { mendedLayer } from './doctor-layers.js';
import type { RepairPlan } from './doctor-plan.js';
import { createRebuild } from './rebuild.js';

/** The two forms of a signature are over different documents: neither can be made of the other. */
export function planSignatureLayers(
  sound: readonly SoundClaim[],
  sources: BundleSources,
): Partial<RepairPlan> {
  const inTag = sound.filter(({ stored }) => stored.layout === 'signature-tag');
  const kept = eachOnce(sound.filter(({ stored }) => stored.layout === 'signature-referrer'));
  const bundled = sound.some(
    ({ stored, verified }) =>
      stored.layout === 'bundle-referrer' && verified.predicateType === COSIGN_SIGNATURE,
  );
  const restored = kept
    .filter((claim) => !inTag.some((other) => isSame(claim, other)))
    .flatMap(({ stored }) => (stored.material.kind === 'bundle' ? [] : [attachedLayer(stored.material)]));
  const mended = mendedLayers(inTag, sources);
  const tagged = inTag.length + restored.length > 0;
  return {
    signatureLayers: [...restored, ...mended],
    done: [
      ...(restored.length === 0 ? [] : ['put the signature that is kept as a referrer into the .sig tag']),
      ...doneOf(mended, '.sig'),
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

/** Layers of attestations whose bundles stand there, and whole ones beside those that lack something. */
export function planAttestationLayers(
  subject: Subject,
  sound: readonly SoundClaim[],
  sources: BundleSources,
): Partial<RepairPlan> {
  const inTag = sound.filter(({ stored }) => stored.layout === 'attestation-tag');
  const rebuild = createRebuild(sources.trust, sources.strict, false);
  const layers = [...mendedLayers(inTag, sources)];
  const done = [...doneOf(layers, '.att')];
  const left: string[] = [];
  const bundles = attestationBundles(sound);
  for (const claim of eachOnce(bundles)) {
    if (inTag.some((other) => isSame(claim, other))) continue;
    // Several bundles may hold one attestation, and not each of them all that a layer needs.
    const layer = bundles
      .filter((other) => isSame(claim, other))
      .map(({ stored, verified }) => {
        const { predicateType, payload } = verified;
        return rebuild(
          { kind: 'predicate', subject, predicateType, payload, simpleSigning: undefined },
          { stored, verified },
        );
      })
      .find((made) => made !== undefined);
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

/**
 * Layers that lack something and have no twin that has it; one for all copies of a layer, which anyone may add: each made
 * whole, they would fill the tag.
 */
function mendedLayers(layers: readonly SoundClaim[], { trust, strict }: BundleSources): readonly Layer[] {
  const looked = layers.map((claim) => ({ claim, mended: mendedLayer(claim, trust, strict) }));
  const whole = looked.filter(({ mended }) => mended === undefined).map(({ claim }) => claim);
  const lacking = looked.filter(({ claim }) => !whole.some((other) => isTwin(claim, other)));
  return lacking.flatMap(({ claim, mended }, index) =>
    mended === undefined || lacking.findIndex((other) => isTwin(other.claim, claim)) < index ? [] : [mended],
  );
}

/** The same statement by the same signer, with a promise of the log or without one. */
const isTwin = (one: SoundClaim, other: SoundClaim): boolean =>
  isSame(one, other) && isPromised(one) === isPromised(other);

const isPromised = ({ observed: { traits } }: SoundClaim): boolean =>
  traits?.form === 'layer' && traits.promise;

const doneOf = (layers: readonly Layer[], tag: string): readonly string[] =>
  layers.length === 0
    ? []
    : [`add ${layers.length} ${tag} layers with the chain, or without a spare timestamp`];
