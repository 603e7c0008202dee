import { algorithmOf } from './algorithm.js';
import {
  BASIC_CONSTRAINTS,
  EXTENDED_KEY_USAGE,
  isSame,
  KEY_USAGE,
  readCertificate,
  type Certificate,
} from './certificate.js';
import { formatName } from './distinguished-name.js';
import { MAX_CERTIFICATES_IN_CHAIN } from '../limits.js';
import { quote, rejection } from './rejection.js';

/** What a chain is made for. */
export type ChainPurpose = 'code signing' | 'timestamping';

/** Reads the certificates of an envelope, leaf first. Throws NOTATION_MALFORMED. */
export function readChain(ders: readonly Uint8Array[]): readonly Certificate[] {
  if (ders.length === 0) throw rejection('NOTATION_MALFORMED', 'The signature holds no certificate');
  if (ders.length > MAX_CERTIFICATES_IN_CHAIN) {
    throw rejection(
      'NOTATION_MALFORMED',
      `The signature holds ${ders.length} certificates, more than ${MAX_CERTIFICATES_IN_CHAIN}`,
    );
  }
  return ders.map((der, at) => {
    try {
      return readCertificate(der);
    } catch (cause) {
      const why = cause instanceof Error ? `: ${cause.message}` : '';
      throw rejection(
        'NOTATION_MALFORMED',
        `Certificate ${at + 1} of the signature cannot be read${why}`,
        cause,
      );
    }
  });
}

/**
 * Holds an ordered chain (leaf first, root last and self-signed; or one self-signed leaf) to the rules of the signature
 * specification, "Certificate Requirements". When each was valid is for others to say. Throws CERTIFICATE_UNTRUSTED.
 */
export function checkChain(chain: readonly Certificate[], purpose: ChainPurpose): void {
  const [leaf, ...authorities] = chain;
  if (leaf === undefined) throw rejection('CERTIFICATE_UNTRUSTED', 'There is no certificate');
  for (const [at, certificate] of chain.entries()) {
    const issuer = chain[at + 1];
    const selfSigned = isIssuedBy(certificate, certificate);
    if (issuer === undefined) {
      if (!selfSigned) throw untrusted(certificate, 'ends the chain and is not self-signed');
    } else if (selfSigned) {
      throw untrusted(certificate, 'is self-signed, and others follow it');
    } else if (!isIssuedBy(certificate, issuer)) {
      throw untrusted(certificate, `was not issued by the one that follows it, ${nameOf(issuer)}`);
    }
    if (at > 0 && chain.slice(0, at).some((other) => isSame(other, certificate))) {
      throw untrusted(certificate, 'stands in the chain twice');
    }
  }
  checkLeaf(leaf, purpose);
  for (const [below, authority] of authorities.entries()) checkAuthority(authority, below, purpose);
}

/** Whether `certificate` bears the name of `issuer` as its issuer, and a signature of its key that is not over SHA-1. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!certificate.issuer.equals(issuer.subject)) return false;
  if (!SOUND_SIGNATURES.has(certificate.signatureAlgorithm)) return false;
  try {
    return certificate.x509.verify(issuer.x509.publicKey);
  } catch {
    return false; // a key of another kind than the signature's
  }
}

/** The subject of a certificate, for messages. */
export const nameOf = ({ subjectAttributes }: Certificate): string => quote(formatName(subjectAttributes));

/** The first certificate that was not valid at that time; undefined: all were. */
export const invalidAt = (chain: readonly Certificate[], time: Date): Certificate | undefined =>
  chain.find(({ notBefore, notAfter }) => time < notBefore || time > notAfter);

const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const ANY_USE = '2.5.29.37.0';
/** anyExtendedKeyUsage, serverAuth, clientAuth, emailProtection, OCSPSigning: a signer of code is none of them. */
const OTHER_USES = [ANY_USE, ...[1, 2, 4, 9].map((use) => `1.3.6.1.5.5.7.3.${use}`)];

