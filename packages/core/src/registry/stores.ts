import { resolve } from 'node:path';
import { isFolder, type ImageReference, type RepositoryName } from '../reference/index.js';
import { createRegistryClient, type RegistryClientOptions } from './client.js';
import { openLayout } from './layout.js';
import type { Repository } from './types.js';

export interface StoreOptions extends RegistryClientOptions {
  /** Where the relative paths of folders start. */
  readonly workDir: string;
  /** What claims call images in folders, in place of what the folder says. */
  readonly title?: RepositoryName | undefined;
  /** Where the claims about images of registries live; undefined: beside each image. */
  readonly claimsIn?: RepositoryName | undefined;
}

/** Both kinds of stores behind one door: registries, and OCI layout folders. */
export interface Stores {
  /** Nothing is asked or read before the first need. */
  open(reference: ImageReference): Repository;
  /**
   * Where the claims about an image live, in every layout: the one place that decides it. Beside the image unless another
   * repository was named, which does not hold the image itself. A folder always holds its own.
   */
  claimsAbout(reference: ImageReference): Repository;
}

/** References to one registry share its connections; references to one folder share its repository. */
export function createStores(options: StoreOptions): Stores {
  const registries = createRegistryClient(options);
  const folders = new Map<string, Repository>();
  const open: Stores['open'] = (reference) => {
    if (!isFolder(reference)) return registries.repository(reference);
    const path = resolve(options.workDir, reference.folder);
    const found = folders.get(path) ?? openLayout(path, { ...options, shown: reference.folder });
    folders.set(path, found);
    return found;
  };
  const { claimsIn } = options;
  return {
    open,
    claimsAbout: (reference) =>
      claimsIn === undefined || isFolder(reference) ? open(reference) : registries.repository(claimsIn),
  };
}
