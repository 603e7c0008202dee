import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An SPDX document of a hundred packages, a provenance and a predicate of one's own, as files in the folder. */
export function writePredicates(folder) {
  const files = {
    spdx: join(folder, 'sbom.spdx.json'),
    provenance: join(folder, 'provenance.json'),
    custom: join(folder, 'custom.json'),
  };
  const packages = Array.from({ length: 100 }, (_, index) => ({
    SPDXID: `SPDXRef-${index}`,
    name: `package-${index}`,
    versionInfo: '1.0.0',
    downloadLocation: 'NOASSERTION',
  }));
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'bench',
    documentNamespace: 'https://countersign.dev/bench',
    creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: bench'] },
    packages,
    relationships: [
      { spdxElementId: 'SPDXRef-DOCUMENT', relatedSpdxElement: 'SPDXRef-0', relationshipType: 'DESCRIBES' },
    ],
  };
  const provenance = {
    buildDefinition: { buildType: 'https://countersign.dev/bench/build/v1', externalParameters: {} },
    runDetails: { builder: { id: 'https://countersign.dev/bench/builder' } },
  };
  writeFileSync(files.spdx, JSON.stringify(document));
  writeFileSync(files.provenance, JSON.stringify(provenance));
  writeFileSync(files.custom, JSON.stringify({ result: 'measured' }));
  return files;
}
