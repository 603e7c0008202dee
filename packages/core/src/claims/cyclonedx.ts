import type { Digest } from '../oci/index.js';
import { cycloneDxDescribes, Shape } from '../sbom/index.js';
import { invalidDocument } from './invalid-document.js';
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
  const shape: Shape = new Shape(path, 'CycloneDX', invalidDocument);
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
  return { format, describes: cycloneDxDescribes(document, shape) };
}

function checkComponent(component: Json, shape: Shape, at: string): void {
  shape.text(component, 'type', at);
  shape.text(component, 'name', at);
}
