import type { SchemaObject } from 'ajv';
import type { DocumentFormat } from './types.js';

/** The published form of a predicate that it is checked against. */
export type SchemaName =
  | 'spdx-2.3'
  | 'cyclonedx-1.4'
  | 'cyclonedx-1.5'
  | 'cyclonedx-1.6'
  | 'cyclonedx-1.7'
  | 'slsa-provenance-v1'
  | 'cosign-vuln-v1'
  | 'in-toto-vulns-v0.2'
  | 'openvex-0.2.0';

/** The schema of a format; SPDX 2.3 demands less than 2.2 did and allows what it allowed. undefined for others. */
export function schemaOf(format: DocumentFormat | 'other'): SchemaName | undefined {
  if (format === 'other') return undefined;
  return format === 'spdx-2.2' ? 'spdx-2.3' : format;
}

/** A schema, and those that it refers to. Read only when a document of that form is checked. */
export async function loadSchema(
  name: SchemaName,
): Promise<{ readonly schema: SchemaObject; readonly references: readonly SchemaObject[] }> {
  switch (name) {
    case 'spdx-2.3':
      return alone(import('./schemas/spdx-2.3.json', { with: { type: 'json' } }));
    case 'cyclonedx-1.4':
      return cycloneDx(import('./schemas/cyclonedx-1.4.json', { with: { type: 'json' } }));
    case 'cyclonedx-1.5':
      return cycloneDx(import('./schemas/cyclonedx-1.5.json', { with: { type: 'json' } }));
    case 'cyclonedx-1.6':
      return cycloneDx(import('./schemas/cyclonedx-1.6.json', { with: { type: 'json' } }));
    case 'cyclonedx-1.7':
      return cycloneDx(
        import('./schemas/cyclonedx-1.7.json', { with: { type: 'json' } }),
        import('./schemas/cryptography-defs.json', { with: { type: 'json' } }),
      );
    case 'slsa-provenance-v1':
      return alone(import('./schemas/slsa-provenance-v1.json', { with: { type: 'json' } }));
    case 'cosign-vuln-v1':
      return alone(import('./schemas/cosign-vuln-v1.json', { with: { type: 'json' } }));
    case 'in-toto-vulns-v0.2':
      return alone(import('./schemas/in-toto-vulns-v0.2.json', { with: { type: 'json' } }));
    case 'openvex-0.2.0':
      return alone(import('./schemas/openvex-0.2.0.json', { with: { type: 'json' } }));
  }
}

type JsonModule = Promise<{ readonly default: SchemaObject }>;

const alone = async (schema: JsonModule) => ({ schema: (await schema).default, references: [] });

/** CycloneDX refers to JSON Signature Format and to the SPDX licence list. */
async function cycloneDx(schema: JsonModule, ...more: readonly JsonModule[]) {
  const references = await Promise.all([
    import('./schemas/jsf-0.82.json', { with: { type: 'json' } }),
    import('./schemas/spdx-licenses.json', { with: { type: 'json' } }),
    ...more,
  ]);
  return { schema: (await schema).default, references: references.map((module) => module.default) };
}
