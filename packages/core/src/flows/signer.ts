import type { SignerIdentity } from '../sign/index.js';
import type { VerifiedSigner } from '../verify/index.js';
import type { FlowReport } from './types.js';

/** Whose signature a claim must bear to count as one of this run. */
export type ExpectedSigner =
  | { readonly kind: 'key'; readonly hint: string }
  | { readonly kind: 'certificate'; readonly identity: string; readonly issuer: string };

/**
 * Who a token of GitHub Actions makes the signer: Fulcio takes the SAN from the claim that names the workflow. It saves a
 * certificate where everything is there already; undefined for tokens of others, whose identity the certificate tells.
 */
export function signerOfToken(claims: Readonly<Record<string, unknown>>): ExpectedSigner | undefined {
  const { iss, job_workflow_ref: workflow } = claims;
  if (typeof iss !== 'string' || typeof workflow !== 'string') return undefined;
  return { kind: 'certificate', identity: `${serverOf(iss)}/${workflow}`, issuer: iss };
}

export const signerOfSession = (signer: SignerIdentity): ExpectedSigner =>
  signer.kind === 'key'
    ? { kind: 'key', hint: signer.hint }
    : { kind: 'certificate', identity: signer.identity, issuer: signer.issuer };

/** The same SAN and issuer, or the same key. */
export function isSigner(found: VerifiedSigner, expected: ExpectedSigner): boolean {
  if (found.kind === 'key' || expected.kind === 'key') {
    return found.kind === 'key' && expected.kind === 'key' && found.hint === expected.hint;
  }
  return found.identity === expected.identity && found.facts.issuer === expected.issuer;
}

export function reportedSigner(expected: ExpectedSigner | undefined): FlowReport['signer'] {
  if (expected === undefined) return undefined;
  return expected.kind === 'key'
    ? { key: expected.hint }
    : { identity: expected.identity, issuer: expected.issuer };
}

function serverOf(issuer: string): string {
  const tenant = /^https:\/\/token\.actions\.([a-z0-9-]+\.ghe\.com)(?:\/|$)/.exec(issuer)?.[1];
  return tenant === undefined ? 'https://github.com' : `https://${tenant}`;
}
