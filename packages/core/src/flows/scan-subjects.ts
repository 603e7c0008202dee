import { normalize } from 'node:path';
import type { ImageSet } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import { checkDescribes } from '../sbom/index.js';
import type { ScanFile } from './scan-options.js';

/** One thing that is scanned by itself: a platform's manifest, a single manifest, or a folder or file without a digest. */
export interface ScanSubject {
  /** `host/repository@digest`, or a path. */
  readonly reference: string;
  readonly digest: Digest | undefined;
  /** undefined for the digest that was named. */
  readonly platform: string | undefined;
}

/** A file that was given, with the digests that it says it is about. */
export interface DescribedFile extends ScanFile {
  readonly describes: readonly Digest[];
}

/** The manifests of an image that are scanned: of an index each platform's, since the index itself has no packages. */
export function manifestsOf(image: ImageSet): readonly ScanSubject[] {
  const [root] = [subjectOf(image, image.root)];
  if (image.kind === 'manifest') return [root];
  if (image.platforms.length === 0)
    throw new CountersignError('INPUT_INVALID', {
      what: `The index ${image.pinned} names no platform, so there is nothing to scan`,
      remedy: 'Give the image that was built.',
    });
  return image.platforms.map((platform) => subjectOf(image, platform));
}

const subjectOf = ({ pinned }: ImageSet, { digest, platform }: ImageSet['root']): ScanSubject => ({
  reference: `${pinned.slice(0, pinned.lastIndexOf('@'))}@${digest}`,
  digest,
  platform,
});

/**
 * Which file is about which manifest of an image: each manifest needs exactly one, and a file counts for a manifest only
 * where it says that it describes it. A document about the index (the union of its platforms) is passed over: the index is
 * judged by its platforms. `input`: of an SBOM the digest is demanded; a report of another scanner may name none, or the
 * index's. Throws SBOM_SUBJECT_MISMATCH, DOCUMENT_SUBJECT_MISMATCH, INPUT_INVALID, INPUT_MISSING, INPUTS_CONTRADICT.
 */
export function filesOfManifests(
  image: ImageSet,
  files: readonly DescribedFile[],
  input: 'sbom' | 'report',
): {
  readonly pairs: readonly (readonly [ScanSubject, DescribedFile])[];
  readonly unproven: readonly DescribedFile[];
} {
  const subjects = manifestsOf(image);
  const pairs = new Map<ScanSubject, DescribedFile>();
  const unproven: DescribedFile[] = [];
  for (const file of files) {
    const subject = subjectFor(image, subjects, file, input);
    if (subject === undefined) continue;
    const other = pairs.get(subject);
    if (other !== undefined)
      throw new CountersignError('INPUTS_CONTRADICT', {
        what: `The input ${input} has two files for ${named(subject)}: ${other.path} and ${file.path}`,
        remedy: 'Give one file for each platform.',
      });
    // What one platform has says nothing about another: its report would cover both.
    const [first] = [...pairs].find(([, { path }]) => normalize(path) === normalize(file.path)) ?? [];
    if (first !== undefined)
      throw new CountersignError('INPUTS_CONTRADICT', {
        what: `The input ${input} names ${file.path} for ${named(first)} and for ${named(subject)}`,
        remedy: 'Give each platform the file that was made of it.',
      });
    pairs.set(subject, file);
    if (file.describes.length === 0) unproven.push(file);
  }
  const missing = subjects.filter((subject) => !pairs.has(subject));
  if (missing.length > 0)
    throw new CountersignError('INPUT_MISSING', {
      what: `The input ${input} has no file for ${missing.map(named).join(', ')} of ${image.pinned}`,
      remedy: `Give one for each platform, as PLATFORM=PATH: a platform that nobody looked at is not clean.`,
    });
  return { pairs: subjects.flatMap((subject) => paired(subject, pairs.get(subject))), unproven };
}

const paired = (
  subject: ScanSubject,
  file: DescribedFile | undefined,
): readonly (readonly [ScanSubject, DescribedFile])[] => (file === undefined ? [] : [[subject, file]]);

/** undefined: about the index as a whole. */
function subjectFor(
  image: ImageSet,
  subjects: readonly ScanSubject[],
  file: DescribedFile,
  input: 'sbom' | 'report',
): ScanSubject | undefined {
  const { platform, describes } = file;
  if (platform !== undefined) {
    const subject = subjects.find((each) => each.platform === platform);
    if (subject === undefined) throw noSuchPlatform(image, file, input);
    checkFile(file, subject, image, input);
    return subject;
  }
  const described = subjects.find(({ digest }) => digest === describes[0]);
  if (described !== undefined) {
    if (input === 'report') checkFile(file, described, image, input);
    return described;
  }
  const [first, ...others] = subjects;
  if (others.length === 0 && image.kind === 'manifest' && first !== undefined) {
    checkFile(file, first, image, input);
    return first;
  }
  if (describes[0] === image.root.digest) return undefined;
  throw mismatch(file, `${image.pinned} or one of its platforms`, input);
}

/**
 * An SBOM has to name the digest first; a report may name none, or that of the index its platform was taken from, and never
 * that of another platform beside it: grype names both where it was given the index.
 */
function checkFile(
  file: DescribedFile,
  subject: ScanSubject,
  image: ImageSet,
  input: 'sbom' | 'report',
): void {
  const { describes, path } = file;
  const { digest } = subject;
  if (digest === undefined) return;
  if (input === 'sbom') {
    checkDescribes(file, digest, path);
    return;
  }
  const others = image.platforms.filter((other) => other.digest !== digest);
  const isOurs =
    describes.length === 0 || describes.includes(digest) || describes.includes(image.root.digest);
  if (!isOurs || others.some((other) => describes.includes(other.digest)))
    throw mismatch(file, named(subject), input);
}

const named = ({ platform, reference }: ScanSubject): string =>
  platform === undefined ? reference : `${platform} (${reference})`;

const noSuchPlatform = (
  image: ImageSet,
  { platform = '', path }: DescribedFile,
  input: string,
): CountersignError =>
  new CountersignError('INPUT_INVALID', {
    what: `The input ${input} names ${path} for ${platform}, and ${image.pinned} has no such platform`,
    remedy:
      image.kind === 'index'
        ? `Its platforms: ${image.platforms.map((each) => each.platform ?? '').join(', ')}.`
        : 'It is a single manifest: give the path alone.',
  });

const mismatch = (
  { path, describes }: DescribedFile,
  what: string,
  input: 'sbom' | 'report',
): CountersignError =>
  new CountersignError(input === 'sbom' ? 'SBOM_SUBJECT_MISMATCH' : 'DOCUMENT_SUBJECT_MISMATCH', {
    what: `${path} is given for ${what}, and ${describes.length === 0 ? 'names no image digest' : `is about ${describes.slice(0, 3).join(', ')}`}`,
    remedy:
      'Give the platform it is about as PLATFORM=PATH, the file of this very image, or leave "image" out to judge it as a file.',
  });
