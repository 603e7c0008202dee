import type { Claim } from '../claims/index.js';
import type { Subject } from '../digest-set/index.js';
import type { LayoutName } from '../layouts/index.js';
import { digestOf, type Digest } from '../oci/index.js';
import type { ImageName } from '../reference/index.js';
import type { Repository } from '../registry/index.js';
import type { ImageRun, OpenImage } from './images.js';
import type { Inspection } from './inspect.js';

/** One digest and the repository where claims about that digest are stored, which need not hold the image. */
export interface Place {
  readonly image: OpenImage;
  readonly repository: Repository;
  readonly subject: Subject;
  readonly found: Inspection;
}

/** A claim that this run is to have stored: signed once, stored at each of its places in each of its layouts. */
export interface WantedClaim {
  readonly claim: Claim;
  readonly layouts: readonly LayoutName[];
  readonly places: readonly Place[];
}

/** A claim before anybody looked at the registries. */
export interface DraftClaim {
  readonly claim: Claim;
  readonly images: readonly OpenImage[];
}

/** The objects of one claim (layouts-and-verifiers.md, section 1.1): one per layout. */
export function layoutsOf(claim: Claim, layouts: 'all' | 'bundle' | 'legacy'): readonly LayoutName[] {
  const tag = claim.kind === 'signature' ? 'signature-tag' : 'attestation-tag';
  switch (layouts) {
    case 'all':
      return [tag, 'bundle-referrer'];
    case 'bundle':
      return ['bundle-referrer'];
    case 'legacy':
      return [tag];
  }
}

/**
 * One digest that stands in several images (the same image in several repositories, a platform of two indexes) is signed
 * once, with the name of the first image that holds it, and its claim goes to all.
 */
export function perDigest(
  run: ImageRun,
  make: (subject: Subject, name: ImageName) => Claim,
): readonly DraftClaim[] {
  const holders = new Map<Digest, { subject: Subject; images: OpenImage[] }>();
  for (const image of run.images) {
    for (const subject of image.subjects) {
      const known = holders.get(subject.digest);
      if (known === undefined) holders.set(subject.digest, { subject, images: [image] });
      else known.images.push(image);
    }
  }
  return [...holders.values()].map(({ subject, images }) => ({
    claim: namedAfter(images, run, (name) => make(subject, name)),
    images,
  }));
}

/**
 * A claim about an image of several names holds the first of them. An earlier run may have used another, because a
 * registry did not answer or the order was another: what stands under any of the names is this claim.
 */
export function namedAfter(
  holders: readonly OpenImage[],
  run: ImageRun,
  make: (name: ImageName) => Claim,
): Claim {
  const names = [...holders.map(({ image }) => image.name), ...run.unopened.map(({ name }) => name)];
  const [first, ...others] = names;
  if (first === undefined) throw new Error('a claim is about no image');
  if (others.length === 0) return make(first);
  return { ...make(first), underOtherNames: () => others.values().map(make) };
}

/** Two drafts of the same bytes about the same digest are one claim. */
export function withoutRepeats(drafts: readonly DraftClaim[]): readonly DraftClaim[] {
  const known = new Map<string, DraftClaim>();
  for (const draft of drafts) {
    const { subject, payload, kind } = draft.claim;
    const key = `${subject.digest} ${kind === 'provenance' ? kind : digestOf(payload)}`;
    const other = known.get(key);
    const images = [...new Set([...(other?.images ?? []), ...draft.images])];
    known.set(key, { claim: draft.claim, images });
  }
  return [...known.values()];
}
