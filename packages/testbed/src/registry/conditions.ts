import type { IncomingMessage } from 'node:http';
import { refusal } from './errors.js';
import type { RegistryOptions } from './options.js';

/** The ETag header of a manifest; none where the registry knows no conditions. */
export const entityTag = (options: RegistryOptions, digest: string): Readonly<Record<string, string>> =>
  options.ifMatch === false ? {} : { etag: quoted(digest) };

/**
 * RFC 9110, 13.1: refuses with 412 a write whose If-Match or If-None-Match does not hold for what stands there now.
 * A registry that knows no conditions ignores both, as distribution and go-containerregistry do.
 */
export function checkConditions(
  options: RegistryOptions,
  request: IncomingMessage,
  current: string | undefined,
): void {
  if (options.ifMatch === false) return;
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  if (ifMatch !== undefined && !names(ifMatch, current)) throw failed('If-Match');
  if (ifNoneMatch !== undefined && names(ifNoneMatch, current)) throw failed('If-None-Match');
}

/** Whether a reader's If-None-Match names what stands there: 304. */
export const isCurrent = (options: RegistryOptions, request: IncomingMessage, current: string): boolean =>
  options.ifMatch !== false && names(request.headers['if-none-match'] ?? '', current);

const quoted = (digest: string): string => `"${digest}"`;

const failed = (header: string) => refusal('PRECONDITION_FAILED', `${header} does not hold`);

function names(list: string, current: string | undefined): boolean {
  if (current === undefined) return false;
  return list.split(',').some((each) => ['*', quoted(current)].includes(each.trim()));
}
