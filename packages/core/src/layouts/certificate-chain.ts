import { X509Certificate } from 'node:crypto';
import type { TrustMaterial } from '../trust/index.js';

/**
 * What stands above a leaf: intermediates, then the root, from the trusted root's certificate authorities. Readers of the
 * `.sig` and `.att` tags without a trusted root of their own need it beside the leaf (layouts-and-verifiers.md, R3).
 * Empty where no authority of the root issued the leaf.
 */
export function chainAbove(leaf: X509Certificate, trust: TrustMaterial): readonly X509Certificate[] {
  for (const { certChain } of trust.trustedRoot.certificateAuthorities) {
    const chain = (certChain?.certificates ?? []).map(({ rawBytes }) => new X509Certificate(rawBytes));
    const at = chain.findIndex(
      (authority) => leaf.checkIssued(authority) && leaf.verify(authority.publicKey),
    );
    if (at >= 0) return chain.slice(at);
  }
  return [];
}

/** PEM blocks one after the other, each with one line end. */
export const pemOf = (certificates: readonly X509Certificate[]): string =>
  certificates.map((certificate) => `${certificate.toString().trim()}\n`).join('');
