import { CountersignError } from '../../errors.js';
import {
  excerptOf,
  SERVICE_LABEL,
  unavailable,
  type HttpRequest,
  type HttpResponse,
} from '../../http/index.js';
import { memberAt, parseJson } from '../../json.js';
import {
  FIRST_RETRY_DELAY_MS,
  MAX_KMS_ANSWER_BYTES,
  MAX_KMS_ATTEMPTS,
  RESIGN_AFTER_MS,
} from '../../limits.js';
import { UnreadableAnswer } from '../answers.js';
import type { KeyServices } from '../key-source.js';
import { kmsRefused } from './failure.js';
import { shownUri } from './uri.js';

export interface KmsRequest extends Pick<HttpRequest, 'url' | 'headers' | 'authorization' | 'body'> {
  readonly method: 'GET' | 'POST';
  /** All that is secret in it, besides `authorization`. */
  readonly secrets?: readonly string[];
  readonly maxResponseBytes?: number;
}

export interface KmsQuestion<T> {
  readonly uri: string;
  /** Made anew for each try: a signature over a request, and a token, are good for minutes. */
  readonly request: (fresh: boolean) => Promise<KmsRequest> | KmsRequest;
  /** Reads a 200. Throws UnreadableAnswer for what is worth asking again. */
  readonly read: (response: HttpResponse) => T;
  /** What to do about a 4xx. */
  readonly remedy: (status: number, code: string) => string;
  /** Of a 4xx: the service asks to slow down. */
  readonly isThrottle?: (code: string) => boolean;
}

/**
 * Asks a key management service, or the token service before it, as often as it takes within bounds. No redirect to
 * another host is followed: each request carries a credential. Every error names the key's URI, and none holds a secret. Throws
 * KMS_REFUSED (4xx) and KMS_UNAVAILABLE.
 */
export async function askKms<T>(
  { context }: Pick<KeyServices, 'context'>,
  { uri, request: make, read, remedy, isThrottle = () => false }: KmsQuestion<T>,
): Promise<T> {
  let renewed = false;
  for (let attempt = 1; ; attempt += 1) {
    const request = await make(renewed);
    const asked = context.clock.now().getTime();
    const response = await send(context, uri, request);
    const host = new URL(request.url).host;
    try {
      if (response.status === 200) return read(response);
      const { code, message } = complaint(response.body);
      if (isThrottle(code)) throw new UnreadableAnswer('it asks to slow down');
      if (response.status < 400 || response.status > 499)
        throw new UnreadableAnswer(`it answered with status ${response.status}`);
      const stale = context.clock.now().getTime() - asked >= RESIGN_AFTER_MS;
      if (!renewed && (stale || response.status === 401)) {
        renewed = true;
        continue;
      }
      throw refusal(uri, request, response.status, `${code} ${message}`, remedy(response.status, code));
    } catch (thrown) {
      if (!(thrown instanceof UnreadableAnswer)) throw thrown;
      if (attempt >= MAX_KMS_ATTEMPTS) {
        throw naming(
          uri,
          unavailable('kms', host, `gave no usable answer ${MAX_KMS_ATTEMPTS} times: ${thrown.message}`),
        );
      }
      const pause = FIRST_RETRY_DELAY_MS * 2 ** (attempt - 1) * (1 + context.random.fraction());
      await context.clock.sleep(pause, context.signal);
    }
  }
}

async function send(
  context: KeyServices['context'],
  uri: string,
  { maxResponseBytes = MAX_KMS_ANSWER_BYTES, ...request }: KmsRequest,
): Promise<HttpResponse> {
  try {
    return await context.http.send({
      ...request,
      service: 'kms',
      maxResponseBytes,
      redirectHosts: [],
      repeatable: true, // a second signature does no harm
    });
  } catch (thrown) {
    throw thrown instanceof CountersignError && thrown.code === 'KMS_UNAVAILABLE'
      ? naming(uri, thrown)
      : thrown;
  }
}

const naming = (uri: string, { code, message, remedy, cause }: CountersignError): CountersignError =>
  new CountersignError(code, {
    what: `The key ${shownUri(uri)} cannot be reached: ${message}`,
    remedy,
    cause,
  });

function refusal(
  uri: string,
  { url, secrets = [], authorization }: KmsRequest,
  status: number,
  message: string,
  remedy: string,
): CountersignError {
  const hidden = authorization === undefined ? secrets : [...secrets, authorization.replace(/^\S+ +/, '')];
  const said = excerptOf(message, hidden);
  const why = `${SERVICE_LABEL.kms} at ${new URL(url).host} refused with status ${status}`;
  return kmsRefused(uri, `${why}${said === '' ? '' : `: ${said}`}`, remedy);
}

/** What the services say of an error: each has a JSON of its own, and the token services have theirs. */
function complaint(body: Uint8Array): { code: string; message: string } {
  const text = new TextDecoder().decode(body);
  const value = parseJson(text);
  const first = (...paths: readonly (readonly (string | number)[])[]): string => {
    const found = paths.map((path) => memberAt(value, ...path)).find((each) => typeof each === 'string');
    return typeof found === 'string' ? found : '';
  };
  const code = first(['__type'], ['error', 'status'], ['error', 'code'], ['error']).replace(/^.*#/, '');
  const message = first(['message'], ['Message'], ['error', 'message'], ['error_description'], ['errors', 0]);
  return code === '' && message === ''
    ? { code: '', message: value === undefined ? text : '' }
    : { code, message };
}
