import type { CountersignError } from '../errors.js';
import type { LayoutName } from '../layouts/index.js';
import type { Digest } from '../oci/index.js';
import type { VerifiedClaim } from '../verify/index.js';
import type { OpenImage } from './images.js';
import type { Material } from './materials.js';
import { sameClaimAt, type PlannedClaim, type Slot } from './plan.js';
import type { StoreRecord, StoreStep } from './store-record.js';
import type { ClaimReport, FlowReport } from './types.js';
import type { Place } from './wanted.js';

/** What became of each claim of a signing run at each place in each layout. */
export interface SigningResult {
  readonly planned: readonly PlannedClaim[];
  /** All that was signed, whether it may be stored or not. */
  readonly materials: readonly Material[];
  readonly record: StoreRecord;
  /** Whether signing had begun: of a claim without its material nobody knows what the log took. */
  readonly signing: boolean;
  /** Where something could not be written, and why. */
  readonly unreached: (place: Place, layout: LayoutName) => CountersignError | undefined;
  readonly dryRun: boolean;
}

/** The claims of one image as the report has them. */
export const claimReports = (image: OpenImage, result: SigningResult): readonly ClaimReport[] =>
  result.planned.flatMap((planned) =>
    planned.slots
      .filter(({ place }) => place.image === image)
      .map((slot) => claimReport(planned, slot, result)),
  );

function claimReport(planned: PlannedClaim, slot: Slot, result: SigningResult): ClaimReport {
  const { claim } = planned.wanted;
  const { place, layout, present } = slot;
  const common = {
    subject: place.subject.digest,
    platform: place.subject.platform,
    predicateType: claim.predicateType,
    layout,
  };
  if (present !== undefined) {
    return {
      ...common,
      digest: present.stored.digest,
      ...factsOf(present.verified),
      state: 'present',
      reason: undefined,
    };
  }
  if (result.dryRun) {
    const reason = whyPlanned(sameClaimAt(place, claim, layout));
    return { ...common, digest: undefined, ...NO_FACTS, state: 'planned', reason };
  }
  const made = objectOf(planned, layout, result.materials);
  const facts = made === undefined ? NO_FACTS : factsOf(made.verified);
  const error = result.unreached(place, layout);
  const step = made && result.record.stepOf(place, layout, made.digest);
  if (made !== undefined && error === undefined && (step === 'stored' || step === 'read back')) {
    const reason = step === 'read back' ? undefined : 'not read back: the run ended before';
    return { ...common, digest: made.digest, ...facts, state: 'stored', reason };
  }
  const reason = error?.message ?? whyUnstored(made, step, result.signing && needsSigning(planned));
  return { ...common, digest: undefined, ...facts, state: 'unreached', reason };
}

const needsSigning = ({ signStatement, signSimple }: PlannedClaim): boolean => signStatement || signSimple;

/** What the log holds stands there for good, so a run that ended early says it. */
function whyUnstored(made: Made | undefined, step: StoreStep | undefined, signing: boolean): string {
  if (made === undefined) {
    return signing
      ? 'not stored: the run ended while it was being signed, and the log may hold an entry of it'
      : 'nothing was signed: the run ended before';
  }
  const { logIndex } = factsOf(made.verified);
  const signed = logIndex === undefined ? 'signed' : `signed and logged (log entry ${logIndex})`;
  return step === 'sent'
    ? `${signed}, not known to be stored: the run ended while it was being written`
    : `${signed}, not stored: the run ended before`;
}

/** A dry run asks for no token, so it does not know whether the claim of someone is its own. */
function whyPlanned(same: VerifiedClaim | undefined): string | undefined {
  if (same === undefined) return undefined;
  const { identity } = factsOf(same);
  return `the same claim by ${identity ?? 'an unknown signer'} is there: a run with that identity adds nothing`;
}

interface Made {
  readonly digest: Digest;
  readonly verified: VerifiedClaim;
}

function objectOf(
  planned: PlannedClaim,
  layout: LayoutName,
  materials: readonly Material[],
): Made | undefined {
  const material = materials.find((one) => one.planned === planned);
  if (layout === 'bundle-referrer') {
    const bundle = material?.bundle;
    return bundle && { digest: bundle.referrer.descriptor.digest, verified: bundle.verified };
  }
  const layer = material?.layer;
  return layer && { digest: layer.layer.descriptor.digest, verified: layer.verified };
}

const NO_FACTS = { identity: undefined, issuer: undefined, logIndex: undefined } as const;

/** Who signed and where it is logged, as a report names them. */
export const factsOf = ({
  signer,
  logEntries,
}: VerifiedClaim): Pick<ClaimReport, 'identity' | 'issuer' | 'logIndex'> => ({
  identity: signer.kind === 'certificate' ? signer.identity : `key:${signer.hint}`,
  issuer: signer.kind === 'certificate' ? signer.facts.issuer : undefined,
  logIndex: logEntries[0]?.logIndex,
});

/** Bundles that this run signed. */
export const newBundles = (materials: readonly Material[]): FlowReport['bundles'] =>
  materials.flatMap(({ planned, bundle }) =>
    bundle?.isNew === true
      ? [
          {
            subject: planned.wanted.claim.subject.digest,
            predicateType: planned.wanted.claim.predicateType,
            // Made when it is asked for: a large one is not held as text besides.
            get json() {
              return Buffer.from(bundle.referrer.layer).toString('utf8');
            },
          },
        ]
      : [],
  );
