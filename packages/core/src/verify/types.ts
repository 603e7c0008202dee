import type { Digest } from '../oci/index.js';
import type { Statement } from '../claims/index.js';

/** Facts a Fulcio certificate states (OID 1.3.6.1.4.1.57264.1.N); undefined where the certificate does not say. */
export interface CertificateFacts {
  readonly issuer: string | undefined; // .8, else .1
  readonly buildSignerUri: string | undefined; // .9
  readonly buildSignerDigest: string | undefined; // .10
  readonly runnerEnvironment: string | undefined; // .11
  readonly sourceRepositoryUri: string | undefined; // .12
  readonly sourceRepositoryDigest: string | undefined; // .13
  readonly sourceRepositoryRef: string | undefined; // .14
  readonly sourceRepositoryIdentifier: string | undefined; // .15
  readonly sourceRepositoryOwnerUri: string | undefined; // .16
  readonly sourceRepositoryOwnerIdentifier: string | undefined; // .17
  readonly buildConfigUri: string | undefined; // .18
  readonly buildConfigDigest: string | undefined; // .19
  readonly buildTrigger: string | undefined; // .20
  readonly runInvocationUri: string | undefined; // .21
  readonly sourceRepositoryVisibility: string | undefined; // .22
}

export type VerifiedSigner =
  | { readonly kind: 'certificate'; readonly identity: string; readonly facts: CertificateFacts }
  | {
      readonly kind: 'key';
      /** base64 SHA-256 of the DER SPKI of the key that verified it */ readonly hint: string;
    };

/** What cryptography established about one claim; no policy is in here. */
export interface VerifiedClaim {
  readonly signer: VerifiedSigner;
  readonly subject: Digest;
  readonly predicateType: string;
  /** The signed bytes: statement JSON, or the simple-signing document. */
  readonly payload: Uint8Array;
  /** undefined for a simple-signing document. */
  readonly statement: Statement | undefined;
  readonly logEntries: readonly {
    readonly logIndex: number;
    readonly logId: string;
    readonly integratedTime: Date | undefined;
  }[];
  /** Verified times of signing, from log promises and timestamp authorities. */
  readonly times: readonly { readonly at: Date; readonly witness: 'log' | 'timestamp-authority' }[];
}
