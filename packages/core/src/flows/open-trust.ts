import type { Notice } from '../report/index.js';
import { loadTrust, type TrustMaterial, type TrustSource } from '../trust/index.js';
import { createVerifier, type Verifier } from '../verify/index.js';
import type { Services } from './types.js';

/** What claims are verified against in this run. */
export interface OpenTrust {
  readonly material: TrustMaterial | undefined;
  readonly verifier: Verifier;
  /** Where trust came from and what it demands. */
  readonly notice: Notice;
}

/**
 * Loads the trusted root and makes the verifier. `keysAlone`: only keys are accepted, so the public good's root is not
 * fetched: a key needs no network but the registry. A root that was given by file is used in any case.
 * Throws TRUSTED_ROOT_..., TRUST_UNAVAILABLE, KEY_INVALID.
 */
export async function openTrust(
  source: TrustSource,
  keys: readonly string[],
  keysAlone: boolean,
  services: Services,
): Promise<OpenTrust> {
  const { context, cacheDir } = services;
  if (keysAlone && source.kind === 'public-good') {
    const notice: Notice = {
      level: 'notice',
      text: 'Trust: the given keys alone; log entries and timestamps are not looked at.',
    };
    return { material: undefined, verifier: createVerifier({ trust: undefined, keys }), notice };
  }
  const material = await loadTrust(source, { context, cacheDir });
  const verifier = createVerifier({ trust: material, keys });
  return { material, verifier, notice: noticeOf(material, verifier) };
}

/** In short what a root demands is said only where that is less than usual. */
export function noticeOf(
  { origin }: Pick<TrustMaterial, 'origin'>,
  { requirements }: Pick<Verifier, 'requirements'>,
): Notice {
  const isUsual = requirements?.logEntries === 1 && requirements.certificateLogPromises === 1;
  const demands = requirements?.text ?? '';
  const brief = origin.replace(/\b([0-9a-f]{12})[0-9a-f]{52}\b/, '$1…');
  return {
    level: 'notice',
    text: `Trust: ${origin}. ${demands}`.trim(),
    short: `Trust: ${brief}. ${isUsual ? '' : demands}`.trim(),
  };
}
