import type { RepositoryName } from '@countersign/core/reference';
import { createRegistryClient } from '@countersign/core/registry';
import type { Edge } from '../edge.js';
import { servicesOf } from '../services.js';
import type { UsersInputs } from './users-inputs.js';
import { copyImage, type CopiedImage } from './copy-image.js';

/**
 * Copies a user's image into the test bed with the user's own credentials. Its registry is only read. Throws
 * IMAGE_NOT_FOUND and what reading a registry throws.
 */
export async function copyOfUsersImage(
  { image, target }: UsersInputs,
  edge: Edge,
  to: RepositoryName & { readonly tag: string },
): Promise<CopiedImage> {
  const { context, credentials, close } = servicesOf(edge);
  try {
    const registry = createRegistryClient({ context, credentials, plainHttpHosts: [] });
    return await copyImage(registry.repository(image), registry.repository(to), target, to.tag);
  } finally {
    close();
  }
}
