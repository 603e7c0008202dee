import { currentFirst, isEcdsa, trustParts } from '../parts.js';
import type { AuthorityPart, LogPart, Validity } from '../parts.js';
import { parseTrustedRoot } from '../trusted-root.js';
import type { TargetToSign } from './sign-repository.js';

/** The targets of a Sigstore's TUF repository, and what of its trusted root only newer clients get. */
export interface SigstoreTargets {
  readonly targets: readonly TargetToSign[];
  /** A sentence each. */
  readonly notes: readonly string[];
}

/**
 * What a TUF repository of a Sigstore holds: trusted_root.json and signing_config.v0.2.json, and the single files that
 * clients older than trusted_root.json look for (cosign up to 2.5, Kyverno, slsa-verifier): by `usage` and `status` in
 * the custom metadata, else by these names (sigstore/sigstore pkg/tuf). Throws TRUSTED_ROOT_INVALID.
 */
export function sigstoreTargets(
  documents: { readonly trustedRoot: Uint8Array; readonly signingConfig?: Uint8Array },
  now: Date,
): SigstoreTargets {
  const { trustedRoot, signingConfig } = documents;
  const parts = trustParts(parseTrustedRoot(trustedRoot, 'for the TUF repository'), now);
  const notes: string[] = [];
  const logs = currentFirst(parts.tlogs).filter(isEcdsa);
  const left = parts.tlogs.length - logs.length;
  if (left > 0)
    notes.push(`${left} of ${parts.tlogs.length} logs have no ECDSA key: only trusted_root.json names them.`);
  const [tsa, ...otherTsas] = currentFirst(parts.timestampAuthorities);
  if (otherTsas.length > 0)
    notes.push(
      `Older clients know one timestamp authority: ${otherTsas.length} more are in trusted_root.json alone.`,
    );
  return {
    targets: [
      { path: 'trusted_root.json', bytes: trustedRoot },
      ...(signingConfig === undefined ? [] : [{ path: 'signing_config.v0.2.json', bytes: signingConfig }]),
      ...currentFirst(parts.certificateAuthorities).flatMap(fulcioTargets),
      ...logs.map((log, at) => logTarget('Rekor', 'rekor', log, at)),
      ...currentFirst(parts.ctlogs).map((log, at) => logTarget('CTFE', 'ctfe', log, at)),
      ...(tsa === undefined ? [] : tsaTargets(tsa)),
    ],
    notes,
  };
}

type Usage = 'Fulcio' | 'Rekor' | 'CTFE' | 'TSA';

const target = (
  path: string,
  pem: string,
  usage: Usage,
  { validity, url }: { readonly validity: Validity; readonly url: string },
): TargetToSign => ({
  path,
  bytes: Buffer.from(pem),
  custom: { sigstore: { usage, status: validity === 'expired' ? 'Expired' : 'Active', uri: url } },
});

/** The first authority under the names that clients fall back to; of `fulcio.crt.pem` they know that it is a root. */
function fulcioTargets(authority: AuthorityPart, at: number): TargetToSign[] {
  const { certificates } = authority;
  const version = `v${at + 1}`;
  const root = certificates.at(-1);
  const intermediates = certificates.slice(0, -1);
  return [
    ...(root === undefined
      ? []
      : [
          ...(at === 0 ? [target('fulcio.crt.pem', root.pem, 'Fulcio', authority)] : []),
          target(`fulcio_${version}.crt.pem`, root.pem, 'Fulcio', authority),
        ]),
    ...intermediates.map(({ pem }, place) =>
      target(
        `fulcio_intermediate_${version}${place === 0 ? '' : `_${place}`}.crt.pem`,
        pem,
        'Fulcio',
        authority,
      ),
    ),
  ];
}

const logTarget = (usage: Usage, name: string, log: LogPart, at: number): TargetToSign =>
  target(at === 0 ? `${name}.pub` : `${name}_${at + 1}.pub`, log.pem, usage, log);

/** cosign wants exactly one certificate that is no authority's, and its root. */
function tsaTargets(authority: AuthorityPart): TargetToSign[] {
  const [leaf, ...chain] = authority.certificates;
  const root = chain.at(-1);
  if (leaf === undefined || root === undefined || leaf.isCa) return [];
  return [
    target('tsa_leaf.crt.pem', leaf.pem, 'TSA', authority),
    ...chain
      .slice(0, -1)
      .map(({ pem }, at) => target(`tsa_intermediate_${at}.crt.pem`, pem, 'TSA', authority)),
    target('tsa_root.crt.pem', root.pem, 'TSA', authority),
  ];
}
