import { MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { ServiceSelector } from '@sigstore/protobuf-specs';
import type { Service, ServiceConfiguration, SigningConfig } from '@sigstore/protobuf-specs';
import { isPublicGood } from './public-good.js';
import { signingConfigInvalid } from './signing-config.js';
import type { LoadedSigningConfig } from './signing-config.js';
import type { SigningServices, TransparencyLog } from './types.js';

/** The API versions that Countersign speaks. Rekor's is the one that was chosen: "the highest version" never turns v2 on. */
const SUPPORTED = { fulcio: 1, tsa: 1 } as const;

/**
 * Chooses the services to sign with by the rules of sigstore_trustroot.proto: valid at `now` (bounds included), highest
 * supported API version, newest start first, at most one of an operator, as many as the selector says. URLs given in
 * place of a config are taken as they are. An empty `rekorUrls` and Rekor v2 leave a certificate without a time where there
 * is no TSA: the caller refuses that unless a key signs. Throws SIGNING_CONFIG_INVALID, naming the input.
 */
export function selectServices(
  loaded: LoadedSigningConfig,
  now: Date,
  { transparencyLog }: { readonly transparencyLog: TransparencyLog },
): SigningServices {
  const chosen =
    loaded.kind === 'urls'
      ? fromUrls(loaded)
      : fromConfig(loaded.config, loaded.origin, now, transparencyLog);
  const rekorUrls = transparencyLog === 'none' ? [] : chosen.rekorUrls;
  const services = { ...chosen, rekorUrls, rekorVersion: versionOf(transparencyLog) };
  for (const url of [services.fulcioUrl, ...services.rekorUrls, ...services.tsaUrls]) {
    if (url !== undefined) checkUrl(url, loaded.kind === 'urls' ? 'given by URLs' : loaded.origin);
  }
  return {
    ...services,
    publicServices: [
      ...(services.fulcioUrl !== undefined && isPublicGood(services.fulcioUrl) ? (['fulcio'] as const) : []),
      ...(rekorUrls.some(isPublicGood) ? (['rekor'] as const) : []),
    ],
  };
}

/** Whether a config names logs that can be used now, all of them Rekor v2. */
export function namesRekorV2Alone(loaded: LoadedSigningConfig, now: Date): boolean {
  if (loaded.kind === 'urls') return false;
  const valid = loaded.config.rekorTlogUrls.filter((service) => isValid(service, now));
  return valid.length > 0 && valid.every(({ majorApiVersion }) => majorApiVersion === 2);
}

const versionOf = (transparencyLog: TransparencyLog): 1 | 2 => (transparencyLog === 'rekor-v2' ? 2 : 1);

type Chosen = Omit<SigningServices, 'publicServices' | 'rekorVersion'>;

const fromUrls = (urls: Extract<LoadedSigningConfig, { kind: 'urls' }>): Chosen => ({
  fulcioUrl: urls.fulcioUrl,
  rekorUrls: urls.rekorUrl === undefined ? [] : [urls.rekorUrl],
  tsaUrls: urls.tsaUrl === undefined ? [] : [urls.tsaUrl],
});

function fromConfig(
  config: SigningConfig,
  origin: string,
  now: Date,
  transparencyLog: TransparencyLog,
): Chosen {
  const [fulcio] = candidates(config.caUrls, SUPPORTED.fulcio, now);
  return {
    fulcioUrl: fulcio?.url,
    rekorUrls: transparencyLog === 'none' ? [] : rekorOf(config, origin, now, versionOf(transparencyLog)),
    tsaUrls: select(
      config.tsaUrls,
      config.tsaConfig,
      SUPPORTED.tsa,
      now,
      `${origin} names no timestamp authority`,
    ),
  };
}

function rekorOf(
  { rekorTlogUrls, rekorTlogConfig }: SigningConfig,
  origin: string,
  now: Date,
  version: 1 | 2,
): readonly string[] {
  const valid = rekorTlogUrls.filter((service) => isValid(service, now));
  const wanted = `Rekor v${version}`;
  if (version === 1 && valid.length > 0 && valid.every(({ majorApiVersion }) => majorApiVersion > 1)) {
    throw signingConfigInvalid(
      `${origin} names only transparency logs of Rekor v2, which are written to where that is asked for: ` +
        'set transparency-log: rekor-v2 (or none), or name a Rekor v1 log in signing-config',
    );
  }
  if (version === 2 && !valid.some(({ majorApiVersion }) => majorApiVersion === 2)) {
    throw signingConfigInvalid(
      `${origin} names no transparency log of Rekor v2, and transparency-log: rekor-v2 asks for one; ` +
        'name one in signing-config or rekor-url, or leave transparency-log out',
    );
  }
  return select(rekorTlogUrls, rekorTlogConfig, version, now, `${origin} names no ${wanted} log`);
}

/** No service listed: none wanted. Some listed and too few to be used: refused. */
function select(
  services: readonly Service[],
  configuration: ServiceConfiguration | undefined,
  supported: number,
  now: Date,
  lacking: string,
): readonly string[] {
  if (services.length === 0) return [];
  const usable = onePerOperator(candidates(services, supported, now)).map(({ url }) => url);
  const wanted = wantedCount(configuration, usable.length, lacking);
  if (usable.length < wanted || usable.length === 0) {
    throw signingConfigInvalid(
      `${lacking} that is valid now (it asks for ${String(wanted)}, and ${String(usable.length)} can be used)`,
    );
  }
  return usable.slice(0, wanted);
}

function wantedCount(
  configuration: ServiceConfiguration | undefined,
  usable: number,
  lacking: string,
): number {
  switch (configuration?.selector) {
    case ServiceSelector.ANY:
      return 1;
    case ServiceSelector.ALL:
      return Math.max(usable, 1);
    case ServiceSelector.EXACT:
      if (configuration.count > 0) return configuration.count;
      throw signingConfigInvalid(`${lacking} by count: its selector EXACT has no count`);
    default:
      throw signingConfigInvalid(`${lacking} by a known selector (ANY, ALL or EXACT)`);
  }
}

/** Valid now and of the supported version, newest start first; the order of the file where starts are equal. */
const candidates = (services: readonly Service[], supported: number, now: Date): readonly Service[] =>
  services
    .filter((service) => service.majorApiVersion === supported && isValid(service, now))
    .sort((one, other) => startOf(other) - startOf(one));

const startOf = ({ validFor }: Service): number => validFor?.start?.getTime() ?? -Infinity;

const isValid = ({ validFor }: Service, now: Date): boolean =>
  validFor?.start !== undefined && validFor.start <= now && (validFor.end ?? now) >= now;

/** An operator's second log proves nothing more. A service without an operator is its own. */
const onePerOperator = (services: readonly Service[]): readonly Service[] =>
  services.filter(
    ({ operator }, at) =>
      operator === '' || services.findIndex((other) => other.operator === operator) === at,
  );

function checkUrl(url: string, origin: string): void {
  const parsed = URL.parse(url);
  if (parsed !== null && ['https:', 'http:'].includes(parsed.protocol) && parsed.username === '') return;
  throw signingConfigInvalid(
    `${origin} names ${JSON.stringify(url.slice(0, MAX_SHOWN_INPUT_CHARS))}, which is no http(s) URL`,
  );
}
