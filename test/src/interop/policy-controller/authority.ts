import { readFile } from 'node:fs/promises';
import type { Asked, Facts } from '../contract.js';
import type { PolicyClaim } from '../policies/claims.js';
import { TRUST_ROOT } from '../trust/exported.js';

/** The one authority's name: conditions on the whole policy go by it. */
const AUTHORITY = 'ci';

/** The type of the statement that a signature in a bundle is. */
export const SIGNATURE_TYPE = 'https://sigstore.dev/cosign/sign/v1';

export interface AuthorityOptions {
  /** `bundle`: bundles that refer to the image, instead of the tags. */
  readonly format?: 'bundle';
  /** Trust by the TUF cache of the process, instead of a TrustRoot. */
  readonly tuf?: boolean;
  /** Of a rotated key: the one from before the change. */
  readonly key?: 'newest' | 'oldest';
  readonly attestations?: readonly unknown[];
}

/** Who has to have signed, and in which log it has to be. */
export async function authority(asked: Asked, options: AuthorityOptions = {}): Promise<unknown> {
  const { sigstore, wanted } = asked.stage;
  const { facts, written } = asked;
  return {
    name: AUTHORITY,
    ...(options.format === undefined ? {} : { signatureFormat: options.format }),
    ...(facts.signer === 'keyless'
      ? {
          keyless: {
            url: sigstore.fulcioUrl,
            ...trustOf(options),
            identities: [{ issuer: wanted.issuer, subject: wanted.identity }],
          },
        }
      : { key: { data: await readFile(publicKey(asked, options.key), 'utf8'), hashAlgorithm: 'sha256' } }),
    ...timeOf(asked, options),
    ...(written.signatureRepository === undefined ? {} : { source: [{ oci: written.signatureRepository }] }),
    ...(options.attestations === undefined ? {} : { attestations: options.attestations }),
  };
}

/** The log, where there is one; else, for certificates, the timestamp. */
function timeOf({ stage, facts }: Asked, options: AuthorityOptions): object {
  const trust = trustOf(options);
  if (facts.log !== 'none') return { ctlog: { url: stage.sigstore.rekorUrl, ...trust } };
  return facts.signer === 'keyless' && options.format === 'bundle' ? { rfc3161timestamp: trust } : {};
}

const trustOf = ({ tuf = false }: AuthorityOptions): object => (tuf ? {} : { trustRootRef: TRUST_ROOT });

function publicKey({ written }: Asked, which: 'newest' | 'oldest' = 'newest'): string {
  const path = written.publicKeys?.at(which === 'newest' ? -1 : 0);
  if (path === undefined) throw new Error('the exhibit names no public key');
  return path;
}

/** An attestation with its condition in CUE, of which JSON is a part. */
export const attestation = ({ predicateType, member, value }: PolicyClaim): unknown => ({
  name: 'claim',
  predicateType,
  policy: { type: 'cue', data: JSON.stringify({ predicate: nested(member, value) }) },
});

const nested = (member: readonly string[], value: unknown): unknown =>
  member.reduceRight((inner, name) => ({ [name]: inner }), value);

/**
 * The condition that a keyless authority's identities cannot state: that each certificate which matched was given to a
 * workflow of this repository, whoever wrote the workflow that it called.
 */
export function fromRepository(facts: Facts, repository: string, claim?: string): unknown {
  if (facts.signer !== 'keyless') return undefined;
  const each = `[...${JSON.stringify({ githubWorkflowRepo: repository })}]`;
  const matched = claim === undefined ? `signatures: ${each}` : `attestations: ${claim}: ${each}`;
  return { type: 'cue', data: `authorityMatches: ${AUTHORITY}: ${matched}` };
}
