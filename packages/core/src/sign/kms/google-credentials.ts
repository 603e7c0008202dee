import { createSign } from 'node:crypto';
import { isObject, memberAt, parseJson } from '../../json.js';
import { jsonObject, ownMember, UnreadableAnswer } from '../answers.js';
import type { KeyServices } from '../key-source.js';
import { askKms, type KmsRequest } from './ask.js';
import { credentialsFile, given, givenForHeader, HEADER_VALUE } from './credentials-file.js';
import { endpoint } from './endpoint.js';
import { kmsSetUp } from './failure.js';
import { renewing, type Lasting } from './renewing.js';
import { readAccessToken } from './token-answer.js';

/**
 * An access token for Cloud KMS: CLOUDSDK_AUTH_ACCESS_TOKEN or GOOGLE_OAUTH_ACCESS_TOKEN as it is, else by the file of
 * GOOGLE_APPLICATION_CREDENTIALS (a service account's key, a user's, or workload identity federation, as google-github-actions/auth
 * writes it), else the metadata server where GCE_METADATA_HOST names it. Throws INPUT_MISSING.
 */
export function googleToken(uri: string, services: KeyServices): (fresh: boolean) => Promise<string> {
  const { env, context } = services;
  const token = givenForHeader(uri, env, 'CLOUDSDK_AUTH_ACCESS_TOKEN', 'GOOGLE_OAUTH_ACCESS_TOKEN');
  if (token !== undefined) return () => Promise.resolve(token);
  const path = given(env, VARIABLE);
  if (path !== undefined) return renewing(() => byFile(uri, path, services), context.clock);
  const host = given(env, 'GCE_METADATA_HOST');
  if (host !== undefined) return renewing(() => byMetadata(uri, host, services), context.clock);
  throw kmsSetUp(
    uri,
    'there are no credentials for Google Cloud',
    `Set ${VARIABLE} (google-github-actions/auth does), or on a machine of Google Cloud GCE_METADATA_HOST=metadata.google.internal.`,
  );
}

const VARIABLE = 'GOOGLE_APPLICATION_CREDENTIALS';
const SCOPE = 'https://www.googleapis.com/auth/cloudkms';
const STS_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const TOKEN_URI = 'https://oauth2.googleapis.com/token';
const JWT_SECONDS = 3600;

async function byFile(uri: string, path: string, services: KeyServices): Promise<Lasting<string>> {
  const file = parseJson(await credentialsFile(uri, VARIABLE, path));
  const member = (...at: readonly string[]): string | undefined => {
    const value = memberAt(file, ...at);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const needed = (...at: readonly string[]): string => member(...at) ?? missing(uri, at.join('.'));
  switch (member('type')) {
    case 'service_account': {
      const address = endpoint(member('token_uri') ?? TOKEN_URI, `token_uri in ${VARIABLE}`);
      const assertion = serviceAccountJwt(
        uri,
        { email: needed('client_email'), key: needed('private_key'), keyId: member('private_key_id') },
        address,
        services.context.clock.now(),
      );
      const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
      return exchange(uri, address, form, [assertion], services);
    }
    case 'authorized_user': {
      const [secret, refresh] = [needed('client_secret'), needed('refresh_token')];
      const form = {
        grant_type: 'refresh_token',
        client_id: needed('client_id'),
        client_secret: secret,
        refresh_token: refresh,
      };
      return exchange(
        uri,
        endpoint(member('token_uri') ?? TOKEN_URI, `token_uri in ${VARIABLE}`),
        form,
        [secret, refresh],
        services,
      );
    }
    case 'external_account':
      return byFederation(uri, file, needed, member('service_account_impersonation_url'), services);
    default:
      return missing(uri, 'type (service_account, authorized_user or external_account)');
  }
}

/** Google: "Using OAuth 2.0 for server to server applications", the JWT of a service account. */
function serviceAccountJwt(
  uri: string,
  { email, key, keyId }: { email: string; key: string; keyId: string | undefined },
  audience: string,
  now: Date,
): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(now.getTime() / 1000);
  const head = { alg: 'RS256', typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) };
  const text = `${encode(head)}.${encode({ iss: email, scope: SCOPE, aud: audience, iat, exp: iat + JWT_SECONDS })}`;
  try {
    return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
  } catch {
    return missing(uri, 'private_key as a PEM key'); // without the cause: nothing near a key is told
  }
}

