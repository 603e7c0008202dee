import type { Facts, Stage, Written } from '../contract.js';
import { documentsOf, PROVENANCE, REVIEW, SPDX } from './documents.js';

/** What most exhibits hold: an image of two platforms, signed by a workflow into every layout, with three claims. */
export const KEYLESS: Facts = {
  layouts: ['signature-tag', 'attestation-tag', 'bundle'],
  signer: 'keyless',
  log: 'rekor-v1',
  timestamp: true,
  signature: true,
  predicateTypes: [PROVENANCE, SPDX, REVIEW],
  platformPredicateTypes: [PROVENANCE],
  subjects: ['index', 'platform'],
  separateRepository: false,
};

/** The same by a key; there is no provenance without a workflow. */
export const KEYED: Facts = {
  ...KEYLESS,
  signer: 'key',
  timestamp: false,
  predicateTypes: [SPDX, REVIEW],
  platformPredicateTypes: [],
};

/** An image as `push` answers it. */
export type Pushed = Awaited<ReturnType<Stage['push']>>;

export const writtenAs = ({ index, platforms: [platform = index] }: Pushed): Written => ({
  index,
  platform,
});

/** How Countersign is to write. */
export interface AttestOptions {
  /** Claims of the identity token, laid over the release workflow's. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** A private key instead. */
  readonly key?: string;
  readonly provenance?: boolean;
  /** The type under which the review is attested. */
  readonly reviewAs?: string;
  /** More arguments. */
  readonly more?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Has Countersign sign an image and attest the SBOM, the review and, by a workflow, the provenance. */
export async function attest(
  stage: Stage,
  image: string,
  { claims, key, provenance = key === undefined, reviewAs = REVIEW, more = [], env = {} }: AttestOptions = {},
): Promise<void> {
  const { spdx, review } = await documentsOf(stage);
  await stage.countersign(
    [
      ...['attest', image, '--signature', '--sbom', spdx],
      ...['--predicate-type', reviewAs, '--predicate-path', review],
      ...(provenance ? ['--provenance'] : []),
      ...(key === undefined ? ['--identity-token', stage.sigstore.token(claims)] : ['--key', key]),
      ...more,
    ],
    { env },
  );
}

/** Pushes an image of this name and has Countersign attest it. */
export async function attested(stage: Stage, name: string, options: AttestOptions = {}): Promise<Written> {
  const image = await stage.push(`acme/${name}`);
  await attest(stage, image.index, options);
  return writtenAs(image);
}
