import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { CountersignError } from '../errors.js';
import type { HttpClient } from '../http/index.js';
import { parseJson } from '../json.js';
import { MAX_UNREADABLE_ANSWERS } from '../limits.js';

/**
 * Lets tuf-js fetch through the one request layer. tuf-js turns some errors into text, so the failure of the network
 * is kept here, and root metadata, of which tuf-js keeps the last alone, is kept as well.
 */
export class ContextFetcher implements Fetcher {
  /** What kept an answer from coming; undefined when whatever failed was in the answers. */
  failure: CountersignError | undefined;
  /** Root metadata in the order in which it was fetched. */
  readonly roots: Buffer[] = [];
  readonly #http: HttpClient;
  readonly #folder: string;
  readonly #retry: boolean;

  constructor(http: HttpClient, folder: string, retry: boolean) {
    this.#http = http;
    this.#folder = folder;
    this.#retry = retry;
  }

  async downloadBytes(url: string, maxLength: number): Promise<Buffer> {
    const bytes = await this.#get(url, maxLength);
    if (/\/\d+\.root\.json$/.test(url)) this.roots.push(bytes);
    return bytes;
  }

  async downloadFile<T>(url: string, maxLength: number, handler: (file: string) => Promise<T>): Promise<T> {
    const file = join(this.#folder, 'download');
    await writeFile(file, await this.#get(url, maxLength));
    try {
      return await handler(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  /** All that is fetched is JSON. What is none was cut off on the way, or is a page of a proxy: it is asked for again. */
  async #get(url: string, maxLength: number): Promise<Buffer> {
    for (let attempt = 1; ; attempt += 1) {
      const bytes = await this.#once(url, maxLength);
      if (attempt >= MAX_UNREADABLE_ANSWERS || parseJson(bytes.toString()) !== undefined) return bytes;
    }
  }

  async #once(url: string, maxLength: number): Promise<Buffer> {
    try {
      const { status, body } = await this.#http.send({
        service: 'trust',
        method: 'GET',
        url,
        maxResponseBytes: maxLength,
        repeatable: this.#retry,
      });
      if (status !== 200)
        throw new DownloadHTTPError(`it answers ${status} to ${new URL(url).pathname}`, status);
      return Buffer.from(body);
    } catch (error) {
      if (error instanceof CountersignError) this.failure = error;
      throw error;
    }
  }
}
