import { createGate } from '../concurrency.js';
import { FLOW_CONCURRENCY } from '../limits.js';
import type { Verifier } from '../verify/index.js';
import type { ImageRun, OpenImage } from './images.js';
import { judge } from './inspect.js';
import { layoutsToRead, type LookAhead } from './look-ahead.js';
import type { SigningOptions } from './types.js';
import { layoutsOf, type DraftClaim, type Place, type WantedClaim } from './wanted.js';

interface Inspecting {
  readonly options: Pick<SigningOptions, 'layouts'>;
  readonly run: ImageRun;
  readonly verifier: Verifier;
  readonly lookAhead: LookAhead;
}

/**
 * Reads and verifies what is there already at each place that claims go to, once for all claims of a digest. A place that
 * could not be read is left out: the run holds the error of its image.
 */
export async function inspectPlaces(
  { options, run, verifier, lookAhead }: Inspecting,
  drafts: readonly DraftClaim[],
): Promise<readonly WantedClaim[]> {
  const isSigned = (image: OpenImage, subject: Place['subject']): boolean =>
    drafts.some(
      ({ claim, images }) =>
        claim.kind === 'signature' && claim.subject.digest === subject.digest && images.includes(image),
    );
  const gate = createGate(FLOW_CONCURRENCY);
  const known = new Map<OpenImage, Map<string, Promise<Place | undefined>>>();
  const placeOf = (image: OpenImage, subject: Place['subject']): Promise<Place | undefined> => {
    const ofImage = known.get(image) ?? new Map<string, Promise<Place | undefined>>();
    known.set(image, ofImage);
    const place =
      ofImage.get(subject.digest) ??
      run.attempt(image, () =>
        gate(async () => {
          const repository = image.claims;
          const layouts = layoutsToRead(options.layouts, isSigned(image, subject));
          const collected = await lookAhead(repository, subject.digest, layouts);
          return { image, repository, subject, found: judge(collected, verifier) };
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
