import { jsonObject, ownMember, UnreadableAnswer } from '../answers.js';
import type { Lasting } from './renewing.js';

/** An access token in the answer of an OAuth 2 token endpoint (RFC 6749, section 5.1), with its lifetime from `now`. */
export function readAccessToken(body: Uint8Array, now: Date): Lasting<string> {
  const answer = jsonObject(body);
  const [token, seconds] = [ownMember(answer, 'access_token'), Number(ownMember(answer, 'expires_in'))];
  if (typeof token !== 'string' || !/^[\x21-\x7e]{1,16384}$/.test(token))
    throw new UnreadableAnswer('its answer holds no access token');
  const lifetime = Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_TOKEN_SECONDS;
  return { value: token, expiresAt: new Date(now.getTime() + Math.min(lifetime, MAX_TOKEN_SECONDS) * 1000) };
}

const DEFAULT_TOKEN_SECONDS = 300;
const MAX_TOKEN_SECONDS = 24 * 60 * 60;
