import { isObject } from '../json.js';
import { MAX_SBOM_PLATFORMS } from '../limits.js';
import { cycloneDxDescribes } from './cyclonedx-describes.js';
import { known, timeOf } from './known.js';
import { ecosystemOf } from './package-url.js';
import { PLATFORM_PROPERTY } from './platform-mark.js';
import type { Json, RawDocument } from './raw-document.js';
import type { Shape } from './shape.js';
import type { Sbom, SbomPackage } from './types.js';

/** Types of components that are packages of no ecosystem. */
const NO_PACKAGE: ReadonlySet<unknown> = new Set([
  'file',
  'operating-system',
  'container',
  'device',
  'data',
  'cryptographic-asset',
]);

/** CycloneDX 1.4 to 1.7 (ECMA-424) as an Sbom, components inside components among them. Throws SBOM_INVALID naming the member. */
export function readCycloneDx({ value, specVersion, shape }: RawDocument): Sbom {
  const components = flattened(value, shape);
  const metadata = shape.optionalObject(value, 'metadata') ?? {};
  const system = components.find(({ type }) => type === 'operating-system');
  return {
    format: 'cyclonedx-json',
    specVersion,
    describes: cycloneDxDescribes(value, shape),
    packages: components
      .filter(({ type }) => !NO_PACKAGE.has(type))
      .map((component) => packageOf(component, shape)),
    generator: generatorOf(metadata),
    created: timeOf(shape.optionalText(metadata, 'timestamp', 'metadata.')),
    hasAuthor:
      shape.objects(metadata, 'authors', 'metadata.').length > 0 ||
      ['manufacturer', 'manufacture', 'supplier'].some((member) => isObject(metadata[member])),
    hasRelationships: shape.objects(value, 'dependencies').length > 0,
    unknowns: [],
    distro: system && [system.name, system.version].filter((text) => typeof text === 'string').join(' '),
    fileCount: components.filter(({ type }) => type === 'file').length,
  };
}

/** Components at every depth, each before those inside it. The reader bounded the depth. */
function flattened(parent: Json, shape: Shape, at = ''): Json[] {
  const found: Json[] = [];
  const take = (object: Json, where: string): void => {
    for (const component of shape.objects(object, 'components', where)) {
      found.push(component);
      if (Object.hasOwn(component, 'components')) take(component, `${where}components[].`);
    }
  };
  take(parent, at);
  return found;
}

function packageOf(component: Json, shape: Shape): SbomPackage {
  const at = 'components[].';
  shape.text(component, 'type', at);
  const name = shape.text(component, 'name', at);
  const group = known(shape.optionalText(component, 'group', at));
  const purl = known(shape.optionalText(component, 'purl', at));
  const platforms: string[] = [];
  let word: string | undefined;
  for (const { name: property, value } of shape.objects(component, 'properties', at)) {
    if (typeof value !== 'string') continue;
    if (property === 'syft:package:type') word = value;
    if (property === PLATFORM_PROPERTY && platforms.length < MAX_SBOM_PLATFORMS) platforms.push(value);
  }
  return {
    name: group === undefined ? name : `${group}/${name}`,
    version: known(shape.optionalText(component, 'version', at)),
    purl,
    ecosystem: ecosystemOf(purl, word),
    licenses: licensesOf(component, shape),
    supplier: supplierOf(component, shape),
    hasHash: shape.objects(component, 'hashes', at).length > 0,
    platforms,
  };
}

function licensesOf(component: Json, shape: Shape): readonly string[] {
  const found = shape.objects(component, 'licenses', 'components[].').map((choice) => {
    const license = isObject(choice.license) ? choice.license : {};
    const name = choice.expression ?? license.id ?? license.name;
    return known(typeof name === 'string' ? name : undefined);
  });
  return [...new Set(found.filter((license) => license !== undefined))];
}

function supplierOf(component: Json, shape: Shape): string | undefined {
  const at = 'components[].';
  const [author] = shape.objects(component, 'authors', at);
  const named = [component.supplier, component.manufacturer, author].map((entity) =>
    isObject(entity) && typeof entity.name === 'string' ? known(entity.name) : undefined,
  );
  return (
    named.find((name) => name !== undefined) ??
    known(shape.optionalText(component, 'publisher', at)) ??
    known(shape.optionalText(component, 'author', at))
  );
}

/** The first tool: a component of `tools` since 1.5, an element of the list before. */
function generatorOf({ tools }: Json): string | undefined {
  const list: unknown = isObject(tools) ? tools.components : tools;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  if (!isObject(first) || typeof first.name !== 'string') return undefined;
  return typeof first.version === 'string' ? `${first.name}-${first.version}` : first.name;
}
