import { once } from 'node:events';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import {
  BUNDLE_V03,
  DSSE_ENVELOPE,
  OCI_EMPTY,
  OCI_MANIFEST,
  parseDigest,
  type Digest,
} from '@countersign/core/oci';
import { parseReference } from '@countersign/core/reference';
import {
  addReferrers,
  createRegistryClient,
  createTagWriter,
  layersFormat,
  type Repository,
} from '@countersign/core/registry';

/** What one writer is told, as JSON in its first argument. */
export interface WriterTask {
  /** `host/repository@digest` of the image that all writers write beside. */
  readonly image: string;
  readonly imageSize: number;
  readonly imageMediaType: string;
  readonly writer: number;
  readonly settleMs: number;
}

// A process of its own: one entry for the .att tag, one for the fallback index, as a signing step writes them.
const task = JSON.parse(process.argv[2] ?? '') as WriterTask;
const image = parseReference(task.image);
const subject = parseDigest(image.digest ?? '');
const stop = new AbortController();
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const base = { clock: systemClock, random: systemRandom, log: silent, signal: stop.signal };
const http = createHttpClient(base);
const context = { ...base, http };
const repository = createRegistryClient({
  context,
  credentials: { explicit: [], env: {}, homeDir: undefined },
  plainHttpHosts: [],
}).repository(image);

process.stdout.write('ready\n');
await once(process.stdin, 'data'); // all writers begin together
process.stdin.destroy();

const writer = createTagWriter(repository, { context, settleMs: task.settleMs });
const began = performance.now();
await Promise.all([writeLayer(repository, subject), writeReferrer(repository, subject)]);
const wrote = performance.now();
await writer.settle();
const { registry = 0 } = http.counts();
process.stdout.write(
  `${JSON.stringify({ writeMs: wrote - began, settleMs: performance.now() - wrote, requests: registry })}\n`,
);
http.close();

async function writeLayer(repository: Repository, subject: Digest): Promise<void> {
  const { digest, size } = await repository.putBlob(Buffer.from(`{"payload":"${task.writer}"}`));
  const layer = { mediaType: DSSE_ENVELOPE, digest, size, annotations: { writer: String(task.writer) } };
  await writer.write(`${subject.replace(':', '-')}.att`, layersFormat(repository), [layer]);
}

async function writeReferrer(repository: Repository, subject: Digest): Promise<void> {
  const config = await repository.putBlob(Buffer.from('{}'));
  const bundle = await repository.putBlob(Buffer.from(`{"bundle":${task.writer}}`));
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    artifactType: BUNDLE_V03,
    config: { ...config, mediaType: OCI_EMPTY },
    layers: [{ ...bundle, mediaType: BUNDLE_V03 }],
    subject: { mediaType: task.imageMediaType, digest: subject, size: task.imageSize },
    annotations: { writer: String(task.writer) },
  };
  await addReferrers(repository, writer, subject, [
    { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: OCI_MANIFEST },
  ]);
}
