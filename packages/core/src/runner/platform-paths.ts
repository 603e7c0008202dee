import { isPlainPlatform } from '../oci/index.js';

/**
 * Lines of `[PLATFORM=]PATH`, as inputs of later steps take them. A platform is text of others: one that could not stand
 * before `=` is left out, since each of these documents names its digest itself.
 */
export const platformPaths = (
  files: readonly { readonly platform: string | undefined; readonly path: string }[],
): string =>
  files
    .map(({ platform, path }) =>
      platform !== undefined && isPlainPlatform(platform) ? `${platform}=${path}` : path,
    )
    .join('\n');
