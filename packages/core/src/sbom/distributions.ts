/** Ecosystems of the package managers that distributions are made of. */
export const OS_ECOSYSTEMS: readonly string[] = ['apk', 'deb', 'rpm', 'alpm', 'portage'];

const ECOSYSTEM_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    deb: 'debian ubuntu raspbian linuxmint kali',
    apk: 'alpine wolfi chainguard postmarketos',
    rpm: 'rhel centos fedora rocky almalinux amzn ol sles opensuse-leap opensuse-tumbleweed photon mariner azurelinux',
    alpm: 'arch archlinux manjaro',
    portage: 'gentoo',
  }).flatMap(([ecosystem, ids]) => ids.split(' ').map((id) => [id, ecosystem] as const)),
);

/** The package manager of a distribution, by the id that its os-release file has (`debian 12`); undefined where it is not known. */
export const osEcosystemOf = (distro: string | undefined): string | undefined =>
  ECOSYSTEM_OF.get(distro?.split(' ', 1)[0]?.toLowerCase() ?? '');
