import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CountersignError } from '@countersign/core/errors';
import { makeFolder } from './state/make-folder.js';
import { refuseWhileServed } from './state/still-served.js';
import type { FaultPlan, RequestLog } from './http/index.js';
import { startRegistry, type RegistryOptions, type RunningRegistry } from './registry/index.js';
import {
  startSigstore,
  type RunningSigstore,
  type SigstoreOptions,
  type SigstorePem,
  type SigstoreService,
  type TokenClaims,
} from './sigstore/index.js';

export interface TestbedOptions
  extends
    Pick<RegistryOptions, 'referrers' | 'auth' | 'ifMatch' | 'delete'>,
    Omit<SigstoreOptions, 'latencyMs'> {
  /**
   * Where the files go, made if it is not there (the folder around it has to be), `testbed.json` last, which goes first
   * when the test bed stops; a temporary folder, removed again, by default.
   */
  readonly stateDir?: string;
  /** Added before each request of each service: 0 by default. */
  readonly latencyMs?: number;
  /** More of the registry's behaviour. */
  readonly registryOptions?: RegistryOptions;
}

/** The environment of a job in the test bed: what `env` holds, and nothing else. */
export type TestbedEnvironment = Readonly<Record<string, string>>;

/** What `testbed.json` says: names, addresses and paths. */
export interface TestbedDescription {
  /** `127.0.0.1:port` */
  readonly registry: string;
  readonly auth: {
    readonly username: string;
    readonly password: string;
    /** A folder for DOCKER_CONFIG. */
    readonly dockerConfig: string;
  } | null;
  /** The issuer in tokens and certificates. */
  readonly issuer: string;
  /** Where discovery and keys are served. */
  readonly oidcUrl: string;
  /** `&audience=` and, for one token, `&claims=BASE64URL(JSON)` are added to it. */
  readonly tokenUrl: string;
  readonly fulcioUrl: string;
  /** Rekor v1. */
  readonly rekorUrl: string;
  /** Rekor v2, to write to and to read tiles from. */
  readonly rekorV2Url: string;
  /** With its path. */
  readonly tsaUrl: string;
  /** The path of trusted_root.json. */
  readonly trustedRoot: string;
  /** The path of signing_config.json. */
  readonly signingConfig: string;
  /** A TUF repository of trusted_root.json and signing_config.v0.2.json. */
  readonly tufUrl: string;
  /** The path of the root.json to trust it by. */
  readonly tufRoot: string;
  /** Paths of PEM files. */
  readonly pem: Readonly<Record<keyof SigstorePem, string>>;
  /** The path of a file of KEY=VALUE lines. */
  readonly env: string;
}

export type TestbedService = SigstoreService | 'registry';

/** A registry and a small Sigstore that answer until they are stopped. */
export interface Testbed extends TestbedDescription {
  /** What `testbed.json` says. */
  readonly description: TestbedDescription;
  /** Where the files are. */
  readonly stateDir: string;
  /** What the file `env` holds. */
  readonly environment: TestbedEnvironment;
  /** The bearer token for `tokenUrl`. */
  readonly requestToken: string;
  readonly faults: Readonly<Record<TestbedService, FaultPlan>>;
  readonly requests: Readonly<Record<TestbedService, RequestLog>>;
  readonly services: { readonly registry: RunningRegistry; readonly sigstore: RunningSigstore };
  /** A token without a request, the given claims laid over the defaults (an `exp` in the past: an expired one). */
  token(claims?: TokenClaims): string;
  stop(): Promise<void>;
}

/**
 * Starts a registry and a Sigstore on 127.0.0.1 and writes what a client needs to use them. Throws INPUT_INVALID for a
 * folder whose name would need quoting in the environment file, or that a running test bed uses.
 * Rejects with the file system's error where the folder cannot be made or written to.
 */
