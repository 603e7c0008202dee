import type { Digest } from '../oci/index.js';

/** What a document that we write is about. */
export interface DocumentSubject {
  /** `host/repository`; for a folder or file, how it is called. */
  readonly name: string;
  /** undefined for a folder or file: the document then keeps the root that its generator wrote. */
  readonly digest: Digest | undefined;
  /** `linux/amd64`; undefined for an index, and where it is not known. */
  readonly platform: string | undefined;
  /** Written as the document's time, in whole seconds of UTC. */
  readonly created: Date;
  /** An organisation to name as the document's author beside the tool; none by default. */
  readonly author?: string | undefined;
}

/** As SPDX demands it: `2026-01-01T00:00:00Z`. Throws a RangeError for a time that is none. */
export const timeText = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z');

/** How a message names a document that has no path of its own. */
export const titleOf = (format: string, { name, platform }: DocumentSubject): string =>
  `the ${format} document of ${name}${platform === undefined ? '' : ` for ${platform}`}`;
