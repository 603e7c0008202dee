import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOf, type Answer, type Observation } from '@countersign/core/doctor';
import { createHttpClient, systemClock, systemRandom } from '@countersign/core/http';
import {
  observeImages,
  type DoctorOptions,
  type NotationTrust,
  type Services,
} from '@countersign/core/flows';
import { parseTrustPolicy } from '@countersign/core/notation';
import { parseSignerRules, type SignerRule } from '@countersign/core/policy';
import { parseName, parseReference } from '@countersign/core/reference';
import { identityOf } from '../bundles/identity.js';
import type { Asked, Ask } from '../contract.js';
import { questionOf } from './question.js';

/**
 * What `countersign doctor` says of a case, to be compared with what the verifier itself said: it has to verify exactly
 * where the verifier accepts. undefined: the ask is none that the doctor knows.
 */
export async function doctorSays(verifier: string, ask: Ask, asked: Asked): Promise<Answer | undefined> {
  const rules = await rulesOf(verifier, ask, asked);
  const found = questionOf(verifier, ask, asked.facts, rules);
  if (found === undefined) return undefined;
  const observation = await observed(asked, rules);
  return answerOf(observation, found.verifier, found.question);
}

/** Whom a verifier is asked for: those that can are told the repository that called the workflow. */
async function rulesOf(verifier: string, { id }: Ask, asked: Asked): Promise<readonly SignerRule[]> {
  const { stage, facts, written } = asked;
  if (facts.signer === 'keyless' || facts.signer === 'builder') {
    const { issuer, repository } = stage.wanted;
    const identity = identityOf(asked);
    const [owner = ''] = repository.split('/');
    const byOwner = verifier === 'gh' && id === 'owner';
    return parseSignerRules({
      ...(id === 'verify-regexp' || byOwner
        ? { certificateIdentityRegexp: [`https://github\\.com/${byOwner ? owner : repository}/.*`] }
        : { certificateIdentity: [identity] }),
      certificateOidcIssuer: issuer,
      ...(id === 'verify-repository' || namesRepository(verifier, id)
        ? { sourceRepository: [repository] }
        : {}),
      ...(byOwner ? { sourceOwner: [owner] } : {}),
    });
  }
  const path = written.publicKeys?.at(id.includes('old-key') ? 0 : -1);
  return path === undefined ? [] : parseSignerRules({ keys: [await readFile(path, 'utf8')] });
}

const namesRepository = (verifier: string, ask: string): boolean =>
  verifier === 'kyverno-cosign' ||
  verifier === 'slsa-verifier' ||
  (verifier === 'gh' && ask !== 'owner') ||
  (verifier === 'policy-tester' && !ask.startsWith('bundle'));

/** One look at each digest with the same rules: nothing changes there while the cases run. */
const looks = new Map<string, Promise<Observation>>();

function observed({ stage, written, image }: Asked, rules: readonly SignerRule[]): Promise<Observation> {
  const keys = rules.flatMap((rule) => (rule.kind === 'key' ? [rule.hint] : []));
  const key = [stage.sigstore.trustedRoot, image, ...keys].join(' ');
  const look = looks.get(key) ?? observe(stage, written, image, rules);
  looks.set(key, look);
  return look;
}

async function observe(
  stage: Asked['stage'],
  { signatureRepository, more }: Asked['written'],
  image: string,
  rules: readonly SignerRule[],
): Promise<Observation> {
  const signal = new AbortController().signal;
  const quiet = (): void => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet };
  const base = { clock: systemClock, random: systemRandom, log, signal };
  const http = createHttpClient({ ...base, retryWindowMs: 20_000 });
  const folder = await stage.folder();
  const services: Services = {
    context: { ...base, http },
    credentials: { explicit: [], env: { DOCKER_CONFIG: stage.dockerConfig }, homeDir: undefined },
    cacheDir: folder,
    tempDir: folder,
    toolCacheDir: folder,
    workDir: folder,
    env: {},
  };
  const options: DoctorOptions = {
    images: [parseReference(image)],
    allowTag: false,
    platforms: 'index',
    plainHttpHosts: [],
    trust: { kind: 'file', path: stage.sigstore.trustedRoot },
    signatureRepository:
      signatureRepository === undefined
        ? undefined
        : { name: parseName(signatureRepository), source: 'signature-repository' },
    signers: rules,
    notation: more?.notationHome === undefined ? undefined : await notationTrustIn(more.notationHome),
    asked: undefined,
    repair: false,
    dryRun: false,
    settleMs: 10,
    unsafeNoSettle: false,
  };
  try {
    const [observation] = await observeImages(options, services);
    if (observation === undefined) throw new Error(`nothing was seen of ${image}`);
    return observation;
  } finally {
    http.close();
  }
}

/** What `notation` itself is configured with. */
async function notationTrustIn(home: string): Promise<NotationTrust> {
  const path = join(home, 'notation', 'trustpolicy.json');
  const policy = parseTrustPolicy(await readFile(path), path);
  return { policy, storePath: join(home, 'notation', 'truststore') };
}
