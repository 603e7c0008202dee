import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import { MAX_TOKEN_ANSWER_BYTES, RENEW_BEFORE_EXPIRY_MS } from '../limits.js';
import { ask, jsonObject, ownMember, UnreadableAnswer } from './answers.js';
import { audiencesOf, expiryOf, readTokenClaims } from './jwt.js';
import { missingToken, tokenRefused } from './missing-token.js';
import type { IdentityToken, IdentityTokenSources } from './types.js';

/** The audience Fulcio expects. */
const AUDIENCE = 'sigstore';

const NAMES = {
  input: 'The identity token of the input "identity-token"',
  runner: "The runner's identity token",
  SIGSTORE_ID_TOKEN: 'The identity token in SIGSTORE_ID_TOKEN',
} as const satisfies Record<IdentityToken['source'], string>;

/**
 * The first identity token there is: the input's, the runner's, SIGSTORE_ID_TOKEN's. It is masked before anything else
 * happens to it and is in no error. Throws IDENTITY_TOKEN_MISSING (also where the runner refuses), IDENTITY_TOKEN_INVALID,
 * IDENTITY_TOKEN_EXPIRED, TOKEN_ENDPOINT_UNAVAILABLE.
 */
export async function obtainIdentityToken(
  sources: IdentityTokenSources,
  context: Context,
): Promise<IdentityToken> {
  const given = (text: string | undefined): string | undefined => {
    if (text === undefined || text.trim() === '') return undefined;
    sources.mask(text.trim());
    return text.trim();
  };
  const input = given(sources.input);
  if (input !== undefined) return check(input, 'input', context);
  if (sources.runner !== undefined) {
    return check(await askRunner(sources.runner, sources.mask, context), 'runner', context);
  }
  const variable = given(sources.sigstoreIdToken);
  if (variable !== undefined) return check(variable, 'SIGSTORE_ID_TOKEN', context);
  throw missingToken(sources.situation);
}

/**
 * Gives the same token until it is about to expire, then obtains another: what a session renews its certificate with
 * when a retry outlasts them. `first` is a token obtained already.
 */
export function renewingToken(
  sources: IdentityTokenSources,
  context: Context,
  first?: IdentityToken,
): () => Promise<IdentityToken> {
  let held = first;
  return async () => {
    const now = context.clock.now().getTime();
    const usable = held && (held.expiresAt?.getTime() ?? Infinity) - RENEW_BEFORE_EXPIRY_MS > now;
    if (held === undefined || usable !== true) held = await obtainIdentityToken(sources, context);
    return held;
  };
}

function check(token: string, source: IdentityToken['source'], context: Context): IdentityToken {
  const claims = readTokenClaims(token, NAMES[source]);
  const expiresAt = expiryOf(claims);
  if (expiresAt !== undefined && expiresAt <= context.clock.now()) {
    throw new CountersignError('IDENTITY_TOKEN_EXPIRED', {
      what: `${NAMES[source]} expired at ${expiresAt.toISOString()}`,
      remedy:
        source === 'runner'
          ? "Check this machine's clock: the runner gave the token a moment ago."
          : 'Ask for a new token right before this step: identity tokens live for minutes. On a GitHub runner leave it out, and a fresh one is asked for.',
    });
  }
  if (!audiencesOf(claims).includes(AUDIENCE)) {
    context.log.warn(`${NAMES[source]} is not made for the audience "${AUDIENCE}"; Fulcio may refuse it.`);
  }
  return { token, source, claims, expiresAt };
}

/** GitHub: "OpenID Connect reference", requesting the JWT. */
async function askRunner(
  runner: { readonly requestUrl: string; readonly requestToken: string },
  mask: (secret: string) => void,
  context: Context,
): Promise<string> {
  if (!URL.canParse(runner.requestUrl)) {
    throw new CountersignError('INPUT_INVALID', {
      what: 'ACTIONS_ID_TOKEN_REQUEST_URL is not a URL',
      remedy: 'The runner sets this variable: do not set it by hand.',
    });
  }
  const url = new URL(runner.requestUrl);
  url.searchParams.set('audience', AUDIENCE);
  return ask(
    context,
    {
      service: 'identity-token',
      method: 'GET',
      url: url.href,
      headers: { accept: 'application/json' },
      authorization: `Bearer ${runner.requestToken}`,
      maxResponseBytes: MAX_TOKEN_ANSWER_BYTES,
    },
    (response) => {
      if (response.status === 401 || response.status === 403) throw tokenRefused(response.status);
      if (response.status !== 200) throw new UnreadableAnswer(`it answered with status ${response.status}`);
      const token = ownMember(jsonObject(response.body), 'value');
      if (typeof token !== 'string' || token === '') throw new UnreadableAnswer('its answer holds no token');
      mask(token);
      return token;
    },
  );
}
