import { join } from 'node:path';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import type {
  AttestOptions,
  ClaimReport,
  FlowReport,
  Services,
  SignOptions,
  TreeOptions,
  VerifyOptions,
} from '@countersign/core/flows';
import { parseReference } from '@countersign/core/reference';
import { parseRequirements, parseSignerRules, type RawSignerRules } from '@countersign/core/policy';
import {
  buildDemoImage,
  pushImage,
  startTestbed,
  type PushedImage,
  type Testbed,
  type TestbedOptions,
  type TokenClaims,
} from '@countersign/testbed';
import { hurriedClock } from '../support/hurried-clock.js';

export const IDENTITY = 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0';
/** For services that are made to stay away: the waits cost nothing, and a slow machine is not taken for a silent service. */
export const SHORT_WINDOW_MS = 10_000;
export const ISSUER = 'https://token.actions.githubusercontent.com';
export const BY_REPOSITORY: RawSignerRules = { sourceRepository: ['acme/app'] };

/** A test bed with a two-platform image in it, and what the flows are called with. */
export interface Stage {
  readonly bed: Testbed;
  readonly image: PushedImage;
  /** `host/acme/app@digest`. */
  readonly reference: string;
  readonly warnings: string[];
  /** `retryWindowMs`: how long a service that stays away is asked again; where it is given, the waits pass at once. */
  services(retryWindowMs?: number): Services;
  /** Pushes another image, or the same one elsewhere; answers its reference. */
  push(
    repository: string,
    options?: { readonly annotations?: Readonly<Record<string, string>> },
  ): Promise<string>;
  sign(
    changes?: Partial<SignOptions> & { readonly on?: readonly string[]; readonly claims?: TokenClaims },
  ): SignOptions;
  attest(
    changes?: Partial<AttestOptions> & { readonly on?: readonly string[]; readonly claims?: TokenClaims },
  ): AttestOptions;
  verify(
    rules?: RawSignerRules,
    require?: string,
    changes?: Partial<VerifyOptions> & { readonly on?: readonly string[] },
  ): VerifyOptions;
  tree(on?: readonly string[]): TreeOptions;
  stop(): Promise<void>;
}

const FILES = [{ path: 'hello', bytes: Buffer.from('hello\n') }];

export async function openStage(options: TestbedOptions = {}): Promise<Stage> {
  const bed = await startTestbed(options);
  const { registry } = bed.services;
  const push: Stage['push'] = async (repository, imageOptions) => {
    const pushed = await pushImage(registry, repository, buildDemoImage(FILES, undefined, imageOptions));
    return `${registry.host}/${repository}@${pushed.digest}`;
  };
  const image = await pushImage(registry, 'acme/app', buildDemoImage(FILES));
  const reference = `${registry.host}/acme/app@${image.digest}`;
  const warnings: string[] = [];
  const clients: { close(): void }[] = [];

  const common = (on: readonly string[] = [reference]) => ({
    images: on.map(parseReference),
    allowTag: false,
    platforms: 'all' as const,
    plainHttpHosts: [],
    trust: { kind: 'file' as const, path: bed.trustedRoot },
  });
  const signing = ({ on, claims, ...changes }: Parameters<Stage['sign']>[0] = {}): SignOptions => ({
    ...common(on),
    layouts: 'all',
    identity: {
      input: bed.token(claims),
      runner: undefined,
      sigstoreIdToken: undefined,
      situation: 'not-a-runner',
      mask: () => undefined,
    },
    onMissingIdentity: 'fail',
    key: undefined,
    signingConfig: { kind: 'file', path: bed.signingConfig },
    transparencyLog: 'rekor-v1',
    publicLog: 'refuse',
    maxReferrers: 50,
    settleMs: 10,
    unsafeNoSettle: false,
    dryRun: false,
    ...changes,
  });

  return {
    bed,
    image,
    reference,
    warnings,
    push,
    services: (retryWindowMs) => {
      const signal = new AbortController().signal;
      const log = {
        debug: () => undefined,
        info: () => undefined,
        warn: (message: string) => warnings.push(message),
      };
      const base = { clock: systemClock, random: systemRandom, log, signal };
      const http = createHttpClient(
        retryWindowMs === undefined
          ? { ...base, retryWindowMs: 20_000 }
          : { ...base, retryWindowMs, clock: hurriedClock() },
      );
      clients.push(http);
      return {
        context: { ...base, http },
        credentials: {
          explicit: [],
          env: bed.auth === null ? {} : { DOCKER_CONFIG: bed.auth.dockerConfig },
          homeDir: undefined,
        },
        cacheDir: join(bed.stateDir, 'cache'),
        tempDir: bed.stateDir,
        toolCacheDir: join(bed.stateDir, 'tools'),
        workDir: bed.stateDir,
        env: process.env,
      };
    },
    sign: signing,
    attest: (changes = {}) => ({
      ...signing(changes),
      signature: false,
      provenance: false,
      documents: [],
      predicates: [],
      ...changes,
    }),
    verify: (rules = BY_REPOSITORY, require = 'signature', { on, ...changes } = {}) => ({
      ...common(on),
      signers: parseSignerRules(rules),
      requirements: parseRequirements(require, changes.platforms ?? 'all'),
      mode: 'enforce',
      ...changes,
    }),
    tree: (on) => ({ ...common(on), signers: [] }),
    stop: async () => {
      for (const client of clients) client.close();
      await bed.stop();
    },
  };
}

/** All claims of a report. */
export const claimsOf = (report: FlowReport): readonly ClaimReport[] =>
  report.images.flatMap(({ claims }) => claims);

/** How many claims are in each state: `{ stored: 6 }`. */
export function states(report: FlowReport): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state } of claimsOf(report)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Why a report is not as expected, for the message of an assertion. */
export const why = (report: FlowReport): string =>
  JSON.stringify({
    status: report.status,
    error: report.error && { code: report.error.code, message: report.error.message },
    states: states(report),
    unmet: report.images.flatMap(({ requirements }) => requirements.filter(({ met }) => !met)),
  });
