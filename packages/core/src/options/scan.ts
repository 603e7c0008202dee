import type { ScanOptions } from '../flows/index.js';
import type { BaselineSource, FurtherFormat, ScanFile, ScanTarget } from '../flows/scan-options.js';
import { CountersignError } from '../errors.js';
import { isLoopback } from '../http/loopback.js';
import { MAX_DATABASE_AGE_DAYS, MAX_SCAN_FILES } from '../limits.js';
import { splitPlatformPath } from '../oci/index.js';
import { parseImage } from '../reference/index.js';
import { openReader, parsed, readCommon, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import { readGitHubCommit, type Sending } from './github-commit.js';
import { readImages } from './images.js';
import { contradiction, invalidInput, type Reader } from './read.js';
import { readGate } from './scan-gate.js';
import { readSignersOf } from './named-signers.js';
import type { RawValues } from './setting.js';
import { readMirror } from './tool-mirror.js';

/** The inputs of `scan`. Throws errors of fault user that name the input. */
export async function parseScan(raw: RawValues, edge: OptionEdge): Promise<Parsed<ScanOptions>> {
  const reader = openReader('scan', raw, edge);
  const hasImage = reader.text('image') !== undefined || reader.text('digest') !== undefined;
  const common = readCommon(reader, edge, hasImage ? readImages(reader) : []);
  const options: ScanOptions = {
    ...common,
    target: readTarget(reader, hasImage),
    gate: await readGate(reader),
    baseline: await readBaseline(reader, edge, hasImage),
    waivers: reader.text('waivers'),
    maxWaiverDays: reader.number('max-waiver-days'),
    vexFiles: reader.lines('vex'),
    vexSigners: await readVexSigners(reader, edge, hasImage),
    formats: readFormats(reader),
    outputDir: reader.text('output-dir'),
    upload: await readGitHubCommit(SARIF, reader, edge),
    grype: readProgram('grype', reader),
    allowPath: reader.boolean('allow-path'),
    syft: readProgram('syft', reader),
    toolMirror: readMirror(reader, 'tool-mirror'),
    allowEmpty: reader.boolean('allow-empty'),
    database: readDatabase(reader, common.plainHttpHosts),
    scanTimeoutMs: reader.duration('scan-timeout'),
    dryRun: reader.boolean('dry-run'),
  };
  return parsed(options, reader);
}

const SARIF: Sending = {
  input: 'upload-sarif',
  permission: 'security-events: write',
  elsewhere: 'Upload from a GitHub job; elsewhere send the file of the sarif output by other means.',
};

function readTarget(reader: Reader, hasImage: boolean): ScanTarget {
  const [sboms, reports, path] = [reader.lines('sbom'), reader.lines('report'), reader.text('path')];
  const given = [
    ...(sboms.length > 0 ? ['sbom'] : []),
    ...(reports.length > 0 ? ['report'] : []),
    ...(path === undefined ? [] : ['path']),
  ];
  if (given.length > 1) {
    throw contradiction(
      `${given.join(' and ')} are given together`,
      'Give one of them: what is scanned has to be one thing.',
    );
  }
  if (sboms.length > 0) return { kind: 'sbom', files: readFiles('sbom', sboms) };
  if (reports.length > 0) return { kind: 'report', files: readFiles('report', reports) };
  if (path !== undefined) {
    if (hasImage)
      throw contradiction(
        'path is given together with image',
        'Scan the image or the folder, each in a run.',
      );
    return { kind: 'path', path };
  }
  if (hasImage) return { kind: 'image' };
  throw new CountersignError('INPUT_MISSING', {
    what: 'There is nothing to scan',
    remedy: 'Give an image by its digest (registry/repository@sha256:…), "sbom", "path" or "report".',
  });
}

function readFiles(input: string, lines: readonly string[]): readonly ScanFile[] {
  if (lines.length > MAX_SCAN_FILES)
    throw new CountersignError('INPUT_INVALID', {
      what: `The input ${input} names ${lines.length} files; at most ${MAX_SCAN_FILES} are taken`,
      remedy: 'Split them over several runs.',
    });
  const files = lines.map(splitPlatformPath);
  const [twice] = files.filter(
    ({ platform }, at) =>
      platform !== undefined && files.findIndex((other) => other.platform === platform) !== at,
  );
  if (twice?.platform !== undefined)
    throw contradiction(`${input} names ${twice.platform} twice`, 'Give one file for each platform.');
  return files;
}

async function readBaseline(
  reader: Reader,
  edge: OptionEdge,
  hasImage: boolean,
): Promise<BaselineSource | undefined> {
  const text = reader.text('baseline');
  const signers = await readSignersOf('baseline', reader, edge);
  if (reader.text('max-new') !== undefined && text === undefined)
    throw contradiction('max-new is given without baseline', 'Say with "baseline" what is not new.');
  if (text === undefined) return undefined;
  const [, reference] = /^attested(?::(.+))?$/.exec(text) ?? [];
  const isAttested = text === 'attested' || reference !== undefined;
  if (!isAttested) return { kind: 'file', path: text };
  if (signers.length === 0)
    throw new CountersignError('INPUT_MISSING', {
      what: 'baseline is attested, and nobody is named whose attestation counts',
      remedy: 'Set baseline-source-repository, baseline-certificate-identity or baseline-key.',
    });
  if (reference === undefined && !hasImage)
    throw contradiction(
      'baseline is attested, and no image is given',
      'Give "image", or name one: "baseline: attested:registry/repository:tag".',
    );
  const image = reference === undefined ? undefined : parseImage(reference);
  return { kind: 'attested', image, signers };
}

async function readVexSigners(
  reader: Reader,
  edge: OptionEdge,
  hasImage: boolean,
): Promise<ScanOptions['vexSigners']> {
  const signers = await readSignersOf('vex', reader, edge);
  if (signers.length > 0 && !hasImage)
    throw contradiction(
      'a vex identity or key is given, and no image that could carry attestations',
      'Give "image", or the VEX documents as files (vex).',
    );
  return signers;
}

const FORMATS: ReadonlySet<string> = new Set<FurtherFormat>(['vdr', 'junit', 'in-toto-vulns']);

function readFormats(reader: Reader): readonly FurtherFormat[] {
  const words = reader.lines('formats').flatMap((each) => each.split(/[\s,]+/).filter((word) => word !== ''));
  return [...new Set(words)].map((word) => {
    if (isFormat(word)) return word;
    throw invalidInput('formats', word, `Write one or more of: ${[...FORMATS].join(', ')}.`);
  });
}

const isFormat = (word: string): word is FurtherFormat => FORMATS.has(word);

function readProgram(name: 'grype' | 'syft', reader: Reader): ScanOptions['grype'] {
  const [version, path] = [reader.text(`${name}-version`), reader.text(`${name}-path`)];
  if (version !== undefined && path !== undefined)
    throw contradiction(
      `${name}-version and ${name}-path are both given`,
      'Name the version to install, or the program that is there.',
    );
  return { version, path };
}

function readDatabase(reader: Reader, plainHttpHosts: readonly string[]): ScanOptions['database'] {
  const [mirror, file] = [reader.text('db-mirror'), reader.text('db-file')];
  if (mirror !== undefined && file !== undefined)
    throw contradiction('db-mirror and db-file are both given', 'Update the database, or import a file.');
  return {
    update: reader.choice('db-update', ['auto', 'never']),
    mirror: mirror === undefined ? undefined : checkMirror(mirror, plainHttpHosts),
    file,
    folder: reader.text('db-dir'),
    maxAgeMs: readAge(reader),
    timeoutMs: reader.duration('db-timeout'),
  };
}

/** A feed vouches for its archive by a checksum that it sends itself, so nobody on the way may change it. */
function checkMirror(text: string, plainHttpHosts: readonly string[]): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const remedy = 'Give the address of a feed as https://host/path, without a user name.';
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw invalidInput('db-mirror', text, remedy);
  if (url.username !== '' || url.password !== '')
    throw new CountersignError('INPUT_INVALID', { what: 'The input db-mirror holds a user name', remedy });
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !plainHttpHosts.includes(url.host))
    throw new CountersignError('PLAIN_HTTP_REFUSED', {
      what: `The input db-mirror is ${JSON.stringify(text)}: over plain http anybody on the way could change the database`,
      remedy: `Use https, or name ${url.host} in plain-http.`,
    });
  return text;
}

function readAge(reader: Reader): number {
  const text = reader.text('max-db-age') ?? '';
  const [, amount, unit] = /^(\d{1,6})(d|h)$/.exec(text) ?? [];
  const hours = Number(amount) * (unit === 'd' ? 24 : 1);
  if (!(hours >= 1 && hours <= MAX_DATABASE_AGE_DAYS * 24))
    throw invalidInput(
      'max-db-age',
      text,
      `Write a number and d or h, such as 5d or 36h; at most ${MAX_DATABASE_AGE_DAYS}d.`,
    );
  return hours * 3_600_000;
}
