import { algorithmOf } from './algorithm.js';
import {
  BASIC_CONSTRAINTS,
  EXTENDED_KEY_USAGE,
  isSame,
  KEY_USAGE,
  NAME_CONSTRAINTS,
  readCertificate,
  type Certificate,
} from './certificate.js';
import { context, expect, inside, readDer, SEQUENCE } from './der.js';
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
  for (const certificate of chain) checkExtensions(certificate);
  // What a root says of uses binds nobody: it is trusted for what its store is for.
  for (const authority of authorities.slice(0, -1)) checkUses(authority, purpose);
}

/** Whether `certificate` bears the name of `issuer` as its issuer, and a signature of its key that is not over SHA-1. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!certificate.issuer.equals(issuer.subject)) return false;
  if (!certificate.hasSoundSignature) return false;
  try {
    return certificate.x509.verify(issuer.publicKey);
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

function checkLeaf(leaf: Certificate, purpose: ChainPurpose): void {
  const { basicConstraints, keyUsage, extendedKeyUsage: uses, extensions, publicKey } = leaf;
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
  if (algorithmOf(publicKey) === undefined) {
    throw untrusted(
      leaf,
      'has a key that is neither ECDSA P-256, P-384, P-521 nor RSA of 2048, 3072, 4096 bits',
    );
  }
}

function checkAuthority(authority: Certificate, below: number, purpose: ChainPurpose): void {
  const { basicConstraints, keyUsage, extensions } = authority;
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
  if (!isStrong(authority)) {
    throw untrusted(
      authority,
      'has a key that is neither ECDSA P-256, P-384, P-521 nor RSA of 2048 bits or more',
    );
  }
}

/** Whoever breaks a weak key below a trusted root issues certificates in the root's name. */
function isStrong({ publicKey }: Certificate): boolean {
  const { modulusLength = 0 } = publicKey.asymmetricKeyDetails ?? {};
  return publicKey.asymmetricKeyType === 'rsa'
    ? modulusLength >= 2048
    : algorithmOf(publicKey)?.kind === 'ec';
}

/** An authority that is made for other uses (e-mail, servers) issues none for this one, as all readers of X.509 have it. */
function checkUses(authority: Certificate, purpose: ChainPurpose): void {
  const demanded = purpose === 'timestamping' ? TIME_STAMPING : CODE_SIGNING;
  const uses = authority.extendedKeyUsage;
  if (uses === undefined || uses.some((use) => use === demanded || use === ANY_USE)) return;
  throw untrusted(authority, `may not issue certificates for ${purpose}`);
}

/**
 * Key usage, extended key usage, basic and name constraints, revocation lists, and those that say nothing about who may
 * issue what: key identifiers, policies, alternative names.
 */
const UNDERSTOOD: readonly string[] = [
  KEY_USAGE,
  EXTENDED_KEY_USAGE,
  BASIC_CONSTRAINTS,
  NAME_CONSTRAINTS,
  ...[14, 17, 31, 32, 35].map((number) => `2.5.29.${number}`),
];

/** RFC 5280 4.2: a certificate with a critical extension that is not known is refused. */
function checkExtensions(certificate: Certificate): void {
  const { extensions } = certificate;
  const strange = [...extensions].find(([oid, { critical }]) => critical && !UNDERSTOOD.includes(oid));
  if (strange !== undefined) {
    throw untrusted(certificate, `has the critical extension ${strange[0]}, which is not known`);
  }
  const constraints = extensions.get(NAME_CONSTRAINTS);
  if (constraints !== undefined && constrainsSubjects(constraints.value)) {
    throw untrusted(certificate, 'constrains the subjects that it may issue for, which is not supported');
  }
}

/** Whether name constraints (RFC 5280 4.2.1.10) speak of directory names: no other kind of name is looked at here. */
function constrainsSubjects(value: Buffer): boolean {
  const DIRECTORY_NAME = context(4);
  try {
    return inside(readDer(value, SEQUENCE)).some((subtrees) =>
      inside(subtrees).some((subtree) => inside(expect(subtree, SEQUENCE))[0]?.tag === DIRECTORY_NAME),
    );
  } catch {
    return true;
  }
}

const untrusted = (certificate: Certificate, what: string) =>
  rejection('CERTIFICATE_UNTRUSTED', `The certificate ${nameOf(certificate)} ${what}`);
