import type { Subject } from '../digest-set/index.js';
import { OCI_MANIFEST } from '../oci/index.js';
import { digestOf } from '../oci/index.js';
import { EMPTY_CONFIG } from './bundle-referrer.js';
import type { Layer } from './layer.js';

/** artifactType and config type of cosign's experimental OCI 1.1 signatures (sigstore/cosign pkg/oci/remote). */
export const SIGNATURE_ARTIFACT = 'application/vnd.dev.cosign.artifact.sig.v1+json';

/**
 * A signature's layer as a referrer of its subject: cosign reads it with `--experimental-oci11`, Kyverno with
 * `cosignOCI11`. It keeps a signature that its tag refused, so that the next run finds it and need not sign again.
 */
export function signatureReferrer({ descriptor }: Layer, subject: Subject): Uint8Array {
  return Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      artifactType: SIGNATURE_ARTIFACT,
      config: { mediaType: SIGNATURE_ARTIFACT, digest: digestOf(EMPTY_CONFIG), size: EMPTY_CONFIG.length },
      layers: [descriptor],
      subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    }),
  );
}
