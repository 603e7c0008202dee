import { isObject } from '../json.js';
import { hasFraction, readStrictObject } from './json.js';
import { malformed, quote, rejection } from './rejection.js';
import type { TargetArtifact } from './types.js';

/** The payload about a manifest (signature specification, "Payload"). */
export const payloadOf = ({ mediaType, digest, size }: TargetArtifact): Buffer =>
  Buffer.from(JSON.stringify({ targetArtifact: { mediaType, digest, size } }));

/** What a payload is about. Throws NOTATION_MALFORMED. */
export function readPayload(bytes: Uint8Array): TargetArtifact {
  const { targetArtifact: target } = readStrictObject(bytes, 'payload');
  if (!isObject(target)) throw malformed('The payload names no target artifact');
  if (hasFraction(Buffer.from(bytes).toString())) throw malformed('A number of the payload is no integer');
  const { mediaType, digest, size } = target;
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || !Number.isSafeInteger(size)) {
    throw malformed('The target artifact of the payload lacks media type, digest or size');
  }
  return { mediaType, digest, size: Number(size) };
}

/** Throws SUBJECT_MISMATCH where the signature is about another manifest than this one. */
export function checkTarget(signed: TargetArtifact, wanted: TargetArtifact): void {
  if (
    signed.digest === wanted.digest &&
    signed.size === wanted.size &&
    signed.mediaType === wanted.mediaType
  ) {
    return;
  }
  const what =
    signed.digest === wanted.digest ? 'a descriptor with another size or media type' : quote(signed.digest);
  throw rejection('SUBJECT_MISMATCH', `The signature is about ${what}, not about ${wanted.digest}`);
}
