import { counted } from '../counted.js';
import { MAX_SHOWN_SBOM_FINDINGS } from '../limits.js';
import type { Digest } from '../oci/index.js';
import type { Quality, SbomFormat } from '../sbom/index.js';
import { code, markdown } from './markdown.js';
import { printable } from './printable.js';

/** A document that was written. */
export interface SbomDocument {
  /** undefined: of the digest that was named, or of a folder. */
  readonly platform: string | undefined;
  readonly subject: Digest | undefined;
  readonly format: SbomFormat;
  readonly specVersion: string;
  /** Absolute. */
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly size: number;
  readonly packages: number;
}

export interface SbomFinding {
  readonly platform: string | undefined;
  readonly kind: string;
  readonly text: string;
  /** The file of the image or folder that is the evidence. */
  readonly path: string | undefined;
  readonly fatal: boolean;
}

export interface SbomQuality extends Quality {
  readonly platform: string | undefined;
}

/** What changed since the baseline, in numbers; the file has it all. */
export interface SbomChange {
  readonly platform: string | undefined;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly licenses: number;
}

/** The workflow artifact that holds the files of a run. */
export interface UploadedArtifact {
  readonly name: string;
  /** A whole number, which may be beyond what a JSON number holds. */
  readonly id: string;
  /** Of the archive, in bytes. */
  readonly size: number;
  /** Of the archive, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What generate-sbom found out; documents are only there where all of them were written. */
export interface SbomReport {
  readonly documents: readonly SbomDocument[];
  /** Different packages over all platforms. */
  readonly packageCount: number;
  readonly ecosystems: Readonly<Record<string, number>>;
  readonly quality: readonly SbomQuality[];
  readonly findings: readonly SbomFinding[];
  readonly diff:
    | {
        readonly baseline: string;
        readonly path: string | undefined;
        readonly changes: readonly SbomChange[];
        /** Bounded. */
        readonly markdown: string;
      }
    | undefined;
  readonly generator: string | undefined;
  /** undefined: none was asked for, or it could not be uploaded. */
  readonly artifact?: UploadedArtifact | undefined;
  /** Where the time went, in milliseconds: fetching and listing layers, the generator, all the rest. */
  readonly times: { readonly fetch: number; readonly generate: number; readonly rest: number };
}

/** One fact per line for a terminal. */
export function sbomLines(report: SbomReport): readonly string[] {
  const { documents, findings, quality, diff, artifact } = report;
  const shown = findings.slice(0, MAX_SHOWN_SBOM_FINDINGS);
  return [
    ...documents.map(
      ({ platform, format, path, packages, size }) =>
        `  written   ${format}${on(platform)}, ${counted(packages, 'package')}, ${size} bytes: ${printable(path)}`,
    ),
    ...(artifact === undefined ? [] : [`  uploaded  ${artifactText(artifact)}`]),
    ...(report.packageCount === 0 ? [] : [`  found     ${countsText(report)}`]),
    ...quality.map((one) => `  quality   ${qualityText(one)}${on(one.platform)}`),
    ...shown.map(
      ({ platform, text, fatal }) =>
        `  ${fatal ? 'missing ' : 'unclear '}  ${printable(text)}${on(platform)}`,
    ),
    ...leftOut(findings.length - shown.length),
    ...(diff?.changes ?? []).map((change) => `  changed   ${changeText(change)}${on(change.platform)}`),
  ];
}

const on = (platform: string | undefined): string =>
  platform === undefined ? '' : ` (${printable(platform)})`;

const artifactText = ({ name, id, size }: UploadedArtifact): string =>
  `workflow artifact ${printable(name)} (${id}), ${size} bytes`;

const leftOut = (count: number): readonly string[] =>
  count > 0 ? [`  and ${count} more, which the JSON report has`] : [];

const countsText = ({ packageCount, ecosystems }: SbomReport): string =>
  `${counted(packageCount, 'package')}: ${Object.entries(ecosystems)
    .map(([ecosystem, count]) => `${count} ${printable(ecosystem)}`)
    .join(', ')}`;

const qualityText = ({ version, purl, license, supplier, hash }: Quality): string =>
  Object.entries({ version, purl, license, supplier, hash })
    .map(([measure, share]) => `${measure} ${Math.floor(share * 100)} %`)
    .join(', ');

const changeText = ({ added, removed, changed, licenses }: SbomChange): string =>
  `${added} added, ${removed} removed, ${changed} in other versions, ${licenses} with other licences`;

/** Tables for the job summary. */
export function sbomRows(report: SbomReport): readonly string[] {
  const { documents, findings, quality, diff, artifact } = report;
  const shown = findings.slice(0, MAX_SHOWN_SBOM_FINDINGS);
  return [
    ...(documents.length === 0 ? [] : ['| document | of | packages | sha256 |', '| --- | --- | --- | --- |']),
    ...documents.map(
      ({ format, specVersion, platform, subject, packages, sha256 }) =>
        `| ${markdown(`${format} ${specVersion}`)} | ${markdown(platform ?? (subject === undefined ? 'the path given' : 'the digest given'))} | ${packages} | ${code(sha256)} |`,
    ),
    ...(artifact === undefined ? [] : ['', `Uploaded as ${markdown(artifactText(artifact))}.`]),
    ...(report.packageCount === 0 ? [] : ['', `${markdown(countsText(report))}.`]),
    ...quality.flatMap((one) => ['', `Quality${markdown(on(one.platform))}: ${markdown(qualityText(one))}.`]),
    '',
    ...shown.map(
      ({ platform, text, fatal }) =>
        `- ${fatal ? '**Missing:** ' : ''}${markdown(text)}${markdown(on(platform))}`,
    ),
    ...leftOut(findings.length - shown.length).map((text) => `- ${text.trim()}`),
    // Made of neutralised text, with its own bound.
    ...(diff === undefined ? [] : ['', `Since ${code(diff.baseline)}:`, '', diff.markdown]),
  ];
}

/** The member `sbom` of the document. */
export const sbomDocument = (report: SbomReport): object => {
  const { documents, packageCount, ecosystems, quality, findings, diff, generator, artifact, times } = report;
  return {
    generator: generator ?? null,
    documents: documents.map((document) => ({
      ...document,
      platform: document.platform ?? null,
      subject: document.subject ?? null,
    })),
    packageCount,
    ecosystems,
    quality: quality.map((one) => ({ ...one, platform: one.platform ?? null })),
    findings: findings.map((finding) => ({
      ...finding,
      platform: finding.platform ?? null,
      path: finding.path ?? null,
    })),
    diff:
      diff === undefined
        ? null
        : {
            baseline: diff.baseline,
            path: diff.path ?? null,
            changes: diff.changes.map((change) => ({ ...change, platform: change.platform ?? null })),
          },
    artifact: artifact ?? null,
    times,
  };
};
