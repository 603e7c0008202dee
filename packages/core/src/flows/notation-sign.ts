import { allEnded, createGate } from '../concurrency.js';
import { CountersignError } from '../errors.js';
import { FIRST_READ_BACK_DELAY_MS, FLOW_CONCURRENCY, MAX_READ_BACKS } from '../limits.js';
import type { Subject } from '../digest-set/index.js';
import {
  collectNotation,
  notationReferrer,
  type CollectedNotation,
  type NotationReferrer,
} from '../layouts/index.js';
import {
  ENVELOPE_TYPE,
  isTimestampOf,
  notationKeyOf,
  notationSigner,
  parseNotationKey,
  signNotation,
  tokenOf,
  verifyIntegrity,
  type IntactSignature,
  type NotationKey,
  type NotationSigner,
} from '../notation/index.js';
import { OCI_MANIFEST, type Digest } from '../oci/index.js';
import { addReferrers } from '../registry/index.js';
import { openSigningKey, requestTimestamp } from '../sign/index.js';
import { loadSigningConfig, selectServices } from '../trust/index.js';
import { foreseeNotation } from './dry-run.js';
import type { ImageRun, OpenImage } from './images.js';
import { notationClaim, targetOf } from './notation.js';
import type { PlannedClaim } from './plan.js';
import { failureOf, imageReports, statusOf, type Progress } from './report.js';
import { TagWriters } from './tag-writers.js';
import type { ClaimReport, NotationSignOptions, Services, SigningOptions } from './types.js';

/** Signs the images of a run for Notation; what it finds out goes into the report of the run. */
export interface NotationRun {
  /** Finds out what is there already. */
  look(): Promise<void>;
  /** Once that is known. Throws LIMIT_EXCEEDED where a digest would have more referrers than are read, with the bundles that are planned. */
  checkRoom(planned: readonly PlannedClaim[]): void;
  /** Does whatever of that was not done yet, signs what is missing, stores it and reads it back. */
  complete(): Promise<void>;
}

/**
 * Makes ready to sign for Notation: key and certificates are held together, and the timestamp authority is chosen, before
 * anything is asked of a registry. Throws KEY_INVALID, CERTIFICATE_INVALID and what the signing config throws.
 */
export async function openNotation(
  notation: NotationSignOptions,
  options: SigningOptions,
  services: Services,
): Promise<(run: ImageRun, progress: Progress) => NotationRun> {
  const { context } = services;
  const signer = notationSigner(
    await openKey(notation, services),
    notation.certificates.bytes,
    notation.certificates.path,
    context.clock.now(),
  );
  const tsaUrl = notation.tsaUrl ?? (await chooseAuthority(options, services));
  return (run, progress) =>
    new NotationSession({ notation, signer, tsaUrl, options, services, run, progress });
}

interface Scene {
  readonly notation: NotationSignOptions;
  readonly signer: NotationSigner;
  readonly tsaUrl: string | undefined;
  readonly options: SigningOptions;
  readonly services: Services;
  readonly run: ImageRun;
  readonly progress: Progress;
}

/** One digest beside which a signature is to stand. */
interface Wanted {
  readonly image: OpenImage;
  readonly subject: Subject;
  /** Referrers of any kind that it had when it was looked at, and where they were listed. */
  readonly referrers: number;
  readonly source: CollectedNotation['source'];
  claim: ClaimReport;
  made?: NotationReferrer;
}

