import type { CommonOptions } from '../flows/index.js';
import { isFolder, isHost, type ImageReference } from '../reference/index.js';
import type { CredentialSources } from '../registry/index.js';
import type { TrustSource } from '../trust/index.js';
import type { OptionEdge } from './edge.js';
import { readImages } from './images.js';
import { settingsOf } from './catalogue.js';
import { contradiction, invalidInput, readerOf, type Reader } from './read.js';
import { withSettingsLines } from './settings-lines.js';
import { readMirror } from './tuf-mirror.js';
import { readSignatureRepository } from './signature-repository.js';
import type { CommandName, RawValues } from './setting.js';

/** What a command's inputs come to: the flow's options, and what its services are made with. */
export interface Parsed<Options> {
  readonly options: Options;
  readonly explicitCredentials: CredentialSources['explicit'];
  readonly retryWindowMs: number;
}

/** Typed access to the values of a command; what is secret among them is masked before anything else. */
export function openReader(command: CommandName, raw: RawValues, edge: OptionEdge): Reader {
  const reader = readerOf(withSettingsLines(command, raw), settingsOf(command));
  for (const { name } of settingsOf(command).filter(({ secret }) => secret)) {
    const value = reader.text(name);
    if (value !== undefined) edge.identity.mask(value);
  }
  return reader;
}

export function parsed<Options extends Pick<CommonOptions, 'images' | 'signatureRepository'>>(
  options: Options,
  reader: Reader,
): Parsed<Options> {
  return {
    options,
    explicitCredentials: readCredentials(reader, options),
    retryWindowMs: reader.duration('retry-window'),
  };
}

/** What every command takes; `images` where a command can do without one. */
export function readCommon(
  reader: Reader,
  edge: OptionEdge,
  images: readonly ImageReference[] = readImages(reader),
  platforms: CommonOptions['platforms'] = reader.choice('platforms', ['all', 'index']),
): CommonOptions {
  return {
    images,
    allowTag: reader.boolean('allow-tag'),
    platforms,
    plainHttpHosts: reader.lines('plain-http').map(checkHost),
    trust: readTrust(reader, edge),
    signatureRepository: readSignatureRepository(reader, edge, images),
  };
}

/**
 * The trusted root of a run: the input trusted-root, or those of a TUF mirror, else what the environment says of either,
 * else the public good. Both at once are a contradiction: nobody can tell which was meant. Throws INPUTS_CONTRADICT.
 */
export function readTrust(reader: Reader, edge: OptionEdge): TrustSource {
  const sha256 = reader.text('trusted-root-sha256');
  const input = reader.text('trusted-root');
  const given = readMirror(reader, edge);
  if (given?.by === 'inputs' && input !== undefined) {
    throw contradiction(
      'trusted-root and tuf-mirror are both given',
      'Give the file, or the mirror with its root.json (tuf-root): the trusted root comes from one place.',
    );
  }
  const fromEnv = edge.env.COUNTERSIGN_TRUSTED_ROOT ?? '';
  if (given?.by === 'environment' && input === undefined && fromEnv !== '') {
    throw contradiction(
      'COUNTERSIGN_TRUSTED_ROOT and COUNTERSIGN_TUF_MIRROR are both set',
      'Unset one of them, or say which is meant by the inputs (trusted-root, or tuf-mirror and tuf-root).',
    );
  }
  const mirror = given?.by === 'inputs' || input === undefined ? given?.mirror : undefined;
  const path = mirror === undefined ? (input ?? fromEnv) : undefined;
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) {
    throw invalidInput(
      'trusted-root-sha256',
      sha256,
      'Give the 64 lower-case hexadecimal digits that sha256sum prints.',
    );
  }
  if (path === undefined || path === '') {
    if (sha256 !== undefined)
      throw contradiction(
        'trusted-root-sha256 is given without trusted-root',
        'Give the path of the file as well.',
      );
    return mirror === undefined ? { kind: 'public-good' } : { kind: 'tuf-mirror', ...mirror };
  }
  return { kind: 'file', path, ...(sha256 === undefined ? {} : { sha256 }) };
}

function checkHost(host: string): string {
  if (isHost(host.toLowerCase())) return host.toLowerCase();
  throw invalidInput('plain-http', host, 'Give a host with its port, such as registry.internal:5000.');
}

/**
 * User name and password are bound to the one host that all images of the run, and the repository of their claims, share
 * (folders have none).
 */
function readCredentials(
  reader: Reader,
  { images, signatureRepository }: Pick<CommonOptions, 'images' | 'signatureRepository'>,
): CredentialSources['explicit'] {
  const [username, password] = [reader.text('registry-username'), reader.text('registry-password')];
  if (username === undefined && password === undefined) return [];
  if (username === undefined || password === undefined) {
    throw contradiction(
      'registry-username and registry-password are not both given',
      'Give both, or log in to the registry before (docker login, docker/login-action).',
    );
  }
  const hosts = images.flatMap((image) => (isFolder(image) ? [] : [image.host]));
  const [host, ...others] = new Set(hosts);
  if (host === undefined) {
    throw contradiction(
      'registry-username is given, and no image is in a registry',
      'Leave registry-username and registry-password out: a folder needs none.',
    );
  }
  const claims = signatureRepository?.name.host;
  if (claims !== undefined && claims !== host && others.length === 0) {
    throw contradiction(
      `registry-username is given, and the images are at ${host}, their claims at ${claims} (${signatureRepository?.source})`,
      'Log in to each of the two before (docker login, docker/login-action): those credentials are bound to their hosts.',
    );
  }
  if (others.length > 0) {
    throw contradiction(
      'registry-username is given for images of several registries',
      'Log in to each registry before (docker login, docker/login-action): those credentials are bound to their hosts.',
    );
  }
  return [{ host, username, password }];
}
