import { isDigest } from '../oci/index.js';
import type { VexImage, VexProduct } from './vex-types.js';
import { canonical } from './waiver-image.js';
import { parsePackageUrl } from './package-url.js';

/**
 * What a product's id names. An image: `pkg:oci/name@sha256:…` (the digest decides, its repository_url does not), a digest,
 * or `host/repository[@digest]`. Otherwise a package. undefined for what names neither, or no more than a tag: where a tag
 * points is not known here, and a statement is never taken for more than it says.
 */
export function productOf(ids: readonly string[], components: readonly string[]): VexProduct | undefined {
  const packages = ids.filter((id) => !IMAGE_TYPES.has(parsePackageUrl(id)?.type ?? 'oci'));
  // A component of a package that is no image: whether that package is the one in the image is not said.
  if (packages.length > 0) return components.length > 0 ? undefined : { image: undefined, packages };
  const image = ids.map(imageOf).find((each) => each !== undefined);
  return image === undefined ? undefined : { image, packages: components };
}

function imageOf(id: string): VexImage | undefined {
  if (id.startsWith('pkg:')) return imageOfPurl(id);
  const bare = /^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id;
  if (isDigest(bare)) return { digest: bare, repository: undefined };
  if (/^[a-z]+:\/\//i.test(id)) return undefined;
  const at = id.indexOf('@');
  const digest = at < 0 ? undefined : id.slice(at + 1);
  if (digest !== undefined) return isDigest(digest) ? { digest, repository: undefined } : undefined;
  return REPOSITORY.test(id) ? { digest: undefined, repository: canonical(id) } : undefined;
}

function imageOfPurl(id: string): VexImage | undefined {
  const url = parsePackageUrl(id);
  if (url === undefined || !IMAGE_TYPES.has(url.type)) return undefined;
  const { version, qualifiers } = url;
  if (version !== undefined && version !== '')
    return isDigest(version) ? { digest: version, repository: undefined } : undefined;
  const repository = qualifiers?.repository_url;
  // Only where nothing narrows it: with a tag or an architecture it is about less than the repository.
  const isWhole = Object.keys(qualifiers ?? {}).every((name) => name === 'repository_url');
  if (repository === undefined || !isWhole || !REPOSITORY.test(repository)) return undefined;
  return { digest: undefined, repository: canonical(repository) };
}

const IMAGE_TYPES = new Set(['oci', 'docker']);
/** `host/repository`, with a port where there is one and without a tag. */
const REPOSITORY = /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)+$/i;
