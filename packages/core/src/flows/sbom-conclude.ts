import { join, resolve } from 'node:path';
import { mkdtemp } from 'node:fs/promises';
import type { Subject } from '../digest-set/index.js';
import type { CountersignError } from '../errors.js';
import { isPlainPlatform } from '../oci/index.js';
import { sbomDiffMarkdown, type SbomChange, type SbomDocument, type SbomReport } from '../report/index.js';
import {
  diffSboms,
  readSbom,
  sizeAdvice,
  unionDocuments,
  type Sbom,
  type SbomDiff,
  type SbomFormat,
} from '../sbom/index.js';
import { uploadArtifact } from './artifact-upload.js';
import type { OpenBaseline } from './sbom-baseline.js';
import type { Draft, DraftDocument } from './sbom-drafts.js';
import { removeOld, writeTogether, type NewFile } from './sbom-files.js';
import { findingText, judgeDraft, rejectionOf, type Judgement } from './sbom-judge.js';
import type { SbomOptions } from './sbom-options.js';
import { sendSnapshot, snapshotOf } from './sbom-snapshot.js';
import type { Progress } from './report.js';
import { statusOf } from './report.js';
import type { Services } from './types.js';

/** What a run has made and not yet judged. */
export interface Conclusion {
  readonly options: SbomOptions;
  readonly services: Services;
  readonly drafts: readonly Draft[];
  readonly baseline: OpenBaseline | undefined;
  readonly name: string;
  /** The index, where all of its platforms are described. */
  readonly root: Subject | undefined;
  /** Documents of the index that were given. */
  readonly ofIndex: readonly DraftDocument[];
  readonly times: () => SbomReport['times'];
}

/**
 * Judges the drafts, makes the document of the index from them, writes everything or nothing and says what was found.
 * `found` is told also of a run that is rejected. Throws what writing and sending throw.
 */
export async function conclude(
  about: Conclusion,
  progress: Progress,
  found: (sbom: SbomReport) => void,
): Promise<void> {
  const { options, services, drafts, baseline } = about;
  const judgements = drafts.map((draft) => judgeDraft(draft, baseline?.of(draft.subject?.platform), options));
  const rejection = rejectionOf(judgements, options);
  const diffs = diffsOf(drafts, baseline);
  const documents = rejection === undefined ? documentsOf(about) : [];
  const difference =
    baseline === undefined
      ? []
      : [{ name: DIFF_JSON, bytes: json({ baseline: baseline.name, platforms: diffs }) }];
  const markdown = diffs.map(({ platform, diff }) => diffText(platform, diff)).join('\n');
  if (baseline !== undefined) difference.push({ name: DIFF_MARKDOWN, bytes: Buffer.from(markdown) });
  const files = [...documents.map(({ file }) => file), ...difference];
  const folder = await folderOf(options, services, files.length > 0);
  const written = files.length === 0 ? [] : await writeTogether(folder, files);
  const pathOf = new Map(written.map((file) => [file.path, file]));

  const report: SbomReport = {
    documents: documents.flatMap(({ file, about: document }): readonly SbomDocument[] => {
      const there = pathOf.get(join(folder, file.name));
      return there === undefined ? [] : [{ ...document, ...there }];
    }),
    ...packagesOf(drafts),
    quality: judgements.flatMap(({ quality }) => quality ?? []),
    findings: judgements.flatMap(({ findings }) => findings),
    diff:
      baseline === undefined
        ? undefined
        : {
            baseline: baseline.name,
            path: join(folder, DIFF_JSON),
            changes: diffs.map(({ platform, diff }) => changeOf(platform, diff)),
            markdown,
          },
    generator: drafts[0]?.judged[0]?.generator,
    times: about.times(),
  };
  found(report);
  progress.notices.push(...noticesOf(judgements, drafts, documents, about));
  if (rejection !== undefined) {
    fail(progress, rejection);
    return;
  }
  // The documents first: whatever else fails, they are kept.
  if (options.artifact !== undefined)
    found({ ...report, artifact: await uploadArtifact(files, options.artifact, services) });
  if (options.snapshot !== undefined) await submit(about, progress);
}

const fail = (progress: Progress, error: CountersignError): void => {
  progress.error = error;
  progress.status = statusOf(error);
};

interface NewDocument {
  readonly file: NewFile;
  readonly about: Omit<SbomDocument, 'path' | 'sha256' | 'size'>;
}

const ENDING: Readonly<Record<SbomFormat, string>> = {
  'spdx-json': 'spdx.json',
  'cyclonedx-json': 'cdx.json',
  'syft-json': 'syft.json',
};
const DIFF_JSON = 'sbom-diff.json';
const DIFF_MARKDOWN = 'sbom-diff.md';

