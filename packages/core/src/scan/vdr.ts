import { createHash } from 'node:crypto';
import { hexOf } from '../oci/index.js';
import { plainText } from './text-plain.js';
import type { Finding, ScanRecord } from './types.js';
import { vulnerabilityOf } from './vdr-vulnerability.js';

/**
 * A vulnerability disclosure report: CycloneDX 1.6 with the packages that something was found in, and one entry for each
 * vulnerability and what was decided about it. Only what a VEX document says becomes an `analysis`; a waiver is accepted risk, no
 * statement about the package, and stands in properties. The same record gives the same document.
 */
export function vdrOf(record: ScanRecord): object {
  const { subject, report, decision } = record;
  const refs = new PackageRefs();
  const groups = Map.groupBy(decision.findings, ({ finding, disposition }) =>
    JSON.stringify([finding.id, finding.severity, disposition.kind, settledBy(disposition)]),
  );
  const vulnerabilities = [...groups.values()].map((group) =>
    vulnerabilityOf(
      group,
      group.map(({ finding }) => refs.of(finding)),
    ),
  );
  const body = {
    metadata: {
      ...(report.finishedAt === undefined ? {} : { timestamp: report.finishedAt.toISOString() }),
      tools: {
        components: [
          { type: 'application', name: text(report.scanner.name), version: text(report.scanner.version) },
        ],
      },
      component: rootOf(subject),
    },
    components: refs.components(),
    vulnerabilities,
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumberOf(body),
    version: 1,
    ...body,
  };
}

const settledBy = (disposition: ScanRecord['decision']['findings'][number]['disposition']): unknown => {
  switch (disposition.kind) {
    case 'open':
      return undefined;
    case 'waived':
      return disposition.waiver.index;
    case 'vex':
      return disposition.vex;
  }
};

function rootOf({ reference, digest, platform }: ScanRecord['subject']): object {
  return {
    'bom-ref': ROOT_REF,
    type: digest === undefined ? 'file' : 'container',
    name: text(digest === undefined ? reference : reference.slice(0, reference.lastIndexOf('@'))),
    ...(digest === undefined
      ? {}
      : { version: digest, hashes: [{ alg: 'SHA-256', content: hexOf(digest) }] }),
    ...(platform === undefined
      ? {}
      : { properties: [{ name: 'countersign:platform', value: text(platform) }] }),
  };
}

const ROOT_REF = 'subject';

/** Each package once, under a reference that is unique in the document. */
class PackageRefs {
  readonly #refs = new Map<string, string>();
  readonly #components: object[] = [];

  of({ package: { name, version, type, purl } }: Finding): string {
    const key = JSON.stringify([type, name, version, purl]);
    const known = this.#refs.get(key);
    if (known !== undefined) return known;
    const ref = `package-${this.#refs.size + 1}`;
    this.#refs.set(key, ref);
    this.#components.push({
      'bom-ref': ref,
      type: 'library',
      name: text(name),
      version: text(version),
      ...(purl === undefined ? {} : { purl: text(purl) }),
    });
    return ref;
  }

  components(): readonly object[] {
    return this.#components;
  }
}

/** A UUID of the content (RFC 9562, version 8). */
function serialNumberOf(body: object): string {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `urn:uuid:${parts.join('-')}`;
}

const MAX_TEXT_CHARS = 1024;
const text = (value: string): string => plainText(value, MAX_TEXT_CHARS);
