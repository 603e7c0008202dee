import { digestOf } from '../oci/index.js';
import type { Repository, StoredManifest, WriteCondition } from './types.js';

/**
 * Finds out whether a registry honours conditional writes, since many send an ETag and ignore If-Match (and a write that
 * was not refused proves nothing). The question does no harm: a manifest that is there already is put under its own digest
 * with a condition that cannot hold. 412 means honoured; success stored the bytes that stood there already.
 */
export class ConditionProbe {
  readonly #repository: Pick<Repository, 'putManifest'>;
  readonly #answers = new Map<Kept, Promise<boolean>>();
  #inVain = 0;

  constructor(repository: Pick<Repository, 'putManifest'>) {
    this.#repository = repository;
  }

  /** The condition under which `next` may replace `current`: `unchanged` where the registry knows none that it keeps. */
  async conditionFor(
    current: StoredManifest | undefined,
    next: { readonly bytes: Uint8Array; readonly mediaType: string },
  ): Promise<WriteCondition> {
    const plainly = { kind: 'unchanged', digest: current?.descriptor.digest } as const;
    if (this.#inVain >= MAX_IN_VAIN) return plainly;
    if (current !== undefined) {
      if (current.etag === undefined || current.etag.startsWith('W/')) return plainly; // If-Match compares strongly
      const { bytes, descriptor } = current;
      const honoured = await this.#ask('match', () =>
        this.#isRefused(bytes, descriptor.mediaType, { kind: 'match', etag: '"no-such-version"' }),
      );
      return honoured ? { kind: 'match', etag: current.etag } : plainly;
    }
    const honoured = await this.#ask('absent', async () => {
      // Nothing stands there to ask with: the new manifest goes in first, under its digest alone.
      await this.#repository.putManifest(digestOf(next.bytes), next.bytes, next.mediaType);
      return this.#isRefused(next.bytes, next.mediaType, { kind: 'absent' });
    });
    return honoured ? { kind: 'absent' } : plainly;
  }

  /** A condition was refused although nothing had changed: after a few of those none is sent any more. */
  refusedInVain(): void {
    this.#inVain += 1;
  }

  #ask(kind: Kept, question: () => Promise<boolean>): Promise<boolean> {
    const asking = this.#answers.get(kind) ?? question();
    this.#answers.set(kind, asking);
    return asking;
  }

  async #isRefused(bytes: Uint8Array, mediaType: string, condition: WriteCondition): Promise<boolean> {
    return (await this.#repository.putManifest(digestOf(bytes), bytes, mediaType, condition)) === undefined;
  }
}

/** Conditions that a registry may keep. */
type Kept = Exclude<WriteCondition['kind'], 'unchanged'>;

const MAX_IN_VAIN = 3;