function documentsOf(about: Conclusion): readonly NewDocument[] {
  const names = fileNames(about.drafts.map(({ subject }) => subject));
  const own = about.drafts.flatMap(({ subject, documents }) =>
    documents.map(({ bytes, sbom }): NewDocument => documentOf(subject, bytes, sbom, names)),
  );
  return [...indexDocuments(about, names), ...own];
}

/** The one document of an index in a format: the one given, else the union of its platforms' where each has one. */
function indexDocuments(
  { drafts, root, ofIndex, name }: Conclusion,
  names: FileNames,
): readonly NewDocument[] {
  if (root === undefined) return [];
  const created = new Date(Math.max(...drafts.map((draft) => draft.created.getTime())));
  return UNITED.flatMap((format) => {
    const given = ofIndex.find(({ sbom }) => sbom.format === format);
    if (given !== undefined) return [documentOf(root, given.bytes, given.sbom, names)];
    const parts = drafts.flatMap(({ subject, documents }) => {
      const own: DraftDocument | undefined = documents.find(({ sbom }) => sbom.format === format);
      if (own === undefined || subject === undefined) return [];
      return [{ platform: subject.platform ?? subject.digest, digest: subject.digest, bytes: own.bytes }];
    });
    if (parts.length < drafts.length) return [];
    const bytes = unionDocuments(format, parts, { name, digest: root.digest, created });
    return [documentOf(root, bytes, readSbom(bytes, `The ${format} document of the index`), names)];
  });
}

/** A scanner asks for packages of one platform: syft-json is made for those alone. */
const UNITED = ['spdx-json', 'cyclonedx-json'] as const;

function documentOf(
  subject: Subject | undefined,
  bytes: Uint8Array,
  { format, specVersion, packages }: Sbom,
  names: FileNames,
): NewDocument {
  const about = {
    platform: subject?.platform,
    subject: subject?.digest,
    format,
    specVersion,
    packages: packages.length,
  };
  return { file: { name: `${names(subject)}.${ENDING[format]}`, bytes }, about };
}

/** How the files about a subject begin. */
type FileNames = (subject: Subject | undefined) => string;

/**
 * `sbom` for the digest that was named or a folder, `sbom-linux-amd64` for a platform. What platforms are called is text of
 * others, and two may be called the same: then the digest tells them apart.
 */
function fileNames(subjects: readonly (Subject | undefined)[]): FileNames {
  const platforms = subjects.map((subject) => subject?.platform?.toLowerCase());
  return (subject) => {
    if (subject?.platform === undefined) return 'sbom';
    const platform = subject.platform.toLowerCase();
    const isOnly = platforms.filter((other) => other === platform).length === 1;
    return isPlainPlatform(platform) && isOnly
      ? `sbom-${platform.replaceAll('/', '-')}`
      : `sbom-${subject.digest.slice('sha256:'.length)}`;
  };
}

/**
 * Takes away what an earlier run left in the output folder under the names of this one: where this run fails, no later
 * step must take that for its result. Files that are inputs of this run stay.
 */
export async function clearOutput(
  { outputDir, source, baseline }: SbomOptions,
  { workDir }: Services,
  subjects: readonly (Subject | undefined)[],
): Promise<void> {
  if (outputDir === undefined) return;
  const folder = resolve(workDir, outputDir);
  const inputs = [source, baseline].flatMap((given) => (given?.kind === 'files' ? given.files : []));
  const kept = new Set(inputs.map(({ path }) => resolve(workDir, path)));
  const beginnings = new Set([undefined, ...subjects].map(fileNames(subjects)));
  const documents = [...beginnings].flatMap((name) =>
    Object.values(ENDING).map((ending) => `${name}.${ending}`),
  );
  const names = [...documents, DIFF_JSON, DIFF_MARKDOWN];
  await removeOld(
    folder,
    names.filter((name) => !kept.has(join(folder, name))),
  );
}

function folderOf(
  { outputDir }: SbomOptions,
  { tempDir, workDir }: Services,
  isNeeded: boolean,
): Promise<string> | string {
  if (outputDir !== undefined) return resolve(workDir, outputDir);
  return isNeeded ? mkdtemp(join(tempDir, 'countersign-sboms-')) : tempDir;
}

interface PlatformDiff {
  readonly platform: string | undefined;
  readonly diff: SbomDiff;
}

