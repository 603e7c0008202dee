import type { CountersignError } from '../errors.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import type { LayoutName } from '../layouts/index.js';
import { createTagWriter, type Repository, type TagWriter } from '../registry/index.js';
import { createGate, openSession, type OpenSession } from '../sign/index.js';
import type { SigningServices } from '../trust/index.js';
import type { Verifier } from '../verify/index.js';
import { foresee } from './dry-run.js';
import { checkAdditions } from './guards.js';
import { expectedSigner, sessionIdentity, type RunIdentity } from './identify.js';
import type { ImageRun, OpenImage } from './images.js';
import { unreachedLayouts } from './immutable.js';
import { inspect } from './inspect.js';
import { makeMaterial, type Material } from './materials.js';
import { planClaim, sameClaims, type PlannedClaim } from './plan.js';
import { readBack } from './read-back.js';
import type { Rebuild } from './rebuild.js';
import { failureOf, imageReports, statusOf, type Progress } from './report.js';
import { reportedSigner, signerOfSession, type ExpectedSigner } from './signer.js';
import { claimReports, newBundles, type SigningResult } from './signing-report.js';
import { missingAt, storeAt } from './store.js';
import type { Services, SigningOptions } from './types.js';
import { layoutsOf, type DraftClaim, type Place, type WantedClaim } from './wanted.js';

/** A signing run once everything is open. */
export interface SigningScene {
  readonly options: SigningOptions;
  readonly services: Services;
  readonly signingServices: SigningServices;
  readonly identity: RunIdentity;
  readonly run: ImageRun;
  readonly rebuild: Rebuild;
  readonly verifier: Verifier;
}

/** Looks at what is there, signs what is missing, stores it and reads it back; the outcome goes into `progress`. */
export async function completeClaims(
  scene: SigningScene,
  drafts: readonly DraftClaim[],
  progress: Progress,
): Promise<void> {
  const { options, identity, run } = scene;
  const wanted = await inspectPlaces(scene, drafts);
  const expected = expectedSigner(identity);
  let planned = planAll(scene, wanted, expected);
  const tell = (result: Partial<SigningResult>): void => {
    const whole = { planned, materials: [], unreached: () => undefined, dryRun: options.dryRun, ...result };
    progress.images = imageReports(run, (image) => claimReports(image, whole));
    progress.signer = reportedSigner(expected);
  };
  tell({});
  // Claims that may turn out to be this run's own count only once the certificate tells who that is.
  if (expected !== undefined || wanted.every((one) => sameClaims(one).length === 0)) {
    checkAdditions(planned, options.maxReferrers);
  }
  if (options.dryRun) {
    foresee(planned, scene.signingServices, identity.kind, progress);
    finish(run, progress);
    return;
  }
  await proveWriteAccess(run, planned);
  planned = planAll(scene, wanted, expected);
  tell({});

  const session = openSession({
    context: scene.services.context,
    services: scene.signingServices,
    identity: sessionIdentity(identity, options, scene.services.context),
  });
  const signer = await certifiedSigner(planned, expected, session);
  if (signer !== undefined && signer !== expected) {
    planned = planAll(scene, wanted, signer);
    checkAdditions(planned, options.maxReferrers);
  }
  const { materials, stamped } = await makeMaterials(scene, planned, session);
  const stored = await storeAll(scene, planned, materials);
  if (signer !== undefined) await readBackAll(scene, planned, signer, stored);

  const figures = session.figures();
  progress.figures = {
    ...figures,
    timestamps: figures.timestamps + stamped,
    storedObjects: stored.writtenObjects,
  };
  progress.bundles = newBundles(materials);
  tell({ materials, unreached: stored.errorAt });
  progress.signer = reportedSigner(signer);
  finish(run, progress);
}

function finish(run: ImageRun, progress: Progress): void {
  const error = failureOf(run);
  if (error === undefined) return;
  progress.error = error;
  progress.status = statusOf(error);
}

async function inspectPlaces(
  { options, run, verifier }: SigningScene,
  drafts: readonly DraftClaim[],
): Promise<readonly WantedClaim[]> {
  const gate = createGate(FLOW_CONCURRENCY);
  const known = new Map<OpenImage, Map<string, Promise<Place | undefined>>>();
  const placeOf = (image: OpenImage, subject: Place['subject']): Promise<Place | undefined> => {
    const ofImage = known.get(image) ?? new Map<string, Promise<Place | undefined>>();
    known.set(image, ofImage);
    const place =
      ofImage.get(subject.digest) ??
      run.attempt(image, () =>
        gate(async () => {
          const { repository } = image;
          return { image, repository, subject, found: await inspect(repository, subject.digest, verifier) };
        }),
      );
    ofImage.set(subject.digest, place);
    return place;
  };
  return Promise.all(
    drafts.map(async ({ claim, images }) => {
      const places = await Promise.all(images.map((image) => placeOf(image, claim.subject)));
      return {
        claim,
        layouts: layoutsOf(claim, options.layouts),
        places: places.filter((place) => place !== undefined),
      };
    }),
  );
}

/** Plans the claims of all images that nothing went wrong with. */
function planAll(
  { run, rebuild }: SigningScene,
  wanted: readonly WantedClaim[],
  signer: ExpectedSigner | undefined,
): readonly PlannedClaim[] {
  const healthy = new Set(run.healthy);
  return wanted
    .map((one) => ({ ...one, places: one.places.filter(({ image }) => healthy.has(image)) }))
    .filter(({ places }) => places.length > 0)
    .map((one) => planClaim(one, signer, (claim, bundle) => rebuild(claim, bundle) !== undefined));
}

