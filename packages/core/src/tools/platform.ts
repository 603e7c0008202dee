import { arch, platform } from 'node:os';

/** A system and architecture in the words of Node. */
export interface Platform {
  readonly os: string;
  readonly arch: string;
}

/** `linux-x64`: the key of tables. */
export type PlatformKey = `${string}-${string}`;

export const thisPlatform = (): Platform => ({
  os: platform() === 'win32' ? 'windows' : platform(),
  arch: arch(),
});

export const platformKey = ({ os, arch: architecture }: Platform): PlatformKey => `${os}-${architecture}`;

/** The file name of a program on a system. */
export const executable = (program: string, { os }: Platform): string =>
  os === 'windows' ? `${program}.exe` : program;
