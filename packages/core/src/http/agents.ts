import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { CountersignError } from '../errors.js';
import { MAX_CONNECTIONS_PER_ORIGIN } from '../limits.js';
import { isLoopback } from './loopback.js';

/** The connections of one client: kept alive, bounded per origin, through a proxy where the variables say so. */
export interface Agents {
  for(url: URL): HttpAgent;
  close(): void;
}

/**
 * `env`: HTTP_PROXY, HTTPS_PROXY and NO_PROXY in either case; nothing else is looked at. Loopback and the metadata
 * servers of machines in clouds never go through a proxy, which would see their tokens. Throws INPUT_INVALID for a proxy that is not an http(s) URL, without its value: it may hold a password.
 */
export function createAgents(env: Readonly<Record<string, string | undefined>>): Agents {
  const options = { keepAlive: true, maxSockets: MAX_CONNECTIONS_PER_ORIGIN };
  const proxied = { ...options, proxyEnv: proxyVariables(env) };
  const direct = { 'http:': new HttpAgent(options), 'https:': new HttpsAgent(options) };
  const outward = { 'http:': new HttpAgent(proxied), 'https:': new HttpsAgent(proxied) };
  return {
    for: (url) =>
      (isLoopback(url.hostname) || METADATA_SERVER.test(url.hostname) ? direct : outward)[
        url.protocol === 'http:' ? 'http:' : 'https:'
      ],
    close: () => {
      for (const agent of [...Object.values(direct), ...Object.values(outward)]) agent.destroy();
    },
  };
}

/** Link-local addresses (RFC 3927) and the name that Google Cloud has for one. */
const METADATA_SERVER = /^(?:169\.254\.\d{1,3}\.\d{1,3}|metadata\.google\.internal\.?)$/;

function proxyVariables(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']) {
    const value = env[name]?.trim() ?? '';
    if (value !== '') variables[name] = proxyUrl(name, value);
  }
  for (const name of ['NO_PROXY', 'no_proxy']) {
    const value = env[name];
    if (value !== undefined && value !== '') variables[name] = value;
  }
  return variables;
}

function proxyUrl(name: string, value: string): string {
  // curl and Go read `proxy:3128` as http; node would pass over it and go out directly.
  const text = value.includes('://') ? value : `http://${value}`;
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text;
  throw new CountersignError('INPUT_INVALID', {
    what: `${name} is not the URL of an http or https proxy`,
    remedy: `Set ${name} to http://host:port (a password percent-encoded), or unset it.`,
  });
}
