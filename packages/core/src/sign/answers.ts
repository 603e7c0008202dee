import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { excerptOf, SERVICE_LABEL, unavailable } from '../http/index.js';
import type { HttpRequest, HttpResponse, ServiceName } from '../http/index.js';
import { isObject } from '../json.js';
import { FIRST_RETRY_DELAY_MS, MAX_UNREADABLE_ANSWERS } from '../limits.js';

type SigningService = Extract<ServiceName, 'identity-token' | 'fulcio' | 'rekor' | 'tsa'>;

/** An answer that is not what its protocol says. Its text is ours: nothing of the answer is in it. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

/**
 * Sends a request and reads its answer. An answer that cannot be read is asked for again, MAX_UNREADABLE_ANSWERS times
 * in all: what stands between may cut a body off or answer with a page of its own. Throws the service's
 * ..._UNAVAILABLE code, and whatever `read` throws.
 */
export async function ask<T>(
  context: Context,
  request: HttpRequest & { readonly service: SigningService },
  read: (response: HttpResponse) => T,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await context.http.send(request);
    try {
      return read(response);
    } catch (thrown) {
      if (!(thrown instanceof UnreadableAnswer)) throw thrown;
      if (attempt >= MAX_UNREADABLE_ANSWERS) {
        const why = `gave no usable answer ${MAX_UNREADABLE_ANSWERS} times: ${thrown.message}`;
        throw unavailable(request.service, hostOf(request.url), why);
      }
      await context.clock.sleep(
        FIRST_RETRY_DELAY_MS * attempt * (1 + context.random.fraction()),
        context.signal,
      );
    }
  }
}

/**
 * The service said no (a 4xx): its own message, cut to one line of printable text, without any of `secrets`.
 * Statuses that are neither success nor refusal throw UnreadableAnswer.
 */
export function refusal(
  code: 'FULCIO_REFUSED' | 'LOG_REFUSED' | 'TSA_REFUSED',
  service: SigningService,
  response: HttpResponse,
  remedy: string,
  secrets: readonly string[] = [],
): CountersignError {
  if (response.status < 400 || response.status > 499) {
    throw new UnreadableAnswer(`it answered with status ${response.status}`);
  }
  const message = excerptOf(messageOf(response.body), secrets);
  return new CountersignError(code, {
    what: `${SERVICE_LABEL[service]} at ${hostOf(response.url)} refused with status ${response.status}${message === '' ? '' : `: ${message}`}`,
    remedy,
  });
}

/** The body as a JSON object. No cause is kept: a parser's message quotes the text, which may hold a token. */
export function jsonObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new UnreadableAnswer('it did not answer with JSON');
  }
  return objectIn(value, 'the answer');
}

export function objectIn(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new UnreadableAnswer(`${name} is not a JSON object`);
}

/** A member of the object itself, never one of its prototype. */
export const ownMember = (object: Readonly<Record<string, unknown>>, member: string): unknown =>
  Object.hasOwn(object, member) ? object[member] : undefined;

/** `base` with `path` behind it, whether or not the base ends in a slash. */
export const under = (base: string, path: string): string => `${base.replace(/\/+$/, '')}${path}`;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'unknown host');

function messageOf(body: Uint8Array): string {
  const text = new TextDecoder().decode(body);
  try {
    const value: unknown = JSON.parse(text);
    if (
      typeof value === 'object' &&
      value !== null &&
      'message' in value &&
      typeof value.message === 'string'
    ) {
      return value.message;
    }
  } catch {
    return text; // not JSON: a proxy's page or plain text, shown as it is
  }
  return text;
}