const [DIGITAL_SIGNATURE, CERTIFICATE_SIGNING] = [0, 5];
/** keyEncipherment, dataEncipherment, keyAgreement, keyCertSign, cRLSign, encipherOnly, decipherOnly. */
const LEAF_BITS_REFUSED = [2, 3, 4, 5, 6, 7, 8];

/** RSA (PKCS #1 v1.5, PSS) and ECDSA over SHA-2; SHA-1 and MD5 are refused. */
const SOUND_SIGNATURES: ReadonlySet<string> = new Set([
  ...[10, 11, 12, 13].map((number) => `1.2.840.113549.1.1.${number}`),
  ...[2, 3, 4].map((number) => `1.2.840.10045.4.3.${number}`),
]);

function checkLeaf(leaf: Certificate, purpose: ChainPurpose): void {
  const { basicConstraints, keyUsage, extendedKeyUsage: uses, extensions, x509 } = leaf;
  if (basicConstraints?.ca === true) throw untrusted(leaf, 'signed and is a certificate authority');
  if (keyUsage === undefined) throw untrusted(leaf, 'has no key usage');
  if (purpose === 'code signing' && extensions.get(KEY_USAGE)?.critical !== true) {
    throw untrusted(leaf, 'has a key usage that is not critical');
  }
  if (!keyUsage.has(DIGITAL_SIGNATURE)) throw untrusted(leaf, 'may not make digital signatures');
  if (LEAF_BITS_REFUSED.some((bit) => keyUsage.has(bit))) {
    throw untrusted(leaf, 'may use its key for more than digital signatures');
  }
  if (purpose === 'timestamping') {
    // RFC 3161 2.3: this one use alone, and critical.
    const alone = uses?.length === 1 && uses[0] === TIME_STAMPING;
    if (!alone || extensions.get(EXTENDED_KEY_USAGE)?.critical !== true) {
      throw untrusted(leaf, 'was not issued for timestamps alone');
    }
  } else if (uses?.some((use) => use === TIME_STAMPING || OTHER_USES.includes(use)) === true) {
    throw untrusted(leaf, 'was issued for other uses than signing code');
  }
  if (algorithmOf(x509.publicKey) === undefined) {
    throw untrusted(
      leaf,
      'has a key that is neither ECDSA P-256, P-384, P-521 nor RSA of 2048, 3072, 4096 bits',
    );
  }
}

function checkAuthority(authority: Certificate, below: number, purpose: ChainPurpose): void {
  const { basicConstraints, keyUsage, extensions, extendedKeyUsage: uses } = authority;
  if (basicConstraints?.ca !== true || extensions.get(BASIC_CONSTRAINTS)?.critical !== true) {
    throw untrusted(
      authority,
      'issued another one and is no certificate authority by critical basic constraints',
    );
  }
  if (basicConstraints.pathLength !== undefined && basicConstraints.pathLength < below) {
    throw untrusted(
      authority,
      `allows ${basicConstraints.pathLength} authorities below it, and there are ${below}`,
    );
  }
  if (keyUsage?.has(CERTIFICATE_SIGNING) !== true) throw untrusted(authority, 'may not sign certificates');
  if (purpose === 'code signing' && extensions.get(KEY_USAGE)?.critical !== true) {
    throw untrusted(authority, 'has a key usage that is not critical');
  }
  const demanded = purpose === 'timestamping' ? TIME_STAMPING : CODE_SIGNING;
  // Of an authority for code signing the specification leaves this alone; RFC 3161's readers hold authorities to it.
  if (purpose === 'timestamping' && uses?.some((use) => use === demanded || use === ANY_USE) === false) {
    throw untrusted(authority, 'may not issue certificates for timestamps');
  }
}

const untrusted = (certificate: Certificate, what: string) =>
  rejection('CERTIFICATE_UNTRUSTED', `The certificate ${nameOf(certificate)} ${what}`);
