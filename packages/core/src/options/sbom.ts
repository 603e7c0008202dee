import type { SbomOptions } from '../flows/index.js';
import type {
  GivenFile,
  SbomBaseline,
  SbomSource,
  SnapshotTarget,
  WantedFormat,
} from '../flows/sbom-options.js';
import { CountersignError } from '../errors.js';
import { isPlainPlatform } from '../oci/index.js';
import { parseImage } from '../reference/index.js';
import { QUALITY_MEASURES } from '../sbom/quality.js';
import type { QualityThresholds, SbomFormat } from '../sbom/index.js';
import { readArtifact } from './artifact.js';
import { openReader, parsed, readCommon, type Parsed } from './common.js';
import type { OptionEdge } from './edge.js';
import { readPlatformFiles } from './files.js';
import { readGitHubCommit } from './github-commit.js';
import { readImages } from './images.js';
import { contradiction, invalidInput, type Reader } from './read.js';
import { readSignersOf } from './named-signers.js';
import type { RawValues } from './setting.js';
import { readMirror } from './tool-mirror.js';

/** The inputs of `sbom`. Throws errors of fault user that name the input. */
export async function parseSbom(raw: RawValues, edge: OptionEdge): Promise<Parsed<SbomOptions>> {
  const reader = openReader('sbom', raw, edge);
  const path = reader.text('path');
  const hasImage = reader.text('image') !== undefined || reader.text('digest') !== undefined;
  checkTarget(reader, path, hasImage);
  const options: SbomOptions = {
    ...readCommon(reader, edge, hasImage ? readImages(reader) : [], 'all'),
    path,
    only: readPlatforms(reader),
    source: await readSource(reader, edge),
    formats: readFormats(reader),
    onIncomplete: reader.choice('on-incomplete', ['fail', 'warn']),
    allowEmpty: reader.boolean('allow-empty'),
    baseline: await readBaseline(reader, edge),
    maxDropPercent: readPercent(reader),
    thresholds: readThresholds(reader),
    outputDir: reader.text('output-dir'),
    snapshot: await readSnapshot(reader, edge),
    artifact: readArtifact(reader, edge),
    supplier: reader.text('supplier'),
    syft: {
      path: reader.text('syft-path'),
      version: reader.text('syft-version'),
      mirror: readMirror(reader, 'tool-mirror'),
      allowPath: reader.boolean('allow-path'),
    },
    timeoutMs: reader.duration('syft-timeout'),
    sourceDate: readSourceDate(edge),
    dryRun: reader.boolean('dry-run'),
  };
  return parsed(options, reader);
}

function checkTarget(reader: Reader, path: string | undefined, hasImage: boolean): void {
  if (path === undefined && !hasImage) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'There is nothing to describe',
      remedy: 'Give an image by its digest (registry/repository@sha256:…), or "path".',
    });
  }
  if (path !== undefined && hasImage)
    throw contradiction(
      'path is given together with image',
      'Describe the image or the folder, each in a run.',
    );
  const files = reader.lines('sbom').length > 0;
  const source = reader.choice('source', ['syft', 'buildkit']);
  if (files && source === 'buildkit')
    throw contradiction('sbom is given with "source: buildkit"', 'Give files, or leave them to BuildKit.');
  if (path !== undefined && (files || source === 'buildkit'))
    throw contradiction(
      'path is given together with sbom or "source: buildkit"',
      'These are about an image.',
    );
}

function readPlatforms(reader: Reader): readonly string[] | undefined {
  const lines = listed(reader, 'platforms');
  if (lines.length === 1 && lines[0] === 'all') return undefined;
  const wrong = lines.find((text) => !isPlainPlatform(text));
  if (wrong !== undefined)
    throw invalidInput('platforms', wrong, 'Write all, or platforms such as linux/amd64, one per line.');
  return [...new Set(lines)];
}

