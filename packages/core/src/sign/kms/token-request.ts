import type { KeyServices } from '../key-source.js';
import { askKms } from './ask.js';
import type { Lasting } from './renewing.js';
import { readAccessToken } from './token-answer.js';

/**
 * An access token for what a form proves (RFC 6749, section 3.2). `secrets`: what of the form no message may show. Throws
 * KMS_REFUSED, KMS_UNAVAILABLE.
 */
export const requestToken = (
  services: KeyServices,
  request: {
    readonly uri: string;
    readonly url: string;
    readonly form: Readonly<Record<string, string>>;
    readonly secrets: readonly string[];
    readonly remedy: string;
  },
): Promise<Lasting<string>> => {
  const { uri, url, form, secrets, remedy } = request;
  return askKms(services, {
    uri,
    request: () => ({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: Buffer.from(new URLSearchParams(form).toString()),
      secrets,
    }),
    read: ({ body }) => readAccessToken(body, services.context.clock.now()),
    remedy: () => remedy,
  });
};
