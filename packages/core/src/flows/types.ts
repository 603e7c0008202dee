import type { Context } from '../context.js';
import type { ImageReference, RepositoryName } from '../reference/index.js';
import type { CredentialSources } from '../registry/index.js';
import type { SigningConfigSource, TransparencyLog, TrustSource } from '../trust/index.js';
import type { IdentityTokenSources, KeySource } from '../sign/index.js';
import type { NotationFormat, TrustPolicy } from '../notation/index.js';
import type { Requirement, SignerRule } from '../policy/index.js';

/** What every flow is handed by an action or the CLI. */
export interface Services {
  readonly context: Context;
  readonly credentials: CredentialSources;
  /** A folder for the TUF cache that outlives the step (RUNNER_TEMP or the user's cache folder). */
  readonly cacheDir: string;
  /** For files that nobody needs once the run has ended; the runner empties it between jobs. */
  readonly tempDir: string;
  /** Where tools are kept between runs (RUNNER_TOOL_CACHE or the user's cache folder). */
  readonly toolCacheDir: string;
  /** Relative paths of inputs and outputs start here (GITHUB_WORKSPACE or the working directory). */
  readonly workDir: string;
  /** The environment of the process, from which programs get a few harmless variables and PATH is searched. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A repository that holds claims in place of the images' own, and who named it. */
export interface SignatureRepository {
  readonly name: RepositoryName;
  readonly source: 'signature-repository' | 'COSIGN_REPOSITORY';
}

export interface CommonOptions {
  readonly images: readonly ImageReference[];
  readonly allowTag: boolean;
  readonly platforms: 'all' | 'index';
  /** Hosts reached by plain http although they are not loopback. */
  readonly plainHttpHosts: readonly string[];
  readonly trust: TrustSource;
  /** undefined: claims live beside their image. Folders hold their own in any case. */
  readonly signatureRepository?: SignatureRepository | undefined;
}

export interface SigningOptions extends CommonOptions {
  /** What claims call images in folders, which will be pushed there later. */
  readonly title?: RepositoryName | undefined;
  readonly layouts: 'all' | 'bundle' | 'legacy';
  readonly identity: IdentityTokenSources;
  readonly onMissingIdentity: 'fail' | 'skip';
  /** With it no identity token is asked for. */
  readonly key: KeySource | undefined;
  readonly signingConfig: SigningConfigSource;
  readonly transparencyLog: TransparencyLog;
  readonly publicLog: 'refuse' | 'allow';
  readonly maxReferrers: number;
  readonly settleMs: number;
  readonly unsafeNoSettle: boolean;
  /**
   * Once a new attestation is verified, older ones of its type leave: those of this run's own signer, and of the
   * identities in `from`. undefined: everything stays.
   */
  readonly supersede?: { readonly from: readonly string[] };
  readonly dryRun: boolean;
}

export interface SignOptions extends SigningOptions {
  /** Signs for Notation too, or alone (`layouts: notation`: then no identity token is asked for). */
  readonly notation?: NotationSignOptions | undefined;
}

export interface NotationSignOptions {
  /** Nothing of Sigstore's is made. */
  readonly alone: boolean;
  readonly key: KeySource;
  /** PEM, leaf first, root last. */
  readonly certificates: { readonly path: string; readonly bytes: Uint8Array };
  readonly format: NotationFormat;
  /** undefined: the signature has no end of its own. */
  readonly expiryMs: number | undefined;
  /** A timestamp authority for this signature alone; without it: the one of the signing services that the run names. */
  readonly tsaUrl?: string;
  /** What made the signature, as `name/version`. */
  readonly agent: string;
}

/** Whom to trust for Notation signatures. */
export interface NotationTrust {
  readonly policy: TrustPolicy;
  /** The folder `truststore`, relative to the working directory. */
  readonly storePath: string;
}

export interface AttestOptions extends SigningOptions {
  readonly signature: boolean;
  readonly provenance: boolean;
  /** `platform` undefined: the document's own digest decides, else the digest given. */
  readonly documents: readonly {
    readonly kind: 'sbom' | 'vulnerability-report' | 'openvex';
    readonly platform: string | undefined;
    readonly path: string;
    readonly bytes: Uint8Array;
  }[];
  readonly predicates: readonly {
    readonly type: string;
    readonly path: string;
    readonly bytes: Uint8Array;
  }[];
}

export interface VerifyOptions extends CommonOptions {
  readonly signers: readonly SignerRule[];
  readonly requirements: readonly Requirement[];
  /** Needed where `notation` is required. */
  readonly notation?: NotationTrust | undefined;
  readonly mode: 'enforce' | 'warn';
  /** A new or empty folder for the predicates of claims that met a requirement; written only where all is accepted. */
  readonly predicatesDir?: string | undefined;
}

/** `platforms` is of no matter: one digest is looked at. */
export interface GetOptions extends CommonOptions {
  readonly signers: readonly SignerRule[];
  /** The type that is asked for. */
  readonly requirement: Requirement;
  /** undefined: the digest given. */
  readonly platform: string | undefined;
  /** Every predicate, the newest first, instead of the newest alone. */
  readonly all: boolean;
}

export interface TreeOptions extends CommonOptions {
  /** Without a rule the tree still tells whether each claim verifies and who signed it. */
  readonly signers: readonly SignerRule[];
  /** Without it Notation signatures are told apart only by whether they are whole. */
  readonly notation?: NotationTrust | undefined;
}

export type { ClaimReport, ClaimState, FlowReport, ImageReport } from '../report/index.js';