/** Values by line or by comma. */
const listed = (reader: Reader, name: string): readonly string[] =>
  reader
    .lines(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');

function readFormats(reader: Reader): readonly WantedFormat[] {
  const versions: Readonly<Record<SbomFormat, string | undefined>> = {
    'spdx-json': reader.choice('spdx-version', ['2.2', '2.3']),
    'cyclonedx-json': reader.choice('cyclonedx-version', ['1.4', '1.5', '1.6', '1.7']),
    'syft-json': undefined,
  };
  const known = (text: string): text is SbomFormat => Object.hasOwn(versions, text);
  return [...new Set(listed(reader, 'formats'))].map((format) => {
    if (!known(format))
      throw invalidInput('formats', format, `Write of these: ${Object.keys(versions).join(', ')}.`);
    return { format, specVersion: versions[format] };
  });
}

async function readSource(reader: Reader, edge: OptionEdge): Promise<SbomSource> {
  const files = await readPlatformFiles('sbom', reader.lines('sbom'), edge);
  if (files.length > 0) return { kind: 'files', files };
  return { kind: reader.choice('source', ['syft', 'buildkit']) };
}

/** By its spelling alone, so that no file of a checkout can stand in for an image: a file ends in .json. */
async function readBaseline(reader: Reader, edge: OptionEdge): Promise<SbomBaseline | undefined> {
  const lines = reader.lines('baseline');
  const signers = await readSignersOf('baseline', reader, edge);
  const [first] = lines;
  if (first === undefined || lines.every((text) => text.endsWith('.json'))) {
    if (signers.length > 0)
      throw contradiction(
        'an identity is given for the baseline, and the baseline is no image',
        'Give baseline as registry/repository:tag, or leave the identity out.',
      );
    if (first === undefined) return undefined;
    const files: readonly GivenFile[] = await readPlatformFiles('baseline', lines, edge);
    return { kind: 'files', files };
  }
  if (lines.length > 1)
    throw invalidInput('baseline', lines.join(' '), 'Give one image, or files that end in .json.');
  const image = parseImage(first);
  if (signers.length === 0) {
    throw new CountersignError('INPUT_MISSING', {
      what: 'baseline names an image, and nobody is named whose attestation of it counts',
      remedy:
        'Give baseline-source-repository, baseline-certificate-identity with its issuer, or baseline-key. A file as baseline ends in .json.',
    });
  }
  return { kind: 'image', image, signers };
}

function readPercent(reader: Reader): number {
  const percent = reader.number('max-drop');
  if (percent > 100) throw invalidInput('max-drop', String(percent), 'Write a percentage of at most 100.');
  return percent;
}

function readThresholds(reader: Reader): QualityThresholds {
  const thresholds: Record<string, number | true> = {};
  for (const text of listed(reader, 'min-quality')) {
    const [, measure = '', share] = /^([a-z]+)(?:=(0(?:\.\d{1,6})?|1(?:\.0{1,6})?))?$/.exec(text) ?? [];
    const isShare = QUALITY_MEASURES.some((name) => name === measure) && share !== undefined;
    if (!isShare && !(measure === 'ntia' && share === undefined))
      throw invalidInput(
        'min-quality',
        text,
        `Write lines such as version=0.9 with one of ${QUALITY_MEASURES.join(', ')} and a share from 0 to 1, or ntia.`,
      );
    thresholds[measure] = share === undefined ? true : Number(share);
  }
  return thresholds;
}

async function readSnapshot(reader: Reader, edge: OptionEdge): Promise<SnapshotTarget | undefined> {
  const commit = await readGitHubCommit(
    {
      input: 'dependency-snapshot',
      permission: 'contents: write',
      elsewhere: 'Set it in a GitHub job alone.',
    },
    reader,
    edge,
  );
  if (commit === undefined) return undefined;
  const { env } = edge;
  return {
    ...commit,
    workflow: env.GITHUB_WORKFLOW ?? 'workflow',
    job: env.GITHUB_JOB ?? 'job',
    runId: env.GITHUB_RUN_ID ?? '0',
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
    detector: env.GITHUB_ACTION_REPOSITORY ?? commit.repository,
  };
}

/** reproducible-builds.org, SOURCE_DATE_EPOCH. */
function readSourceDate({ env }: OptionEdge): Date | undefined {
  const text = env.SOURCE_DATE_EPOCH;
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return new Date(Number(text) * 1000);
  throw new CountersignError('INPUT_INVALID', {
    what: 'The environment variable SOURCE_DATE_EPOCH is no number of seconds',
    remedy: 'Set it to the time of the commit: git log -1 --format=%ct.',
  });
}
