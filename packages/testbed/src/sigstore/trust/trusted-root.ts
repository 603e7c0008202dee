import type { NoteKey } from '../rekor-v2/log-key.js';
import type { SigningKey } from '../signing-key.js';

/** What trusted_root.json is made of. DER certificates, in the order leaf or intermediate to root. */
export interface TrustedRootParts {
  readonly organization: string;
  readonly fulcio: { readonly url: string; readonly chain: readonly Buffer[] };
  readonly ctLog: { readonly url: string; readonly key: SigningKey };
  readonly rekor: { readonly url: string; readonly key: SigningKey };
  readonly rekorV2: { readonly url: string; readonly key: NoteKey };
  readonly tsa: { readonly url: string; readonly chain: readonly Buffer[] };
  /** From when all of it is trusted. */
  readonly since: Date;
}

/** The TrustedRoot (sigstore_trustroot.proto) as protobuf JSON, in the form that cosign writes. */
export function trustedRoot(parts: TrustedRootParts): object {
  const { organization, fulcio, ctLog, rekor, rekorV2, tsa } = parts;
  const validFor = { start: parts.since.toISOString() };
  const log = ({ url, key }: { url: string; key: SigningKey | NoteKey }, keyDetails: string) => ({
    baseUrl: url,
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: key.spki.toString('base64'), keyDetails, validFor },
    logId: { keyId: key.id.toString('base64') },
  });
  const authority = ({ url, chain }: { url: string; chain: readonly Buffer[] }, commonName: string) => ({
    subject: { organization, commonName },
    uri: url,
    certChain: { certificates: chain.map((der) => ({ rawBytes: der.toString('base64') })) },
    validFor,
  });
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [log(rekor, 'PKIX_ECDSA_P256_SHA_256'), log(rekorV2, 'PKIX_ED25519')],
    certificateAuthorities: [authority(fulcio, 'fulcio root')],
    ctlogs: [log(ctLog, 'PKIX_ECDSA_P256_SHA_256')],
    timestampAuthorities: [authority(tsa, 'timestamping root')],
  };
}
