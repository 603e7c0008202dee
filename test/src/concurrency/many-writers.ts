import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BUNDLE_V03, OCI_INDEX, type Descriptor } from '@countersign/core/oci';
import { readManifestDocument } from '@countersign/core/registry';
import { buildDemoImage, pushImage, startRegistry, type RunningRegistry } from '@countersign/testbed';
import type { WriterTask } from './worker.js';

export interface Race {
  readonly writers: number;
  readonly ifMatch: boolean;
  readonly settleMs?: number;
  /** Share of tag writes that are held back at the registry's door, and for how long. */
  readonly stalls?: { readonly every: number; readonly ms: number };
}

export interface RaceResult {
  readonly lostLayers: number;
  readonly lostReferrers: number;
  /** Referrers whose descriptor in the index lacks its type or its annotations. */
  readonly incompleteReferrers: number;
  readonly failedWriters: readonly string[];
  /** Of one writer: the median and the largest. */
  readonly requests: { readonly median: number; readonly largest: number };
  readonly wallMs: number;
}

/** Lets that many processes write beside one image at once, and counts whose entries are missing at the end. */
export async function raceWriters(race: Race): Promise<RaceResult> {
  const registry = await startRegistry({ referrers: false, ifMatch: race.ifMatch });
  const children: ChildProcess[] = [];
  try {
    const image = buildDemoImage([{ path: 'app', bytes: Buffer.from('x') }]);
    const { digest } = await pushImage(registry, REPOSITORY, image);
    const subject = {
      image: `${registry.host}/${REPOSITORY}@${digest}`,
      imageSize: image.index.bytes.length,
      imageMediaType: OCI_INDEX,
    };
    if (race.stalls !== undefined) stallTagWrites(registry, race.writers, race.stalls);

    const running = Array.from({ length: race.writers }, (_, writer) => {
      const task: WriterTask = { ...subject, writer, settleMs: race.settleMs ?? 300 };
      const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.js'), JSON.stringify(task)], {
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      children.push(child);
      return follow(child);
    });
    await Promise.all(running.map(({ ready }) => ready));
    const began = performance.now();
    for (const { go } of running) go();
    const outcomes = await Promise.all(running.map(({ done }) => done));
    const wallMs = performance.now() - began;

    const tag = digest.replace(':', '-');
    const layers = await entriesOf(registry, `${tag}.att`);
    const referrers = await entriesOf(registry, tag);
    const requests = outcomes
      .flatMap(({ requests }) => (requests === undefined ? [] : [requests]))
      .sort((a, b) => a - b);
    return {
      lostLayers: race.writers - distinctWriters(layers),
      lostReferrers: race.writers - distinctWriters(referrers),
      incompleteReferrers: referrers.filter(({ artifactType }) => artifactType !== BUNDLE_V03).length,
      failedWriters: outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
      requests: { median: requests[Math.floor(requests.length / 2)] ?? 0, largest: requests.at(-1) ?? 0 },
      wallMs,
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await registry.stop();
  }
}

const REPOSITORY = 'acme/app';

/** Every n-th write of a mutable tag waits: its writer acts on what it read that long ago. */
function stallTagWrites(
  registry: RunningRegistry,
  writers: number,
  { every, ms }: { every: number; ms: number },
): void {
  for (let after = every - 1; after < writers * 4; after += every) {
    registry.faults.add({
      match: { method: 'PUT', path: /\/manifests\/sha256-/ },
      after,
      times: 1,
      action: { kind: 'delay', ms },
    });
  }
}

interface Outcome {
  readonly requests: number | undefined;
  readonly failure: string | undefined;
}

function follow(child: ChildProcess): { ready: Promise<void>; go: () => void; done: Promise<Outcome> } {
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('the writer has no pipes');
  const lines: string[] = [];
  let errors = '';
  stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const closed = once(child, 'close');
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      if (line === 'ready') resolve();
      else lines.push(line);
    });
    child.once('close', () => {
      resolve();
    });
  });
  const done = closed.then((): Outcome => {
    const last = lines.at(-1);
    if (child.exitCode !== 0 || last === undefined) {
      return {
        requests: undefined,
        failure: /\w*Error: .*/.exec(errors)?.[0] ?? `exit code ${String(child.exitCode)}`,
      };
    }
    return { requests: (JSON.parse(last) as { requests: number }).requests, failure: undefined };
  });
  stdin.on('error', () => undefined); // a writer that failed early has closed it; its outcome says so
  return { ready, go: () => stdin.end('go\n'), done };
}

async function entriesOf(registry: RunningRegistry, tag: string): Promise<readonly Descriptor[]> {
  const response = await fetch(`${registry.origin}/v2/${REPOSITORY}/manifests/${tag}`);
  if (response.status !== 200) return [];
  const bytes = new Uint8Array(await response.arrayBuffer());
  const document = readManifestDocument(bytes, response.headers.get('content-type') ?? '', tag);
  return document.kind === 'index' ? document.index.manifests : document.manifest.layers;
}

const distinctWriters = (entries: readonly Descriptor[]): number =>
  new Set(entries.map(({ annotations }) => annotations?.writer).filter((writer) => writer !== undefined))
    .size;
