import { isObject, memberAt } from '../json.js';
import type { Digest } from '../oci/index.js';
import { asDigest, distinct } from './image-digests.js';
import { known } from './known.js';
import { ecosystemOf } from './package-url.js';
import type { Json, RawDocument } from './raw-document.js';
import type { Shape } from './shape.js';
import type { Sbom, SbomPackage } from './types.js';

/** syft-json 16.x (anchore/syft schema/json) as an Sbom. Throws SBOM_INVALID naming the member. */
export function readSyft({ value, specVersion, shape }: RawDocument): Sbom {
  const descriptor = shape.optionalObject(value, 'descriptor') ?? {};
  const files = shape.objects(value, 'files');
  return {
    format: 'syft-json',
    specVersion,
    describes: describedBy(value, shape),
    packages: shape.objects(value, 'artifacts').map((artifact) => packageOf(artifact, shape)),
    generator: generatorOf(descriptor),
    created: undefined,
    hasAuthor: false,
    hasRelationships: shape.objects(value, 'artifactRelationships').length > 0,
    unknowns: files.flatMap(unknownsOf),
    distro: distroOf(shape.optionalObject(value, 'distro') ?? {}),
    fileCount: files.length,
  };
}

/** The manifest that syft read; `repoDigests` may name the index that the reference resolved to. */
function describedBy(value: Json, shape: Shape): Digest[] {
  const source = shape.optionalObject(value, 'source') ?? {};
  if (source.type !== 'image') return [];
  const metadata = shape.optionalObject(source, 'metadata', 'source.') ?? {};
  const at = 'source.metadata.';
  // syft writes null for "no repository": an image that came from a folder.
  const repoDigests = metadata.repoDigests === null ? [] : shape.texts(metadata, 'repoDigests', at);
  return distinct([
    asDigest(shape.optionalText(metadata, 'manifestDigest', at)),
    asDigest(shape.optionalText(source, 'version', 'source.')),
    ...repoDigests.map(asDigest),
  ]);
}

function packageOf(artifact: Json, shape: Shape): SbomPackage {
  const at = 'artifacts[].';
  const purl = known(shape.optionalText(artifact, 'purl', at));
  const metadata = isObject(artifact.metadata) ? artifact.metadata : {};
  return {
    name: shape.text(artifact, 'name', at),
    version: known(shape.optionalText(artifact, 'version', at)),
    purl,
    ecosystem: ecosystemOf(purl, shape.optionalText(artifact, 'type', at)),
    licenses: licensesOf(artifact, shape),
    supplier: firstText(metadata, SUPPLIERS),
    hasHash: HASHES.some((member) => holdsSomething(metadata[member])),
    platforms: [],
  };
}

/** Members of syft's metadata by ecosystem that name who supplies a package, and that hold its hash. */
const SUPPLIERS = ['maintainer', 'vendor', 'author', 'authors', 'publisher'];
const HASHES = ['pullChecksum', 'h1Digest', 'integrity', 'digest', 'digests', 'checksum', 'hashes', 'hash'];

function firstText(metadata: Json, members: readonly string[]): string | undefined {
  for (const member of members) {
    const value = metadata[member];
    const text: unknown = Array.isArray(value) ? value[0] : value;
    if (Object.hasOwn(metadata, member) && typeof text === 'string' && known(text) !== undefined) return text;
  }
  return undefined;
}

const holdsSomething = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' : Array.isArray(value) ? value.length > 0 : isObject(value);

function licensesOf(artifact: Json, shape: Shape): readonly string[] {
  const found = shape.objects(artifact, 'licenses', 'artifacts[].').map(({ spdxExpression, value }) => {
    const expression = typeof spdxExpression === 'string' ? known(spdxExpression) : undefined;
    return expression ?? (typeof value === 'string' ? known(value) : undefined);
  });
  return [...new Set(found.filter((license) => license !== undefined))];
}

function unknownsOf(file: Json): { path: string; reason: string }[] {
  const path = memberAt(file, 'location', 'path');
  if (!Array.isArray(file.unknowns) || typeof path !== 'string') return [];
  return file.unknowns.filter((reason) => typeof reason === 'string').map((reason) => ({ path, reason }));
}

const generatorOf = ({ name, version }: Json): string | undefined => {
  if (typeof name !== 'string' || name === '') return undefined;
  return typeof version === 'string' && version !== '' ? `${name}-${version}` : name;
};

const distroOf = ({ id, versionID }: Json): string | undefined => {
  if (typeof id !== 'string' || id === '') return undefined;
  return typeof versionID === 'string' && versionID !== '' ? `${id} ${versionID}` : id;
};
