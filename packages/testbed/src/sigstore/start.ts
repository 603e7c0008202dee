import type { FaultPlan, RequestLog } from '../http/index.js';
import { newCtLog } from './ct-log.js';
import { startFulcio } from './fulcio/service.js';
import type { TokenClaims } from './oidc/claims.js';
import { startIssuer } from './oidc/service.js';
import { startRekor } from './rekor/service.js';
import { startRekorV2 } from './rekor-v2/service.js';
import { signingConfig } from './trust/signing-config.js';
import { trustedRoot } from './trust/trusted-root.js';
import { startTsa } from './tsa/service.js';
import { startTuf, type RunningTuf } from './tuf/service.js';
import { newAuthority } from './x509/authority.js';
import { EKU_CODE_SIGNING, EKU_TIME_STAMPING } from './x509/extensions.js';

export interface SigstoreOptions {
  /** The `iss` of tokens: GitHub's own by default; `own` is the issuer's URL. */
  readonly issuer?: string;
  /** Other values of `iss` that Fulcio certifies too, for tokens whose claims say so: none by default. */
  readonly otherIssuers?: readonly string[];
  /** Laid over the default claims of every token; null takes one away. */
  readonly claims?: TokenClaims;
  /** Added before each request of each service: 0 by default. */
  readonly latencyMs?: number;
  /** false by default: timestamps in whole seconds. */
  readonly fractionalTimestamps?: boolean;
  /** The log that the signing config names: v1 by default. Both run, and the trusted root holds both. */
  readonly rekor?: 'v1' | 'v2';
  /** How long an entry of Rekor v2 waits for its checkpoint: 0 by default. */
  readonly checkpointIntervalMs?: number;
  /** Larger requests to Rekor v1 are answered with 413: 32 MiB by default. */
  readonly maxEntryBytes?: number;
  /** The clock of all services; the system's by default. */
  readonly now?: () => Date;
  /** The one in the certificates: neither `sigstore.dev` nor `GitHub, Inc.`, which gh treats in its own way. */
  readonly organization?: string;
}

export type SigstoreService = 'oidc' | 'fulcio' | 'rekor' | 'rekorV2' | 'tsa' | 'tuf';

/** A small Sigstore with fresh keys, on 127.0.0.1. Two of them know nothing of each other. */
export interface RunningSigstore {
  /** The `iss` of tokens and the issuer in certificates. */
  readonly issuer: string;
  /** Where discovery and keys are served. */
  readonly oidcUrl: string;
  /** What a runner gives its jobs as ACTIONS_ID_TOKEN_REQUEST_URL. */
  readonly tokenUrl: string;
  /** What a runner gives its jobs as ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly requestToken: string;
  readonly fulcioUrl: string;
  /** Rekor v1. */
  readonly rekorUrl: string;
  /** Rekor v2, to write to and to read tiles from; the trusted root calls it otherwise. */
  readonly rekorV2Url: string;
  /** With its path. */
  readonly tsaUrl: string;
  /** A TUF repository of the two documents below. */
  readonly tufUrl: string;
  /** The text of its root.json. */
  readonly tufRoot: string;
  /** The text of trusted_root.json. */
  readonly trustedRoot: string;
  /** The text of signing_config.json (v0.2). */
  readonly signingConfig: string;
  readonly pem: SigstorePem;
  /** To have the repository serve another version, or something else in its place. */
  readonly tuf: Pick<RunningTuf, 'publish' | 'replace' | 'paths'>;
  readonly faults: Readonly<Record<SigstoreService, FaultPlan>>;
  readonly requests: Readonly<Record<SigstoreService, RequestLog>>;
  /** A token for `sigstore` without a request, the given claims laid over the others. */
  token(claims?: TokenClaims): string;
  /** How many entries Rekor v1 holds. */
  logSize(): number;
  /** How many entries Rekor v2 holds. */
  tileLogSize(): number;
  stop(): Promise<void>;
}

/** Keys and certificates as PEM texts. */
export interface SigstorePem {
  /** Intermediate, then root. */
  readonly fulcioChain: string;
  readonly fulcioRoot: string;
  readonly rekorKey: string;
  readonly rekorV2Key: string;
  readonly ctlogKey: string;
  /** Signing certificate, intermediate, root. */
  readonly tsaChain: string;
}

