import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the stand-in does instead of describing anything. */
export type Behaviour =
  | { readonly kind: 'describe'; readonly packages: readonly string[]; readonly digest?: string }
  | { readonly kind: 'fail' | 'garbage' | 'nothing' | 'hang' };

/**
 * A program in syft's place, for what the real one cannot be made to do: it writes documents in the form of syft 1.51.0
 * (`syft scan oci-dir:… -o syft-json=… -o spdx-json@2.3=…`), and the environment that it was given beside itself.
 */
export async function fakeSyft(folder: string, behaviour: Behaviour): Promise<string> {
  const path = join(folder, `syft-${behaviour.kind}-${Math.random().toString(36).slice(2)}`);
  await writeFile(
    path,
    `#!${process.execPath}\n(${script.toString()})(${JSON.stringify(behaviour)}, ${JSON.stringify(path)})\n`,
  );
  await chmod(path, 0o755);
  return path;
}

function script(behaviour: Behaviour, path: string): void {
  const { writeFileSync } = process.getBuiltinModule('node:fs');
  const given = process.argv.slice(2);
  writeFileSync(`${path}.call.json`, JSON.stringify({ args: given, env: process.env, cwd: process.cwd() }));
  const after = (flag: string): string => given[given.indexOf(flag) + 1] ?? '';
  const outputs = given.flatMap((text, at) => (text === '--output' ? [given[at + 1] ?? ''] : []));
  if (behaviour.kind === 'fail') {
    process.stderr.write('could not determine source: no such image\n');
    process.exitCode = 1;
    return;
  }
  if (behaviour.kind === 'hang') {
    setInterval(() => undefined, 1000);
    return;
  }
  if (behaviour.kind === 'nothing') return;
  const name = after('--source-name');
  const digest = (behaviour.kind === 'describe' ? behaviour.digest : undefined) ?? after('--source-version');
  const purls = behaviour.kind === 'describe' ? behaviour.packages : [];
  const parts = purls.map((purl, at) => {
    const [, type = '', packageName = '', version = ''] =
      /^pkg:(\w+)\/(?:[^@]*\/)?([^@/]+)@(.+)$/.exec(purl) ?? [];
    return { id: `p${at}`, name: packageName, version, type, purl };
  });
  const documents: Record<string, unknown> = {
    'syft-json': {
      artifacts: parts.map((part) => ({
        ...part,
        foundBy: 'fake',
        locations: [],
        licenses: [],
        language: '',
        cpes: [],
      })),
      artifactRelationships: [],
      files: [],
      source: {
        id: 'root',
        name,
        version: digest,
        type: 'image',
        metadata: { userInput: 'image', manifestDigest: digest },
      },
      distro: {},
      descriptor: { name: 'syft', version: '1.51.0' },
      schema: { version: '16.1.10', url: 'https://example.test/schema-16.1.10.json' },
    },
    'spdx-json': {
      spdxVersion: 'SPDX-2.3',
      dataLicense: 'CC0-1.0',
      SPDXID: 'SPDXRef-DOCUMENT',
      name,
      documentNamespace: `https://example.test/${Math.random()}`,
      creationInfo: {
        created: new Date().toISOString().replace(/\.\d+/, ''),
        creators: ['Tool: syft-1.51.0'],
      },
      packages: [
        {
          name,
          SPDXID: 'SPDXRef-root',
          versionInfo: digest,
          downloadLocation: 'NOASSERTION',
          filesAnalyzed: false,
          checksums: [{ algorithm: 'SHA256', checksumValue: digest.slice('sha256:'.length) }],
          primaryPackagePurpose: 'CONTAINER',
        },
        ...parts.map((part) => ({
          name: part.name,
          SPDXID: `SPDXRef-${part.id}`,
          versionInfo: part.version,
          downloadLocation: 'NOASSERTION',
          filesAnalyzed: false,
          externalRefs: [
            { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: part.purl },
          ],
        })),
      ],
      relationships: [
        {
          spdxElementId: 'SPDXRef-DOCUMENT',
          relatedSpdxElement: 'SPDXRef-root',
          relationshipType: 'DESCRIBES',
        },
        ...parts.map((part) => ({
          spdxElementId: 'SPDXRef-root',
          relatedSpdxElement: `SPDXRef-${part.id}`,
          relationshipType: 'CONTAINS',
        })),
      ],
    },
  };
  for (const output of outputs) {
    const [, format = '', file = ''] = /^([a-z-]+)(?:@[\d.]+)?=(.+)$/.exec(output) ?? [];
    writeFileSync(file, behaviour.kind === 'garbage' ? '{"artifacts": [' : JSON.stringify(documents[format]));
  }
}
