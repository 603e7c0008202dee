import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { MAX_TRUSTED_ROOT_BYTES } from '../limits.js';
import { readBounded, unreadable } from '../read-bounded.js';
import { parseSigningConfig } from './signing-config.js';
import type { LoadedSigningConfig } from './signing-config.js';
import { checkUsable, parseTrustedRoot } from './trusted-root.js';
import type { TufRepository } from './tuf-repository.js';
import type { readTufTarget } from './tuf.js';
import type { SigningConfigSource, TransparencyLog, TrustMaterial, TrustSource } from './types.js';

/** What loading trust needs of the outside. */
export interface TrustLoading {
  readonly context: Pick<Context, 'http' | 'clock' | 'log'>;
  /** Kept across the steps of a job; holds what TUF fetched. */
  readonly cacheDir: string;
  /** In place of the public-good TUF repository. */
  readonly repository?: TufRepository;
}

/**
 * The trusted root of a source, parsed, and usable now.
 * Throws TRUSTED_ROOT_INVALID, TRUSTED_ROOT_EXPIRED, TUF_ROOT_INVALID, TRUST_UNAVAILABLE, INTERRUPTED.
 */
export async function loadTrust(source: TrustSource, loading: TrustLoading): Promise<TrustMaterial> {
  const material = await loadTrustToShow(source, loading);
  checkUsable(material, loading.context.clock.now());
  return material;
}

/** The same, also where nothing in it is valid now: to be shown, never to verify with. Throws all but TRUSTED_ROOT_EXPIRED. */
export const loadTrustToShow = (source: TrustSource, loading: TrustLoading): Promise<TrustMaterial> =>
  source.kind === 'file' ? fromFile(source) : fromTuf(source, loading);

/**
 * The signing config of a source, parsed; see selectServices. The public good names Rekor v2 in a config of its own.
 * Throws SIGNING_CONFIG_INVALID, TUF_ROOT_INVALID, TRUST_UNAVAILABLE, INTERRUPTED.
 */
export async function loadSigningConfig(
  source: SigningConfigSource,
  loading: TrustLoading,
  transparencyLog?: TransparencyLog,
): Promise<LoadedSigningConfig> {
  switch (source.kind) {
    case 'urls':
      return source;
    case 'file':
      return parseSigningConfig(
        await read(source.path, 'SIGNING_CONFIG_INVALID', 'signing config'),
        source.path,
      );
    case 'tuf-mirror':
    case 'public-good': {
      const optIn = source.kind === 'public-good' && transparencyLog === 'rekor-v2';
      const target = optIn ? 'signing_config_rekor_v2.v0.2.json' : 'signing_config.v0.2.json';
      const { bytes, age } = await readTuf(target, source, loading);
      return parseSigningConfig(bytes, `of ${nameOf(source)} (TUF, ${age})`);
    }
  }
}

async function fromFile({ path, sha256 }: Extract<TrustSource, { kind: 'file' }>): Promise<TrustMaterial> {
  const bytes = await read(path, 'TRUSTED_ROOT_INVALID', 'trusted root');
  const material = parseTrustedRoot(bytes, path);
  if (sha256 !== undefined && sha256.replace(/^sha256:/, '').toLowerCase() !== material.sha256) {
    throw new CountersignError('TRUSTED_ROOT_INVALID', {
      what: `The trusted root ${path} has the SHA-256 ${material.sha256}, not the one that is asked for`,
      remedy: 'Find out why the file changed; then give its new SHA-256, or the old file.',
    });
  }
  return { ...material, origin: `${path} (sha256 ${material.sha256})` };
}

type TufSource = Extract<TrustSource, { kind: 'public-good' | 'tuf-mirror' }>;

async function fromTuf(source: TufSource, loading: TrustLoading): Promise<TrustMaterial> {
  const { bytes, age } = await readTuf('trusted_root.json', source, loading);
  return parseTrustedRoot(bytes, `${nameOf(source).replace(/^the /, '')} (TUF, ${age})`);
}

const nameOf = (source: TufSource): string =>
  source.kind === 'public-good' ? 'the public good' : source.mirrorUrl;

async function readTuf(
  name: Parameters<typeof readTufTarget>[0],
  source: TufSource,
  loading: TrustLoading,
): ReturnType<typeof readTufTarget> {
  // Loaded only here: a run with a trusted root of its own needs no TUF client.
  const tuf = await import('./tuf.js');
  if (source.kind === 'public-good') return tuf.readTufTarget(name, loading);
  const { readTufMirror } = await import('./tuf-mirror.js');
  return tuf.readTufTarget(name, { ...loading, repository: await readTufMirror(source) });
}

async function read(
  path: string,
  code: 'TRUSTED_ROOT_INVALID' | 'SIGNING_CONFIG_INVALID',
  what: string,
): Promise<Uint8Array> {
  try {
    return await readBounded(path, MAX_TRUSTED_ROOT_BYTES);
  } catch (cause) {
    throw new CountersignError(code, {
      what: `The ${what} ${JSON.stringify(path)} ${
        cause instanceof CountersignError
          ? `is larger than ${MAX_TRUSTED_ROOT_BYTES} bytes`
          : unreadable(cause)
      }`,
      remedy: 'Give the path of a file that is there and may be read.',
      cause,
    });
  }
}
