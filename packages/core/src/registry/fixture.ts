import type { Context } from '../context.js';
import { OCI_EMPTY, OCI_MANIFEST, digestOf, isDigest, type Descriptor, type Digest } from '../oci/index.js';
import { referrerDescriptor } from './fallback-index.js';
import { readManifestDocument } from './manifest-document.js';
import type { Repository, StoredManifest, WriteCondition } from './types.js';

/** How a repository in memory treats conditions: kept; an ETag and no conditions; neither; refused whatever holds. */
export type Conditions = 'honoured' | 'ignored' | 'no etag' | 'always refused' | 'weak';

/** For tests: a repository without a network, whose writes can be watched and disturbed. */
export class MemoryRepository implements Repository {
  readonly name = { host: 'registry.example', repository: 'acme/app' };
  readonly manifests = new Map<Digest, StoredManifest>();
  readonly tags = new Map<string, Digest>();
  readonly blobs = new Map<Digest, Uint8Array>();
  /** Targets of writes that took effect, in order. */
  readonly written: string[] = [];
  /** Called before a write of a tag takes effect: what others do in that moment. */
  beforeTagWrite: (tag: string) => Promise<void> | void = () => undefined;
  readonly #conditions: Conditions;

  constructor(conditions: Conditions = 'honoured') {
    this.#conditions = conditions;
  }

  getManifest(target: string): Promise<StoredManifest | undefined> {
    const digest = isDigest(target) ? target : this.tags.get(target);
    return Promise.resolve(digest === undefined ? undefined : this.manifests.get(digest));
  }

  async headManifest(target: string): Promise<Descriptor | undefined> {
    return (await this.getManifest(target))?.descriptor;
  }

  async putManifest(target: string, bytes: Uint8Array, mediaType: string, condition?: WriteCondition) {
    if (condition?.kind === 'unchanged') {
      if (this.tags.get(target) !== condition.digest) return undefined;
    }
    if (!isDigest(target)) await this.beforeTagWrite(target);
    if (
      condition !== undefined &&
      condition.kind !== 'unchanged' &&
      !this.#holds(condition, (await this.getManifest(target))?.etag)
    )
      return undefined;
    this.set(target, bytes, mediaType);
    this.written.push(target);
    return { digest: digestOf(bytes), referrerIndexed: false };
  }

  /** A write by someone else. */
  set(target: string, bytes: Uint8Array, mediaType: string): Digest {
    const digest = digestOf(bytes);
    const etag = {
      honoured: `"${digest}"`,
      ignored: `"${digest}"`,
      'always refused': `"${digest}"`,
      weak: `W/"${digest}"`,
    };
    this.manifests.set(digest, {
      bytes,
      descriptor: { mediaType, digest, size: bytes.length },
      etag: this.#conditions === 'no etag' ? undefined : etag[this.#conditions],
    });
    if (!isDigest(target)) this.tags.set(target, digest);
    return digest;
  }

  deleteManifest(digest: Digest): Promise<'deleted' | 'absent'> {
    for (const [tag, named] of this.tags) if (named === digest) this.tags.delete(tag);
    return Promise.resolve(this.manifests.delete(digest) ? 'deleted' : 'absent');
  }

  getBlob(descriptor: Descriptor): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.blobs.get(descriptor.digest));
  }

  openBlob(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  putBlob(blob: Parameters<Repository['putBlob']>[0]): Promise<Descriptor> {
    if (!(blob instanceof Uint8Array)) throw new Error('no streams here');
    const digest = digestOf(blob);
    this.blobs.set(digest, blob);
    return Promise.resolve({ mediaType: 'application/octet-stream', digest, size: blob.length });
  }

  listReferrers() {
    return Promise.resolve({ source: 'fallback' as const, descriptors: [] });
  }

  referrersSource() {
    return Promise.resolve('fallback' as const);
  }

  proveWriteAccess(): Promise<void> {
    return Promise.resolve();
  }

  #holds(condition: Exclude<WriteCondition, { kind: 'unchanged' }>, current: string | undefined): boolean {
    switch (this.#conditions) {
      case 'ignored':
      case 'no etag':
        return true;
      case 'always refused':
        return false;
      case 'honoured':
      case 'weak':
        return condition.kind === 'absent' ? current === undefined : current === condition.etag;
    }
  }
}

/** A context in which no time passes. */
export const still: Pick<Context, 'clock' | 'random' | 'log' | 'signal'> = {
  clock: { now: () => new Date(0), sleep: () => Promise.resolve() },
  random: { bytes: (length) => new Uint8Array(length), fraction: () => 0.5 },
  log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
  signal: new AbortController().signal,
};

/** A layer told apart by its number. */
export const layer = (number: number): Descriptor => ({
  mediaType: 'application/x',
  digest: digestOf(String(number)),
  size: 1,
  annotations: { number: String(number) },
});

/** The bytes of a referrer of `subject`, told apart by its number, and its right descriptor. */
export function referrer(subject: Descriptor, number: number): { bytes: Uint8Array; descriptor: Descriptor } {
  const empty = { mediaType: OCI_EMPTY, digest: digestOf('{}'), size: 2 };
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      artifactType: 'application/x.claim',
      config: empty,
      layers: [empty],
      subject,
      annotations: { number: String(number) },
    }),
  );
  const descriptor = { mediaType: OCI_MANIFEST, digest: digestOf(bytes), size: bytes.length };
  return {
    bytes,
    descriptor: referrerDescriptor(descriptor, readManifestDocument(bytes, OCI_MANIFEST, 'It')),
  };
}
