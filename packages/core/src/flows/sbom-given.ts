import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import { checkDescribes, finishDocument, readBuildKitSboms, readSbom, type Sbom } from '../sbom/index.js';
import type { OpenImage } from './images.js';
import { EPOCH, fetchAll, type Draft, type DraftDocument, type DraftRun } from './sbom-drafts.js';
import { checkIndexDocument, partOf } from './sbom-index-document.js';
import type { GivenFile } from './sbom-options.js';

/** Documents that were there already. */
export interface GivenDrafts {
  readonly drafts: readonly Draft[];
  /** Of the index, as they were given. */
  readonly ofIndex: readonly DraftDocument[];
}

/** Drafts of BuildKit's documents. They are held against the image's own layers. */
export async function draftsOfBuildKit(
  { repository, image }: OpenImage,
  subjects: readonly Subject[],
  run: DraftRun,
): Promise<readonly Draft[]> {
  const documents = await readBuildKitSboms(repository, image.root.digest);
  const missing = subjects.filter(({ digest }) => !documents.has(digest));
  if (missing.length > 0) {
    throw noDocument(
      missing,
      'the index brings no SBOM of BuildKit for',
      'Build with --attest type=sbom (docker/build-push-action: sbom: true), or let syft describe the image.',
    );
  }
  const fetched = await fetchAll(repository, subjects, false, run);
  return fetched.map(({ subject, evidence, created = EPOCH }) => {
    const bytes = documents.get(subject.digest);
    const path = `BuildKit's SBOM of ${subject.digest}`;
    const own = bytes === undefined ? [] : [adopted(bytes, path, subject, created, run.name)];
    return { subject, evidence, created, documents: own, judged: own.map(({ sbom }) => sbom) };
  });
}

/** BuildKit's documents are about a folder: the statement around them names the platform, and we write it down. */
function adopted(
  bytes: Uint8Array,
  path: string,
  { digest, platform }: Subject,
  created: Date,
  name: string,
): DraftDocument {
  const [said] = readSbom(bytes, path).describes;
  if (said !== undefined) checkDescribes({ describes: [said] }, digest, path);
  const finished = finishDocument(bytes, 'spdx-json', { name, digest, platform, created });
  const sbom = readSbom(finished, path);
  checkDescribes(sbom, digest, path);
  return { bytes: finished, sbom };
}

/**
 * Drafts of files, each byte for byte as it was given: its owner may have signed it. Either every platform has a document
 * of its own, or the index has one that says of each package on which platforms it is. They are held against the image's
 * own layers. Throws SBOM_INVALID, SBOM_SUBJECT_MISMATCH, SBOM_INCOMPLETE, INPUTS_CONTRADICT.
 */
export async function draftsOfFiles(
  { repository, image }: OpenImage,
  subjects: readonly Subject[],
  files: readonly GivenFile[],
  run: DraftRun,
): Promise<GivenDrafts> {
  const root = image.kind === 'index' ? image.root : undefined;
  const { own, ofIndex } = sorted(files, subjects, root);
  if (ofIndex.length > 0 && run.options.only !== undefined) {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `${ofIndex[0]?.path ?? ''} describes the index, and platforms names some of its platforms`,
      remedy: 'Leave platforms out, or give the documents of those platforms.',
    });
  }
  const missing = subjects.filter(({ digest }) => !own.has(digest));
  if (missing.length > 0 && (own.size > 0 || ofIndex.length === 0)) {
    throw noDocument(
      missing,
      'no document was given for',
      'Give one with sbom, or name the platforms to describe.',
    );
  }
  for (const document of ofIndex) checkIndexDocument(document, subjects, own);
  const fetched = await fetchAll(repository, subjects, false, run);
  const drafts = fetched.map(({ subject, evidence, created = EPOCH }): Draft => {
    const documents = own.get(subject.digest) ?? [];
    const parts = ofIndex.flatMap(({ sbom }) => partOf(sbom, subject.platform));
    const judged = [...documents.map(({ sbom }) => sbom), ...parts];
    return { subject, evidence, created, documents, judged };
  });
  return { drafts, ofIndex };
}

/** A document that was given, and where. */
interface GivenDocument extends DraftDocument {
  readonly path: string;
}

interface Sorted {
  readonly own: ReadonlyMap<Digest, readonly GivenDocument[]>;
  readonly ofIndex: readonly GivenDocument[];
}

/** Each file to what it describes, which has to be the platform that stands before it. */
function sorted(
  files: readonly GivenFile[],
  subjects: readonly Subject[],
  root: Subject | undefined,
): Sorted {
  const found = new Map<Digest, GivenDocument[]>();
  for (const { platform, path, bytes } of files) {
    const sbom = readSbom(bytes, path);
    const all = root === undefined ? subjects : [root, ...subjects];
    const subject =
      platform === undefined
        ? all.find(({ digest }) => digest === sbom.describes[0])
        : subjects.find((each) => each.platform === platform);
    if (subject === undefined) throw aboutNothing(platform, path, sbom, subjects);
    checkDescribes(sbom, subject.digest, path);
    const others = found.get(subject.digest) ?? [];
    if (others.some((other) => other.sbom.format === sbom.format)) {
      throw new CountersignError('INPUTS_CONTRADICT', {
        what: `${path} is a second ${sbom.format} document of ${subject.platform ?? subject.digest}`,
        remedy: 'Give one document of each format for each platform.',
      });
    }
    found.set(subject.digest, [...others, { path, bytes, sbom }]);
  }
  const ofIndex = root === undefined ? [] : (found.get(root.digest) ?? []);
  if (root !== undefined) found.delete(root.digest);
  return { own: found, ofIndex };
}

const aboutNothing = (
  platform: string | undefined,
  path: string,
  { describes }: Sbom,
  subjects: readonly Subject[],
): CountersignError =>
  new CountersignError('SBOM_SUBJECT_MISMATCH', {
    what:
      platform === undefined
        ? `${path} describes ${describes.join(', ') || 'no image'}, which is neither the image nor one of its platforms`
        : `The image has no platform ${platform}, which stands before ${path}`,
    remedy: `Give documents of: ${subjects.map((each) => `${each.platform ?? 'the image'} (${each.digest})`).join(', ')}.`,
  });

const noDocument = (missing: readonly Subject[], why: string, remedy: string): CountersignError =>
  new CountersignError('SBOM_INCOMPLETE', {
    what: `There is nothing that describes all platforms: ${why} ${missing.map(({ platform, digest }) => platform ?? digest).join(', ')}`,
    remedy,
  });
