import {
  createTagWriter,
  type Repository,
  type TagWriter,
  type TagWriterOptions,
} from '../registry/index.js';
import type { ImageRun } from './images.js';

/** One writer for each repository of a run, so that its writes to one tag stand behind each other. */
export class TagWriters {
  readonly #options: TagWriterOptions;
  readonly #writers = new Map<Repository, TagWriter>();

  constructor(options: TagWriterOptions) {
    this.#options = options;
  }

  of(repository: Repository): TagWriter {
    const writer = this.#writers.get(repository) ?? createTagWriter(repository, this.#options);
    this.#writers.set(repository, writer);
    return writer;
  }

  /**
   * Once per session, when every tag has been written. What goes wrong in a repository is noted in `run` for each image
   * whose claims live there.
   */
  async settle(run: ImageRun): Promise<void> {
    const settling = new Map([...this.#writers].map(([repository, writer]) => [repository, writer.settle()]));
    for (const each of settling.values()) each.catch(() => undefined); // told to each image that it is about
    await Promise.all(run.images.map((image) => run.attempt(image, async () => settling.get(image.claims))));
  }
}