const isMissing = ({ slots }: PlannedClaim): boolean => slots.some(({ present }) => present === undefined);

async function proveWriteAccess(run: ImageRun, planned: readonly PlannedClaim[]): Promise<void> {
  const slots = planned.flatMap((one) => one.slots).filter(({ present }) => present === undefined);
  const images = new Set(slots.map(({ place }) => place.image));
  await Promise.all(
    [...images].map((image) => run.attempt(image, () => image.repository.proveWriteAccess())),
  );
}

/** Who signs, from the certificate where one is needed anyway; else who was expected. */
async function certifiedSigner(
  planned: readonly PlannedClaim[],
  expected: ExpectedSigner | undefined,
  session: OpenSession,
): Promise<ExpectedSigner | undefined> {
  if (!planned.some(({ signStatement, signSimple }) => signStatement || signSimple)) return expected;
  const signer = signerOfSession(await session.signer());
  const same =
    JSON.stringify(Object.entries(signer).sort()) === JSON.stringify(Object.entries(expected ?? {}).sort());
  return same ? expected : signer;
}

/** All claims in parallel: the session bounds the calls. None is abandoned half way because another failed. */
async function makeMaterials(
  { services, signingServices, verifier, rebuild }: SigningScene,
  planned: readonly PlannedClaim[],
  session: OpenSession,
): Promise<{ readonly materials: readonly Material[]; readonly stamped: number }> {
  let stamped = 0;
  const sources = {
    session,
    verifier,
    rebuild,
    context: services.context,
    tsaUrls: signingServices.tsaUrls,
    stamped: () => (stamped += 1),
  };
  const results = await Promise.allSettled(
    planned.filter(isMissing).map((one) => makeMaterial(one, sources)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return {
    materials: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    stamped,
  };
}

interface StoredAll {
  readonly writtenObjects: number;
  readonly errorAt: (place: Place, layout: LayoutName) => CountersignError | undefined;
}

async function storeAll(
  { options, services, run }: SigningScene,
  planned: readonly PlannedClaim[],
  materials: readonly Material[],
): Promise<StoredAll> {
  const { context } = services;
  const { settleMs, unsafeNoSettle } = options;
  const writers = new Map<Repository, TagWriter>();
  const writerOf = (repository: Repository): TagWriter => {
    const writer =
      writers.get(repository) ?? createTagWriter(repository, { context, settleMs, unsafeNoSettle });
    writers.set(repository, writer);
    return writer;
  };
  const immutable = new Map<Place, ReadonlyMap<LayoutName, CountersignError>>();
  let writtenObjects = 0;
  const gate = createGate(FLOW_CONCURRENCY);
  await Promise.all(
    placesOf(planned.filter(isMissing)).map((place) =>
      run.attempt(place.image, () =>
        gate(async () => {
          const outcome = await storeAt(place, missingAt(place, materials), writerOf(place.repository));
          writtenObjects += outcome.writtenObjects;
          if (outcome.unreached.size > 0) immutable.set(place, outcome.unreached);
        }),
      ),
    ),
  );
  // Once per session, when every tag has been written.
  await Promise.all(
    run.images.map((image) =>
      run.attempt(image, async () => {
        await writers.get(image.repository)?.settle();
      }),
    ),
  );
  for (const image of run.images) failImmutable(image, immutable, run);
  const errorAt = (place: Place, layout: LayoutName): CountersignError | undefined =>
    immutable.get(place)?.get(layout) ?? (immutable.has(place) ? undefined : run.failureOf(place.image));
  return { writtenObjects, errorAt };
}

function failImmutable(
  image: OpenImage,
  immutable: ReadonlyMap<Place, ReadonlyMap<LayoutName, CountersignError>>,
  run: ImageRun,
): void {
  const refused = [...immutable]
    .filter(([place]) => place.image === image)
    .flatMap(([{ subject }, layouts]) =>
      [...layouts].map(([layout, cause]) => ({ subject: subject.digest, layout, cause })),
    );
  if (refused.length > 0) run.fail(image, unreachedLayouts(image.image.pinned, refused));
}

async function readBackAll(
  { services, run, verifier }: SigningScene,
  planned: readonly PlannedClaim[],
  signer: ExpectedSigner,
  stored: StoredAll,
): Promise<void> {
  const written = planned.filter(isMissing);
  const gate = createGate(FLOW_CONCURRENCY);
  const reachedAt = (place: Place) => (one: PlannedClaim) =>
    one.slots.filter(
      (slot) =>
        slot.place === place &&
        slot.present === undefined &&
        stored.errorAt(place, slot.layout) === undefined,
    );
  await Promise.all(
    placesOf(written).map((place) =>
      run.attempt(place.image, () =>
        gate(() => readBack(place, reachedAt(place), written, signer, verifier, services.context)),
      ),
    ),
  );
}

const placesOf = (planned: readonly PlannedClaim[]): readonly Place[] => [
  ...new Set(
    planned.flatMap(({ slots }) =>
      slots.filter(({ present }) => present === undefined).map(({ place }) => place),
    ),
  ),
];
