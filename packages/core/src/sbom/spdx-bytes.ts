import type { DocumentSubject } from './document-subject.js';
import { nameUuid } from './name-uuid.js';
import { without } from './order.js';
import type { Json } from './raw-document.js';

const HEAD = new Set(['spdxVersion', 'dataLicense', 'SPDXID', 'name', 'documentNamespace']);

/**
 * An SPDX document as JSON, with a namespace that depends on its content and subject alone. The namespace is the one
 * that clause 6.5 gives to those who have no domain for it.
 */
export function spdxBytes(document: Json, { name, digest }: DocumentSubject): Uint8Array {
  const tail = JSON.stringify(without(document, HEAD)).slice(1);
  const head = {
    spdxVersion: document.spdxVersion,
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name,
  };
  const id = nameUuid(JSON.stringify([head, digest ?? '', tail]));
  const documentNamespace = `https://spdx.org/spdxdocs/${pathOf(name)}-${id}`;
  return Buffer.from(`${JSON.stringify({ ...head, documentNamespace }).slice(0, -1)},${tail}`);
}

const MAX_NAME_CHARS = 200;

const pathOf = (name: string): string => name.slice(0, MAX_NAME_CHARS).replace(/[^A-Za-z0-9._-]+/g, '-');
