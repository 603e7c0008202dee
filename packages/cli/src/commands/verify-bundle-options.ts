import { CountersignError } from '@countersign/core/errors';
import type { Arguments } from '../arguments.js';
import { requiredFlag } from '../flag-values.js';

/** What the sigstore-conformance protocol asks: one bundle, one signer, one file or digest. */
export interface BundleQuestion {
  /** Path of the bundle. */
  readonly bundle: string;
  readonly signer:
    | { readonly kind: 'certificate'; readonly identity: string; readonly issuer: string }
    /** Path of a PEM file. */
    | { readonly kind: 'key'; readonly path: string };
  /** Path of trusted_root.json; undefined: the public good. */
  readonly trustedRoot: string | undefined;
  /** As typed: a path, or a digest where no such file exists. */
  readonly artifact: string;
}

/** Throws INPUT_MISSING for what the protocol demands and INPUTS_CONTRADICT for a key beside an identity. */
export function readBundleQuestion({ flags, positionals }: Arguments): BundleQuestion {
  const [artifact, extra] = positionals;
  if (artifact === undefined)
    throw missing('no file is given', 'Give the signed file, or its digest, as the last argument.');
  if (extra !== undefined)
    throw contradicts(
      `two files are given, the second is ${JSON.stringify(extra)}`,
      'Give one file or digest.',
    );

  const bundle = requiredFlag(flags, 'bundle', 'Give --bundle FILE.');
  const trustedRoot = flags.get('trusted-root');
  if (flags.get('staging') === 'true' && trustedRoot === undefined) {
    throw missing(
      "--staging needs --trusted-root: the root of Sigstore's staging instance is not built in",
      'Give --trusted-root FILE with the trusted_root.json of that instance.',
    );
  }
  const key = flags.get('key');
  if (key === undefined) {
    const identity = requiredFlag(
      flags,
      'certificate-identity',
      'Give --certificate-identity ID, or --key PEM.',
    );
    const issuer = requiredFlag(flags, 'certificate-oidc-issuer', 'Give --certificate-oidc-issuer URL.');
    return { bundle, trustedRoot, artifact, signer: { kind: 'certificate', identity, issuer } };
  }
  if (flags.has('certificate-identity') || flags.has('certificate-oidc-issuer')) {
    throw contradicts('--key and a certificate identity are both given', 'Give one of them: who signed.');
  }
  return { bundle, trustedRoot, artifact, signer: { kind: 'key', path: key } };
}

const missing = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUT_MISSING', { what, remedy });

const contradicts = (what: string, remedy: string): CountersignError =>
  new CountersignError('INPUTS_CONTRADICT', { what, remedy });
