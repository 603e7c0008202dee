import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatName } from '../reference/index.js';
import type { OpenImage } from './images.js';
import { describedPath, pathSource } from './path-source.js';
import { programPath } from './program-path.js';
import { describe, draftsBySyft, type Draft, type DraftRun } from './sbom-drafts.js';
import { judgeDraft, rejectionOf } from './sbom-judge.js';
import type { SbomOptions } from './sbom-options.js';
import type { ScanOptions, ScanTarget } from './scan-options.js';
import { needsDistribution, type SbomToScan } from './scan-run.js';
import { manifestsOf, type ScanSubject } from './scan-subjects.js';
import type { Services } from './types.js';

/**
 * Makes an SBOM of each platform of the image, or of the folder, as generate-sbom does: by digest, held against what is in
 * the layers. One that misses something is a rejection: what nobody listed, nobody scanned. Throws SBOM_INCOMPLETE,
 * PROGRAM_FAILED, and what the registry throws.
 */
export async function sbomsOf(
  target: ScanTarget,
  image: OpenImage | undefined,
  options: ScanOptions,
  work: string,
  services: Services,
): Promise<readonly SbomToScan[]> {
  const folder = join(work, 'sbom');
  await mkdir(folder, { recursive: true });
  const path = target.kind === 'path' ? target.path : undefined;
  const name = image === undefined ? (path ?? '') : formatName(image.image.name);
  const sbomOptions = optionsFor(options, path);
  const run: DraftRun = { options: sbomOptions, services, folder, name, watch: (_part, step) => step() };
  const syft = (): Promise<string> =>
    programPath({ name: 'syft', ...sbomOptions.syft }, options.trust, services);
  const drafts =
    image === undefined ? [await ofPath(path ?? '', await syft(), run)] : await ofImage(image, syft, run);
  const subjects: readonly ScanSubject[] =
    image === undefined
      ? [{ reference: path ?? '', digest: undefined, platform: undefined }]
      : manifestsOf(image.image);
  const missing = rejectionOf(
    drafts.map((draft) => judgeDraft(draft, undefined, sbomOptions)),
    sbomOptions,
    'Mend what hides the packages: what nobody listed, nobody scanned. What honestly has none needs allow-empty: true.',
  );
  if (missing !== undefined) throw missing;
  return Promise.all(
    subjects.map(async (subject, at) => {
      const [document] = draftOf(subject, drafts)?.documents ?? [];
      if (document === undefined) throw new Error(`no SBOM of ${subject.reference} was made`);
      const file = join(folder, `${at}.syft.json`);
      await writeFile(file, document.bytes);
      return { subject, sbom: file, needsDistribution: needsDistribution(document.sbom) };
    }),
  );
}

const draftOf = ({ digest }: ScanSubject, drafts: readonly Draft[]): Draft | undefined =>
  drafts.find(({ subject }) => subject?.digest === digest);

const ofImage = (
  { image, ...open }: OpenImage,
  syft: () => Promise<string>,
  run: DraftRun,
): Promise<readonly Draft[]> =>
  draftsBySyft({ image, ...open }, image.kind === 'index' ? image.platforms : [image.root], syft, run);

async function ofPath(given: string, syft: string, run: DraftRun): Promise<Draft> {
  const { services } = run;
  const source = await pathSource(given, services);
  return describe(await describedPath(source, given, services.context.clock.now()), syft, run);
}

const optionsFor = (options: ScanOptions, path: string | undefined): SbomOptions => ({
  images: options.images,
  allowTag: options.allowTag,
  platforms: options.platforms,
  plainHttpHosts: options.plainHttpHosts,
  trust: options.trust,
  path,
  only: undefined,
  source: { kind: 'syft' },
  formats: [{ format: 'syft-json', specVersion: undefined }],
  onIncomplete: 'fail',
  allowEmpty: options.allowEmpty,
  baseline: undefined,
  maxDropPercent: 100,
  thresholds: {},
  outputDir: undefined,
  snapshot: undefined,
  supplier: undefined,
  syft: { ...options.syft, mirror: options.toolMirror, allowPath: options.allowPath },
  timeoutMs: options.scanTimeoutMs,
  sourceDate: undefined,
  dryRun: false,
});
