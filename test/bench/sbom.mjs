// An SBOM of 50,000 packages: read and checked, compared, held against its schema, finished, united. Whole processes:
//   node test/bench/sbom.mjs JOB FOLDER   is one of them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { inTurn, measure, median } from './measure.mjs';

const ROUNDS = 5;
const PACKAGES = 50_000;
const DIGESTS = ['a', 'b', 'c'].map((digit) => `sha256:${digit.repeat(64)}`);
const CREATED = new Date('2026-01-01T00:00:00Z');
const NAME = 'registry.example/acme/app';

/** Rows for docs/benchmarks.md: the job, wall time of its process and peak memory; the first is a process that does nothing. */
export async function sbom() {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    const bytes = writeDocuments(folder);
    const names = Object.keys(jobs);
    const runs = await inTurn(
      ROUNDS,
      names.map((job) => () => measure(process.execPath, [import.meta.filename, job, folder])),
    );
    return {
      bytes,
      rows: names.map((job, index) => ({
        job: jobs[job].title,
        ms: median(runs[index].map(({ ms }) => ms)),
        peakMiB: median(runs[index].map(({ peakMiB }) => peakMiB)),
      })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const jobs = {
  nothing: { title: 'nothing, all modules loaded', run: () => undefined },
  spdx: {
    title: 'SPDX: read, whole?, quality, diff with another',
    run: (core, folder) => judge(core, folder, 'spdx'),
  },
  cyclonedx: {
    title: 'CycloneDX: read, whole?, quality, diff with another',
    run: (core, folder) => judge(core, folder, 'cdx'),
  },
  schema: {
    title: 'SPDX against its JSON Schema',
    run: async ({ claims }, folder) => {
      await claims.validateDocument(read(folder, 'after.spdx.json'), 'after');
    },
  },
  finish: {
    title: 'SPDX: finish',
    run: ({ sbom: core }, folder) =>
      core.finishDocument(read(folder, 'after.spdx.json'), 'spdx-json', subject(1)),
  },
  unite: {
    title: 'SPDX: unite two platforms',
    run: ({ sbom: core }, folder) =>
      core.unionDocuments(
        'spdx-json',
        ['before', 'after'].map((file, index) => ({
          platform: `linux/${file}`,
          digest: DIGESTS[index],
          bytes: read(folder, `${file}.spdx.json`),
        })),
        subject(2),
      ),
  },
};

const read = (folder, file) => readFileSync(join(folder, file));
const subject = (index) => ({ name: NAME, digest: DIGESTS[index], platform: undefined, created: CREATED });

function judge({ sbom: core, report }, folder, extension) {
  const [before, after] = ['before', 'after'].map((file) => {
    const path = `${file}.${extension}.json`;
    return core.readSbom(read(folder, path), path);
  });
  core.checkDescribes(after, DIGESTS[1], 'after');
  const found = core.checkWhole({
    sbom: after,
    evidence: [],
    baseline: before,
    allowEmpty: false,
    maxDropPercent: 20,
  });
  const { version } = core.qualityOf(after);
  const diff = core.diffSboms(before, after);
  if (found.length > 0 || version !== 1 || diff.changed.length !== PACKAGES / 10) {
    throw new Error(`not as written: ${JSON.stringify([found, version, diff.changed.length])}`);
  }
  if (report.sbomDiffMarkdown(diff).length < 1000) throw new Error('the comparison is empty');
}

/** Two releases, one package in ten in another version; a dependency for each package. */
function writeDocuments(folder) {
  const sizes = {};
  for (const [index, file] of ['before', 'after'].entries()) {
    const packages = Array.from({ length: PACKAGES }, (_, each) => ({
      name: `package-${each}`,
      version: each % 10 === 0 ? `1.${index}.0` : '1.0.0',
    }));
    for (const [extension, document] of [
      ['spdx', spdxOf(packages, DIGESTS[index])],
      ['cdx', cycloneDxOf(packages, DIGESTS[index])],
    ]) {
      const text = JSON.stringify(document);
      sizes[extension] = text.length;
      writeFileSync(join(folder, `${file}.${extension}.json`), text);
    }
  }
  return sizes;
}

function spdxOf(packages, digest) {
  const id = (index) => `SPDXRef-Package-npm-package-${index}`;
  const root = {
    SPDXID: 'SPDXRef-DocumentRoot-Image-app',
    name: NAME,
    versionInfo: digest,
    downloadLocation: 'NOASSERTION',
    checksums: [{ algorithm: 'SHA256', checksumValue: digest.slice('sha256:'.length) }],
    primaryPackagePurpose: 'CONTAINER',
  };
  const relation = (from, relationshipType, to) => ({
    spdxElementId: from,
    relatedSpdxElement: to,
    relationshipType,
  });
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: NAME,
    documentNamespace: 'https://countersign.dev/bench',
    creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: bench'] },
    packages: [
      root,
      ...packages.map(({ name, version }, index) => ({
        SPDXID: id(index),
        name,
        versionInfo: version,
        supplier: 'Organization: Acme',
        downloadLocation: 'NOASSERTION',
        filesAnalyzed: false,
        sourceInfo: `acquired package info from installed node module manifest file: /app/node_modules/${name}/package.json`,
        licenseConcluded: 'NOASSERTION',
        licenseDeclared: 'MIT',
        copyrightText: 'NOASSERTION',
        externalRefs: [
          {
            referenceCategory: 'SECURITY',
            referenceType: 'cpe23Type',
            referenceLocator: `cpe:2.3:a:${name}:${name}:${version}:*:*:*:*:*:*:*`,
          },
          {
            referenceCategory: 'PACKAGE-MANAGER',
            referenceType: 'purl',
            referenceLocator: `pkg:npm/${name}@${version}`,
          },
        ],
      })),
    ],
    relationships: [
      relation('SPDXRef-DOCUMENT', 'DESCRIBES', root.SPDXID),
      ...packages.flatMap((_, index) => [
        relation(root.SPDXID, 'CONTAINS', id(index)),
        relation(id(index), 'DEPENDENCY_OF', id((index * 7 + 1) % PACKAGES)),
      ]),
    ],
  };
}

function cycloneDxOf(packages, digest) {
  const ref = ({ name, version }) => `pkg:npm/${name}@${version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { 'bom-ref': 'root', type: 'container', name: NAME, version: digest } },
    components: packages.map((each) => ({
      'bom-ref': ref(each),
      type: 'library',
      ...each,
      purl: ref(each),
      licenses: [{ license: { id: 'MIT' } }],
      properties: [
        { name: 'syft:package:type', value: 'npm' },
        { name: 'syft:location:0:path', value: `/app/node_modules/${each.name}/package.json` },
      ],
    })),
    dependencies: packages.map((each, index) => ({
      ref: ref(each),
      dependsOn: [ref(packages[(index * 7 + 1) % PACKAGES])],
    })),
  };
}

if (process.argv[1] === import.meta.filename) {
  const [, , job, folder] = process.argv;
  const core = {
    sbom: await import('@countersign/core/sbom'),
    claims: await import('@countersign/core/claims'),
    report: await import('@countersign/core/report'),
  };
  await jobs[job].run(core, folder);
}
