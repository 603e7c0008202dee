import type { FlowReport } from '../flows/index.js';
import type { SbomReport } from '../report/index.js';
import { platformPaths } from './platform-paths.js';

/** The outputs of generate-sbom, by name. */
export function sbomValues(report: FlowReport['sbom']): Readonly<Record<string, string>> {
  if (report === undefined) return {};
  const { documents, packageCount, ecosystems, quality, diff, artifact } = report;
  return {
    spdx: pathsOf(documents, 'spdx-json'),
    cyclonedx: pathsOf(documents, 'cyclonedx-json'),
    'syft-json': pathsOf(documents, 'syft-json'),
    'sbom-sha256': documents.map(({ sha256, path }) => `${sha256}  ${path}`).join('\n'),
    'package-count': String(packageCount),
    ecosystems: JSON.stringify(ecosystems),
    quality: JSON.stringify(quality.map((one) => ({ ...one, platform: one.platform ?? null }))),
    diff: diff?.path ?? '',
    'artifact-id': artifact?.id ?? '',
  };
}

const pathsOf = (documents: SbomReport['documents'], format: string): string =>
  platformPaths(documents.filter((document) => document.format === format));
