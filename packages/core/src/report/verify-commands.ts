import { COSIGN_SIGNATURE } from '../claims/index.js';
import type { FlowReport } from './types.js';

/** Ready lines for other verifiers: text to be copied, never executed here. */
export interface VerifyCommands {
  readonly cosign: readonly string[];
  readonly gh: readonly string[];
}

/** What a consumer types to verify the claims of a report with the same identity; empty where a key signed (gh). */
export function verifyCommands({ images, signer }: Pick<FlowReport, 'images' | 'signer'>): VerifyCommands {
  if (signer === undefined) return { cosign: [], gh: [] };
  const keyless = 'identity' in signer;
  const who = keyless
    ? `--certificate-identity ${quoted(signer.identity)} --certificate-oidc-issuer ${quoted(signer.issuer)}`
    : '--key cosign.pub';
  const owner = keyless ? /^https:\/\/github\.com\/([A-Za-z0-9-]+)\//.exec(signer.identity)?.[1] : undefined;
  const claims = images.flatMap(({ reference, digest, claims: all }) =>
    [
      ...new Set(
        all
          .filter(({ subject, state }) => subject === digest && MADE.has(state))
          .map(({ predicateType }) => predicateType),
      ),
    ].map((predicateType) => ({ reference, predicateType })),
  );
  return {
    cosign: claims.map(({ reference, predicateType }) =>
      predicateType === COSIGN_SIGNATURE
        ? `cosign verify ${who} ${quoted(reference)}`
        : `cosign verify-attestation --type ${quoted(predicateType)} ${who} ${quoted(reference)}`,
    ),
    gh:
      owner === undefined || !keyless
        ? []
        : claims.map(
            ({ reference, predicateType }) =>
              `gh attestation verify ${quoted(`oci://${reference}`)} --bundle-from-oci --owner ${quoted(owner)} --predicate-type ${quoted(predicateType)} --cert-identity ${quoted(signer.identity)} --cert-oidc-issuer ${quoted(signer.issuer)}`,
          ),
  };
}

const MADE: ReadonlySet<string> = new Set(['stored', 'present', 'verified']);

/** A word for a POSIX shell: plain where it can be, else in single quotes. */
const quoted = (word: string): string =>
  /^[A-Za-z0-9_./:@=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
