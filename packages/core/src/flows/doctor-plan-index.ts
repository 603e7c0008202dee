import { counted } from '../counted.js';
import type { Seen } from '../doctor/index.js';
import { BUNDLE_PREFIX } from '../layouts/bundle-referrer.js';
import { MAX_MENDED_DESCRIPTORS } from '../limits.js';
import { rightDescriptors, saysAsItShould, type Repository } from '../registry/index.js';
import type { SoundClaim } from './doctor-claims.js';
import type { RepairPlan } from './doctor-plan.js';

/** Entries of sound claims, and those of artifacts that no verifier of bundles reads. */
export async function planIndex(
  { observation, collected }: Seen,
  repository: Repository,
  sound: readonly SoundClaim[],
): Promise<Partial<RepairPlan>> {
  const { source, entries, unlisted, tag } = observation.referrers;
  const left: string[] = [];
  if (unlisted.length > 0) {
    left.push(
      `${unlisted.length} entries of a fallback index are not listed by the referrers API: push those manifests again, or sign again`,
    );
  }
  if (source === 'fallback' && tag === 'image') {
    left.push(
      'the image itself stands under the tag of the fallback index (cosign copy puts it there); it gives way as soon as there is a referrer to list',
    );
  }
  if (source !== 'fallback' || repository.folder !== undefined || tag !== 'index') return { left };
  // Anyone may fill the index: what is looked at is bounded, and begins with the claims that this is about.
  const ours = new Set(sound.map(({ stored }) => stored.digest));
  const isOurs = ({ digest }: (typeof entries)[number]): boolean => ours.has(digest);
  const stated = [...entries.filter(isOurs), ...entries.filter((entry) => !isOurs(entry))];
  const looked = stated.slice(0, MAX_MENDED_DESCRIPTORS);
  const right = await rightDescriptors(repository, looked);
  const wrong = right.filter((entry, index) => {
    const standing = looked[index];
    return standing !== undefined && !saysAsItShould(standing, entry);
  });
  const mended = wrong.filter(
    (entry) => isOurs(entry) || entry.artifactType?.startsWith(BUNDLE_PREFIX) !== true,
  );
  const others = wrong.length - mended.length;
  if (others > 0) {
    left.push(
      `${others} wrong entries of the fallback index are bundles that do not verify or are others': they stay as they stand`,
    );
  }
  const beyond = stated.length - looked.length;
  if (beyond > 0) {
    left.push(
      `${counted(beyond, 'more entry', 'more entries')} of the fallback index were not looked at: it holds more than ${MAX_MENDED_DESCRIPTORS}`,
    );
  }
  const gone = collected.unreadable.filter(({ reason }) => reason === 'its manifest is not there').length;
  if (gone > 0) left.push(`${gone} entries of the list name manifests that are gone`);
  if (mended.length === 0) return { left };
  const count = new Set(mended.map(({ digest }) => digest)).size;
  return {
    entries: mended,
    done: [
      `state artifactType and annotations of ${count} entries of the fallback index as their manifests do`,
    ],
    left,
  };
}
