import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { allEnded, createGate } from '../concurrency.js';
import type { Subject } from '../digest-set/index.js';
import { counted } from '../counted.js';
import { CountersignError } from '../errors.js';
import { MAX_SYFT_CONCURRENCY, MAX_SYFT_DOCUMENT_BYTES } from '../limits.js';
import { readBounded } from '../read-bounded.js';
import {
  checkDescribes,
  fetchPlatforms,
  finishDocument,
  readSbom,
  runSyft,
  type Evidence,
  type FetchedPlatform,
  type Sbom,
  type SbomFormat,
  type Syft,
  type SyftSource,
} from '../sbom/index.js';
import type { OpenImage } from './images.js';
import type { SbomOptions } from './sbom-options.js';
import { whileTold } from './still-running.js';
import type { Services } from './types.js';

/** A document that is not written yet. */
export interface DraftDocument {
  readonly bytes: Uint8Array;
  readonly sbom: Sbom;
}

/** All that is known about one platform, or about a folder. */
export interface Draft {
  /** undefined for a folder or file. */
  readonly subject: Subject | undefined;
  readonly evidence: readonly Evidence[];
  readonly created: Date;
  /** What was asked for, in that order. */
  readonly documents: readonly DraftDocument[];
  /** Held against the evidence: what the generator itself wrote, or each document that was given. */
  readonly judged: readonly Sbom[];
}

/** What the drafts of an image are made with. */
export interface DraftRun {
  readonly options: SbomOptions;
  readonly services: Services;
  /** Of this run, removed at its end. */
  readonly folder: string;
  /** What documents call the image. */
  readonly name: string;
  /** Adds up where the time goes. */
  readonly watch: <T>(part: 'fetch' | 'generate', work: () => Promise<T>) => Promise<T>;
}

/** Drafts of platforms by syft, each from a layout folder that our own client filled. */
export async function draftsBySyft(
  { repository }: OpenImage,
  subjects: readonly Subject[],
  syft: () => Promise<string>,
  run: DraftRun,
): Promise<readonly Draft[]> {
  // First: what fails here must leave no transfer running that still writes into the folder.
  const program = await syft();
  const fetched = await fetchAll(repository, subjects, true, run);
  const gate = createGate(Math.min(availableParallelism(), MAX_SYFT_CONCURRENCY));
  return allEnded(
    fetched.map(({ subject, folder, evidence, created = EPOCH }) =>
      gate(() => {
        const about = subject.platform ?? subject.digest;
        return describe(
          { source: { kind: 'layout', folder }, about, subject, evidence, created },
          program,
          run,
        );
      }),
    ),
  );
}

/** Where an image does not say when it was built; any other time would make two runs differ. */
export const EPOCH = new Date(0);

/** What syft is run on. */
export interface Described extends Pick<Draft, 'subject' | 'evidence' | 'created'> {
  readonly source: SyftSource;
  /** For people. */
  readonly about: string;
}

/**
 * Runs syft on one platform or folder, and finishes and reads what it wrote. Whatever cannot be read of that was not made
 * right: PROGRAM_FAILED, nothing is known.
 */
export async function describe(described: Described, program: string, run: DraftRun): Promise<Draft> {
  const { options, services, folder, name } = run;
  const { context, env } = services;
  const { subject, evidence, created, about } = described;
  const own = join(folder, 'syft', subject?.digest.slice('sha256:'.length) ?? 'path');
  const home = join(own, 'home');
  await mkdir(home, { recursive: true });
  // Always there: it alone tells what syft could not look into.
  const formats = new Map<SbomFormat, string | undefined>([['syft-json', undefined]]);
  for (const { format, specVersion } of options.formats) formats.set(format, specVersion);
  const outputs = [...formats].map(([format, specVersion]) => ({
    format,
    specVersion,
    path: join(own, `${format}.json`),
  }));
  context.log.info(`Describing ${about} with syft`);
  const started = performance.now();
  const syft: Syft = {
    path: program,
    env,
    home,
    timeoutMs: options.timeoutMs,
    signal: context.signal,
    onMessage: (line) => {
      context.log.debug(`syft: ${line}`);
    },
  };
  const { source } = described;
  const { supplier } = options;
  await run.watch('generate', () =>
    whileTold(`describing ${about}`, context, () =>
      runSyft(syft, { source, name, version: subject?.digest, supplier, outputs }),
    ),
  );
  const made = new Map<SbomFormat, DraftDocument>();
  for (const { format, path } of outputs) {
    made.set(format, await finished(path, format, described, run));
  }
  const judged = made.get('syft-json');
  if (judged === undefined) throw new Error('syft-json is always written');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  context.log.info(`${about}: ${counted(judged.sbom.packages.length, 'package')} in ${seconds} s`);
  const documents = options.formats.map(({ format }) => made.get(format));
  return {
    subject,
    evidence,
    created,
    documents: documents.filter((document) => document !== undefined),
    judged: [judged.sbom],
  };
}

async function finished(
  path: string,
  format: SbomFormat,
  { subject, created }: Described,
  { name }: DraftRun,
): Promise<DraftDocument> {
  const label = `What syft wrote as ${format}`;
  const document = await readAsMade(label, async () => {
    const raw = await readBounded(path, MAX_SYFT_DOCUMENT_BYTES);
    const about = { name, digest: subject?.digest, platform: subject?.platform, created };
    const bytes = finishDocument(raw, format, about);
    const sbom = readSbom(bytes, label);
    if (sbom.format !== format) throw new Error(`it is ${sbom.format}`);
    return { bytes, sbom };
  });
  if (subject !== undefined) checkDescribes(document.sbom, subject.digest, label);
  return document;
}

async function readAsMade<T>(label: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CountersignError && error.fault !== 'user') throw error;
    throw new CountersignError('PROGRAM_FAILED', {
      what: `${label} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      remedy:
        'Check which syft is run (syft-path, syft-version); a released one writes documents that can be read.',
      cause: error,
    });
  }
}

/** Fetches the platforms and lists their layers. */
export const fetchAll = (
  repository: OpenImage['repository'],
  subjects: readonly Subject[],
  keepLayers: boolean,
  { folder, services: { context }, watch }: DraftRun,
): Promise<readonly FetchedPlatform[]> =>
  watch('fetch', () =>
    fetchPlatforms(repository, subjects, {
      folder,
      keepLayers,
      log: context.log,
      signal: context.signal,
    }),
  );
