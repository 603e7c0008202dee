import { identitySources, type OptionEdge } from '@countersign/core/options';
import { readBounded } from '@countersign/core/read-bounded';
import type { KeySource } from '@countersign/core/sign';
import type { Edge } from './edge.js';

/** What the options of a command are read from besides its flags: files, the environment, a job's identity. */
export const optionEdge = async (edge: Edge, hide: (secret: string) => void): Promise<OptionEdge> => ({
  env: edge.env,
  readFile: readBounded,
  identity: await identitySources(edge.env, { mask: hide, conceal: hide }),
  kmsPublicKey: (uri, retryWindowMs) => publicKeyOf({ name: uri, uri }, edge, retryWindowMs),
});

/** The PEM public half of a key, with services of its own where a key management service has to be asked. */
export async function publicKeyOf(key: KeySource, edge: Edge, retryWindowMs?: number): Promise<string> {
  const [{ servicesOf }, { publicKeyPem }] = await Promise.all([
    import('./services.js'),
    import('@countersign/core/sign'),
  ]);
  const services = servicesOf(edge, retryWindowMs === undefined ? {} : { retryWindowMs });
  try {
    return await publicKeyPem(key, services);
  } finally {
    services.close();
  }
}
