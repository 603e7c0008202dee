import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Subject } from '../digest-set/index.js';
import { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import { claimedName } from '../reference/index.js';
import type { SbomReport } from '../report/index.js';
import { openImages, type OpenImage } from './images.js';
import { describedPath, pathSource } from './path-source.js';
import { programPath } from './program-path.js';
import { failureOf, imageReports, reported, type Progress } from './report.js';
import { openBaseline } from './sbom-baseline.js';
import { describe, draftsBySyft, type DraftRun } from './sbom-drafts.js';
import { draftsOfBuildKit, draftsOfFiles, type GivenDrafts } from './sbom-given.js';
import { clearOutput, conclude } from './sbom-conclude.js';
import type { SbomOptions } from './sbom-options.js';
import type { FlowReport, Services } from './types.js';

/**
 * Describes what is inside an image, a document per platform and one of the index, or inside a folder or file. Each
 * document proves which digest it is about and is held against what the image itself shows; where one is refused, none
 * is written. What goes wrong is in the report.
 */
export async function generateSboms(options: SbomOptions, services: Services): Promise<FlowReport> {
  const findings: { sbom: SbomReport | undefined } = { sbom: undefined };
  const report = await reported('sbom', services, async (progress) => {
    const folder = await mkdtemp(join(services.tempDir, 'countersign-sbom-'));
    try {
      const work = options.path === undefined ? describeImage : describePath;
      await work(options, services, folder, progress, (sbom) => {
        findings.sbom = sbom;
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return findings.sbom === undefined ? report : { ...report, sbom: findings.sbom };
}

type Work = (
  options: SbomOptions,
  services: Services,
  folder: string,
  progress: Progress,
  found: (sbom: SbomReport) => void,
) => Promise<void>;

const describeImage: Work = async (options, services, folder, progress, found) => {
  // No claim about the image is looked for here: the baseline opens its own.
  const here = { ...options, platforms: 'all', signatureRepository: undefined } as const;
  const run = await openImages(here, services);
  progress.images = imageReports(run, () => []);
  const [open] = run.images;
  if (open === undefined) throw failureOf(run) ?? new Error('an image is neither open nor unopened');
  const subjects = subjectsOf(open, options.only);
  if (options.dryRun) {
    const names = subjects.map(({ platform, digest }) => platform ?? digest);
    plan(progress, options, names.join(', '));
    return;
  }
  const name = claimedName(open.image.name);
  const watch = stopwatch();
  const drafting: DraftRun = { options, services, folder, name, watch: watch.measure };
  await clearOutput(options, services, subjects);
  // One after the other: what fails early must leave nothing running that still writes into the folder.
  const baseline = await openBaseline(options, services);
  const { drafts, ofIndex } = await draftsOf(open, subjects, drafting);
  // A document of some platforms would speak for the others as well.
  const root = open.image.kind === 'index' && options.only === undefined ? open.image.root : undefined;
  const times = watch.times;
  await conclude({ options, services, drafts, ofIndex, baseline, name, root, times }, progress, found);
};

async function draftsOf(open: OpenImage, subjects: readonly Subject[], run: DraftRun): Promise<GivenDrafts> {
  const { options, services } = run;
  const { source } = options;
  switch (source.kind) {
    case 'syft': {
      const syft = (): Promise<string> => syftOf(options, services);
      return { drafts: await draftsBySyft(open, subjects, syft, run), ofIndex: [] };
    }
    case 'buildkit':
      return { drafts: await draftsOfBuildKit(open, subjects, run), ofIndex: [] };
    case 'files':
      return draftsOfFiles(open, subjects, source.files, run);
  }
}

const describePath: Work = async (options, services, folder, progress, found) => {
  const source = await pathSource(options.path ?? '', services);
  if (options.dryRun) {
    plan(progress, options, source.path);
    return;
  }
  const name = basename(source.path);
  const watch = stopwatch();
  const drafting: DraftRun = { options, services, folder, name, watch: watch.measure };
  await clearOutput(options, services, [undefined]);
  const baseline = await openBaseline(options, services);
  const program = await syftOf(options, services);
  const created = options.sourceDate ?? services.context.clock.now();
  const drafts = [await describe(await describedPath(source, name, created), program, drafting)];
  await conclude(
    { options, services, drafts, ofIndex: [], baseline, name, root: undefined, times: watch.times },
    progress,
    found,
  );
};

/** The platforms that are described: those that were named, each of which has to be there. */
function subjectsOf({ image }: OpenImage, only: SbomOptions['only']): readonly Subject[] {
  const all = image.kind === 'index' ? image.platforms : [image.root];
  if (all.length === 0) {
    throw new CountersignError('IMAGE_UNREADABLE', {
      what: `The index ${image.pinned} has no platform that could be described`,
      remedy: 'Give the digest of an image.',
    });
  }
  if (only === undefined) return all;
  if (image.kind === 'manifest') {
    throw new CountersignError('INPUTS_CONTRADICT', {
      what: `platforms is given, and ${image.pinned} is a single manifest`,
      remedy: 'Leave platforms out, or give the digest of the index.',
    });
  }
  const chosen = new Map<Digest, Subject>();
  for (const name of only) {
    const found = all.filter(({ platform }) => platform === name);
    if (found.length === 0) {
      throw new CountersignError('INPUT_INVALID', {
        what: `${image.pinned} has no platform ${name}`,
        remedy: `It has: ${all.map(({ platform }) => platform).join(', ')}.`,
      });
    }
    for (const subject of found) chosen.set(subject.digest, subject);
  }
  return [...chosen.values()];
}

const syftOf = ({ syft, trust }: SbomOptions, services: Services): Promise<string> =>
  programPath({ name: 'syft', ...syft }, trust, services);

function plan(progress: Progress, { formats, source }: SbomOptions, names: string): void {
  const documents = formats.map(({ format, specVersion }) =>
    specVersion === undefined ? format : `${format} ${specVersion}`,
  );
  progress.figures = { ...progress.figures, planned: true };
  progress.notices.push({
    level: 'notice',
    text: `Dry run: ${names} would be described (${source.kind}) as ${documents.join(', ')}; nothing was fetched or written.`,
  });
}

/** Milliseconds in which a part of the run was under way, however many of its kind ran at the same time. */
function stopwatch(): { readonly measure: DraftRun['watch']; readonly times: () => SbomReport['times'] } {
  const started = performance.now();
  const parts = {
    fetch: { running: 0, since: 0, spent: 0 },
    generate: { running: 0, since: 0, spent: 0 },
  };
  return {
    measure: async (name, work) => {
      const part = parts[name];
      if (part.running === 0) part.since = performance.now();
      part.running += 1;
      try {
        return await work();
      } finally {
        part.running -= 1;
        if (part.running === 0) part.spent += performance.now() - part.since;
      }
    },
    times: () => {
      const [fetch, generate] = [parts.fetch.spent, parts.generate.spent];
      const rest = performance.now() - started - fetch - generate;
      return { fetch: Math.round(fetch), generate: Math.round(generate), rest: Math.round(rest) };
    },
  };
}