function diffsOf(drafts: readonly Draft[], baseline: OpenBaseline | undefined): readonly PlatformDiff[] {
  return drafts.flatMap(({ subject, judged, documents }) => {
    const before = baseline?.of(subject?.platform);
    // The same format on both sides where there is one: formats name some packages differently.
    const now = documents.find(({ sbom }) => sbom.format === before?.format)?.sbom ?? judged[0];
    return before === undefined || now === undefined
      ? []
      : [{ platform: subject?.platform, diff: diffSboms(before, now) }];
  });
}

const changeOf = (platform: string | undefined, diff: SbomDiff): SbomChange => ({
  platform,
  added: diff.added.length,
  removed: diff.removed.length,
  changed: diff.changed.length,
  licenses: diff.licenses.length,
});

const diffText = (platform: string | undefined, diff: SbomDiff): string =>
  platform === undefined || !isPlainPlatform(platform)
    ? sbomDiffMarkdown(diff)
    : `**${platform}**: ${sbomDiffMarkdown(diff)}`;

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);

/** Different packages over all platforms, by ecosystem. */
function packagesOf(drafts: readonly Draft[]): Pick<SbomReport, 'packageCount' | 'ecosystems'> {
  const ecosystemOf = new Map<string, string>();
  for (const { ecosystem, name, version, purl } of drafts.flatMap(({ judged }) => judged[0]?.packages ?? []))
    ecosystemOf.set(purl ?? JSON.stringify([ecosystem, name, version]), ecosystem);
  const counts = new Map<string, number>();
  for (const ecosystem of ecosystemOf.values()) counts.set(ecosystem, (counts.get(ecosystem) ?? 0) + 1);
  const sorted = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  return { packageCount: ecosystemOf.size, ecosystems: Object.fromEntries(sorted) };
}

function noticesOf(
  judgements: readonly Judgement[],
  drafts: readonly Draft[],
  documents: readonly NewDocument[],
  { baseline, options, root }: Conclusion,
): Progress['notices'] {
  const fatal = judgements.flatMap(({ findings }) => findings.filter((finding) => finding.fatal));
  const unclear = judgements.flatMap(({ findings }) => findings.filter((finding) => !finding.fatal));
  const warned = options.onIncomplete === 'warn' ? fatal : [];
  const added =
    baseline === undefined
      ? []
      : drafts.filter(({ subject }) => baseline.of(subject?.platform) === undefined);
  return [
    ...[...warned, ...unclear].map((finding) => ({ level: 'warning' as const, text: findingText(finding) })),
    ...added.map(({ subject }) => ({
      level: 'warning' as const,
      text: `The baseline has no SBOM of ${subject?.platform ?? 'this'}: nothing was compared for it.`,
    })),
    ...tooLarge(documents),
    ...(root === undefined && options.only !== undefined
      ? [
          {
            level: 'notice' as const,
            text: 'Only some platforms are described, so the index gets no document: it would speak for the others too.',
          },
        ]
      : []),
  ];
}

/** Who would not take a document once it is attested; syft-json is not attested. */
const tooLarge = (documents: readonly NewDocument[]): Progress['notices'] =>
  documents.flatMap(({ file, about }) => {
    if (about.format === 'syft-json') return [];
    const { limits, drop } = sizeAdvice(file.bytes);
    const passed = limits.filter(({ fits }) => !fits);
    if (passed.length === 0) return [];
    const consumers = passed
      .map(({ consumer, limitBytes }) => `${consumer} (${limitBytes} bytes)`)
      .join(', ');
    const parts = drop.map(({ part, bytes }) => `${part} (${bytes} bytes)`).join(', ');
    const advice = parts === '' ? '' : ` What could be left out of it: ${parts}.`;
    return [
      {
        level: 'warning' as const,
        text: `${file.name} has ${file.bytes.length} bytes; attested, it is more than these take: ${consumers}.${advice}`,
      },
    ];
  });

async function submit({ options, services, drafts, name }: Conclusion, progress: Progress): Promise<void> {
  const { snapshot } = options;
  if (snapshot === undefined) return;
  if (snapshot.isFork) {
    const text = "No dependency snapshot was sent: a fork's pull request has no permission for it.";
    progress.notices.push({ level: 'notice', text });
    return;
  }
  const manifests = drafts.flatMap(({ subject, judged: [sbom] }) =>
    sbom === undefined
      ? []
      : [{ name: subject?.platform === undefined ? name : `${name} ${subject.platform}`, sbom }],
  );
  const scanned = services.context.clock.now();
  await sendSnapshot(snapshotOf(manifests, snapshot, scanned), snapshot, services);
  const text = `A dependency snapshot of ${manifests.length} parts was sent to ${snapshot.repository}.`;
  progress.notices.push({ level: 'notice', text });
}
