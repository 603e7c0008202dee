import type { Shape } from './shape.js';
import type { Json } from './raw-document.js';
import { spdxDescribedIds } from './spdx-describes.js';

/**
 * The packages that an SPDX document is about rather than made of. Some tools say that the document describes every one
 * of its packages; then none is a root but an image or a root that the generator marked.
 */
export function rootsOf(document: Json, shape: Shape): ReadonlySet<Json> {
  const ids = spdxDescribedIds(document, shape);
  const parts = shape.objects(document, 'packages');
  const described = parts.filter((part) => typeof part.SPDXID === 'string' && ids.has(part.SPDXID));
  const all = described.length === parts.length;
  return new Set(described.filter((part) => !all || isDocumentRoot(part) || isImage(part)));
}

/** syft's mark of what was looked into: an image, a folder, a file. */
export const isDocumentRoot = ({ SPDXID: id }: Json): boolean =>
  typeof id === 'string' && id.startsWith('SPDXRef-DocumentRoot-');

const isImage = (part: Json): boolean => part.primaryPackagePurpose === 'CONTAINER';
