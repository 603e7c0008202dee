import type { DocumentSubject } from './document-subject.js';
import { nameUuid } from './name-uuid.js';
import { without } from './order.js';
import type { Json } from './raw-document.js';

const HEAD = new Set(['$schema', 'bomFormat', 'specVersion', 'serialNumber', 'version']);

/** A CycloneDX document as JSON, with a serial number that depends on its content and subject alone. */
export function cycloneDxBytes(document: Json, { name, digest }: DocumentSubject): Uint8Array {
  const tail = JSON.stringify(without(document, HEAD)).slice(1);
  const { specVersion } = document;
  const id = nameUuid(JSON.stringify([specVersion, name, digest ?? '', tail]));
  const head = {
    $schema: `http://cyclonedx.org/schema/bom-${String(specVersion)}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: `urn:uuid:${id}`,
    version: 1,
  };
  return Buffer.from(`${JSON.stringify(head).slice(0, -1)},${tail}`);
}
