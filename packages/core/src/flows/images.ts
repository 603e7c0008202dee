import { resolveImage, type ImageSet, type Subject } from '../digest-set/index.js';
import { counted } from '../counted.js';
import { CountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import {
  folderTitle,
  formatName,
  formatReference,
  isFolder,
  type ImageName,
  type ImageReference,
  type RepositoryName,
} from '../reference/index.js';
import { createStores, type Repository } from '../registry/index.js';
import type { CommonOptions, Services, SignatureRepository } from './types.js';

/** An image in one repository, resolved once: every later line works by its digests. */
export interface OpenImage {
  readonly image: ImageSet;
  /** Where the image itself is: manifests, configs, layers. Never written to where claims live elsewhere. */
  readonly repository: Repository;
  /** Where claims about it are read and written, in every layout. */
  readonly claims: Repository;
  /** The digests that `platforms` spreads over: the root first. */
  readonly subjects: readonly Subject[];
}

/** The images of a run, with what went wrong with one while the others went on. */
export class ImageRun {
  readonly images: readonly OpenImage[];
  /** Those that could not even be resolved. */
  readonly unopened: readonly UnopenedImage[];
  readonly #failures = new Map<OpenImage, CountersignError>();

  constructor(images: readonly OpenImage[], unopened: readonly UnopenedImage[]) {
    this.images = images;
    this.unopened = unopened;
  }

  /** Those that nothing went wrong with so far. */
  get healthy(): readonly OpenImage[] {
    return this.images.filter((image) => !this.#failures.has(image));
  }

  failureOf(image: OpenImage): CountersignError | undefined {
    return this.#failures.get(image);
  }

  /** The first failure of each image. */
  get failures(): readonly ImageFailure[] {
    const opened = [...this.#failures].map(([{ image }, error]) => ({ reference: image.pinned, error }));
    return [...this.unopened, ...opened];
  }

  get size(): number {
    return this.images.length + this.unopened.length;
  }

  fail(image: OpenImage, error: CountersignError): void {
    if (!this.#failures.has(image)) this.#failures.set(image, error);
  }

  /** Runs a step for one image. A registry's failure is that image's alone; everything else ends the run. */
  async attempt<T>(image: OpenImage, step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!isOfOneImage(error)) throw error;
      this.fail(image, error);
      return undefined;
    }
  }
}

export interface ImageFailure {
  readonly reference: string;
  readonly error: CountersignError;
}

export interface UnopenedImage extends ImageFailure {
  readonly name: ImageName;
  readonly digest: Digest;
}

/**
 * Resolves the images of a run; one that is given twice is opened once. A registry that fails is noted, the others go
 * on; a reference that is wrong ends the run. `named`: told of each digest that a reference names, with where its claims
 * live, before anybody knows whether it is there. Throws what resolveImage throws for the caller's own mistakes.
 */
export async function openImages(
  options: CommonOptions & { readonly title?: RepositoryName | undefined },
  services: Services,
  named: (claims: Repository, digest: Digest) => void = () => undefined,
): Promise<ImageRun> {
  const { context, credentials, workDir } = services;
  const { plainHttpHosts, title, signatureRepository } = options;
  const claimsIn = signatureRepository?.name;
  const stores = createStores({ context, credentials, plainHttpHosts, workDir, title, claimsIn });
  if (signatureRepository !== undefined && options.images.some((reference) => !isFolder(reference)))
    context.log.info(saidOf(signatureRepository, options.images));
  const results = await Promise.all(
    options.images.map(async (reference): Promise<OpenImage | UnopenedImage> => {
      const repository = stores.open(reference);
      const claims = stores.claimsAbout(reference);
      try {
        const resolving = resolveImage(repository, reference, options);
        if (reference.digest !== undefined) named(claims, reference.digest);
        const image = await resolving;
        const subjects = options.platforms === 'all' ? [image.root, ...image.platforms] : [image.root];
        return { image, repository, claims, subjects };
      } catch (error) {
        return unopened(reference, error, title);
      }
    }),
  );
  const images = new Map<string, OpenImage>();
  for (const result of results) {
    if ('image' in result && !images.has(result.image.pinned)) images.set(result.image.pinned, result);
  }
  return new ImageRun(
    [...images.values()],
    results.filter((result) => 'error' in result),
  );
}

/** One line for the log: who looks for claims beside the image would wonder. */
function saidOf({ name, source }: SignatureRepository, images: readonly ImageReference[]): string {
  const [first, ...others] = images.filter((reference) => !isFolder(reference)).map(formatName);
  const rest = others.length === 0 ? '' : ` and ${counted(others.length, 'other image')}`;
  return `Claims about ${first}${rest} live in ${formatName(name)} (${source})`;
}

function unopened(
  reference: ImageReference,
  error: unknown,
  title: RepositoryName | undefined,
): UnopenedImage {
  const { digest } = reference;
  if (digest === undefined || !isOfOneImage(error)) throw error;
  return { reference: formatReference(reference), name: nameOf(reference, title), digest, error };
}

/** As well as it is known where the store did not answer. */
function nameOf(reference: ImageReference, title: RepositoryName | undefined): ImageName {
  if (!isFolder(reference)) return { host: reference.host, repository: reference.repository };
  const { folder } = reference;
  return { folder, title: title === undefined ? folderTitle(folder) : formatName(title) };
}

/** What a registry or a folder answered, or that it did not: another image of the run may still be well. */
const isOfOneImage = (error: unknown): error is CountersignError =>
  error instanceof CountersignError &&
  error.code !== 'INTERRUPTED' &&
  (error.code.startsWith('REGISTRY_') ||
    error.code.startsWith('LAYOUT_') ||
    ['WRITE_CONTENDED', 'TAG_IMMUTABLE', 'DIGEST_MISMATCH'].includes(error.code));
