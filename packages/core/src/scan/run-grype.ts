import { rm } from 'node:fs/promises';
import { CountersignError } from '../errors.js';
import {
  MAX_GRYPE_ANSWER_BYTES,
  MAX_GRYPE_OUTPUT_BYTES,
  GRYPE_ANSWER_TIMEOUT_MS,
  MAX_SHOWN_PROGRAM_MESSAGE_CHARS,
} from '../limits.js';
import { isObject, parseJson } from '../json.js';
import { lastWords, runProgram, type ProgramResult } from '../program/index.js';

/** A grype that can be run: where it is, in which folder and in what environment it runs. */
export interface Grype {
  /** Absolute. */
  readonly path: string;
  /** grypeEnvironment. */
  readonly env: Readonly<Record<string, string>>;
  /** An empty folder of this run: grype reads a `.grype.yaml` of its working directory, and with it rules that hide findings. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onMessage?: (line: string) => void;
}

/** What is scanned: a document that names packages, by its absolute path. */
export interface GrypeScan {
  readonly sbom: string;
  /** Where grype's JSON goes, absolute. */
  readonly report: string;
  readonly timeoutMs: number;
}

/** What grype says beside its report. */
export interface GrypeRun {
  /** It looked for nothing in packages of a distribution, since the SBOM does not say which one that is. */
  readonly lacksDistribution: boolean;
}

/**
 * Runs grype once over one SBOM, without a gate of its own: whatever it finds, it ends with 0. Throws PROGRAM_FAILED where
 * it ends otherwise, runs too long or writes more than is read: nothing was decided then.
 */
export async function runGrype(grype: Grype, { sbom, report, timeoutMs }: GrypeScan): Promise<GrypeRun> {
  await rm(report, { force: true });
  let lacksDistribution = false;
  const result = await runProgram({
    ...callOf(grype),
    onMessage: (line) => {
      lacksDistribution ||= NO_DISTRIBUTION.test(line);
      grype.onMessage?.(line);
    },
    args: [`sbom:${sbom}`, '-o', 'json'],
    stdoutFile: report,
    maxOutputBytes: MAX_GRYPE_OUTPUT_BYTES,
    timeoutMs,
  });
  if (result.exitCode !== 0)
    throw failed(
      `grype could not scan ${sbom} (exit code ${result.exitCode})${saidBy(result)}`,
      'Read what grype says. A document that it cannot read has to be made again; syft-json, SPDX and CycloneDX JSON are read.',
    );
  return { lacksDistribution };
}

/** grype 0.117, cmd/grype/cli/commands/root.go: it warns, finds nothing in these packages and ends with 0. */
const NO_DISTRIBUTION = /unable to determine the OS distribution/i;

/**
 * Whether its database has nothing at all about a distribution (`debian 99`), so that no package of it can be found: of that
 * the report says nothing. grype 0.117, grype/db/v6/package_store.go: ErrOSNotPresent, which a scan passes over.
 */
export async function lacksAdvisories(grype: Grype, distribution: string): Promise<boolean> {
  const asked = `--distro=${distribution.replace(' ', ':')}`;
  const result = await askGrype(grype, [
    'db',
    'search',
    asked,
    '--pkg',
    'none',
    '--limit',
    '1',
    '-o',
    'json',
  ]);
  return result.exitCode !== 0 && /OS not present/i.test(result.messages);
}

/** The version that a program says it is of. Throws PROGRAM_FAILED for one that is no grype, or whose databases are not of schema 6. */
export async function versionOfGrype(grype: Grype): Promise<string> {
  const { stdout } = await askGrype(grype, ['version', '-o', 'json']);
  const about = parseJson(stdout);
  if (!isObject(about) || about.application !== 'grype' || typeof about.version !== 'string')
    throw failed(
      `The program ${grype.path} does not say that it is grype`,
      'Give the path of a grype, or leave it out to have one installed.',
    );
  if (about.supportedDbSchema !== 6)
    throw failed(
      `grype ${about.version.slice(0, 50)} does not read vulnerability databases of schema 6`,
      'Use grype 0.88 or newer.',
    );
  return about.version.slice(0, 50);
}

/** A short question to grype, its answer kept. The exit code is the caller's to judge. */
export const askGrype = (
  grype: Grype,
  args: readonly string[],
  timeoutMs = GRYPE_ANSWER_TIMEOUT_MS,
): Promise<ProgramResult> =>
  runProgram({ ...callOf(grype), args, maxOutputBytes: MAX_GRYPE_ANSWER_BYTES, timeoutMs });

/** What grype said last, to stand behind a sentence; empty where it said nothing. */
export const saidBy = ({ messages }: Pick<ProgramResult, 'messages'>): string =>
  lastWords(messages, MAX_SHOWN_PROGRAM_MESSAGE_CHARS);

const callOf = ({ path, env, folder, signal, onMessage }: Grype) => ({
  path,
  env,
  cwd: folder,
  signal,
  ...(onMessage === undefined ? {} : { onMessage }),
});

const failed = (what: string, remedy: string): CountersignError =>
  new CountersignError('PROGRAM_FAILED', { what, remedy });
