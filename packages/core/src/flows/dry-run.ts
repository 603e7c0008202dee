import type { SigningServices } from '../trust/index.js';
import type { RunIdentity } from './identify.js';
import type { PlannedClaim } from './plan.js';
import type { Progress } from './report.js';

/**
 * What the real run would do: entries, timestamps, certificates, objects and requests. Requests to the signing services
 * are exact; those to registries leave out retries, redirects and what the token service is asked.
 */
export function foresee(
  planned: readonly PlannedClaim[],
  services: SigningServices,
  identity: RunIdentity['kind'],
  progress: Progress,
): void {
  const statements = planned.filter(({ signStatement }) => signStatement).length;
  const simple = planned.filter(({ signSimple }) => signSimple).length;
  const logEntries = (statements + simple) * services.rekorUrls.length;
  const timestamps = statements * services.tsaUrls.length;
  const certificates = identity !== 'key' && statements + simple > 0 ? 1 : 0;
  const missing = planned.flatMap(({ slots }) => slots.filter(({ present }) => present === undefined));
  const tags = new Set(
    missing.flatMap(({ place, layout }) => {
      const where = `${place.image.image.pinned} ${place.subject.digest}`;
      if (layout !== 'bundle-referrer') return [`${where} ${layout}`];
      return place.found.collected.source === 'fallback' ? [`${where} index`] : [];
    }),
  ).size;
  const bundles = missing.filter(({ layout }) => layout === 'bundle-referrer').length;
  const layers = missing.length - bundles;
  progress.figures = { logEntries, timestamps, certificates, storedObjects: bundles + tags };
  progress.foreseen = {
    ...(certificates > 0 ? { 'identity-token': 1, fulcio: certificates } : {}),
    rekor: logEntries,
    tsa: timestamps,
    registry:
      missing.length === 0
        ? 0
        : REQUESTS.access +
          (bundles + layers) * REQUESTS.object +
          bundles * REQUESTS.manifest +
          tags * REQUESTS.tag,
  };
}

/** What storing one of each takes, with the reading back. */
const REQUESTS = { access: 2, object: 4, manifest: 2, tag: 8 } as const;