export async function startSigstore(options: SigstoreOptions = {}): Promise<RunningSigstore> {
  const { now = () => new Date(), latencyMs = 0, organization = 'countersign test bed' } = options;
  const since = yearsFrom(now(), -1);
  const validity = { organization, notBefore: since, notAfter: yearsFrom(now(), CA_YEARS) };
  const [fulcioCa, tsaCa, ctLog] = await Promise.all([
    newAuthority({ ...validity, label: 'fulcio', purpose: EKU_CODE_SIGNING }),
    newAuthority({ ...validity, label: 'timestamping', purpose: EKU_TIME_STAMPING }),
    newCtLog(now),
  ]);
  const common = { now, latencyMs };
  const oidc = await startIssuer({
    ...common,
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
    ...(options.claims === undefined ? {} : { claims: options.claims }),
  });
  const [fulcio, rekor, rekorV2, tsa] = await Promise.all([
    startFulcio({
      ...common,
      authority: fulcioCa,
      ctLog,
      trusts: { ...oidc, otherIssuers: options.otherIssuers ?? [] },
    }),
    startRekor({
      ...common,
      ...(options.maxEntryBytes === undefined ? {} : { maxEntryBytes: options.maxEntryBytes }),
    }),
    startRekorV2({
      latencyMs,
      ...(options.checkpointIntervalMs === undefined
        ? {}
        : { checkpointIntervalMs: options.checkpointIntervalMs }),
    }),
    startTsa({ ...common, authority: tsaCa, fractionalTimestamps: options.fractionalTimestamps ?? false }),
  ]);

  const fulcioUrl = fulcio.origin;
  const [rekorUrl, rekorV2Url] = [rekor.origin, rekorV2.origin];
  const urls = { fulcioUrl, rekorUrl, rekorV2Url, tsaUrl: tsa.url, oidcUrl: oidc.oidcUrl };
  const { root, intermediate } = fulcioCa;
  const documents = {
    trustedRoot: json(
      trustedRoot({
        organization,
        since,
        fulcio: { url: fulcioUrl, chain: [intermediate.der, root.der] },
        // The log's key is all that is used of it: no request ever goes to a CT log.
        ctLog: { url: `${fulcioUrl}/ct`, key: ctLog.key },
        rekor: { url: rekorUrl, key: rekor.key },
        rekorV2: { url: rekorV2.baseUrl, key: rekorV2.key },
        tsa: { url: tsa.url, chain: tsa.chain },
      }),
    ),
    signingConfig: json(
      signingConfig({
        ...{ fulcioUrl, tsaUrl: tsa.url, oidcUrl: oidc.oidcUrl, operator: organization, since },
        rekor:
          options.rekor === 'v2'
            ? { url: rekorV2Url, majorApiVersion: 2 }
            : { url: rekorUrl, majorApiVersion: 1 },
      }),
    ),
  };
  const tuf = await startTuf({ ...common, ...documents });
  return {
    ...urls,
    ...documents,
    tufUrl: tuf.origin,
    tufRoot: tuf.root,
    tuf,
    issuer: oidc.issuer,
    tokenUrl: oidc.tokenUrl,
    requestToken: oidc.requestToken,
    pem: {
      fulcioChain: intermediate.pem + root.pem,
      fulcioRoot: root.pem,
      rekorKey: rekor.key.pem,
      rekorV2Key: rekorV2.key.pem,
      ctlogKey: ctLog.key.pem,
      tsaChain: tsa.chainPem,
    },
    faults: {
      oidc: oidc.faults,
      fulcio: fulcio.faults,
      rekor: rekor.faults,
      rekorV2: rekorV2.faults,
      tsa: tsa.faults,
      tuf: tuf.faults,
    },
    requests: {
      oidc: oidc.requests,
      fulcio: fulcio.requests,
      rekor: rekor.requests,
      rekorV2: rekorV2.requests,
      tsa: tsa.requests,
      tuf: tuf.requests,
    },
    token: (claims) => oidc.token(claims),
    logSize: () => rekor.size(),
    tileLogSize: () => rekorV2.size(),
    stop: async () => {
      await Promise.all([oidc.stop(), fulcio.stop(), rekor.stop(), rekorV2.stop(), tsa.stop(), tuf.stop()]);
    },
  };
}

const CA_YEARS = 10;

/** To the second: certificates hold no more. */
function yearsFrom(date: Date, years: number): Date {
  const moved = new Date(date);
  moved.setUTCMilliseconds(0);
  moved.setUTCFullYear(date.getUTCFullYear() + years);
  return moved;
}

const json = (document: object): string => `${JSON.stringify(document, undefined, 2)}\n`;
