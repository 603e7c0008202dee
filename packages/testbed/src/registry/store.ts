import type { ManifestFacts } from './manifest.js';
import { isDigest } from './grammar.js';

export interface StoredManifest {
  readonly digest: string;
  readonly bytes: Buffer;
  readonly facts: ManifestFacts;
  /** Counts up over the registry: the order in which manifests came. */
  readonly sequence: number;
}

/** `visible`: what a reader is shown; `latest`: what was written, though a late write may not show yet. */
export type View = 'visible' | 'latest';

/** The bytes received so far of a blob that is being uploaded. */
export interface Upload {
  readonly chunks: Buffer[];
  size: number;
}

/** All that a registry holds, by repository. */
export class Store {
  readonly #repositories = new Map<string, RepositoryStore>();
  #sequence = 0;

  /** The repository, if anything was ever written to it. */
  find(name: string): RepositoryStore | undefined {
    return this.#repositories.get(name);
  }

  /** The repository, made where there is none. */
  open(name: string): RepositoryStore {
    const found = this.#repositories.get(name);
    if (found !== undefined) return found;
    const made = new RepositoryStore(() => (this.#sequence += 1));
    this.#repositories.set(name, made);
    return made;
  }
}

/** One repository. Everything here happens at once: no write can come between a condition and what it guards. */
export class RepositoryStore {
  readonly blobs = new Map<string, Buffer>();
  readonly uploads = new Map<string, Upload>();
  readonly #manifests = new Map<string, StoredManifest & { readonly visibleAt: number }>();
  readonly #tags = new Map<string, TagState>();
  readonly #nextSequence: () => number;

  constructor(nextSequence: () => number) {
    this.#nextSequence = nextSequence;
  }

  /** What a tag or a digest names. */
  manifest(reference: string, view: View): StoredManifest | undefined {
    const digest = isDigest(reference) ? reference : this.#digestOf(reference, view);
    const found = digest === undefined ? undefined : this.#manifests.get(digest);
    return found !== undefined && (view === 'latest' || found.visibleAt <= now()) ? found : undefined;
  }

  /** Stores a manifest, under a tag where one is given; readers see neither before `lateMs` have passed. */
  putManifest(manifest: Omit<StoredManifest, 'sequence'>, tag: string | undefined, lateMs: number): void {
    const visibleAt = now() + lateMs;
    const { digest } = manifest;
    if (!this.#manifests.has(digest)) {
      this.#manifests.set(digest, { ...manifest, sequence: this.#nextSequence(), visibleAt });
    }
    if (tag !== undefined) this.#tags.set(tag, { digest, visibleAt, before: this.#digestOf(tag, 'visible') });
  }

  /** Removes a tag, or a manifest with every tag that names it; false where there is none. */
  deleteManifest(reference: string): boolean {
    if (!isDigest(reference)) return this.#tags.delete(reference);
    for (const [tag, { digest }] of this.#tags) if (digest === reference) this.#tags.delete(tag);
    return this.#manifests.delete(reference);
  }

  /** The tags that readers see, sorted. */
  tags(): string[] {
    return [...this.#tags.keys()].filter((tag) => this.#digestOf(tag, 'visible') !== undefined).sort();
  }

  /** The manifests that readers see, in the order in which they came. */
  manifests(): StoredManifest[] {
    return [...this.#manifests.values()].filter(({ visibleAt }) => visibleAt <= now());
  }

  #digestOf(tag: string, view: View): string | undefined {
    const state = this.#tags.get(tag);
    if (state === undefined) return undefined;
    return view === 'latest' || state.visibleAt <= now() ? state.digest : state.before;
  }
}

interface TagState {
  readonly digest: string;
  readonly visibleAt: number;
  /** What the tag shows until then. */
  readonly before: string | undefined;
}

const now = (): number => performance.now();
