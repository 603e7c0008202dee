import { COSIGN_SIGNATURE, SLSA_PROVENANCE_V1 } from '../claims/predicate-types.js';
import { FOLDER_PREFIX } from '../reference/index.js';
import { shellWord } from './shell-word.js';
import type { ClaimReport, FlowReport } from './types.js';

/** Ready lines for other verifiers: text to be copied, never executed here. */
export interface VerifyCommands {
  readonly cosign: readonly string[];
  readonly gh: readonly string[];
}

/**
 * What a consumer types to verify the claims of a report with the same identity. Where claims live in another repository
 * than the image, cosign is told by its variable. gh has no line where a key signed, nor there: it looks beside the image
 * alone.
 */
export function verifyCommands({ images, signer }: Pick<FlowReport, 'images' | 'signer'>): VerifyCommands {
  if (signer === undefined) return { cosign: [], gh: [] };
  const keyless = 'identity' in signer;
  const who = keyless
    ? `--certificate-identity ${shellWord(signer.identity)} --certificate-oidc-issuer ${shellWord(signer.issuer)}`
    : '--key cosign.pub';
  const owner = keyless ? /^https:\/\/github\.com\/([A-Za-z0-9-]+)\//.exec(signer.identity)?.[1] : undefined;
  const cosigned = claimsIn(images, () => true);
  const besideImage = images.filter(({ signatureRepository }) => signatureRepository === undefined);
  const bundled = claimsIn(besideImage, ({ layout }) => layout === 'bundle-referrer'); // gh reads no other layout
  return {
    cosign: cosigned.map(({ reference, predicateType, signatureRepository }) => {
      const where =
        signatureRepository === undefined ? '' : `COSIGN_REPOSITORY=${shellWord(signatureRepository)} `;
      return predicateType === COSIGN_SIGNATURE
        ? `${where}cosign verify ${who} ${shellWord(reference)}`
        : `${where}cosign verify-attestation --type ${cosignType(predicateType)} ${who} ${shellWord(reference)}`;
    }),
    gh:
      owner === undefined || !keyless
        ? []
        : bundled.map(
            ({ reference, predicateType }) =>
              `gh attestation verify ${shellWord(`oci://${reference}`)} --bundle-from-oci --owner ${shellWord(owner)} --predicate-type ${shellWord(predicateType)} --cert-identity ${shellWord(signer.identity)} --cert-oidc-issuer ${shellWord(signer.issuer)}`,
          ),
  };
}

/** cosign's own word for SLSA v1: its `slsaprovenance` means v0.2, which is what guides get wrong. Others by their URI. */
const cosignType = (predicateType: string): string =>
  predicateType === SLSA_PROVENANCE_V1 ? 'slsaprovenance1' : shellWord(predicateType);

/** Each type of claim about the digest given once. */
const claimsIn = (
  images: FlowReport['images'],
  counts: (claim: ClaimReport) => boolean,
): readonly {
  readonly reference: string;
  readonly predicateType: string;
  readonly signatureRepository: string | undefined;
}[] =>
  images.flatMap(({ reference, digest, claims, signatureRepository }) => {
    if (reference.startsWith(FOLDER_PREFIX)) return []; // none of them reads a folder by such a name
    const made = claims.filter((claim) => claim.subject === digest && MADE.has(claim.state) && counts(claim));
    return [...new Set(made.map(({ predicateType }) => predicateType))].map((predicateType) => ({
      reference,
      predicateType,
      signatureRepository,
    }));
  });

const MADE: ReadonlySet<string> = new Set(['stored', 'present', 'verified']);
