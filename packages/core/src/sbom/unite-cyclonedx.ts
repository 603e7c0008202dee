import { isObject } from '../json.js';
import type { Digest } from '../oci/index.js';
import { cycloneDxImageRoot } from './cyclonedx-image-root.js';
import { timeText, type DocumentSubject } from './document-subject.js';
import { authorOf, inOrder } from './finish-cyclonedx.js';
import { sortedBy, without } from './order.js';
import { identityOf, identityHash } from './package-identity.js';
import { PLATFORM_PROPERTY } from './platform-mark.js';
import type { Json } from './raw-document.js';
import type { Shape } from './shape.js';
import type { ReadPart } from './union.js';

/** The union of CycloneDX documents; its serial number is not set. Throws SBOM_INVALID. */
export function uniteCycloneDx(
  parts: readonly ReadPart[],
  specVersion: string,
  subject: DocumentSubject & { readonly digest: Digest },
  title: string,
): Json {
  const [first] = parts;
  if (first === undefined) throw new RangeError(title);
  const root = cycloneDxImageRoot(subject, subject.digest, undefined);
  const top: Level = new Map();
  const dependencies: Json[] = [];
  for (const part of parts) {
    const { value, shape } = part.document;
    const refs = new Map<string, string>();
    const own = shape.optionalObject(shape.optionalObject(value, 'metadata') ?? {}, 'component', 'metadata.');
    if (typeof own?.['bom-ref'] === 'string') refs.set(own['bom-ref'], root['bom-ref']);
    merge(shape.objects(value, 'components'), '', top, refs, part);
    for (const each of dependenciesOf(value, shape, refs)) dependencies.push(each);
  }
  const metadata = metadataOf(first);
  return {
    specVersion,
    metadata: {
      timestamp: timeText(subject.created),
      ...toolsOf(parts),
      component: root,
      ...authorOf(metadata, subject, specVersion, first.document.shape),
    },
    components: written(top),
    dependencies: inOrder(dependencies),
  };
}

/** Components by their new reference. */
type Level = Map<string, Merged>;

interface Merged {
  readonly component: Json;
  readonly platforms: Set<string>;
  readonly inner: Level;
}

const INNER = new Set(['components']);

/** Takes components of one platform, each inside the component that it stands in; `refs` learns what became of each reference. */
function merge(
  components: readonly Json[],
  parent: string,
  level: Level,
  refs: Map<string, string>,
  part: ReadPart,
): void {
  const {
    platform,
    document: { shape },
  } = part;
  for (const component of components) {
    const ref = identityHash(`${parent}/${identityOfComponent(component, shape)}`);
    let merged = level.get(ref);
    if (merged === undefined) {
      merged = { component: without(component, INNER), platforms: new Set(), inner: new Map() };
      level.set(ref, merged);
    }
    merged.platforms.add(platform);
    if (typeof component['bom-ref'] === 'string') refs.set(component['bom-ref'], ref);
    merge(shape.objects(component, 'components', 'components[].'), ref, merged.inner, refs, part);
  }
}

function identityOfComponent(component: Json, shape: Shape): string {
  const at = 'components[].';
  const group = shape.optionalText(component, 'group', at);
  return identityOf(
    shape.optionalText(component, 'purl', at),
    JSON.stringify([group ?? '', shape.text(component, 'name', at)]),
    shape.optionalText(component, 'version', at),
    shape.text(component, 'type', at),
  );
}

const written = (level: Level): Json[] =>
  sortedBy([...level], ([ref]) => ref).map(([ref, { component, platforms, inner }]) => ({
    'bom-ref': ref,
    ...without(component, REF),
    properties: [
      ...(Array.isArray(component.properties) ? (component.properties as readonly unknown[]) : []),
      ...[...platforms].map((platform) => ({ name: PLATFORM_PROPERTY, value: platform })),
    ],
    ...(inner.size === 0 ? {} : { components: written(inner) }),
  }));

const REF = new Set(['bom-ref']);

function* dependenciesOf(value: Json, shape: Shape, refs: ReadonlyMap<string, string>): Generator<Json> {
  const at = 'dependencies[].';
  for (const dependency of shape.objects(value, 'dependencies')) {
    const ref = refs.get(shape.text(dependency, 'ref', at));
    if (ref === undefined) continue;
    const dependsOn = shape
      .texts(dependency, 'dependsOn', at)
      .map((each) => refs.get(each))
      .filter((each) => each !== undefined && each !== ref);
    yield { ref, dependsOn };
  }
}

const metadataOf = ({ document: { value, shape } }: ReadPart): Json =>
  shape.optionalObject(value, 'metadata') ?? {};

/** The tools of every document, each once; the older form (a list) only where none has the newer one. */
function toolsOf(parts: readonly ReadPart[]): Json {
  const all = parts.map((part) => metadataOf(part).tools);
  const objects = all.filter(isObject);
  const [first] = objects;
  const lists = all.filter((tools) => Array.isArray(tools));
  if (first === undefined) return lists.length === 0 ? {} : { tools: onceEach(lists.flat()) };
  const components = objects.flatMap(({ components: own }) =>
    Array.isArray(own) ? (own as readonly unknown[]) : [],
  );
  return { tools: { ...first, ...(components.length === 0 ? {} : { components: onceEach(components) }) } };
}

const onceEach = (elements: readonly unknown[]): unknown[] => [
  ...new Map(elements.map((element) => [JSON.stringify(element), element])).values(),
];
