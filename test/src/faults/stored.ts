import assert from 'node:assert/strict';

/** What stands beside one digest, read straight from the registry. */
export interface Stored {
  /** Layers of `.sig` and of `.att`. */
  readonly signatureLayers: number;
  readonly attestationLayers: number;
  /** Predicate types of the bundles, sorted; one that is listed twice is there twice. */
  readonly bundles: readonly string[];
}

interface Manifest {
  readonly layers?: readonly unknown[];
  readonly manifests?: readonly { readonly annotations?: Readonly<Record<string, string>> }[];
}

/** The objects of signature and provenance, each once. */
export const COMPLETE: Stored = {
  signatureLayers: 1,
  attestationLayers: 1,
  bundles: ['https://sigstore.dev/cosign/sign/v1', 'https://slsa.dev/provenance/v1'],
};

/** The same where the log gives no promise for the tags to carry. */
export const COMPLETE_IN_BUNDLES: Stored = { ...COMPLETE, signatureLayers: 0, attestationLayers: 0 };

/** Reads what stands beside the digest of `reference`; `referrers`: from the API, or from the index under the tag. */
export async function storedBeside(
  reference: string,
  referrers: 'api' | 'fallback' = 'api',
): Promise<Stored> {
  const [, host = '', repository = '', hex = ''] = /^([^/]+)\/(.+)@sha256:(\w+)$/.exec(reference) ?? [];
  const read = async (path: string): Promise<Manifest> => {
    const answer = await fetch(`http://${host}/v2/${repository}/${path}`);
    if (answer.status === 404) return {};
    assert.equal(answer.status, 200);
    return (await answer.json()) as Manifest;
  };
  const [signatures, attestations, index] = await Promise.all([
    read(`manifests/sha256-${hex}.sig`),
    read(`manifests/sha256-${hex}.att`),
    read(referrers === 'api' ? `referrers/sha256:${hex}` : `manifests/sha256-${hex}`),
  ]);
  return {
    signatureLayers: signatures.layers?.length ?? 0,
    attestationLayers: attestations.layers?.length ?? 0,
    bundles: (index.manifests ?? [])
      .map(({ annotations }) => annotations?.['dev.sigstore.bundle.predicateType'] ?? 'unknown')
      .sort(),
  };
}

/**
 * What no verifier may come to see half way: an attestation bundle without the signature bundle makes cosign 3 read
 * bundles alone and find no signature (layouts-and-verifiers.md, R6).
 */
export function assertNothingMisread({ bundles }: Stored): void {
  assert.ok(
    bundles.length === 0 || bundles.includes('https://sigstore.dev/cosign/sign/v1'),
    `an attestation bundle stands without the signature's: ${bundles.join(', ')}`,
  );
}