/** Workload identity federation (AIP-4117): a token of elsewhere for one of Google, and that for one of an account. */
async function byFederation(
  uri: string,
  file: unknown,
  needed: (...at: readonly string[]) => string,
  impersonation: string | undefined,
  services: KeyServices,
): Promise<Lasting<string>> {
  const subject = await subjectToken(uri, file, services);
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    subject_token_type: needed('subject_token_type'),
    audience: needed('audience'),
    scope: impersonation === undefined ? SCOPE : STS_SCOPE,
    subject_token: subject,
  };
  const sts = endpoint(needed('token_url'), `token_url in ${VARIABLE}`);
  const federated = await exchange(uri, sts, form, [subject], services);
  if (impersonation === undefined) return federated;
  const url = endpoint(impersonation, `service_account_impersonation_url in ${VARIABLE}`);
  return askKms(services, {
    uri,
    request: () => ({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      authorization: `Bearer ${federated.value}`,
      body: Buffer.from(JSON.stringify({ scope: [SCOPE] })),
    }),
    read: ({ body }) => {
      const answer = jsonObject(body);
      const [token, until] = [ownMember(answer, 'accessToken'), ownMember(answer, 'expireTime')];
      const expiresAt = new Date(typeof until === 'string' ? until : NaN);
      if (typeof token !== 'string' || !HEADER_VALUE.test(token) || Number.isNaN(expiresAt.getTime()))
        throw new UnreadableAnswer('its answer holds no access token');
      return { value: token, expiresAt };
    },
    remedy: () => REMEDY,
  });
}

/** The token of elsewhere, from a file or an address (GitHub's token endpoint). Programs that print one are not run. */
async function subjectToken(uri: string, file: unknown, services: KeyServices): Promise<string> {
  const source = (...at: readonly string[]): unknown => memberAt(file, 'credential_source', ...at);
  const [path, url] = [source('file'), source('url')];
  const field = source('format', 'subject_token_field_name');
  const readToken = (text: string): string => {
    const value: unknown =
      source('format', 'type') === 'json' && typeof field === 'string'
        ? memberAt(parseJson(text), field)
        : text.trim();
    if (typeof value === 'string' && value !== '') return value;
    throw new UnreadableAnswer('its answer holds no token');
  };
  if (typeof path === 'string') {
    try {
      return readToken(await credentialsFile(uri, `credential_source.file in ${VARIABLE}`, path));
    } catch (error) {
      if (error instanceof UnreadableAnswer) return missing(uri, 'a token in the file of credential_source');
      throw error;
    }
  }
  if (typeof url !== 'string') return missing(uri, 'credential_source.file or credential_source.url');
  const [address = ''] = url.split('?', 1);
  const query = url.slice(address.length);
  const base = endpoint(address, `credential_source.url in ${VARIABLE}`);
  const { authorization, ...others } = headersIn(uri, source('headers'));
  const request: KmsRequest = {
    method: 'GET',
    url: `${base}${query}`,
    headers: others,
    secrets: [...Object.values(others), ...new URLSearchParams(query).values()],
    ...(authorization === undefined ? {} : { authorization }),
  };
  return askKms(services, {
    uri,
    request: () => request,
    read: ({ body }) => readToken(new TextDecoder().decode(body)),
    remedy: () => 'On GitHub: give the job the permission "id-token: write".',
  });
}

/** The names in lower case. Throws INPUT_MISSING for what no request may hold, and tells nothing of it. */
function headersIn(uri: string, value: unknown): Record<string, string> {
  const headers = Object.entries(isObject(value) ? value : {}).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name.toLowerCase(), text] as const] : [],
  );
  if (headers.every(([name, text]) => /^[a-z0-9_-]+$/.test(name) && HEADER_VALUE.test(text)))
    return Object.fromEntries(headers);
  return missing(uri, 'credential_source.headers that a request may hold');
}

function exchange(
  uri: string,
  url: string,
  form: Readonly<Record<string, string>>,
  secrets: readonly string[],
  services: KeyServices,
): Promise<Lasting<string>> {
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
    remedy: () => REMEDY,
  });
}

const REMEDY = `Check the account in ${VARIABLE}, that its key or federation is not revoked, and the clock of this machine.`;

/** Google: "Access tokens from the metadata server". Its address is link-local: plain http does not leave the machine. */
function byMetadata(uri: string, host: string, services: KeyServices): Promise<Lasting<string>> {
  if (!METADATA_HOST.test(host)) {
    throw kmsSetUp(
      uri,
      'GCE_METADATA_HOST does not name the metadata server',
      'Set it to metadata.google.internal, or leave it out.',
    );
  }
  return askKms(services, {
    uri,
    request: () => ({
      method: 'GET',
      url: `http://${host}/computeMetadata/v1/instance/service-accounts/default/token?scopes=${encodeURIComponent(SCOPE)}`,
      headers: { 'metadata-flavor': 'Google' },
    }),
    read: ({ body }) => readAccessToken(body, services.context.clock.now()),
    remedy: () => 'Check that a service account with the scope cloud-platform is attached to this machine.',
  });
}

const METADATA_HOST = /^(?:metadata\.google\.internal\.?|169\.254\.169\.254|127\.0\.0\.1:[0-9]{1,5})$/;

function missing(uri: string, what: string): never {
  throw kmsSetUp(
    uri,
    `the file that ${VARIABLE} names has no ${what}`,
    'Give the JSON of a service account or of workload identity federation.',
  );
}
