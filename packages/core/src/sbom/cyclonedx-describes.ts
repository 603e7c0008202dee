import type { Digest } from '../oci/index.js';
import { asDigest, digestOfHex, digestOfPurl, distinct, isImagePurl } from './image-digests.js';
import type { Shape } from './shape.js';

type Json = Readonly<Record<string, unknown>>;

/** The image that metadata.component of a CycloneDX document names. Throws what `shape` throws. */
export function cycloneDxDescribes(document: Json, shape: Shape): Digest[] {
  const metadata = shape.optionalObject(document, 'metadata');
  const root = metadata && shape.optionalObject(metadata, 'component', 'metadata.');
  return root === undefined ? [] : digestsOf(root, shape);
}

/** A hash counts only where the component is an image: an application or a file has one as well. */
function digestsOf(root: Json, shape: Shape): Digest[] {
  const at = 'metadata.component.';
  shape.text(root, 'type', at);
  shape.text(root, 'name', at);
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
