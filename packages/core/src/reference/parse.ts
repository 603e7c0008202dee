import { CountersignError } from '../errors.js';
import { isDigest, parseDigest, type Digest } from '../oci/index.js';
import { MAX_REFERENCE_CHARS, MAX_SHOWN_INPUT_CHARS } from '../limits.js';
import { FOLDER_PREFIX, formatFolder, parseFolder } from './folder.js';
import { DOCKER_HUB, REPOSITORY, TAG, isDockerHub, isHost, looksLikeHost } from './grammar.js';
import type {
  FolderName,
  FolderReference,
  ImageName,
  ImageReference,
  RegistryReference,
  RepositoryName,
} from './types.js';

/**
 * Reads an image of either store: what begins with `oci:` is a folder, all else an image of a registry.
 * Throws REFERENCE_INVALID with the reason.
 */
export const parseImage = (text: string): ImageReference =>
  text.startsWith(FOLDER_PREFIX) ? parseFolder(text) : parseReference(text);

/**
 * Reads `host/repository[:tag][@digest]` of a registry (OCI distribution spec, "Pulling manifests").
 * Docker Hub's short forms are spelled out: `app` is `index.docker.io/library/app`, `docker.io/team/app` is
 * `index.docker.io/team/app`. Throws REFERENCE_INVALID with the reason.
 */
export function parseReference(text: string): RegistryReference {
  if (text.length > MAX_REFERENCE_CHARS) {
    throw invalid(text, `it is longer than ${MAX_REFERENCE_CHARS} characters`);
  }
  if (text === '') throw invalid(text, 'it is empty');
  if (isDigest(text)) throw invalid(text, 'it is a digest alone and names no repository');
  if (/\s/.test(text)) throw invalid(text, 'it has white space in it');
  if (text.includes('://')) throw invalid(text, 'it is a URL; leave the scheme out');
  const [name = '', digest, ...extra] = text.split('@');
  if (extra.length > 0) throw invalid(text, 'it has more than one "@"');

  const { host, rest } = splitHost(name);
  const colon = rest.indexOf(':');
  const repository = colon === -1 ? rest : rest.slice(0, colon);
  const tag = colon === -1 ? undefined : rest.slice(colon + 1);
  if (!isHost(host)) throw invalid(text, `${JSON.stringify(host)} is not a registry host`);
  if (repository === '') throw invalid(text, 'it names no repository');
  if (!REPOSITORY.test(repository)) throw invalid(text, reasonAgainstRepository(repository));
  if (tag !== undefined && !TAG.test(tag)) throw invalid(text, `${JSON.stringify(tag)} is not a tag`);
  if (digest !== undefined && !isDigest(digest)) throw invalid(text, reasonAgainstDigest(digest));
  return reference({ ...spellOutDockerHub(host, repository), tag, digest });
}

/** `host/repository[:tag][@digest]` or `oci:FOLDER[:tag][@digest]`; what parseImage reads back to the same value. */
export function formatReference(
  image: Place & { tag?: string | undefined; digest?: Digest | undefined },
): string {
  const tag = image.tag === undefined ? '' : `:${image.tag}`;
  const digest = image.digest === undefined ? '' : `@${image.digest}`;
  const name = isFolder(image) ? formatFolder(image.folder, tag !== '') : formatName(image);
  return `${name}${tag}${digest}`;
}

/** Where an image lives, for people: `host/repository` or `oci:FOLDER`. */
export const formatName = (name: Place): string =>
  isFolder(name) ? formatFolder(name.folder) : `${name.host}/${name.repository}`;

/** What claims call an image: `host/repository`, or what the folder's images are called. */
export const claimedName = (name: ImageName): string => (isFolder(name) ? name.title : formatName(name));

/** Whether an image lives in a folder and not in a registry. */
export const isFolder = <Folder extends Pick<FolderName, 'folder'>>(
  name: RepositoryName | Folder,
): name is Folder => 'folder' in name;

/** The same place at this digest, without a tag. Throws DIGEST_INVALID for a text that is no digest. */
export function withDigest(name: RepositoryName, digest: string): RegistryReference;
export function withDigest(name: Place, digest: string): ImageReference;
export function withDigest(name: Place, text: string): ImageReference {
  const target = { tag: undefined, digest: parseDigest(text) };
  return isFolder(name)
    ? (Object.freeze({ folder: name.folder, ...target }) as FolderReference)
    : reference({ host: name.host, repository: name.repository, ...target });
}

/** Reads `host/repository` and nothing behind it. Throws REFERENCE_INVALID. */
export function parseName(text: string): RepositoryName {
  const { host, repository, tag, digest } = parseReference(text);
  if (tag !== undefined || digest !== undefined)
    throw invalid(text, 'it has a tag or a digest behind its name');
  return { host, repository };
}

type Place = RepositoryName | Pick<FolderName, 'folder'>;

/** The host that answers the distribution API for a name's host: another one for Docker Hub alone. */
export const apiHost = (host: string): string => (isDockerHub(host) ? 'registry-1.docker.io' : host);

const reference = (fields: Omit<RegistryReference, symbol>): RegistryReference =>
  // The one place where the brand is put on: every path here was checked above.
  Object.freeze(fields) as RegistryReference;

function splitHost(name: string): { host: string; rest: string } {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  // `localhost:5000` alone stays a repository with a tag, as docker reads it.
  if (first !== '' && looksLikeHost(first)) return { host: first.toLowerCase(), rest: name.slice(slash + 1) };
  if (slash === 0) return { host: '', rest: name.slice(1) };
  return { host: DOCKER_HUB, rest: name };
}

function spellOutDockerHub(host: string, repository: string): RepositoryName {
  if (!isDockerHub(host)) return { host, repository };
  return { host: DOCKER_HUB, repository: repository.includes('/') ? repository : `library/${repository}` };
}

function reasonAgainstRepository(repository: string): string {
  const quoted = JSON.stringify(repository);
  if (/[A-Z]/.test(repository)) return `the repository ${quoted} has capitals; repositories are lower case`;
  if (repository.endsWith('/')) return `the repository ${quoted} ends in a slash`;
  return `${quoted} is not a repository`;
}

function reasonAgainstDigest(digest: string): string {
  if (digest === '') return 'nothing stands behind the "@"';
  return `${JSON.stringify(digest)} is not a digest (sha256: and 64 lower-case hexadecimal digits)`;
}

/** What stands before an @ that no digest follows may be a password. */
const withoutPassword = (text: string): string =>
  text.replace(/^(?:([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*|[^/@\s]*:[^/@\s]*)@(?!sha256:)/i, '$1...@');

const invalid = (text: string, why: string): CountersignError =>
  new CountersignError('REFERENCE_INVALID', {
    what: `${JSON.stringify(withoutPassword(text).slice(0, MAX_SHOWN_INPUT_CHARS))} is not an image reference: ${why}`,
    remedy: 'Write host/repository@sha256:<64 hexadecimal digits>, for example ghcr.io/acme/app@sha256:...',
  });
