import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../contract.js';

export const PROVENANCE = 'https://slsa.dev/provenance/v1';
export const SPDX = 'https://spdx.dev/Document';
export const CYCLONEDX = 'https://cyclonedx.org/bom';
export const VULNERABILITIES = 'https://cosign.sigstore.dev/attestation/vuln/v1';
export const REVIEW = 'https://example.com/review/v1';

/** Paths of the documents that exhibits attest. */
export interface Documents {
  readonly spdx: string;
  readonly cyclonedx: string;
  readonly vulnerabilities: string;
  readonly review: string;
}

/** Written once for each stage. */
export const documentsOf = (stage: Stage): Promise<Documents> =>
  stage.once('documents', async () => {
    const folder = await stage.folder();
    const write = async (name: string, document: object): Promise<string> => {
      const path = join(folder, name);
      await writeFile(path, JSON.stringify(document));
      return path;
    };
    return {
      spdx: await write('sbom.spdx.json', {
        spdxVersion: 'SPDX-2.3',
        dataLicense: 'CC0-1.0',
        SPDXID: 'SPDXRef-DOCUMENT',
        name: 'app',
        documentNamespace: 'https://example.com/sbom/app',
        creationInfo: { created: '2026-01-01T00:00:00Z', creators: ['Tool: test'] },
        packages: [{ SPDXID: 'SPDXRef-app', name: 'app', downloadLocation: 'NOASSERTION' }],
        relationships: [
          {
            spdxElementId: 'SPDXRef-DOCUMENT',
            relatedSpdxElement: 'SPDXRef-app',
            relationshipType: 'DESCRIBES',
          },
        ],
      }),
      cyclonedx: await write('sbom.cdx.json', {
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        components: [{ type: 'library', name: 'app', version: '1.0.0' }],
      }),
      vulnerabilities: await write('scan.vuln.json', {
        scanner: {
          uri: 'pkg:github/anchore/grype@v0.117.0',
          version: '0.117.0',
          result: { summary: { criticalCount: 0 } },
        },
        metadata: { scanStartedOn: '2026-01-01T00:00:00Z', scanFinishedOn: '2026-01-01T00:01:00Z' },
      }),
      review: await write('review.json', { reviewed: true }),
    };
  });

/** Paths of a key's two halves in PEM. */
export interface KeyFiles {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** A P-256 key of this name, made once for each stage. */
export const keyOf = (stage: Stage, name: string): Promise<KeyFiles> =>
  stage.once(`key ${name}`, async () => {
    const folder = await stage.folder();
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const files = { privateKey: join(folder, `${name}.pem`), publicKey: join(folder, `${name}.pub`) };
    await writeFile(files.privateKey, privateKey, { mode: 0o600 });
    await writeFile(files.publicKey, publicKey);
    return files;
  });
