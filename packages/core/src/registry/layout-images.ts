import { basename } from 'node:path';
import { createGate } from '../concurrency.js';
import { CountersignError } from '../errors.js';
import { COLLECT_CONCURRENCY, MAX_LISTED_IMAGES, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { formatPlatform, IMAGE_MEDIA_TYPES, type Descriptor, type Digest } from '../oci/index.js';
import { folderTitle, formatName, type FolderName, type RepositoryName } from '../reference/index.js';
import { isClaimEntry } from './layout-cosign.js';
import { annotationsOf, entriesOfDigest, fullNames, REF_NAME, type LayoutEntry } from './layout-index.js';
import type { LayoutStore } from './layout-store.js';
import type { ManifestReader } from './layout-referrers.js';
import type { FolderCatalogue } from './types.js';

/** What a folder says of its images: entries of its index that are no claims about another. */
export class LayoutImages implements FolderCatalogue {
  readonly #store: LayoutStore;
  readonly #read: ManifestReader;
  readonly #path: string;
  readonly #folder: string;
  readonly #title: RepositoryName | undefined;

  constructor(
    store: LayoutStore,
    read: ManifestReader,
    about: { readonly path: string; readonly folder: string; readonly title: RepositoryName | undefined },
  ) {
    this.#store = store;
    this.#read = read;
    this.#path = about.path;
    this.#folder = about.folder;
    this.#title = about.title;
  }

  async onlyImage(): Promise<Digest> {
    const images = await this.#images();
    const [first, ...others] = new Set(images.map(({ digest }) => digest));
    if (first === undefined) {
      throw new CountersignError('IMAGE_NOT_FOUND', {
        what: `${this.#store.where} holds no image`,
        remedy: 'Check that the build wrote its image into this folder.',
      });
    }
    if (others.length === 0) return first;
    throw new CountersignError('IMAGE_AMBIGUOUS', {
      what: `${this.#store.where} holds ${others.length + 1} images`,
      remedy: `Name one of them, by ${this.#store.where}:TAG or ${this.#store.where}@DIGEST:\n${listOf(images)}`,
    });
  }

  /** The setting before the folder's word, and that before the folder's own name. */
  async nameOf(image: Digest): Promise<FolderName> {
    const { entries } = await this.#store.index();
    const said = entriesOfDigest({ document: {}, entries }, image).flatMap(({ raw }) => fullNames(raw))[0];
    const name = this.#title ?? said;
    return {
      folder: this.#folder,
      title: name === undefined ? folderTitle(basename(this.#path)) : formatName(name),
    };
  }

  async listed(): Promise<string> {
    return listOf(await this.#images());
  }

  async #images(): Promise<readonly Image[]> {
    const { entries } = await this.#store.index();
    const gate = createGate(COLLECT_CONCURRENCY);
    const found = await Promise.all(
      entries.map(async (entry): Promise<Image | undefined> => {
        const { descriptor } = entry;
        if (descriptor === undefined || !IMAGE_MEDIA_TYPES.includes(descriptor.mediaType)) return undefined;
        if (isClaimEntry(entry) || isUnknown(descriptor)) return undefined;
        const { digest } = descriptor;
        const manifest = await gate(() => this.#read(digest));
        if (manifest?.subject !== undefined) return undefined;
        return { digest, entry, children: manifest?.children ?? [] };
      }),
    );
    const images = found.filter((image) => image !== undefined);
    // oras enters the platforms of an index beside it: what has no name of its own is a part.
    const parts = new Set(images.flatMap(({ children }) => children));
    return images.filter(({ digest, entry }) => !parts.has(digest) || nameOf(entry) !== undefined);
  }
}

interface Image {
  readonly digest: Digest;
  readonly entry: LayoutEntry;
  readonly children: readonly Digest[];
}

function nameOf({ raw }: LayoutEntry): string | undefined {
  const name = annotationsOf(raw)[REF_NAME];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** What BuildKit attests beside an image. */
const isUnknown = ({ platform }: Descriptor): boolean =>
  platform?.os === 'unknown' && platform.architecture === 'unknown';

function listOf(images: readonly Image[]): string {
  const lines = images.slice(0, MAX_LISTED_IMAGES).map(({ digest, entry }) => {
    const name = nameOf(entry);
    const platform = entry.descriptor?.platform;
    const about = [
      name !== undefined ? JSON.stringify(name.slice(0, MAX_SHOWN_INPUT_CHARS)) : 'without a name',
      ...(platform === undefined
        ? []
        : [JSON.stringify(formatPlatform(platform).slice(0, MAX_SHOWN_INPUT_CHARS))]),
    ];
    return `${digest} ${about.join(' ')}`;
  });
  const left = images.length - lines.length;
  return [...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n');
}
