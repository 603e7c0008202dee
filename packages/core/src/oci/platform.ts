/** OCI image specification, "Platform object". */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** `os/architecture[/variant]`, as BuildKit and Docker write it. */
export const formatPlatform = (platform: Platform): string =>
  [platform.os, platform.architecture, platform.variant]
    .filter((part) => part !== undefined && part !== '')
    .join('/');

/** Whether a text can stand for a platform in an input or a file name: what an index calls its platforms is text of others. */
export const isPlainPlatform = (text: string): boolean =>
  /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?$/.test(text);

/** A line `[PLATFORM=]PATH` of an input in its parts. */
export function splitPlatformPath(line: string): {
  readonly platform: string | undefined;
  readonly path: string;
} {
  const [platform = ''] = line.split('=', 1);
  const path = line.slice(platform.length + 1);
  return isPlainPlatform(platform) && path !== '' ? { platform, path } : { platform: undefined, path: line };
}
