import { timeText, type DocumentSubject } from './document-subject.js';
import { invalidSbom } from './invalid-sbom.js';
import { sortedBy, without } from './order.js';
import type { Json, RawDocument } from './raw-document.js';
import type { Shape } from './shape.js';
import { spdxImageRoot, standsForImage } from './spdx-image-root.js';
import { rootsOf } from './spdx-roots.js';

export const DOCUMENT_ID = 'SPDXRef-DOCUMENT';
/** What goes with the file entries, and what says a second time which package is described. */
const LEFT_OUT = new Set(['files', 'snippets', 'documentDescribes']);
/** What a package may only have where its files were looked into (clauses 7.8, 7.9, 7.14). */
const OF_FILES = new Set(['hasFiles', 'packageVerificationCode', 'licenseInfoFromFiles']);

/** An SPDX document with the root of its subject and without file entries, in a stable order; its namespace is not set. */
export function finishSpdx(document: RawDocument, subject: DocumentSubject): Json {
  const { value, shape } = document;
  const { packages, described, added } = withRoot(document, subject);
  const ids = new Set(packages.map((part) => shape.text(part, 'SPDXID', 'packages[].')));
  const own = shape
    .objects(value, 'relationships')
    .filter((relationship) => !namesRoot(relationship) && staysIn(relationship, ids));
  const describing = described.map((id) => relation(DOCUMENT_ID, 'DESCRIBES', id));
  return {
    ...without(value, LEFT_OUT),
    creationInfo: creationOf(value, subject, shape),
    packages,
    relationships: inOrder([...own, ...added, ...describing]),
  };
}

/** A relationship as SPDX writes it (clause 11). */
export const relation = (from: string, type: string, to: string) => ({
  spdxElementId: from,
  relatedSpdxElement: to,
  relationshipType: type,
});

/** Relationships sorted, each once. */
export function inOrder(relationships: readonly Json[]): Json[] {
  const once = new Map<string, Json>();
  for (const each of relationships) {
    const key = JSON.stringify([
      each.spdxElementId,
      each.relationshipType,
      each.relatedSpdxElement,
      each.comment,
    ]);
    if (!once.has(key)) once.set(key, each);
  }
  return sortedBy([...once], ([key]) => key).map(([, each]) => each);
}

/** Who made the document and when: tools and organisations as they stand. */
export function creationOf(value: Json, { created, author }: DocumentSubject, shape: Shape): Json {
  const creation = shape.optionalObject(value, 'creationInfo') ?? {};
  const creators = shape.texts(creation, 'creators', 'creationInfo.');
  const all = [...creators, ...(author === undefined ? [] : [`Organization: ${author}`])];
  return {
    ...creation,
    created: timeText(created),
    creators: all.length === 0 ? ['Tool: countersign'] : [...new Set(all)],
  };
}

interface Rooted {
  readonly packages: readonly Json[];
  /** Ids of what the document describes. */
  readonly described: readonly string[];
  readonly added: readonly Json[];
}

function withRoot(document: RawDocument, subject: DocumentSubject): Rooted {
  const { value, shape } = document;
  const idOf = (part: Json): string => shape.text(part, 'SPDXID', 'packages[].');
  const roots = [...rootsOf(value, shape)];
  const parts = onceEach(shape.objects(value, 'packages'), idOf, shape.path);
  if (subject.digest === undefined) {
    return { packages: sortedBy(parts.map(cleaned), idOf), described: roots.map(idOf), added: [] };
  }
  const [only, another] = roots;
  const known = only !== undefined && another === undefined && standsForImage(only, shape) ? only : undefined;
  const root = cleaned(spdxImageRoot(subject, subject.digest, document, known)) as Json & { SPDXID: string };
  const others = parts.filter((part) => idOf(part) !== root.SPDXID);
  return {
    packages: [root, ...sortedBy(others.map(cleaned), idOf)],
    described: [root.SPDXID],
    // A root of ours holds what the document described, and everything where it described nothing.
    added: known === undefined ? contained(root.SPDXID, roots.length > 0 ? roots : others, idOf) : [],
  };
}

const contained = (root: string, parts: readonly Json[], idOf: (part: Json) => string): Json[] =>
  parts.map((part) => relation(root, 'CONTAINS', idOf(part)));

/** Packages by id. Throws SBOM_INVALID for one id of two packages: readers would differ in which of them they take. */
function onceEach(parts: readonly Json[], idOf: (part: Json) => string, path: string): Json[] {
  const once = new Map<string, Json>();
  for (const part of parts) {
    const id = idOf(part);
    const other = once.get(id);
    if (other === undefined) once.set(id, part);
    else if (JSON.stringify(other) !== JSON.stringify(part)) {
      throw invalidSbom(path, `two packages have the id ${JSON.stringify(id.slice(0, 200))}`);
    }
  }
  return [...once.values()];
}

const cleaned = (part: Json): Json => ({ ...without(part, OF_FILES), filesAnalyzed: false });

/** Which package is described is said anew. */
const namesRoot = ({ spdxElementId: from, relatedSpdxElement: to, relationshipType: type }: Json): boolean =>
  (type === 'DESCRIBES' && from === DOCUMENT_ID) || (type === 'DESCRIBED_BY' && to === DOCUMENT_ID);

/** Relationships between packages, to other documents and to nothing; those with files go with the files. */
const staysIn = ({ spdxElementId: from, relatedSpdxElement: to }: Json, ids: ReadonlySet<string>): boolean =>
  [from, to].every((id) => typeof id === 'string' && (ids.has(id) || isOutside(id)));

const isOutside = (id: string): boolean =>
  id === DOCUMENT_ID || id === 'NONE' || id === 'NOASSERTION' || id.startsWith('DocumentRef-');
