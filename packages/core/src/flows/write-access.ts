import type { Repository } from '../registry/index.js';
import type { ImageRun } from './images.js';
import type { PlannedClaim } from './plan.js';

/**
 * Each repository that claims go to is asked once. The answer is the cancelling of the uploads that proved it: nothing has
 * to wait for that but the end.
 */
export async function proveWriteAccess(
  run: ImageRun,
  planned: readonly PlannedClaim[],
): Promise<readonly Promise<void>[]> {
  const slots = planned.flatMap((one) => one.slots).filter(({ present }) => present === undefined);
  const images = new Set(slots.map(({ place }) => place.image));
  const proofs = new Map<Repository, Promise<void>>();
  const cancelling: Promise<void>[] = [];
  const background = (one: Promise<void>): void => {
    one.catch(() => undefined);
    cancelling.push(one);
  };
  await Promise.all(
    [...images].map((image) =>
      run.attempt(image, () => {
        const proof = proofs.get(image.claims) ?? image.claims.proveWriteAccess({ background });
        proofs.set(image.claims, proof);
        return proof;
      }),
    ),
  );
  return cancelling;
}
