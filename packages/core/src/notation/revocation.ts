import type { Certificate } from './certificate.js';

const AUTHORITY_INFORMATION_ACCESS = '1.3.6.1.5.5.7.1.1';
const CRL_DISTRIBUTION_POINTS = '2.5.29.31';
/** id-ad-ocsp, as it stands in the extension: 1.3.6.1.5.5.7.48.1 in DER. */
const OCSP = Buffer.from('06082b06010505073001', 'hex');

/** How a certificate says that its revocation can be looked up; empty: it cannot be, and notation lets it pass as well. */
export const revocationSources = ({ extensions }: Certificate): readonly ('OCSP' | 'a CRL')[] => [
  ...(extensions.get(AUTHORITY_INFORMATION_ACCESS)?.value.includes(OCSP) === true ? (['OCSP'] as const) : []),
  ...(extensions.has(CRL_DISTRIBUTION_POINTS) ? (['a CRL'] as const) : []),
];
