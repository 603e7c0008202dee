import { CountersignError } from '../errors.js';
import type { Certificate } from './certificate.js';
import { readCertificates } from './certificate-file.js';
import { checkChain, isIssuedBy } from './chain.js';
import { formatName, subjectName } from './distinguished-name.js';
import { parseTrustPolicy } from './trust-policy.js';

/** What a trust policy is made from: what signed, and where it holds. */
export interface PolicyRequest {
  /** Of the statement and of its trust stores. */
  readonly name: string;
  /** `host/repository`, or `*` alone. */
  readonly scopes: readonly string[];
  readonly level: 'strict' | 'permissive' | 'audit';
  /** PEM of the signing chain, leaf first, root last; as it was signed with. */
  readonly certificates: PemFile;
  /** PEM with the root of a timestamp authority; undefined: certificates have to be valid when it is verified. */
  readonly timestampAuthority: PemFile | undefined;
}

interface PemFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface PolicyFiles {
  /** Relative paths, as they stand in notation's folder of configuration. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Who is trusted: a distinguished name, or `*`. */
  readonly identity: string;
  /** What the policy leaves open. */
  readonly caution: string | undefined;
}

/**
 * A trust policy and trust store for what a key and its certificates sign: the root, the subject of the leaf, and the
 * repositories that are named. Notation, Countersign and (by the root certificate) Kyverno and Ratify read them. Throws
 * CERTIFICATE_INVALID, TRUST_POLICY_INVALID.
 */
export function trustPolicyFiles(request: PolicyRequest): PolicyFiles {
  const { name, scopes, level, certificates, timestampAuthority } = request;
  const chain = readPem(certificates, (read) => {
    checkChain(read, 'code signing');
  });
  const root = chain.at(-1);
  const stamping =
    timestampAuthority &&
    readPem(timestampAuthority, (read) => {
      if (!read.some(isRoot)) throw new Error('no certificate of it is a self-signed root');
    }).filter(isRoot);
  const identity = identityOf(chain[0]);
  const policy = {
    version: '1.0',
    trustPolicies: [
      {
        name,
        registryScopes: scopes,
        signatureVerification: { level },
        trustStores: [`ca:${name}`, ...(stamping === undefined ? [] : [`tsa:${name}`])],
        trustedIdentities: [identity ?? '*'],
      },
    ],
  };
  const text = `${JSON.stringify(policy, undefined, 2)}\n`;
  parseTrustPolicy(Buffer.from(text), 'trustpolicy.json'); // names and scopes come from the user
  return {
    files: [
      { path: 'trustpolicy.json', text },
      { path: `truststore/x509/ca/${name}/root.pem`, text: pemOf(root) },
      ...(stamping ?? []).map((certificate, at) => ({
        path: `truststore/x509/tsa/${name}/root-${at + 1}.pem`,
        text: pemOf(certificate),
      })),
    ],
    identity: identity ?? '*',
    caution:
      identity === undefined
        ? 'The subject of the certificate lacks C, ST or O, or holds what notation does not compare: every certificate under its root is trusted ("*").'
        : undefined,
  };
}

const isRoot = (certificate: Certificate): boolean => isIssuedBy(certificate, certificate);

const pemOf = (certificate: Certificate | undefined): string =>
  certificate === undefined ? '' : `${certificate.x509.toString().trim()}\n`;

/** undefined: notation could not compare it. */
function identityOf(leaf: Certificate | undefined): string | undefined {
  if (leaf === undefined) return undefined;
  try {
    subjectName(leaf.subjectAttributes);
  } catch {
    return undefined;
  }
  return `x509.subject: ${formatName(leaf.subjectAttributes)}`;
}

function readPem(
  { path, bytes }: PemFile,
  check: (certificates: readonly Certificate[]) => void,
): readonly Certificate[] {
  try {
    const certificates = readCertificates(bytes);
    check(certificates);
    return certificates;
  } catch (cause) {
    throw new CountersignError('CERTIFICATE_INVALID', {
      what: `The certificates ${JSON.stringify(path)} cannot be trusted: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: 'Give the PEM chain that signs (notation-certificates), leaf first and root last.',
      cause,
    });
  }
}
