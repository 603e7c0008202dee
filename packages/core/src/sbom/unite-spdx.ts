import type { DocumentSubject } from './document-subject.js';
import { timeText } from './document-subject.js';
import type { Digest } from '../oci/index.js';
import { creationOf, DOCUMENT_ID, inOrder, relation } from './finish-spdx.js';
import { known } from './known.js';
import { sortedBy } from './order.js';
import { identityOf, identityHash } from './package-identity.js';
import { platformAnnotation } from './platform-mark.js';
import type { Json } from './raw-document.js';
import { spdxImageRoot } from './spdx-image-root.js';
import { spdxDescribedIds } from './spdx-describes.js';
import { LicenseTexts } from './spdx-license-texts.js';
import type { ReadPart } from './union.js';

/** The union of SPDX documents; its namespace is not set. Throws SBOM_INVALID. */
export function uniteSpdx(
  parts: readonly ReadPart[],
  specVersion: string,
  subject: DocumentSubject & { readonly digest: Digest },
  title: string,
): Json {
  const [first] = parts;
  if (first === undefined) throw new RangeError(title);
  const root = spdxImageRoot(
    subject,
    subject.digest,
    { specVersion, shape: first.document.shape },
    undefined,
  );
  const packages = new Map<string, Merged>();
  const licenses = new LicenseTexts();
  const relationships: Json[] = [];
  for (const part of parts) {
    const ids = mergePackages(part, root.SPDXID, packages, licenses);
    for (const each of relationshipsOf(part, ids)) relationships.push(each);
  }
  const held = new Set(
    relationships
      .filter(
        ({ spdxElementId: from, relationshipType: type }) => from === root.SPDXID && type === 'CONTAINS',
      )
      .map(({ relatedSpdxElement: to }) => to),
  );
  for (const id of packages.keys()) {
    if (!held.has(id)) relationships.push(relation(root.SPDXID, 'CONTAINS', id));
  }
  const texts = licenses.all();
  return {
    spdxVersion: `SPDX-${specVersion}`,
    creationInfo: { ...creationOf(creatorsOf(parts), subject, first.document.shape) },
    packages: [
      root,
      ...sortedBy([...packages], ([id]) => id).map(([id, merged]) => written(id, merged, subject.created)),
    ],
    ...(texts.length === 0 ? {} : { hasExtractedLicensingInfos: texts }),
    relationships: inOrder([...relationships, relation(DOCUMENT_ID, 'DESCRIBES', root.SPDXID)]),
  };
}

interface Merged {
  part: Json;
  readonly platforms: Set<string>;
}

const written = (id: string, { part, platforms }: Merged, created: Date): Json => ({
  ...part,
  SPDXID: id,
  annotations: [
    ...(Array.isArray(part.annotations) ? (part.annotations as readonly unknown[]) : []),
    platformAnnotation([...platforms], timeText(created)),
  ],
});

/** Takes the packages of one platform; the answer says what each id of its document has become. */
function mergePackages(
  { platform, document: { value, shape } }: ReadPart,
  rootId: string,
  packages: Map<string, Merged>,
  licenses: LicenseTexts,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const described = spdxDescribedIds(value, shape);
  const rename = licenses.take(shape.objects(value, 'hasExtractedLicensingInfos'), platform);
  for (const part of shape.objects(value, 'packages')) {
    const id = shape.text(part, 'SPDXID', 'packages[].');
    if (described.has(id)) {
      ids.set(id, rootId);
      continue;
    }
    const newId = idOf(part);
    ids.set(id, newId);
    const own = rename(part);
    const other = packages.get(newId);
    if (other === undefined) packages.set(newId, { part: own, platforms: new Set([platform]) });
    else {
      other.part = filled(other.part, own);
      other.platforms.add(platform);
    }
  }
  return ids;
}

function idOf(part: Json): string {
  const refs: readonly unknown[] = Array.isArray(part.externalRefs) ? part.externalRefs : [];
  const purl = (refs as readonly Json[]).find(
    ({ referenceType }) => referenceType === 'purl',
  )?.referenceLocator;
  const name = String(part.name);
  const version = typeof part.versionInfo === 'string' ? part.versionInfo : undefined;
  const kind = typeof part.primaryPackagePurpose === 'string' ? part.primaryPackagePurpose : '';
  const identity = identityOf(typeof purl === 'string' ? purl : undefined, name, version, kind);
  return `SPDXRef-Package-${name.slice(0, MAX_NAME_CHARS).replace(/[^A-Za-z0-9.]+/g, '-')}-${identityHash(identity)}`;
}

const MAX_NAME_CHARS = 100;
const FILLED = [
  'licenseDeclared',
  'licenseConcluded',
  'supplier',
  'originator',
  'copyrightText',
  'downloadLocation',
];

/** What one document does not know about a package, the other may. */
function filled(part: Json, other: Json): Json {
  const more = FILLED.filter((member) => says(other[member]) && !says(part[member]));
  return more.length === 0
    ? part
    : { ...part, ...Object.fromEntries(more.map((member) => [member, other[member]])) };
}

const says = (value: unknown): boolean => typeof value === 'string' && known(value) !== undefined;

function* relationshipsOf(
  { document: { value, shape } }: ReadPart,
  ids: ReadonlyMap<string, string>,
): Generator<Json> {
  for (const each of shape.objects(value, 'relationships')) {
    const from = ids.get(shape.text(each, 'spdxElementId', 'relationships[].'));
    const to = ids.get(shape.text(each, 'relatedSpdxElement', 'relationships[].'));
    if (from === undefined || to === undefined || from === to) continue;
    yield { ...each, spdxElementId: from, relatedSpdxElement: to };
  }
}

/** Who made the documents: each named once. */
function creatorsOf(parts: readonly ReadPart[]): Json {
  const infos = parts.map(
    ({ document: { value, shape } }) => shape.optionalObject(value, 'creationInfo') ?? {},
  );
  const creators = parts.flatMap(({ document: { shape } }, index) =>
    shape.texts(infos[index] ?? {}, 'creators', 'creationInfo.'),
  );
  return { creationInfo: { ...infos[0], creators: [...new Set(creators)] } };
}
