import type { LayoutName } from '@countersign/core/layouts';
import { OCI_INDEX } from '@countersign/core/oci';
import { pushImage, type BuiltImage } from '@countersign/testbed';
import type { Stage } from './stage.js';
import { asItIs, forgeClaims, withOtherSubject, type Target } from './forge.js';
import { evilImage } from './own-image.js';

/** One thing that an attacker with write access to the registry does, and what the verify step is then asked about. */
export interface Attack {
  readonly name: string;
  readonly title: string;
  /** Where the attacker's claims must have been found, and refused: an attack that misses proves nothing. */
  readonly layouts: readonly LayoutName[];
  /** Carries it out. Answers the inputs that name the image, laid over those of the good verify step. */
  readonly prepare: (stage: Stage, good: Good) => Promise<Readonly<Record<string, string>>>;
}

/** The image that was signed, and the tag it was published under. */
export interface Good extends Target {
  readonly repository: string;
  readonly tag: string;
}

const EVERY_LAYOUT: readonly LayoutName[] = ['signature-tag', 'attestation-tag', 'bundle-referrer'];

export const ATTACKS: readonly Attack[] = [
  {
    name: 'unsigned',
    title: 'an image that nobody signed',
    layouts: [],
    prepare: async (stage, { repository }) => {
      const { root } = await pushEvil(stage, repository, 'unsigned');
      return { images: stage.pinned(repository, root.digest) };
    },
  },
  {
    name: 'other-identity',
    title: "an image signed by somebody else's workflow",
    layouts: ['signature-tag', 'bundle-referrer'],
    prepare: async (stage, { repository }) => {
      const { root } = await pushEvil(stage, repository, 'other-identity');
      const images = stage.pinned(repository, root.digest);
      await stage.mustPass('attack-other-identity-sign', 'sign', { images }, stage.tokenFor(STRANGER));
      return { images };
    },
  },
  {
    name: 'copied-attestation',
    title: 'the signature and attestations of the good image, copied to another digest',
    layouts: EVERY_LAYOUT,
    prepare: async (stage, good) => {
      const evil = await pushEvil(stage, good.repository, 'copied');
      await forgeClaims(stage.folder(good.repository), good, evil, asItIs);
      return { images: stage.pinned(good.repository, evil.root.digest) };
    },
  },
  {
    name: 'tampered-envelope',
    title: 'the same, with the other digest written into the signed statements',
    layouts: EVERY_LAYOUT,
    prepare: async (stage, good) => {
      const evil = await pushEvil(stage, good.repository, 'tampered');
      await forgeClaims(stage.folder(good.repository), good, evil, withOtherSubject);
      return { images: stage.pinned(good.repository, evil.root.digest) };
    },
  },
  {
    name: 'moved-tag',
    title: 'the tag of the good image, moved to another digest',
    layouts: [],
    prepare: async (stage, { repository, tag }) => {
      await pushEvil(stage, repository, 'moved-tag', tag);
      return { images: stage.tagged(repository, tag), 'allow-tag': 'true' };
    },
  },
];

/** A workflow of another repository: its token is as genuine as ours. */
const STRANGER = {
  repository: 'mallory/app',
  repository_owner: 'mallory',
  sub: 'repo:mallory/app:ref:refs/tags/v1.0.0',
  job_workflow_ref: 'mallory/app/.github/workflows/release.yml@refs/tags/v1.0.0',
  workflow_ref: 'mallory/app/.github/workflows/release.yml@refs/tags/v1.0.0',
} as const;

async function pushEvil(stage: Stage, repository: string, name: string, tag?: string): Promise<Target> {
  const image = evilImage(name);
  await pushImage(stage.registry, repository, image, tag);
  return targetOf(image);
}

export const targetOf = ({ index, platforms }: BuiltImage): Target => ({
  root: {
    mediaType: OCI_INDEX,
    digest: index.digest,
    size: index.bytes.length,
  },
  platforms: platforms.map(({ descriptor }) => descriptor),
});
