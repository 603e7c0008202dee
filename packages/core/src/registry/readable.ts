import type { Context } from '../context.js';
import type { HttpResponse } from '../http/index.js';
import { FIRST_RETRY_DELAY_MS, MAX_UNREADABLE_ANSWERS } from '../limits.js';

/**
 * Asks again while an answer is not what it should be, by default JSON, MAX_UNREADABLE_ANSWERS times in all: what stands
 * between may cut a body off or answer with a page of its own. The last answer is handed over as it is, for the caller
 * to judge.
 */
export async function whileUnreadable(
  { clock, random, signal }: Pick<Context, 'clock' | 'random' | 'signal'>,
  ask: () => Promise<HttpResponse>,
  isUnreadable: (response: HttpResponse) => boolean = isNoJson,
): Promise<HttpResponse> {
  let response = await ask();
  for (let attempt = 1; attempt < MAX_UNREADABLE_ANSWERS && isUnreadable(response); attempt += 1) {
    await clock.sleep(FIRST_RETRY_DELAY_MS * attempt * (1 + random.fraction()), signal);
    response = await ask();
  }
  return response;
}

/** Whether a 200 holds something that is no JSON. */
export function isNoJson({ status, body }: HttpResponse): boolean {
  if (status !== 200) return false;
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return false;
  } catch {
    return true;
  }
}
