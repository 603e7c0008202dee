import { CountersignError } from '../errors.js';
import {
  BUNDLE_OVERHEAD_BYTES,
  KYVERNO_MAX_BUNDLE_BYTES,
  PUBLIC_REKOR_MAX_ENVELOPE_BYTES,
} from '../limits.js';
import type { SigningServices } from '../trust/index.js';
import { envelopeJson } from './envelope.js';

/** How large a payload of `payloadBytes` becomes: the envelope exactly but for its signature, the bundle at most. */
export function encodedSizes(payloadBytes: number): { envelopeBytes: number; bundleBytes: number } {
  const envelopeBytes = Math.ceil(payloadBytes / 3) * 4 + ENVELOPE_OVERHEAD_BYTES;
  return { envelopeBytes, bundleBytes: envelopeBytes + BUNDLE_OVERHEAD_BYTES };
}

/** Around the payload; the longest signature is that of an RSA key of 4096 bits. */
const ENVELOPE_OVERHEAD_BYTES = envelopeJson(new Uint8Array(), new Uint8Array(512)).length;

/**
 * Checks the encoded size before anything is signed. Throws LIMIT_EXCEEDED for what a service of this run refuses; the
 * answer is a warning for each verifier that would refuse the result. `name` says which claim it is.
 */
export function checkEncodedSize(
  name: string,
  payloadBytes: number,
  services: SigningServices,
): readonly string[] {
  const { envelopeBytes, bundleBytes } = encodedSizes(payloadBytes);
  const publicRekor =
    services.publicServices.includes('rekor') && services.rekorUrls.length > 0 && services.rekorVersion === 1;
  if (publicRekor && envelopeBytes > PUBLIC_REKOR_MAX_ENVELOPE_BYTES) {
    throw new CountersignError('LIMIT_EXCEEDED', {
      what: `${name} comes to an envelope of ${envelopeBytes} bytes; the public Rekor refuses more than about ${PUBLIC_REKOR_MAX_ENVELOPE_BYTES}`,
      remedy:
        'Leave out what no consumer reads (for an SBOM, its file entries: SYFT_FILE_METADATA_SELECTION=none), or use a log of your own, or "transparency-log: rekor-v2", or "none" with a timestamp authority.',
    });
  }
  if (bundleBytes <= KYVERNO_MAX_BUNDLE_BYTES) return [];
  return [
    `${name} comes to a bundle of about ${bundleBytes} bytes. Kyverno's bundle reader (SigstoreBundle) refuses more than ${KYVERNO_MAX_BUNDLE_BYTES}; other verifiers read it.`,
  ];
}
