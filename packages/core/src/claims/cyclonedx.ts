import type { Digest } from '../oci/index.js';
import { asDigest, digestOfHex, digestOfPurl, distinct, isImagePurl } from './image-digests.js';
import { Shape } from './shape.js';
import type { DocumentFormat } from './types.js';

type Json = Readonly<Record<string, unknown>>;
const VERSIONS: ReadonlyMap<string, DocumentFormat> = new Map([
  ['1.4', 'cyclonedx-1.4'],
  ['1.5', 'cyclonedx-1.5'],
  ['1.6', 'cyclonedx-1.6'],
  ['1.7', 'cyclonedx-1.7'],
]);

/**
 * Checks a CycloneDX 1.4 to 1.7 JSON document (ECMA-424) and finds the image that metadata.component names.
 * Throws PREDICATE_INVALID naming the member.
 */
export function checkCycloneDx(
  document: Json,
  path: string,
): { format: DocumentFormat; describes: Digest[] } {
  const shape: Shape = new Shape(path, 'CycloneDX');
  if (shape.text(document, 'bomFormat') !== 'CycloneDX') shape.refuse('bomFormat', 'is not CycloneDX');
  const format = VERSIONS.get(shape.text(document, 'specVersion'));
  if (format === undefined) shape.refuse('specVersion', `is none of ${[...VERSIONS.keys()].join(', ')}`);
  const version = document.version;
  if (version !== undefined && !(Number.isSafeInteger(version) && Number(version) >= 1)) {
    shape.refuse('version', 'is not a whole number from 1');
  }
  const serial = shape.optionalText(document, 'serialNumber');
  if (serial !== undefined && !/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(serial)) {
    shape.refuse('serialNumber', 'is not a urn:uuid:');
  }
  for (const [index, component] of shape.objects(document, 'components').entries()) {
    checkComponent(component, shape, `components[${index}].`);
  }
  for (const [index, dependency] of shape.objects(document, 'dependencies').entries()) {
    shape.text(dependency, 'ref', `dependencies[${index}].`);
  }
  for (const member of ['services', 'compositions', 'vulnerabilities', 'externalReferences']) {
    shape.objects(document, member);
  }

  const metadata = shape.optionalObject(document, 'metadata');
  const root = metadata && shape.optionalObject(metadata, 'component', 'metadata.');
  return { format, describes: root === undefined ? [] : digestsOf(root, shape) };
}

function checkComponent(component: Json, shape: Shape, at: string): void {
  shape.text(component, 'type', at);
  shape.text(component, 'name', at);
}

/** A hash counts only where the component is an image: an application or a file has one as well. */
function digestsOf(root: Json, shape: Shape): Digest[] {
  const at = 'metadata.component.';
  checkComponent(root, shape, at);
  const purl = shape.optionalText(root, 'purl', at);
  const bomRef = shape.optionalText(root, 'bom-ref', at);
  const named = [
    digestOfPurl(purl),
    digestOfPurl(bomRef) ?? asDigest(bomRef),
    asDigest(shape.optionalText(root, 'version', at)),
    asDigest(shape.optionalText(root, 'name', at)),
  ];
  const hashes = shape
    .objects(root, 'hashes', at)
    .filter((hash) => hash.alg === 'SHA-256')
    .map((hash) => digestOfHex(shape.optionalText(hash, 'content', `${at}hashes `)));
  const isImage =
    root.type === 'container' || isImagePurl(purl) || named.some((digest) => digest !== undefined);
  return distinct(isImage ? [...hashes, ...named] : named);
}
