import { asCountersignError } from '../errors.js';
import { refusePublicLog, type IdentityToken } from '../sign/index.js';
import { loadSigningConfig, selectServices, type SigningServices } from '../trust/index.js';
import { completeClaims, type SigningScene } from './complete.js';
import { checkSizes } from './guards.js';
import { describeIdentity, identify, type RunIdentity } from './identify.js';
import { openImages, type OpenImage } from './images.js';
import { openTrust } from './open-trust.js';
import { createRebuild } from './rebuild.js';
import { reported, type Progress } from './report.js';
import type { FlowReport, Services, SigningOptions } from './types.js';
import { withoutRepeats, type DraftClaim } from './wanted.js';

/** What a verb has its own of: which claims are wanted. */
export interface SigningJob {
  readonly command: 'sign' | 'attest';
  readonly options: SigningOptions;
  /** `token`: undefined with a key and in a dry run. Throws for what does not belong to the images. */
  readonly draft: (images: readonly OpenImage[], token: IdentityToken | undefined) => readonly DraftClaim[];
}

/**
 * The story of signing: everything cheap is checked, what is there already is looked at, only what is missing is signed,
 * in one session, stored at every place and read back as a consumer would. Nothing is signed twice: a run that was
 * interrupted is completed by running it again.
 */
export const runSigning = (job: SigningJob, services: Services): Promise<FlowReport> =>
  reported(job.command, services, async (progress) => {
    const { options } = job;
    const signingServices = await chooseServices(options, services);
    const identity = await identifyOrSkip(options, services, progress);
    if (identity === undefined) return;
    const token = identity.kind === 'token' ? identity.token : undefined;
    if (identity.kind !== 'unknown') refusePublicLog(token?.claims, signingServices, options.publicLog);
    progress.notices.push({ level: 'notice', text: describeIdentity(identity) });

    const keys = identity.kind === 'key' ? [identity.key.publicKeyPem] : [];
    const witnessed = signingServices.rekorUrls.length + signingServices.tsaUrls.length > 0;
    const trust = await openTrust(options.trust, keys, identity.kind === 'key' && !witnessed, services);
    progress.notices.push({ level: 'notice', text: trust.text });

    const run = await openImages(options, services);
    const drafts = withoutRepeats(job.draft(run.images, token));
    for (const text of checkSizes(drafts, signingServices)) progress.notices.push({ level: 'warning', text });

    const rebuild = createRebuild(trust.material, trust.verifier);
    const scene: SigningScene = {
      options,
      services,
      signingServices,
      identity,
      run,
      rebuild,
      verifier: trust.verifier,
    };
    await completeClaims(scene, drafts, progress);
  });

async function identifyOrSkip(
  options: SigningOptions,
  { context }: Services,
  progress: Progress,
): Promise<RunIdentity | undefined> {
  try {
    return await identify(options, context);
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
  const config = await loadSigningConfig(signingConfig, { context, cacheDir });
  return servicesFor(options, selectServices(config, context.clock.now(), options));
}

const NO_SERVICES: SigningServices = { fulcioUrl: undefined, rekorUrls: [], tsaUrls: [], publicServices: [] };

/** Timestamps go into bundles; where none is written and a log witnesses, nobody would read them. */
const servicesFor = ({ layouts }: SigningOptions, chosen: SigningServices): SigningServices =>
  layouts === 'legacy' && chosen.rekorUrls.length > 0 ? { ...chosen, tsaUrls: [] } : chosen;
