import type { Digest } from '../oci/index.js';

/**
 * The package URL of an image (purl-spec, type oci): the last part of the repository as name, the digest as version, the
 * architecture of a platform, and the repository it stands in. `name` is `host/repository`, or a name without host.
 */
export function imagePurl(name: string, digest: Digest, platform: string | undefined): string {
  const repository = name.toLowerCase();
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  const architecture = platform?.split('/')[1];
  const qualifiers = [
    ...(architecture === undefined ? [] : [`arch=${escaped(architecture)}`]),
    `repository_url=${repository.split('/').map(escaped).join('/')}`,
  ];
  return `pkg:oci/${escaped(last)}@${escaped(digest)}?${qualifiers.join('&')}`;
}

/** A lone surrogate, which has no UTF-8, becomes a replacement mark: a name is never a reason to throw. */
const escaped = (text: string): string => encodeURIComponent(text.toWellFormed());
