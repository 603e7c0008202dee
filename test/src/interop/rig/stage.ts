import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildDemoImage,
  pushImage,
  startSigstore,
  startTestbed,
  type RunningSigstore,
} from '@countersign/testbed';
import { runProcess } from '../../support/run-process.js';
import type { PlaceFacts, SigstoreFiles, Stage } from '../contract.js';
import { startRealSigstore, type RealSigstore } from '../real-sigstore/start.js';
import { countersignHere } from './countersign.js';
import { programPath } from './programs.js';
import { startForeignRegistry } from './registries.js';

/** A stage that runs until it is stopped. */
export interface OpenStage extends Stage {
  stop(): Promise<void>;
}

/** Who signs in every exhibit that is to be accepted: the test bed's release workflow, in GitHub's words. */
const WANTED = {
  identity: 'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0',
  repository: 'acme/app',
};

/** An issuer that the same Fulcio certifies, and that nobody is to trust for this identity. */
export const OTHER_ISSUER = 'https://gitlab.example';

/** Starts a place: its registry, the Sigstore that is trusted there, and another that is not. */
export async function openStage(place: PlaceFacts): Promise<OpenStage> {
  const root = await mkdtemp(join(tmpdir(), 'countersign-interop-'));
  const bed = await startTestbed({
    stateDir: join(root, 'testbed'),
    referrers: place.answers ?? place.referrersApi,
    ifMatch: place.referrersApi,
    auth: place.auth,
    otherIssuers: [OTHER_ISSUER],
  });
  const untrusted = await startSigstore();
  const foreign =
    place.registry === 'testbed'
      ? undefined
      : await startForeignRegistry(place.registry, join(root, 'registry'));
  const host = foreign?.host ?? bed.registry;
  const real = place.sigstore === 'real' ? await startRealSigstore(join(root, 'real')) : undefined;
  const sigstore: SigstoreFiles = real ?? bed;
  const environment = real === undefined ? bed.environment : jobOf(real);
  const home = join(root, 'home');
  const emptyDockerConfig = join(root, 'docker');
  await Promise.all([mkdir(home), mkdir(emptyDockerConfig)]);
  const dockerConfig = bed.auth?.dockerConfig ?? emptyDockerConfig;
  const made = new Map<string, Promise<unknown>>();
  const stops: (() => Promise<void>)[] = [
    () => real?.stop() ?? Promise.resolve(),
    () => foreign?.stop() ?? Promise.resolve(),
    () => untrusted.stop(),
    () => bed.stop(),
  ];

  const stage: OpenStage = {
    place,
    host,
    auth: bed.auth,
    dockerConfig,
    sigstore,
    untrusted: await writeSigstore(untrusted, join(root, 'untrusted')),
    wanted: { ...WANTED, issuer: sigstore.issuer },
    push: async (repository, content = repository) => {
      const image = buildDemoImage([{ path: 'content', bytes: Buffer.from(content) }]);
      const { digest, platforms } = await pushImage(
        { origin: `http://${host}`, auth: bed.auth },
        repository,
        image,
      );
      const at = (each: string): string => `${host}/${repository}@${each}`;
      return { index: at(digest), platforms: platforms.map((platform) => at(platform.digest)) };
    },
    folder: () => mkdtemp(join(root, 'case-')),
    run: (program, args, options = {}) =>
      runProcess(programPath(program), args, {
        ...options,
        env: { HOME: home, DOCKER_CONFIG: dockerConfig, ...options.env },
      }),
    countersign: async (args, { mayFail = false, env = {} } = {}) => {
      const ran = await countersignHere(args, {
        PATH: process.env.PATH ?? '',
        HOME: home,
        ...environment,
        DOCKER_CONFIG: dockerConfig,
        ...env,
      });
      if (ran.code !== 0 && !mayFail) throw new Error(`countersign ${args.join(' ')}: ${ran.stderr}`);
      return ran;
    },
    once: <T>(name: string, make: () => Promise<T>) => {
      const known = made.get(name) ?? make();
      made.set(name, known);
      return known as Promise<T>;
    },
    onStop: (stop) => {
      stops.unshift(stop);
    },
    stop: async () => {
      for (const stop of stops) await stop();
      await rm(root, { recursive: true, force: true });
    },
  };
  return stage;
}

/** What a job is told that signs with a Sigstore of its own. */
const jobOf = (real: RealSigstore): Readonly<Record<string, string>> => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: real.tokenUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: real.requestToken,
  COUNTERSIGN_TRUSTED_ROOT: real.trustedRoot,
  COUNTERSIGN_SIGNING_CONFIG: real.signingConfig,
});

/** Writes a Sigstore's files as the test bed writes its own. */
async function writeSigstore(sigstore: RunningSigstore, folder: string): Promise<SigstoreFiles> {
  await mkdir(folder);
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const { pem } = sigstore;
  return {
    issuer: sigstore.issuer,
    trustedRoot: await write('trusted_root.json', sigstore.trustedRoot),
    signingConfig: await write('signing_config.json', sigstore.signingConfig),
    pem: {
      fulcioChain: await write('fulcio-chain.pem', pem.fulcioChain),
      fulcioRoot: await write('fulcio-root.pem', pem.fulcioRoot),
      rekorKey: await write('rekor.pub.pem', pem.rekorKey),
      ctlogKey: await write('ctlog.pub.pem', pem.ctlogKey),
      tsaChain: await write('tsa-chain.pem', pem.tsaChain),
    },
    fulcioUrl: sigstore.fulcioUrl,
    rekorUrl: sigstore.rekorUrl,
    rekorV2Url: sigstore.rekorV2Url,
    tsaUrl: sigstore.tsaUrl,
    token: (claims) => sigstore.token(claims),
  };
}
