import { cycloneDxImageRoot, standsForImage } from './cyclonedx-image-root.js';
import { timeText, type DocumentSubject } from './document-subject.js';
import { compareText, sortedBy } from './order.js';
import type { Json, RawDocument } from './raw-document.js';
import type { Shape } from './shape.js';

/** A CycloneDX document with the root of its subject and without files, in a stable order; its serial number is not set. */
export function finishCycloneDx({ value, shape, specVersion }: RawDocument, subject: DocumentSubject): Json {
  const metadata = shape.optionalObject(value, 'metadata') ?? {};
  const known = shape.optionalObject(metadata, 'component', 'metadata.');
  const stands = known !== undefined && standsForImage(known);
  const root =
    subject.digest === undefined
      ? known
      : cycloneDxImageRoot(subject, subject.digest, stands ? known : undefined);
  const held = subject.digest !== undefined && known !== undefined && !stands ? [known] : [];

  const files = new Set<string>();
  const components = withoutFiles([...held, ...shape.objects(value, 'components')], shape, files);
  const oldRef = textOf(known?.['bom-ref']);
  const newRef = textOf(root?.['bom-ref']);
  const renamed =
    stands && oldRef !== undefined && newRef !== undefined ? new Map([[oldRef, newRef]]) : undefined;
  const dependencies = dependenciesOf(value, shape, files, renamed ?? new Map());
  const heldRef = held.length > 0 ? oldRef : undefined;
  return {
    ...value,
    metadata: {
      ...metadata,
      timestamp: timeText(subject.created),
      ...(root === undefined ? {} : { component: root }),
      ...authorOf(metadata, subject, specVersion, shape),
    },
    components,
    dependencies:
      heldRef === undefined || newRef === undefined
        ? dependencies
        : inOrder([...dependencies, { ref: newRef, dependsOn: [heldRef] }]),
    ...(Object.hasOwn(value, 'compositions')
      ? { compositions: compositionsOf(value, shape, files, renamed ?? new Map()) }
      : {}),
  };
}

/** metadata.authors is for people; an organisation stands as manufacturer (1.6) or manufacture (before). */
export function authorOf(
  metadata: Json,
  { author }: DocumentSubject,
  specVersion: string,
  shape: Shape,
): Json {
  const member = specVersion === '1.4' || specVersion === '1.5' ? 'manufacture' : 'manufacturer';
  if (author === undefined || shape.optionalObject(metadata, member, 'metadata.') !== undefined) return {};
  return { [member]: { name: author } };
}

/** Dependencies sorted, of each component one, its targets each once. */
export function inOrder(dependencies: readonly Json[]): Json[] {
  const targets = new Map<string, { readonly first: Json; readonly dependsOn: Set<string> }>();
  for (const dependency of dependencies) {
    const ref = textOf(dependency.ref) ?? '';
    const known = targets.get(ref) ?? { first: dependency, dependsOn: new Set<string>() };
    for (const each of textsOf(dependency.dependsOn)) known.dependsOn.add(each);
    targets.set(ref, known);
  }
  return sortedBy([...targets], ([ref]) => ref).map(([, { first, dependsOn }]) => ({
    ...first,
    ...(dependsOn.size === 0 && !Object.hasOwn(first, 'dependsOn')
      ? {}
      : { dependsOn: [...dependsOn].sort(compareText) }),
  }));
}

/** Components at every depth without those of type file, sorted; the references of what is left out go into `files`. */
function withoutFiles(components: readonly Json[], shape: Shape, files: Set<string>): Json[] {
  const kept: Json[] = [];
  for (const component of components) {
    const inner = shape.objects(component, 'components', 'components[].');
    const ref = textOf(component['bom-ref']);
    if (component.type === 'file') {
      if (ref !== undefined) files.add(ref);
      for (const each of withoutFiles(inner, shape, files)) kept.push(each);
    } else {
      kept.push(
        inner.length === 0 ? component : { ...component, components: withoutFiles(inner, shape, files) },
      );
    }
  }
  return sortedBy(kept, (component) =>
    JSON.stringify([component['bom-ref'], component.purl, component.name, component.version]),
  );
}

function dependenciesOf(
  value: Json,
  shape: Shape,
  files: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
): Json[] {
  const rename = (ref: string): string => renamed.get(ref) ?? ref;
  const dependencies = shape.objects(value, 'dependencies').map((dependency): Json => {
    const ref = rename(shape.text(dependency, 'ref', 'dependencies[].'));
    if (!Object.hasOwn(dependency, 'dependsOn')) return { ...dependency, ref };
    const dependsOn = shape
      .texts(dependency, 'dependsOn', 'dependencies[].')
      .filter((each) => !files.has(each));
    return { ...dependency, ref, dependsOn: dependsOn.map(rename) };
  });
  return inOrder(dependencies.filter(({ ref }) => !files.has(textOf(ref) ?? '')));
}

function compositionsOf(
  value: Json,
  shape: Shape,
  files: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
): Json[] {
  return shape.objects(value, 'compositions').map((composition) => {
    const members = ['assemblies', 'dependencies'].filter((member) => Object.hasOwn(composition, member));
    return {
      ...composition,
      ...Object.fromEntries(
        members.map((member) => [
          member,
          shape
            .texts(composition, member, 'compositions[].')
            .filter((ref) => !files.has(ref))
            .map((ref) => renamed.get(ref) ?? ref),
        ]),
      ),
    };
  });
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
