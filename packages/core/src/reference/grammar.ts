import { isIPv6 } from 'node:net';

/** OCI distribution specification 1.1, "Pulling manifests": `<name>`. */
export const REPOSITORY =
  /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
/** The same section: `<reference>` as a tag. */
export const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

export const DOCKER_HUB = 'index.docker.io';

/** Every name that Docker Hub goes by; `registry-1.docker.io` is where its API answers. */
const DOCKER_HUB_NAMES = new Set([
  'docker.io',
  DOCKER_HUB,
  'registry-1.docker.io',
  'registry.hub.docker.com',
]);
export const isDockerHub = (host: string): boolean => DOCKER_HUB_NAMES.has(host);

/** Whether the first part of a name is a host (it has a dot or a port, or is localhost) and not a Docker Hub user. */
export const looksLikeHost = (part: string): boolean =>
  part.includes('.') || part.includes(':') || part.toLowerCase() === 'localhost';

/**
 * `name[:port]`, an IPv4 address, or an IPv6 address in brackets; the port is 1 to 65535. What a URL would read as
 * another address (`010.0.0.1` is 8.0.0.1 there), or not at all, is no host.
 */
export function isHost(text: string): boolean {
  const match = HOST.exec(text);
  if (match === null) return false;
  const { address, port } = match.groups ?? {};
  if (address !== undefined && !isIPv6(address)) return false;
  const bare = port === undefined ? text : text.slice(0, -1 - port.length);
  if (address === undefined && URL.parse(`https://${bare}`)?.hostname !== bare) return false;
  return port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(
  `^(?:\\[(?<address>[0-9a-f:.]+)\\]|${LABEL}(?:\\.${LABEL})*)(?::(?<port>[1-9]\\d{0,4}))?$`,
);