/** What is there is looked at first, only what is missing is signed, and what was stored is read back. */
class NotationSession implements NotationRun {
  readonly #scene: Scene;
  readonly #gate = createGate(FLOW_CONCURRENCY);
  readonly #wanted: Wanted[] = [];
  #looking: Promise<void> | undefined;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  look(): Promise<void> {
    const { run } = this.#scene;
    this.#looking ??= this.#each(
      run.healthy.flatMap((image) => image.subjects.map((subject) => ({ image, subject }))),
      async ({ image, subject }) => {
        this.#wanted.push(await this.#look(image, subject));
      },
    );
    return this.#looking;
  }

  /** Kyverno and others read no more referrers than so many. */
  checkRoom(planned: readonly PlannedClaim[]): void {
    const { maxReferrers } = this.#scene.options;
    for (const { image, subject, referrers } of this.#missing()) {
      const bundles = planned
        .flatMap(({ slots }) => slots)
        .filter(
          ({ layout, present, place }) =>
            layout === 'bundle-referrer' &&
            present === undefined &&
            place.image === image &&
            place.subject.digest === subject.digest,
        ).length;
      if (referrers + bundles + 1 <= maxReferrers) continue;
      throw new CountersignError('LIMIT_EXCEEDED', {
        what: `${subject.digest} in ${image.image.pinned} has ${referrers} referrers and would come to hold ${referrers + bundles + 1} with a Notation signature, more than ${maxReferrers}`,
        remedy: 'Delete referrers that nobody needs, or raise max-referrers if your verifiers read more.',
      });
    }
  }

  async complete(): Promise<void> {
    const { run, options, progress, tsaUrl } = this.#scene;
    try {
      await this.look();
      this.checkRoom([]);
      const missing = this.#healthy(this.#missing());
      if (options.dryRun) foreseeNotation(missing, tsaUrl !== undefined, progress);
      else if (missing.length > 0) await this.#store(missing);
    } finally {
      this.#tell();
    }
    const error = failureOf(run);
    if (error === undefined) return;
    progress.error = error;
    progress.status = statusOf(error);
  }

  #missing(): readonly Wanted[] {
    return this.#wanted.filter(({ claim }) => claim.state === 'planned');
  }

  /** Whether this signer's signature of this digest stands there already. */
  async #look(image: OpenImage, subject: Subject): Promise<Wanted> {
    const { signer } = this.#scene;
    const { found, referrers, source } = await collectNotation(image.claims, subject.digest);
    for (const one of found) {
      const intact = 'bytes' in one ? await this.#readOwn(one, subject) : undefined;
      if (intact === undefined) continue;
      return {
        image,
        subject,
        referrers,
        source,
        claim: notationClaim(subject, 'present', { digest: one.digest, leaf: intact.leaf }),
      };
    }
    const claim = notationClaim(subject, 'planned', { leaf: signer.chain[0] });
    return { image, subject, referrers, source, claim };
  }

  /** A signature that holds, is about this digest and is what this run would make; undefined: it is not. */
  async #readOwn(
    { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array },
    subject: Subject,
  ): Promise<IntactSignature | undefined> {
    const { notation, signer, tsaUrl, services } = this.#scene;
    if (mediaType !== ENVELOPE_TYPE[notation.format]) return undefined;
    let intact: IntactSignature;
    try {
      intact = await verifyIntegrity(mediaType, bytes);
    } catch (error) {
      if (error instanceof CountersignError && error.fault === 'rejection') return undefined;
      throw error;
    }
    const { envelope, leaf, target } = intact;
    const { expiry, timestamp } = envelope;
    const stillGood =
      notation.expiryMs === undefined
        ? expiry === undefined
        : expiry !== undefined && expiry > services.context.clock.now();
    const isOwn = signer.chain[0]?.raw.equals(leaf.raw) === true && envelope.scheme === 'notary.x509';
    const isAbout =
      target.digest === subject.digest &&
      target.size === subject.size &&
      target.mediaType === subject.mediaType;
    // What is not signed anybody may have put there: a timestamp of something else is none.
    const isStamped =
      tsaUrl === undefined || (timestamp !== undefined && isTimestampOf(timestamp, envelope.signature));
    return isOwn && isAbout && stillGood && isStamped ? intact : undefined;
  }

  async #store(missing: readonly Wanted[]): Promise<void> {
    const { run, options, services } = this.#scene;
    const { context } = services;
    for (const repository of new Set(missing.map(({ image }) => image))) {
      await run.attempt(repository, () => repository.claims.proveWriteAccess());
    }
    const writers = new TagWriters({ context, ...options });
    // Platforms of two indexes are signed once for each: a signature costs nothing but a timestamp.
    await this.#each(this.#healthy(missing), async (one) => {
      one.made = await this.#sign(one.subject);
    });
    await this.#each(this.#healthy(missing), async ({ image, subject, made }) => {
      if (made === undefined) return;
      const { claims } = image;
      await claims.putBlob(made.config, { isNew: true });
      await claims.putBlob(made.envelope, { isNew: true });
      const { source } = await addReferrers(claims, writers.of(claims), subject.digest, [
        {
          bytes: made.manifest,
          mediaType: OCI_MANIFEST,
          onStep: (step) => {
            if (step === 'stored') this.#count('storedObjects');
          },
        },
      ]);
      if (source === 'fallback') this.#count('storedObjects');
    });
    await writers.settle(run);
    await this.#each(this.#healthy(missing), async (one) => {
      if (one.made === undefined) return;
      await this.#readBack(one, one.made.digest);
      const { digest } = one.made;
      one.claim = { ...one.claim, state: 'stored', digest };
    });
  }

  async #sign(subject: Subject): Promise<NotationReferrer> {
    const { notation, signer, tsaUrl, services } = this.#scene;
    const { context } = services;
    const signingTime = wholeSeconds(context.clock.now());
    const { expiryMs, format, agent } = notation;
    const stamp = async (
      signature: Uint8Array,
      hash: NotationKey['algorithm']['hash'],
    ): Promise<Uint8Array> => {
      const { der } = await requestTimestamp(context, tsaUrl ?? '', signature, hash);
      this.#count('timestamps');
      return tokenOf(der);
    };
    const bytes = await signNotation(targetOf(subject), {
      format,
      signer,
      signingTime,
      agent,
      expiry: expiryMs === undefined ? undefined : new Date(signingTime.getTime() + expiryMs),
      stamp: tsaUrl === undefined ? undefined : stamp,
    });
    const ders = signer.chain.map(({ raw }) => raw);
    return notationReferrer({ mediaType: ENVELOPE_TYPE[format], bytes }, ders, subject, signingTime);
  }

  /** As a consumer would find it; a registry may need a while to show it. Throws REGISTRY_MISBEHAVED. */
  async #readBack({ image, subject }: Wanted, digest: Digest): Promise<void> {
    const { clock, random, signal } = this.#scene.services.context;
    for (let look = 1; ; look += 1) {
      const { found } = await collectNotation(image.claims, subject.digest, { only: [digest] });
      const [one] = found;
      if (one !== undefined && 'bytes' in one && (await this.#readOwn(one, subject)) !== undefined) return;
      if (look >= MAX_READ_BACKS) {
        const why =
          one === undefined ? 'it is not listed' : 'reason' in one ? one.reason : 'it does not verify';
        throw new CountersignError('REGISTRY_MISBEHAVED', {
          what: `The Notation signature of ${subject.digest} was written to ${image.image.pinned}, but a consumer would not accept it: ${why}`,
          remedy:
            'Run this again; what is stored is kept. If it stays so, the registry loses or changes what it takes.',
        });
      }
      await clock.sleep(FIRST_READ_BACK_DELAY_MS * 2 ** (look - 1) * (1 + random.fraction() / 2), signal);
    }
  }

  async #each<T extends { readonly image: OpenImage }>(
    all: readonly T[],
    step: (one: T) => Promise<void>,
  ): Promise<void> {
    const { run } = this.#scene;
    await allEnded(all.map((one) => run.attempt(one.image, () => this.#gate(() => step(one)))));
  }

  #count(figure: 'storedObjects' | 'timestamps'): void {
    const { progress } = this.#scene;
    progress.figures = { ...progress.figures, [figure]: progress.figures[figure] + 1 };
  }

  #healthy(all: readonly Wanted[]): readonly Wanted[] {
    const healthy = new Set(this.#scene.run.healthy);
    return all.filter(({ image }) => healthy.has(image));
  }

  /** Adds the signatures to what the report says of each image. */
  #tell(): void {
    const { run, options, progress } = this.#scene;
    const before = new Map(progress.images.map((image) => [image.reference, image]));
    progress.images = imageReports(run, (open) => [
      ...(before.get(open.image.pinned)?.claims ?? []),
      ...open.subjects.flatMap(({ digest }) =>
        this.#wanted
          .filter(({ image, subject }) => image === open && subject.digest === digest)
          .map(({ image, claim }) =>
            claim.state === 'planned' && !options.dryRun
              ? {
                  ...claim,
                  state: 'unreached' as const,
                  reason: run.failureOf(image)?.message ?? 'not stored: the run ended before',
                }
              : claim,
          ),
      ),
    ]);
  }
}

async function openKey({ key }: NotationSignOptions, services: Services): Promise<NotationKey> {
  const isPem = 'pem' in key && key.password === undefined;
  return isPem
    ? parseNotationKey(key.pem, key.name)
    : notationKeyOf(await openSigningKey(key, services), key.name);
}

/** The timestamp authority that the run names, by URL or by a signing config; the public-good default is not asked unasked. */
async function chooseAuthority(
  { signingConfig, transparencyLog }: SigningOptions,
  { context, cacheDir }: Services,
): Promise<string | undefined> {
  if (signingConfig.kind === 'public-good') return undefined;
  const config = await loadSigningConfig(signingConfig, { context, cacheDir });
  return selectServices(config, context.clock.now(), { transparencyLog }).tsaUrls[0];
}

const wholeSeconds = (time: Date): Date => new Date(1000 * Math.floor(time.getTime() / 1000));