export async function startTestbed(options: TestbedOptions = {}): Promise<Testbed> {
  const {
    stateDir: wanted,
    referrers,
    auth,
    ifMatch,
    delete: deletes,
    registryOptions,
    ...sigstoreOptions
  } = options;
  const stateDir = await emptyOfDescription(wanted);
  const registry = await startRegistry({
    ...registryOptions,
    ...(referrers === undefined ? {} : { referrers }),
    ...(auth === undefined ? {} : { auth }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(deletes === undefined ? {} : { delete: deletes }),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
  });
  const sigstore = await startSigstore(sigstoreOptions);
  const stop = async (): Promise<void> => {
    try {
      await removeDescription(stateDir);
    } finally {
      await Promise.all([registry.stop(), sigstore.stop()]);
    }
    if (wanted === undefined) await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const { environment, ...description } = await writeFiles(stateDir, registry, sigstore);
    await writeLast(join(stateDir, DESCRIPTION), description);
    return {
      ...description,
      description,
      stateDir,
      environment,
      requestToken: sigstore.requestToken,
      faults: { ...sigstore.faults, registry: registry.faults },
      requests: { ...sigstore.requests, registry: registry.requests },
      services: { registry, sigstore },
      token: (claims) => sigstore.token(claims),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const DESCRIPTION = 'testbed.json';
const ENVIRONMENT = 'testbed.env';
/** What needs no quoting, in a shell or in a file of variables. */
const PLAIN_PATH = /^[\w./:@%+,-]+$/;

/** The folder's absolute path. A description of an earlier run is removed: it must not be taken for this one's. */
async function emptyOfDescription(wanted: string | undefined): Promise<string> {
  const folder = resolve(wanted ?? (await mkdtemp(join(tmpdir(), 'countersign-testbed-'))));
  if (!PLAIN_PATH.test(folder)) {
    throw new CountersignError('INPUT_INVALID', {
      what: `The test bed's folder ${JSON.stringify(folder)} has characters that an environment file would have to quote`,
      remedy: 'Choose a folder whose path consists of letters, digits and the characters . _ - / : @ % + ,',
    });
  }
  await makeFolder(folder);
  await refuseWhileServed(folder, join(folder, DESCRIPTION));
  await removeDescription(folder);
  return folder;
}

/** The description first: who finds it finds everything that it names. */
async function removeDescription(folder: string): Promise<void> {
  for (const name of [DESCRIPTION, ENVIRONMENT]) await rm(join(folder, name), { force: true });
}

async function writeFiles(
  stateDir: string,
  registry: RunningRegistry,
  sigstore: RunningSigstore,
): Promise<TestbedDescription & { readonly environment: TestbedEnvironment }> {
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(stateDir, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const { pem } = sigstore;
  const trustedRoot = await write('trusted_root.json', sigstore.trustedRoot);
  const signingConfig = await write('signing_config.json', sigstore.signingConfig);
  const tufRoot = await write('root.json', sigstore.tufRoot);
  const pemPaths = {
    fulcioChain: await write('fulcio-chain.pem', pem.fulcioChain),
    fulcioRoot: await write('fulcio-root.pem', pem.fulcioRoot),
    rekorKey: await write('rekor.pub.pem', pem.rekorKey),
    rekorV2Key: await write('rekor-v2.pub.pem', pem.rekorV2Key),
    ctlogKey: await write('ctlog.pub.pem', pem.ctlogKey),
    tsaChain: await write('tsa-chain.pem', pem.tsaChain),
  };
  const dockerConfig = join(stateDir, 'docker');
  if (registry.auth !== null) {
    await makeFolder(dockerConfig);
    await write(join('docker', 'config.json'), registry.auth.dockerConfig());
  }
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: sigstore.tokenUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: sigstore.requestToken,
    COUNTERSIGN_TRUSTED_ROOT: trustedRoot,
    COUNTERSIGN_SIGNING_CONFIG: signingConfig,
    ...(registry.auth === null ? {} : { DOCKER_CONFIG: dockerConfig }),
  };
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
  return {
    registry: registry.host,
    auth: registry.auth && {
      username: registry.auth.username,
      password: registry.auth.password,
      dockerConfig,
    },
    issuer: sigstore.issuer,
    oidcUrl: sigstore.oidcUrl,
    tokenUrl: sigstore.tokenUrl,
    fulcioUrl: sigstore.fulcioUrl,
    rekorUrl: sigstore.rekorUrl,
    rekorV2Url: sigstore.rekorV2Url,
    tsaUrl: sigstore.tsaUrl,
    trustedRoot,
    signingConfig,
    tufUrl: sigstore.tufUrl,
    tufRoot,
    pem: pemPaths,
    env: await write(ENVIRONMENT, lines.join('')),
    environment,
  };
}

/** By rename, so that whoever waits for the file never reads half of it. */
async function writeLast(path: string, description: object): Promise<void> {
  const draft = `${path}.new`;
  await writeFile(draft, `${JSON.stringify(description, undefined, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
}
