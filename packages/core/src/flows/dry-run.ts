import { formatName } from '../reference/index.js';
import type { SigningServices } from '../trust/index.js';
import type { ReferrerList, Repository } from '../registry/index.js';
import type { RunIdentity } from './identify.js';
import { sameClaimAt, type PlannedClaim, type Slot } from './plan.js';
import type { Progress } from './report.js';

/**
 * What the real run would do: entries, timestamps, certificates, objects and requests. Requests to the signing services
 * are exact; those to registries leave out retries, redirects and what the token service is asked. Where nobody knows who
 * would sign, a claim that stands everywhere already counts nothing: a run with that identity adds none.
 */
export function foresee(
  wanted: readonly PlannedClaim[],
  services: SigningServices,
  identity: RunIdentity['kind'],
  progress: Progress,
): void {
  const planned = identity === 'unknown' ? wanted.filter((one) => !standsEverywhere(one)) : wanted;
  const statements = planned.filter(({ signStatement }) => signStatement).length;
  const simple = planned.filter(({ signSimple }) => signSimple).length;
  const logEntries = (statements + simple) * services.rekorUrls.length;
  const timestamps = statements * services.tsaUrls.length;
  const certificates = identity !== 'key' && statements + simple > 0 ? 1 : 0;
  const missing = planned.flatMap(({ slots }) => slots.filter(({ present }) => present === undefined));
  const bundles = missing.filter(({ layout }) => layout === 'bundle-referrer');
  progress.figures = {
    logEntries,
    timestamps,
    certificates,
    storedObjects: bundles.length + tagsOf(missing),
    planned: true,
  };
  progress.foreseen = {
    'identity-token': certificates,
    fulcio: certificates,
    rekor: logEntries,
    tsa: timestamps,
    registry: requestsFor(missing.filter(({ place }) => place.repository.folder === undefined)),
  };
}

/** The tags that come to be written, or written again. */
const tagsOf = (missing: readonly Slot[]): number =>
  new Set(
    missing.flatMap(({ place, layout }) => {
      const where = `${formatName(place.repository.name)} ${place.subject.digest}`;
      if (layout !== 'bundle-referrer') return [`${where} ${layout}`];
      return place.found.collected.source === 'fallback' ? [`${where} index`] : [];
    }),
  ).size;

function requestsFor(missing: readonly Slot[]): number {
  const tags = tagsOf(missing);
  const bundles = missing.filter(({ layout }) => layout === 'bundle-referrer');
  return (
    new Set(missing.map(({ place }) => place.repository)).size * REQUESTS.access +
    new Set(bundles.map(({ place }) => place.repository)).size * REQUESTS.config +
    new Set(bundles.map(({ place }) => place)).size * REQUESTS.referrers +
    bundles.length * REQUESTS.bundle +
    (missing.length - bundles.length) * REQUESTS.layer +
    (tags > 0 ? REQUESTS.probe : 0) +
    tags * REQUESTS.tag
  );
}

/** The same of signatures for Notation, added to what the run would need otherwise. */
export function foreseeNotation(
  missing: readonly {
    readonly image: { readonly claims: Repository };
    readonly source: ReferrerList['source'];
  }[],
  stamped: boolean,
  progress: Pick<Progress, 'figures' | 'foreseen'>,
): void {
  const { figures, foreseen } = progress;
  const timestamps = stamped ? missing.length : 0;
  const indexes = missing.filter(({ source }) => source === 'fallback').length;
  progress.figures = {
    ...figures,
    timestamps: figures.timestamps + timestamps,
    storedObjects: figures.storedObjects + missing.length + indexes,
    planned: true,
  };
  const remote = missing.filter(({ image }) => image.claims.folder === undefined);
  const written = remote.filter(({ source }) => source === 'fallback').length;
  const requests =
    new Set(remote.map(({ image }) => image.claims)).size * (REQUESTS.access + REQUESTS.config) +
    remote.length * REQUESTS.notation +
    (written > 0 ? REQUESTS.probe : 0) +
    written * REQUESTS.index;
  const { tsa = 0, registry = 0 } = foreseen;
  progress.foreseen = { ...foreseen, tsa: tsa + timestamps, registry: registry + requests };
}

const standsEverywhere = ({ wanted, slots }: PlannedClaim): boolean =>
  slots.every(({ place, layout }) => sameClaimAt(place, wanted.claim, layout) !== undefined);

/**
 * What storing takes, with the reading back, at a registry that takes a blob in one request. access: an upload opened and
 * cancelled. config: the empty one. referrers: listed again. bundle: its blob, its manifest, both read again. layer: its
 * blob, read again. probe: whether conditional writes are honoured. tag: its config, written, confirmed, read again. index:
 * as tag, without a config. notation: envelope and manifest; listed, manifest and envelope read again.
 */
const REQUESTS = {
  access: 2,
  config: 1,
  referrers: 1,
  bundle: 4,
  layer: 2,
  probe: 2,
  tag: 4,
  index: 3,
  notation: 5,
} as const;
