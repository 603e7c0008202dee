import { isObject } from '../json.js';
import type { DocumentSubject } from './document-subject.js';
import { sortedBy, without } from './order.js';
import type { Json, RawDocument } from './raw-document.js';

const LEFT_OUT_OF_DESCRIPTOR = new Set(['configuration']);

/**
 * syft-json with the digest in its source, in a stable order. Left out are file entries (but for those that syft could
 * not look into), relationships with them, and the generator's configuration: it names folders of the machine.
 */
export function finishSyft({ value, shape }: RawDocument, { name, digest }: DocumentSubject): Json {
  const artifacts = shape.objects(value, 'artifacts');
  const files = shape
    .objects(value, 'files')
    .filter(({ unknowns }) => Array.isArray(unknowns) && unknowns.length > 0);
  const source = shape.object(value, 'source');
  const ids = new Set([...artifacts, ...files, source].map(({ id }) => id));
  return {
    ...value,
    artifacts: sortedBy(artifacts, textOfId),
    artifactRelationships: sortedBy(
      shape
        .objects(value, 'artifactRelationships')
        .filter(({ parent, child }) => ids.has(parent) && ids.has(child)),
      (relationship) => JSON.stringify([relationship.parent, relationship.child, relationship.type]),
    ),
    files: sortedBy(files, textOfId),
    source: digest === undefined ? source : sourceOf(source, `${name}@${digest}`, name, digest),
    descriptor: without(shape.object(value, 'descriptor'), LEFT_OUT_OF_DESCRIPTOR),
  };
}

function sourceOf(source: Json, reference: string, name: string, digest: string): Json {
  const metadata = isObject(source.metadata) ? source.metadata : {};
  const known: readonly unknown[] = Array.isArray(metadata.repoDigests) ? metadata.repoDigests : [];
  return {
    ...source,
    name,
    version: digest,
    metadata: {
      ...metadata,
      userInput: reference,
      manifestDigest: digest,
      // Scanners match VEX statements about the image by these names.
      repoDigests: [...new Set([reference, ...known])],
    },
  };
}

const textOfId = ({ id }: Json): string => (typeof id === 'string' ? id : '');
