import { randomBytes, timingSafeEqual } from 'node:crypto';
import { isObject } from '@countersign/core/json';
import { FaultPlan, HttpRefusal, sendJson, serveLoopback, type RequestLog } from '../../http/index.js';
import type { ServiceOptions } from '../options.js';
import { GITHUB_ISSUER, githubClaims, SIGSTORE_AUDIENCE, type TokenClaims } from './claims.js';
import { newTokenKey } from './token.js';

export interface IssuerOptions extends ServiceOptions {
  /** The `iss` of tokens: GitHub's by default; `own` is the service's URL. Discovery and keys are served here anyway. */
  readonly issuer?: string;
  /** Laid over the default claims of every token. */
  readonly claims?: TokenClaims;
}

/** An OIDC issuer and the token endpoint that a runner gives to its jobs. */
export interface RunningIssuer {
  /** `http://127.0.0.1:port` */
  readonly oidcUrl: string;
  /** The `iss` of tokens. */
  readonly issuer: string;
  /** ACTIONS_ID_TOKEN_REQUEST_URL: a job adds `&audience=`; `&claims=` takes base64url JSON over the claims of one token. */
  readonly tokenUrl: string;
  /** ACTIONS_ID_TOKEN_REQUEST_TOKEN */
  readonly requestToken: string;
  /** A token without a request, for the audience `sigstore` unless a claim says otherwise. */
  token(claims?: TokenClaims): string;
  /** The claims of a token of this issuer's key; undefined for anything else. */
  open(token: string): TokenClaims | undefined;
  readonly faults: FaultPlan;
  readonly requests: RequestLog;
  stop(): Promise<void>;
}

export async function startIssuer(options: IssuerOptions = {}): Promise<RunningIssuer> {
  const { now = () => new Date(), faults = new FaultPlan(), latencyMs = 0 } = options;
  const key = await newTokenKey();
  const requestToken = randomBytes(24).toString('base64url');
  let issuer = options.issuer ?? GITHUB_ISSUER;

  const token = (claims: TokenClaims = {}, audience = SIGSTORE_AUDIENCE): string =>
    key.issue(githubClaims(issuer, audience, now(), { ...options.claims, ...claims }));

  const server = await serveLoopback({
    faults,
    latencyMs,
    handler: (request, response, url) => {
      if (request.method !== 'GET') throw new HttpRefusal(405, { message: 'only GET is served here' });
      switch (url.pathname) {
        case '/.well-known/openid-configuration':
          sendJson(response, 200, discovery(issuer, url.origin));
          return;
        case '/.well-known/jwks':
          sendJson(response, 200, { keys: [key.jwk] });
          return;
        case TOKEN_PATH: {
          demandBearer(request.headers.authorization, requestToken);
          const audience = url.searchParams.get('audience') ?? DEFAULT_AUDIENCE;
          sendJson(response, 200, { count: 1, value: token(requestedClaims(url), audience) });
          return;
        }
        default:
          throw new HttpRefusal(404, { message: 'there is nothing here' });
      }
    },
  });
  if (issuer === 'own') issuer = server.origin;

  return {
    oidcUrl: server.origin,
    issuer,
    tokenUrl: `${server.origin}${TOKEN_PATH}?api-version=2.0`,
    requestToken,
    token: (claims) => token(claims),
    open: (text) => key.open(text),
    faults,
    requests: server.requests,
    stop: () => server.stop(),
  };
}

const TOKEN_PATH = '/idtoken';
/** GitHub's, where a job names no audience. */
const DEFAULT_AUDIENCE = 'https://github.com/acme';

const discovery = (issuer: string, origin: string) => ({
  issuer,
  jwks_uri: `${origin}/.well-known/jwks`,
  response_types_supported: ['id_token'],
  subject_types_supported: ['public', 'pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid'],
});

function demandBearer(header: string | undefined, requestToken: string): void {
  const given = Buffer.from(/^bearer (.+)$/i.exec(header ?? '')?.[1] ?? '');
  const wanted = Buffer.from(requestToken);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new HttpRefusal(401, { message: 'the bearer token is not the one of this job' });
  }
}

function requestedClaims(url: URL): TokenClaims {
  const text = url.searchParams.get('claims');
  if (text === null) return {};
  try {
    const claims: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (isObject(claims)) return claims;
  } catch {
    // Said below, with the values that parse and are no object.
  }
  throw new HttpRefusal(400, { message: '"claims" is not a JSON object in base64url' });
}
