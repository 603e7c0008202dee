import { known, timeOf } from './known.js';
import { ecosystemOf, qualifierOf } from './package-url.js';
import { platformsOfComment } from './platform-mark.js';
import type { Json, RawDocument } from './raw-document.js';
import { isDocumentRoot, rootsOf } from './spdx-roots.js';
import { spdxDescribes } from './spdx-describes.js';
import type { Shape } from './shape.js';
import type { Sbom, SbomPackage } from './types.js';

/** Packages that are no packages of an ecosystem: what the document is about, and what holds them. */
const SYSTEMS: ReadonlySet<unknown> = new Set(['OPERATING-SYSTEM', 'OPERATING_SYSTEM']);
const CONTAINERS: ReadonlySet<unknown> = new Set([...SYSTEMS, 'CONTAINER', 'FILE']);

/** SPDX 2.2 or 2.3 (clauses 6 to 12) as an Sbom. Throws SBOM_INVALID naming the member. */
export function readSpdx({ value, specVersion, shape }: RawDocument): Sbom {
  if (shape.text(value, 'SPDXID') !== 'SPDXRef-DOCUMENT') shape.refuse('SPDXID', 'is not SPDXRef-DOCUMENT');
  const describes = spdxDescribes(value, shape);
  const roots = rootsOf(value, shape);
  const parts = shape.objects(value, 'packages');
  const packages = parts
    .filter((part) => !roots.has(part) && !isContainer(part) && !isDocumentRoot(part))
    .map((part) => packageOf(part, shape));
  const creation = shape.optionalObject(value, 'creationInfo') ?? {};
  const creators = shape.texts(creation, 'creators', 'creationInfo.');
  return {
    format: 'spdx-json',
    specVersion,
    describes,
    packages,
    generator: creators
      .find((creator) => creator.startsWith('Tool:'))
      ?.slice('Tool:'.length)
      .trim(),
    created: timeOf(shape.optionalText(creation, 'created', 'creationInfo.')),
    hasAuthor: creators.some((creator) => /^(?:Person|Organization):/.test(creator)),
    hasRelationships: shape.objects(value, 'relationships').length > 0,
    unknowns: [],
    distro: distroOf(parts, packages),
    fileCount: shape.objects(value, 'files').length,
  };
}

const isContainer = (part: Json): boolean => CONTAINERS.has(part.primaryPackagePurpose);

function packageOf(part: Json, shape: Shape): SbomPackage {
  const at = 'packages[].';
  const name = shape.text(part, 'name', at);
  const purl = purlOf(part, shape);
  const licenses = ['licenseDeclared', 'licenseConcluded']
    .map((member) => known(shape.optionalText(part, member, at)))
    .filter((license) => license !== undefined);
  return {
    name,
    version: known(shape.optionalText(part, 'versionInfo', at)),
    purl,
    ecosystem: ecosystemOf(purl, undefined),
    licenses: [...new Set(licenses)],
    supplier:
      known(shape.optionalText(part, 'supplier', at)) ?? known(shape.optionalText(part, 'originator', at)),
    hasHash: shape.objects(part, 'checksums', at).length > 0,
    platforms: shape
      .objects(part, 'annotations', at)
      .flatMap((annotation) => platformsOfComment(annotation.comment)),
  };
}

const purlOf = (part: Json, shape: Shape): string | undefined => {
  for (const ref of shape.objects(part, 'externalRefs', 'packages[].')) {
    if (ref.referenceType === 'purl')
      return shape.text(ref, 'referenceLocator', 'packages[].externalRefs[].');
  }
  return undefined;
};

/** SPDX names no distribution: it stands as an operating system (trivy), or in the package URLs of its packages (syft). */
function distroOf(parts: readonly Json[], packages: readonly SbomPackage[]): string | undefined {
  const system = parts.find(({ primaryPackagePurpose: purpose }) => SYSTEMS.has(purpose));
  if (system !== undefined) {
    return [system.name, system.versionInfo].filter((text) => typeof text === 'string').join(' ');
  }
  for (const { purl } of packages) {
    const distro = purl === undefined ? undefined : qualifierOf(purl, 'distro');
    if (distro !== undefined) return distro.replace(/-(?=[^-]*$)/, ' ');
  }
  return undefined;
}
