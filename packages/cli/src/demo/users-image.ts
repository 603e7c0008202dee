import { CountersignError } from '@countersign/core/errors';
import { parseReference, type RepositoryName } from '@countersign/core/reference';
import { createRegistryClient } from '@countersign/core/registry';
import type { Edge } from '../edge.js';
import { servicesOf } from '../services.js';
import { copyImage, type CopiedImage } from './copy-image.js';

/**
 * Copies a user's image into the test bed with the user's own credentials. Its registry is only read. Throws
 * REFERENCE_INVALID, IMAGE_NOT_FOUND and what reading a registry throws.
 */
export async function copyOfUsersImage(
  image: string,
  edge: Edge,
  to: RepositoryName & { readonly tag: string },
): Promise<CopiedImage> {
  const reference = parseReference(image);
  const target = reference.digest ?? reference.tag;
  if (target === undefined) {
    throw new CountersignError('REFERENCE_INVALID', {
      what: `--image ${image} has neither a tag nor a digest`,
      remedy: 'Say which image is meant, e.g. with :latest.',
    });
  }
  const { context, credentials, close } = servicesOf(edge);
  try {
    const registry = createRegistryClient({ context, credentials, plainHttpHosts: [] });
    return await copyImage(registry.repository(reference), registry.repository(to), target, to.tag);
  } finally {
    close();
  }
}
