import { newSigningKey, type SigningKey } from '../signing-key.js';
import { issueCertificate, type CertificateName, type IssuedCertificate } from './certificate.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  subjectKeyIdentifier,
} from './extensions.js';

/** A root and the intermediate that issues under it. */
export interface CertificateAuthority {
  readonly root: IssuedCertificate;
  readonly intermediate: IssuedCertificate;
  /** The intermediate's name and key, with which leaves are signed. */
  readonly name: CertificateName;
  readonly key: SigningKey;
}

export interface AuthorityOptions {
  /** The same on both certificates: gh compares it with the leaf's issuer. */
  readonly organization: string;
  /** `fulcio` gives `fulcio root` and `fulcio intermediate`. */
  readonly label: string;
  /** What the intermediate may issue for. */
  readonly purpose: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Makes a root (path length 1) and an intermediate (path length 0, bound to one purpose), both with fresh keys. */
export async function newAuthority(options: AuthorityOptions): Promise<CertificateAuthority> {
  const { organization, label, purpose, notBefore, notAfter } = options;
  const [rootKey, key] = await Promise.all([newSigningKey(), newSigningKey()]);
  const rootName = { organization, commonName: `${label} root` };
  const name = { organization, commonName: `${label} intermediate` };
  const root = await issueCertificate(
    {
      subject: rootName,
      issuer: rootName,
      spki: rootKey.spki,
      notBefore,
      notAfter,
      extensions: [keyUsage('ca'), basicConstraints(1), subjectKeyIdentifier(rootKey.spki)],
    },
    rootKey,
  );
  const intermediate = await issueCertificate(
    {
      subject: name,
      issuer: rootName,
      spki: key.spki,
      notBefore,
      notAfter,
      extensions: [
        keyUsage('ca'),
        extendedKeyUsage(purpose, false),
        basicConstraints(0),
        subjectKeyIdentifier(key.spki),
        authorityKeyIdentifier(rootKey.spki),
      ],
    },
    rootKey,
  );
  return { root, intermediate, name, key };
}
