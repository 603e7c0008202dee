import { counted } from '../counted.js';
import { openSession, type OpenSession } from '../sign/index.js';
import type { SigningServices, TrustMaterial } from '../trust/index.js';
import type { Verifier } from '../verify/index.js';
import { foresee } from './dry-run.js';
import { checkAdditions } from './guards.js';
import { expectedSigner, sessionIdentity, type RunIdentity } from './identify.js';
import type { ImageRun } from './images.js';
import { inspectPlaces } from './inspect-places.js';
import type { LookAhead } from './look-ahead.js';
import { makeMaterials } from './make-materials.js';
import type { Material } from './materials.js';
import type { NotationRun } from './notation-sign.js';
import { isMissing, planClaim, sameClaims, type PlannedClaim } from './plan.js';
import type { Rebuild } from './rebuild.js';
import { failureOf, imageReports, statusOf, type Progress } from './report.js';
import { reportedSigner, signerOfSession, type ExpectedSigner } from './signer.js';
import { claimReports, newBundles, type SigningResult } from './signing-report.js';
import { errorAt, readBackAll, storeAll } from './store-all.js';
import { countOf, findOlder, namesIn, removeOlder } from './supersede.js';
import { StoreRecord } from './store-record.js';
import { readBack } from './read-back.js';
import type { Services, SigningOptions } from './types.js';
import type { DraftClaim, WantedClaim } from './wanted.js';
import { proveWriteAccess } from './write-access.js';

/** A signing run once everything is open. */
export interface SigningScene {
  readonly options: SigningOptions;
  readonly services: Services;
  readonly signingServices: SigningServices;
  readonly identity: RunIdentity;
  readonly run: ImageRun;
  readonly lookAhead: LookAhead;
  readonly rebuild: Rebuild;
  readonly verifier: Verifier;
  readonly trust: TrustMaterial | undefined;
  /** Signatures of another kind, which are made when these claims are stored. */
  readonly beside: NotationRun | undefined;
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
  const planned = planAll(scene, wanted, expected);
  tell(scene, progress, { planned }, expected);
  // Claims that may turn out to be this run's own count only once the certificate tells who that is.
  if (expected !== undefined || wanted.every((one) => sameClaims(one).length === 0)) {
    checkAdditions(planned, options.maxReferrers);
    scene.beside?.checkRoom(planned);
  }
  if (options.dryRun) {
    foresee(planned, scene.signingServices, identity.kind, progress);
    if (options.supersede !== undefined && expected !== undefined) {
      const older = countOf([...findOlder(planned, expected, options.supersede.from).values()].flat());
      progress.notices.push({
        level: 'notice',
        text: `${older} older claims would give way to those of this run`,
      });
    }
  } else {
    const cancelling = await proveWriteAccess(run, planned);
    try {
      await signAndStore(scene, wanted, expected, progress);
    } finally {
      await Promise.allSettled(cancelling);
    }
  }
  const error = failureOf(run);
  if (error === undefined) return;
  progress.error = error;
  progress.status = statusOf(error);
}

async function signAndStore(
  scene: SigningScene,
  wanted: readonly WantedClaim[],
  expected: ExpectedSigner | undefined,
  progress: Progress,
): Promise<void> {
  const { options, run, verifier } = scene;
  const { context } = scene.services;
  let planned = planAll(scene, wanted, expected);
  tell(scene, progress, { planned }, expected);
  const session = openSession({
    context,
    services: scene.signingServices,
    trust: scene.trust,
    identity: sessionIdentity(scene.identity, options, context),
  });
  let signing = false;
  let signer = expected;
  const signed: Material[] = [];
  const record = new StoreRecord();
  try {
    signer = await certifiedSigner(planned, expected, session);
    if (signer !== expected) {
      planned = planAll(scene, wanted, signer);
      checkAdditions(planned, options.maxReferrers);
      scene.beside?.checkRoom(planned);
    }
    const missing = planned.filter(isMissing);
    const older: ReturnType<typeof findOlder> =
      options.supersede === undefined || signer === undefined
        ? new Map()
        : findOlder(planned, signer, options.supersede.from);
    if (missing.length > 0) context.log.info(`Signing and storing ${counted(missing.length, 'claim')}`);
    else if (planned.length > 0) context.log.info('Everything is there already');
    signing = true;
    const { materials, failure } = await makeMaterials(missing, signed, {
      ...{ session, verifier, rebuild: scene.rebuild },
      supersedes: (one, layout) => namesIn(older.get(one), layout),
    });
    progress.bundles = newBundles(materials);
    await storeAll(run, planned, materials, record, { context, ...options });
    const by = signer;
    if (by !== undefined && materials.length > 0) {
      context.log.info('Reading back what was stored');
      const made = materials.map((material) => material.planned);
      await readBackAll(run, made, record, (place, reached) =>
        readBack(place, reached, materials, by, verifier, context),
      );
    }
    if (failure !== undefined) throw failure;
    await removeOlder(run, [...older.values()].flat(), { context, ...options }, progress);
  } finally {
    progress.figures = { ...session.figures(), storedObjects: record.writtenObjects };
    const unreached: SigningResult['unreached'] = (place, layout) => errorAt(run, record, place, layout);
    tell(scene, progress, { planned, materials: signed, record, signing, unreached }, signer);
  }
}

/** Puts what is known by now into the report: a run that ends early still says what was reached. */
function tell(
  { run, options }: SigningScene,
  progress: Progress,
  result: Pick<SigningResult, 'planned'> & Partial<SigningResult>,
  signer: ExpectedSigner | undefined,
): void {
  const whole = {
    materials: [],
    record: new StoreRecord(),
    signing: false,
    unreached: () => undefined,
    dryRun: options.dryRun,
    ...result,
  };
  progress.images = imageReports(run, (image) => claimReports(image, whole));
  progress.signer = reportedSigner(signer);
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
