import { basename, resolve } from 'node:path';
import { CountersignError } from '../errors.js';
import { MAX_SBOM_BYTES } from '../limits.js';
import { readBounded, unreadableInput } from '../read-bounded.js';
import { readSbom } from '../sbom/index.js';
import type { ScanReport } from '../scan/index.js';
import type { OpenImage } from './images.js';
import { uniqueNames, type OutputFolder } from './scan-files.js';
import type { ScanFile } from './scan-options.js';
import { readReport, type ScanJob, type Scanned } from './scan-run.js';
import { filesOfManifests, type DescribedFile, type ScanSubject } from './scan-subjects.js';
import type { Services } from './types.js';

/**
 * The SBOMs that were given, each with the subject it is scanned for; with an image each is checked to describe it. One
 * without a package is refused, since it has nothing that could be found: SBOM_INCOMPLETE.
 */
export async function jobsOfSboms(
  files: readonly ScanFile[],
  image: OpenImage | undefined,
  { output, allowEmpty }: { readonly output: OutputFolder; readonly allowEmpty: boolean },
  { workDir }: Services,
): Promise<readonly ScanJob[]> {
  const described: DescribedFile[] = [];
  for (const file of files)
    described.push({ ...file, describes: await describedBy(resolve(workDir, file.path), allowEmpty) });
  if (image === undefined)
    return jobsFor(
      files.map((file) => [ofFile(file), resolve(workDir, file.path)]),
      output,
    );
  const { pairs } = filesOfManifests(image.image, described, 'sbom');
  return jobsFor(
    pairs.map(([subject, { path }]) => [subject, resolve(workDir, path)]),
    output,
  );
}

/** The SBOMs of an image or a folder as they were made for this scan. */
export function jobsFor(
  pairs: readonly (readonly [subject: ScanSubject, sbom: string])[],
  output: OutputFolder,
): readonly ScanJob[] {
  const names = uniqueNames(pairs.map(([subject]) => subject));
  return pairs.map(([subject, sbom], at) => ({
    subject,
    sbom,
    json: output.pathOf(`${names[at] ?? `scan-${at}`}.grype.json`),
  }));
}

/**
 * The reports that were given, read; `unproven`: those that do not say which digest they are about. REPORT_INVALID for one
 * whose scanner looked into nothing.
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

async function describedBy(path: string, allowEmpty: boolean): Promise<DescribedFile['describes']> {
  try {
    const { describes, packages } = readSbom(await readBounded(path, MAX_SBOM_BYTES), basename(path));
    if (packages.length === 0 && !allowEmpty)
      throw new CountersignError('SBOM_INCOMPLETE', {
        what: `${basename(path)} names no package, so there is nothing that could be found`,
        remedy:
          'Look why it is empty (generate-sbom does); where there honestly is none, set allow-empty: true.',
      });
    return describes;
  } catch (error) {
    throw unreadableInput('sbom', path, error);
  }
}
