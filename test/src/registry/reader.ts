import { CountersignError } from '@countersign/core/errors';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import { parseReference } from '@countersign/core/reference';
import { createRegistryClient } from '@countersign/core/registry';

// A process of its own, since node reads NODE_EXTRA_CA_CERTS when it starts: prints the digest behind a reference, or
// the code and the text of the error.
const image = parseReference(process.argv[2] ?? '');
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const base = { clock: systemClock, random: systemRandom, log: silent, signal: new AbortController().signal };
const http = createHttpClient({ ...base, env: process.env, retryWindowMs: 5000 });
const client = createRegistryClient({
  context: { ...base, http },
  credentials: { explicit: [], env: {}, homeDir: undefined },
  plainHttpHosts: [],
});
try {
  const found = await client.repository(image).getManifest(image.tag ?? 'latest');
  process.stdout.write(`${found?.descriptor.digest ?? 'none'}\n`);
} catch (error) {
  if (!(error instanceof CountersignError)) throw error;
  process.stdout.write(`${error.code} ${error.message}\n`);
}
