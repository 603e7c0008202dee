import type { Subject } from '../digest-set/index.js';
import { BUNDLE_V03, OCI_EMPTY, OCI_MANIFEST, digestOf, type Descriptor, type Digest } from '../oci/index.js';
import { supersedesAnnotation } from '../registry/index.js';

/** What the artifactType of every Sigstore bundle begins with, whatever its version. */
export const BUNDLE_PREFIX = 'application/vnd.dev.sigstore.bundle';

/** The config of an artifact without one (OCI image specification, "Guidance for an Empty Descriptor"). */
export const EMPTY_CONFIG = Buffer.from('{}');

/** A bundle as a referrer of its subject, ready to be stored: layer and config blobs first, the manifest by digest. */
export interface BundleReferrer {
  readonly layer: Uint8Array;
  readonly layerDescriptor: Descriptor;
  readonly manifest: Uint8Array;
  /** As the referrers list shows it. */
  readonly descriptor: Descriptor;
}

/**
 * The referrer manifest of a v0.3 bundle, given as its JSON (sigstore/cosign specs/BUNDLE_SPEC.md). `signedAt` comes from the claim's own
 * witnesses, never from the clock: so a bundle that is pushed again is the same manifest. Without a witness (a key alone)
 * there is no `created`. `supersedes`: the manifests whose place it takes.
 */
export function bundleReferrer(
  layer: Uint8Array,
  predicateType: string,
  subject: Subject,
  signedAt: Date | undefined,
  supersedes: readonly Digest[] = [],
): BundleReferrer {
  const annotations = {
    ...(signedAt === undefined
      ? {}
      : { 'org.opencontainers.image.created': signedAt.toISOString().replace(/\.\d{3}Z$/, 'Z') }),
    'dev.sigstore.bundle.content': 'dsse-envelope',
    'dev.sigstore.bundle.predicateType': predicateType,
    ...supersedesAnnotation(supersedes),
  };
  const layerDescriptor = { mediaType: BUNDLE_V03, digest: digestOf(layer), size: layer.length };
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      artifactType: BUNDLE_V03,
      config: { mediaType: OCI_EMPTY, digest: digestOf(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
      layers: [layerDescriptor],
      subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
      annotations,
    }),
  );
  return {
    layer,
    layerDescriptor,
    manifest,
    descriptor: {
      mediaType: OCI_MANIFEST,
      digest: digestOf(manifest),
      size: manifest.length,
      artifactType: BUNDLE_V03,
      annotations,
    },
  };
}
