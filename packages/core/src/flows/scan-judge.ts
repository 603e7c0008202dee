import type { Subject } from '../digest-set/index.js';
import type { Digest } from '../oci/index.js';
import { decide, mergePlatforms, type ScanRecord, type ScannedImage } from '../scan/index.js';
import { claimedName, formatName } from '../reference/index.js';
import type { OpenImage } from './images.js';
import type { ScanOptions } from './scan-options.js';
import type { ScanPolicy } from './scan-policy.js';
import type { Scanned } from './scan-run.js';

/**
 * The verdict about each subject: every platform by itself, and of an index the worst of them all as one record of its own.
 * Pure but for the baseline, which is read when it is asked for.
 */
export async function judgeScans(
  scanned: readonly Scanned[],
  image: OpenImage | undefined,
  { gate }: Pick<ScanOptions, 'gate'>,
  { waivers, vex, baselineFor }: ScanPolicy,
  now: Date,
): Promise<readonly ScanRecord[]> {
  const judge = async (subject: ScanRecord['subject'], report: ScanRecord['report']): Promise<ScanRecord> => {
    const baseline = await baselineFor(subject.platform);
    const about = scannedImage(subject, image);
    return { subject, report, decision: decide({ report, gate, waivers, vex, baseline, image: about, now }) };
  };
  const single = await Promise.all(scanned.map(({ subject, report }) => judge(subject, report)));
  if (image?.image.kind !== 'index') return single;
  const { pinned, root } = image.image;
  const merged = mergePlatforms(
    scanned.map(({ subject, report }) => ({ platform: subject.platform ?? '', report })),
  );
  const whole = await judge({ reference: pinned, digest: root.digest, platform: undefined }, merged);
  return [whole, ...single];
}

function scannedImage(
  { digest, platform }: ScanRecord['subject'],
  image: OpenImage | undefined,
): ScannedImage {
  if (image === undefined) return { names: [], digest };
  const { name, kind, root, platforms } = image.image;
  // A folder goes by the name that it will be pushed under, too.
  const names = [...new Set([formatName(name), claimedName(name)])];
  if (kind === 'manifest') return { names, digest };
  if (platform !== undefined) return { names, digest, index: root.digest };
  return {
    names,
    digest,
    platforms: digestsByPlatform(platforms),
  };
}

/** What is said of one of two manifests that are called the same says nothing about what was found under their name. */
const digestsByPlatform = (platforms: readonly Subject[]): Readonly<Record<string, Digest>> =>
  Object.fromEntries(
    platforms.flatMap(({ platform = '', digest }) =>
      platforms.filter((other) => other.platform === platform).length === 1 ? [[platform, digest]] : [],
    ),
  );
