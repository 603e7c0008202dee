import { basename, dirname } from 'node:path';
import { CountersignError } from '../errors.js';
import { MAX_SHOWN_PROGRAM_MESSAGE_CHARS, MAX_SYFT_PRINTED_BYTES } from '../limits.js';
import { lastWords, runProgram, scrubbedEnvironment } from '../program/index.js';
import type { SbomFormat } from './types.js';

/** A syft that can be run, and where it may leave its files. */
export interface Syft {
  /** Absolute. */
  readonly path: string;
  /** Of the process; syft gets a few harmless variables of it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** An empty folder of this run: syft's home, its caches and what it unpacks. */
  readonly home: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onMessage: (line: string) => void;
}

/** What is described. Paths are absolute. */
export type SyftSource =
  /** A layout folder with one manifest. */
  | { readonly kind: 'layout'; readonly folder: string }
  | { readonly kind: 'folder' | 'file'; readonly path: string };

export interface SyftOutput {
  readonly format: SbomFormat;
  /** Not asked for where undefined: syft-json has one version. */
  readonly specVersion: string | undefined;
  /** Absolute. */
  readonly path: string;
}

export interface SyftRun {
  readonly source: SyftSource;
  /** What the documents call it, and its version: a digest where it is an image. */
  readonly name: string;
  readonly version: string | undefined;
  readonly supplier: string | undefined;
  readonly outputs: readonly SyftOutput[];
}

/**
 * Runs syft once, every document in one run, without file entries: of an SPDX document they are most of its bytes, and
 * verifiers bound those. It asks no network, starts no other program, and has no credentials and nobody's configuration. Throws PROGRAM_FAILED where it ends
 * with anything but 0: nothing is known about the image then.
 */
export async function runSyft(syft: Syft, run: SyftRun): Promise<void> {
  const { source, name, version, supplier, outputs } = run;
  const image = source.kind === 'layout';
  const { exitCode, messages } = await runProgram({
    path: syft.path,
    args: [
      'scan',
      sourceOf(source),
      '--source-name',
      name,
      ...(version === undefined ? [] : ['--source-version', version]),
      ...(supplier === undefined ? [] : ['--source-supplier', supplier]),
      ...outputs.flatMap(({ format, specVersion, path }) => [
        '--output',
        `${format}${specVersion === undefined ? '' : `@${specVersion}`}=${path}`,
      ]),
    ],
    env: environmentOf(syft),
    // Never the user's folder: syft reads a .syft.yaml of its working directory. For a layout a relative path, because it
    // stands in the document.
    cwd: image ? dirname(source.folder) : syft.home,
    maxOutputBytes: MAX_SYFT_PRINTED_BYTES,
    timeoutMs: syft.timeoutMs,
    signal: syft.signal,
    onMessage: syft.onMessage,
  });
  if (exitCode === 0) return;
  throw new CountersignError('PROGRAM_FAILED', {
    what: `syft could not describe ${name} (exit code ${exitCode})${lastWords(messages, MAX_SHOWN_PROGRAM_MESSAGE_CHARS)}`,
    remedy: 'Read what syft says. Nothing is known about the packages, so nothing was written.',
  });
}

/**
 * syft's `dir:` also takes a folder for the image of an OCI layout that lies in it, and `file:` a file for an archive of
 * one: the names of single providers (syft/source) take what they say.
 */
function sourceOf(source: SyftSource): string {
  switch (source.kind) {
    case 'layout':
      return `oci-dir:${basename(source.folder)}`;
    case 'folder':
      return `local-directory:${source.path}`;
    case 'file':
      return `local-file:${source.path}`;
  }
}

/** Without the proxies of the machine too: syft has nothing to ask anybody, and a proxy's address may hold a password. */
function environmentOf({ env, home }: Syft): Record<string, string> {
  const { PATH, LANG, TZ, SystemRoot } = env;
  return scrubbedEnvironment({ PATH, LANG, TZ, SystemRoot }, home, {
    TMPDIR: home,
    TEMP: home,
    TMP: home,
    NO_COLOR: '1',
    SYFT_CHECK_FOR_APP_UPDATE: 'false',
    SYFT_QUIET: 'true',
    SYFT_FILE_METADATA_SELECTION: 'none',
    // Else it runs the `go` of PATH in a checkout, and that fetches what go.mod names, its own newer release among it. All
    // else that asks a network is off unless `enrich` is set; a syft that does not know this setting still fetches nothing.
    SYFT_GOLANG_USE_PACKAGES_LIB: 'false',
    GOPROXY: 'off',
    GOTOOLCHAIN: 'local',
    GOFLAGS: '-mod=readonly',
  });
}
