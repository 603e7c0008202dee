import { COSIGN_SIGNATURE } from '../claims/predicate-types.js';
import { FOLDER_PREFIX } from '../reference/index.js';
import { shellWord } from './shell-word.js';
import type { ClaimReport, FlowReport } from './types.js';

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
    ? `--certificate-identity ${shellWord(signer.identity)} --certificate-oidc-issuer ${shellWord(signer.issuer)}`
    : '--key cosign.pub';
  const owner = keyless ? /^https:\/\/github\.com\/([A-Za-z0-9-]+)\//.exec(signer.identity)?.[1] : undefined;
  const cosigned = claimsIn(images, () => true);
  const bundled = claimsIn(images, ({ layout }) => layout === 'bundle-referrer'); // gh reads no other layout
  return {
    cosign: cosigned.map(({ reference, predicateType }) =>
      predicateType === COSIGN_SIGNATURE
        ? `cosign verify ${who} ${shellWord(reference)}`
        : `cosign verify-attestation --type ${shellWord(predicateType)} ${who} ${shellWord(reference)}`,
    ),
    gh:
      owner === undefined || !keyless
        ? []
        : bundled.map(
            ({ reference, predicateType }) =>
              `gh attestation verify ${shellWord(`oci://${reference}`)} --bundle-from-oci --owner ${shellWord(owner)} --predicate-type ${shellWord(predicateType)} --cert-identity ${shellWord(signer.identity)} --cert-oidc-issuer ${shellWord(signer.issuer)}`,
          ),
  };
}

/** Each type of claim about the digest given once. */
const claimsIn = (
  images: FlowReport['images'],
  counts: (claim: ClaimReport) => boolean,
): readonly { readonly reference: string; readonly predicateType: string }[] =>
  images.flatMap(({ reference, digest, claims }) => {
    if (reference.startsWith(FOLDER_PREFIX)) return []; // none of them reads a folder by such a name
    const made = claims.filter((claim) => claim.subject === digest && MADE.has(claim.state) && counts(claim));
    return [...new Set(made.map(({ predicateType }) => predicateType))].map((predicateType) => ({
      reference,
      predicateType,
    }));
  });

const MADE: ReadonlySet<string> = new Set(['stored', 'present', 'verified']);
