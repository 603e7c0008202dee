import type { ASN1Obj, X509Certificate } from '@sigstore/core';

/**
 * The library encodes a certificate again for every comparison and every signature check, which is most of what a
 * verification costs. A parsed certificate does not change, so its whole, its signed part and its key are encoded once.
 */
export function rememberDer(certificate: X509Certificate): X509Certificate {
  const signedPart = certificate.root.subs[0];
  for (const part of [certificate.root, signedPart, signedPart?.subs[6]]) {
    if (part !== undefined) rememberPart(part);
  }
  return certificate;
}

function rememberPart(part: ASN1Obj): void {
  const encode = part.toDER.bind(part);
  let der: Buffer | undefined;
  Object.defineProperty(part, 'toDER', { value: () => (der ??= encode()) });
}
