import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSboms, type FlowReport, type SbomOptions, type Services } from '@countersign/core/flows';
import { parseReference } from '@countersign/core/reference';
import { buildImage, debianFiles, pushImage, type PushedImage } from '@countersign/testbed';
import { openStage as openBed, type Stage as Bed } from '../flows/stage.js';
import { fakeSyft, type Behaviour } from './fake-syft.js';

export const DEB = ['pkg:deb/debian/apt@2.6.1', 'pkg:deb/debian/bash@5.2.15', 'pkg:deb/debian/tar@1.34'];
export const OK = { kind: 'describe' as const, packages: DEB };
export const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;

/** A test bed with a Debian image of two platforms, and a stand-in for syft. */
export interface Stage {
  readonly bed: Bed;
  readonly image: PushedImage;
  /** Of the image, by the digest of its index. */
  readonly reference: string;
  /** What was said while it ran, at any level. */
  readonly lines: string[];
  /** An empty folder for each test, the working directory of its runs. */
  readonly folder: () => string;
  next(): Promise<void>;
  run(behaviour: Behaviour, changes?: Partial<SbomOptions>, run?: RunChanges): Promise<Run>;
  /** Names in the output folder. */
  written(): Promise<readonly string[]>;
  /** The bytes of a document in the output folder. */
  document(name: string): Promise<Buffer>;
  stop(): Promise<void>;
}

interface RunChanges {
  readonly retryWindowMs?: number;
}

export interface Run {
  readonly report: FlowReport;
  /** The stand-in; `PROGRAM.call.json` is there once it was run. */
  readonly program: string;
}

export async function openStage(): Promise<Stage> {
  const bed = await openBed();
  const shared = debianFiles();
  const image = await pushImage(
    bed.bed.services.registry,
    'acme/debian',
    buildImage(
      PLATFORMS.map((platform) => {
        const [os = '', architecture = ''] = platform.split('/');
        return {
          platform: { os, architecture },
          layers: [shared, [{ path: 'arch', bytes: Buffer.from(architecture) }]],
        };
      }),
    ),
  );
  const reference = `${bed.bed.services.registry.host}/acme/debian@${image.digest}`;
  let folder = '';
  const lines: string[] = [];
  const drop = (): Promise<void> =>
    folder === '' ? Promise.resolve() : rm(folder, { recursive: true, force: true });
  const out = (): string => join(folder, 'out');
  return {
    bed,
    image,
    reference,
    lines,
    folder: () => folder,
    next: async () => {
      await drop();
      folder = await mkdtemp(join(tmpdir(), 'generate-'));
      lines.length = 0;
    },
    run: async (behaviour, changes = {}, { retryWindowMs } = {}) => {
      const program = await fakeSyft(folder, behaviour);
      const options: SbomOptions = {
        images: [parseReference(reference)],
        allowTag: false,
        platforms: 'all',
        plainHttpHosts: [],
        trust: { kind: 'file', path: bed.bed.trustedRoot },
        path: undefined,
        only: undefined,
        source: { kind: 'syft' },
        formats: [
          { format: 'spdx-json', specVersion: '2.3' },
          { format: 'syft-json', specVersion: undefined },
        ],
        onIncomplete: 'fail',
        allowEmpty: false,
        baseline: undefined,
        maxDropPercent: 30,
        thresholds: {},
        outputDir: out(),
        snapshot: undefined,
        supplier: undefined,
        syft: { path: program, version: undefined, mirror: undefined, allowPath: false },
        timeoutMs: 20_000,
        sourceDate: undefined,
        dryRun: false,
        ...changes,
      };
      const services = bed.services(retryWindowMs);
      return { report: await generateSboms(options, listening(services, lines)), program };
    },
    written: async () => (existsSync(out()) ? (await readdir(out())).sort() : []),
    document: (name) => readFile(join(out(), name)),
    stop: async () => {
      await drop();
      await bed.stop();
    },
  };
}

function listening(services: Services, lines: string[]): Services {
  const say = (message: string): void => {
    lines.push(message);
  };
  return { ...services, context: { ...services.context, log: { debug: say, info: say, warn: say } } };
}
