import { asCountersignError } from '../errors.js';
import type { Digest } from '../oci/index.js';
import type { Repository } from '../registry/index.js';
import { refusePublicLog, type IdentityToken } from '../sign/index.js';
import { loadSigningConfig, selectServices, type SigningServices } from '../trust/index.js';
import { completeClaims, type SigningScene } from './complete.js';
import { checkSizes, checkWitnesses } from './guards.js';
import { chooseLayouts } from './log-choice.js';
import { describeIdentity, identify, type RunIdentity } from './identify.js';
import { openImages, type ImageRun } from './images.js';
import { createLookAhead, layoutsToRead } from './look-ahead.js';
import type { NotationRun } from './notation-sign.js';
import { openTrust, type OpenTrust } from './open-trust.js';
import { createRebuild } from './rebuild.js';
import { rememberVerdicts } from './remember.js';
import { reported, type Progress } from './report.js';
import type { FlowReport, Services, SigningOptions } from './types.js';
import { withoutRepeats, type DraftClaim } from './wanted.js';

/** What a verb has its own of: which claims are wanted. */
export interface SigningJob {
  readonly command: 'sign' | 'attest';
  /** Whether the images' signatures are among them. */
  readonly signs: boolean;
  readonly options: SigningOptions;
  /** `token`: undefined with a key and in a dry run. Throws for what does not belong to the images. */
  readonly draft: (run: ImageRun, token: IdentityToken | undefined) => readonly DraftClaim[];
  /** Another kind of signatures for the same images: made ready before anything is signed, and made last. */
  readonly beside?: () => Promise<(run: ImageRun, progress: Progress) => NotationRun>;
}

/**
 * The story of signing: everything cheap is checked, what is there already is looked at, only what is missing is signed,
 * in one session, stored at every place and read back as a consumer would. Nothing is signed twice: a run that was
 * interrupted is completed by running it again.
 */
export const runSigning = (job: SigningJob, services: Services): Promise<FlowReport> =>
  reported(job.command, services, async (progress) => {
    const openBeside = await job.beside?.();
    const signingServices = await chooseServices(job.options, services);
    const { layouts: written, warnings } = chooseLayouts(job.options, signingServices);
    for (const text of warnings) progress.notices.push({ level: 'warning', text });
    const options = { ...job.options, layouts: written };
    const lookAhead = createLookAhead();
    const open = async (identity: RunIdentity['kind'], keys: readonly string[]): Promise<Opened> => {
      const witnessed = signingServices.rekorUrls.length + signingServices.tsaUrls.length > 0;
      const trust = await openTrust(options.trust, keys, identity === 'key' && !witnessed, services);
      checkWitnesses(identity, signingServices, trust.verifier.requirements);
      const layouts = layoutsToRead(options.layouts, job.signs);
      const look = (repository: Repository, digest: Digest): void => {
        lookAhead(repository, digest, layouts).catch(() => undefined); // told when it is asked for again
      };
      return { trust, run: await openImages(options, services, look) };
    };

    // Registries are read while the token is on its way, but where that may show that nothing may be asked of anyone.
    const early = opensEarly(options, signingServices) ? open('token', []) : undefined;
    const ended = early?.catch(() => undefined);
    const identity = await identifyOrSkip(options, services, progress).finally(() => ended);
    if (identity === undefined) return;
    const token = identity.kind === 'token' ? identity.token : undefined;
    if (identity.kind !== 'unknown') refusePublicLog(token?.claims, signingServices, options.publicLog);
    progress.notices.push({ level: 'notice', text: describeIdentity(identity) });

    const keys = identity.kind === 'key' ? [identity.key.publicKeyPem] : [];
    const { trust, run } = await (early ?? open(identity.kind, keys));
    progress.notices.push(trust.notice);

    const drafts = withoutRepeats(job.draft(run, token));
    for (const text of checkSizes(drafts, signingServices)) progress.notices.push({ level: 'warning', text });

    const verifier = rememberVerdicts(
      trust.verifier,
      drafts.map(({ claim }) => claim.payload),
    );
    const rebuild = createRebuild(trust.material, verifier, signingServices.rekorUrls.length > 0);
    const beside = openBeside?.(run, progress);
    await beside?.look();
    const scene: SigningScene = {
      options,
      services,
      signingServices,
      identity,
      run,
      lookAhead,
      rebuild,
      verifier,
      trust: trust.material,
      beside,
    };
    await completeClaims(scene, drafts, progress);
    await beside?.complete();
  });

interface Opened {
  readonly trust: OpenTrust;
  readonly run: ImageRun;
}

/** Whether a token has to be fetched, and cannot turn out to forbid the run (refusePublicLog). */
const opensEarly = (
  { key, identity, dryRun, publicLog }: SigningOptions,
  { publicServices }: SigningServices,
): boolean =>
  key === undefined &&
  !dryRun &&
  (identity.input ?? '').trim() === '' &&
  identity.runner !== undefined &&
  (publicServices.length === 0 || publicLog === 'allow');

async function identifyOrSkip(
  options: SigningOptions,
  services: Services,
  progress: Progress,
): Promise<RunIdentity | undefined> {
  try {
    return await identify(options, services);
  } catch (thrown) {
    const error = asCountersignError(thrown);
    if (error.code !== 'IDENTITY_TOKEN_MISSING' || options.onMissingIdentity !== 'skip') throw error;
    progress.status = 'skipped';
    progress.notices.push({
      level: 'warning',
      text: `Nothing was signed: ${error.message}. ${error.remedy.replaceAll('\n', ' ')}`,
    });
    return undefined;
  }
}

/**
 * A key without a log needs no service at all: unless a timestamp authority was named, nothing but the registry is asked.
 */
async function chooseServices(
  options: SigningOptions,
  { context, cacheDir }: Services,
): Promise<SigningServices> {
  const { key, transparencyLog, signingConfig } = options;
  if (key !== undefined && transparencyLog === 'none' && signingConfig.kind === 'public-good')
    return NO_SERVICES;
  const config = await loadSigningConfig(signingConfig, { context, cacheDir }, transparencyLog);
  return servicesFor(options, selectServices(config, context.clock.now(), options));
}

const NO_SERVICES: SigningServices = {
  fulcioUrl: undefined,
  rekorUrls: [],
  rekorVersion: 1,
  tsaUrls: [],
  publicServices: [],
};

/** Timestamps go into bundles; where none is written and a log witnesses, nobody would read them. */
const servicesFor = ({ layouts }: SigningOptions, chosen: SigningServices): SigningServices =>
  layouts === 'legacy' && chosen.rekorUrls.length > 0 && chosen.rekorVersion === 1
    ? { ...chosen, tsaUrls: [] }
    : chosen;
