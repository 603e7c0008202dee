import type { NotationAlgorithm } from './algorithm.js';
import type { Certificate } from './certificate.js';

export type NotationFormat = 'jws' | 'cose';

/** Media types of the envelopes (signature specification, "Signature Envelope"). */
export const ENVELOPE_TYPE: Readonly<Record<NotationFormat, string>> = {
  jws: 'application/jose+json',
  cose: 'application/cose',
};
export const PAYLOAD_TYPE = 'application/vnd.cncf.notary.payload.v1+json';

export type SigningScheme = 'notary.x509' | 'notary.x509.signingAuthority';

/** Names of the signed and unsigned attributes, the same in both formats. */
export const SIGNING_SCHEME = 'io.cncf.notary.signingScheme';
export const SIGNING_TIME = 'io.cncf.notary.signingTime';
export const AUTHENTIC_SIGNING_TIME = 'io.cncf.notary.authenticSigningTime';
export const EXPIRY = 'io.cncf.notary.expiry';
export const VERIFICATION_PLUGIN = 'io.cncf.notary.verificationPlugin';
export const TIMESTAMP_SIGNATURE = 'io.cncf.notary.timestampSignature';
export const SIGNING_AGENT = 'io.cncf.notary.signingAgent';

/** What is signed: the descriptor of a manifest. */
export interface TargetArtifact {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** What an envelope says, in either format, before anything of it is believed. */
export interface ReadEnvelope {
  readonly format: NotationFormat;
  /** As the envelope names it: held to the key's own before it is used. */
  readonly algorithm: NotationAlgorithm['jws'];
  readonly payload: Uint8Array;
  /** The bytes that the signature is over. */
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly scheme: SigningScheme;
  /** By the signer's clock; with a signing authority, by the authority's. */
  readonly signingTime: Date;
  readonly expiry: Date | undefined;
  readonly chain: readonly Uint8Array[];
  readonly timestamp: Uint8Array | undefined;
  readonly agent: string | undefined;
}

/** An envelope whose signature, chain and payload hold together; whom to trust is not decided. */
export interface IntactSignature {
  readonly envelope: ReadEnvelope;
  readonly target: TargetArtifact;
  readonly chain: readonly Certificate[];
  readonly leaf: Certificate;
}
