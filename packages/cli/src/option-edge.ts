import { identitySources, type OptionEdge } from '@countersign/core/options';
import { readBounded } from '@countersign/core/read-bounded';
import type { Edge } from './edge.js';

/** What the options of a command are read from besides its flags: files, the environment, a job's identity. */
export const optionEdge = async ({ env }: Edge, hide: (secret: string) => void): Promise<OptionEdge> => ({
  env,
  readFile: readBounded,
  identity: await identitySources(env, { mask: hide, conceal: hide }),
});
