import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CountersignError } from '../errors.js';
import { MAX_SBOM_BYTES } from '../limits.js';
import { readBounded, unreadableInput } from '../read-bounded.js';
import { readSbom } from '../sbom/index.js';
import type { ScanReport } from '../scan/index.js';
import type { OpenImage } from './images.js';
import { uniqueNames, type OutputFolder } from './scan-files.js';
import type { ScanFile } from './scan-options.js';
import {
  lacksDistribution,
  needsDistribution,
  readReport,
  type SbomToScan,
  type ScanJob,
  type Scanned,
} from './scan-run.js';
import { filesOfManifests, type DescribedFile, type ScanSubject } from './scan-subjects.js';
import type { Services } from './types.js';

/**
 * The SBOMs that were given, each with the subject it is scanned for; with an image each is checked to describe it. One
 * without a package is refused, since it has nothing that could be found: SBOM_INCOMPLETE.
 */
export async function jobsOfSboms(
  files: readonly ScanFile[],
  image: OpenImage | undefined,
  {
    work,
    output,
    allowEmpty,
  }: { readonly work: string; readonly output: OutputFolder; readonly allowEmpty: boolean },
  { workDir }: Services,
): Promise<readonly ScanJob[]> {
  const given: GivenSbom[] = [];
  for (const [at, file] of files.entries()) {
    const copy = join(work, 'given', String(at), basename(file.path));
    given.push(await givenSbom(file, { from: resolve(workDir, file.path), copy, allowEmpty }));
  }
  if (image === undefined)
    return jobsFor(
      given.map((file) => ({ ...file, subject: ofFile(file) })),
      output,
    );
  const { pairs } = filesOfManifests(image.image, given, 'sbom');
  return jobsFor(
    pairs.flatMap(([subject, { path }]) => {
      const file = given.find((each) => each.path === path);
      return file === undefined ? [] : [{ ...file, subject }];
    }),
    output,
  );
}

/** The SBOMs of an image or a folder as they were made for this scan. */
export function jobsFor(sboms: readonly SbomToScan[], output: OutputFolder): readonly ScanJob[] {
  const names = uniqueNames(sboms.map(({ subject }) => subject));
  return sboms.map(({ subject, sbom, needsDistribution }, at) => ({
    subject,
    sbom,
    needsDistribution,
    json: output.pathOf(`${names[at] ?? `scan-${at}`}.grype.json`),
  }));
}

/**
 * The reports that were given, read; `unproven`: those that do not say which digest they are about. REPORT_INVALID for one
 * whose scanner looked into nothing, SBOM_INCOMPLETE for one about an image whose scanner knew no distribution.
 */
export async function readReports(
  files: readonly ScanFile[],
  image: OpenImage | undefined,
  { allowEmpty }: { readonly allowEmpty: boolean },
  { workDir }: Services,
): Promise<{ readonly scanned: readonly Scanned[]; readonly unproven: readonly string[] }> {
  const read = new Map<ScanFile, ScanReport>();
  for (const file of files) {
    const report = await readReport(resolve(workDir, file.path));
    if (report.isEmpty === true && !allowEmpty) throw looksIntoNothing(file, report);
    // Whether it has packages of a distribution only its SBOM would tell.
    if (report.distribution === '' && (image !== undefined || report.isOfFolder !== true))
      throw lacksDistribution(
        `${file.path} does not say which distribution the image is of: packages of one, where it has them, were not looked for`,
      );
    read.set(file, report);
  }
  if (image === undefined) {
    const scanned = [...read].map(([file, report]): Scanned => ({
      subject: withDigestOf(ofFile(file), report),
      report,
      json: resolve(workDir, file.path),
    }));
    return { scanned, unproven: [] };
  }
  const described = [...read].map(([file, { describes }]) => ({ ...file, describes, source: file }));
  const { pairs, unproven } = filesOfManifests(image.image, described, 'report');
  const scanned = pairs.flatMap(([subject, { path }]): Scanned[] => {
    const report = [...read].find(([file]) => file.path === path)?.[1];
    return report === undefined ? [] : [{ subject, report, json: resolve(workDir, path) }];
  });
  return { scanned, unproven: unproven.map(({ path }) => path) };
}

const looksIntoNothing = ({ path }: ScanFile, { scanner }: ScanReport): CountersignError =>
  new CountersignError('REPORT_INVALID', {
    what: `${path} says that ${scanner.name} looked into nothing that has packages, so that it has no finding means nothing`,
    remedy:
      'Scan the image itself, for vulnerabilities; where there honestly is no package, set allow-empty: true.',
  });

/** What stands for a subject whose digest only its report tells. */
export const withDigestOf = (subject: ScanSubject, { describes }: ScanReport): ScanSubject =>
  subject.digest === undefined ? { ...subject, digest: describes[0] } : subject;

const ofFile = ({ platform, path }: ScanFile): ScanSubject => ({
  reference: path,
  digest: undefined,
  platform,
});

interface GivenSbom extends DescribedFile, Omit<SbomToScan, 'subject'> {}

/** Reads an SBOM once: the scanner gets the bytes that were read, whatever becomes of the file until then. */
async function givenSbom(
  file: ScanFile,
  { from: path, copy, allowEmpty }: { from: string; copy: string; allowEmpty: boolean },
): Promise<GivenSbom> {
  try {
    const bytes = await readBounded(path, MAX_SBOM_BYTES);
    const sbom = readSbom(bytes, basename(path));
    const { describes, packages } = sbom;
    if (packages.length === 0 && !allowEmpty)
      throw new CountersignError('SBOM_INCOMPLETE', {
        what: `${basename(path)} names no package, so there is nothing that could be found`,
        remedy:
          'Look why it is empty (generate-sbom does); where there honestly is none, set allow-empty: true.',
      });
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, bytes);
    return { ...file, describes, sbom: copy, needsDistribution: needsDistribution(sbom) };
  } catch (error) {
    throw unreadableInput('sbom', path, error);
  }
}
