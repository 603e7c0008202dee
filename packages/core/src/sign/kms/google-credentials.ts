import { createSign } from 'node:crypto';
import { memberAt, parseJson } from '../../json.js';
import type { KeyServices } from '../key-source.js';
import { askKms } from './ask.js';
import { credentialsFile, given, givenForHeader } from './credentials-file.js';
import { endpoint } from './endpoint.js';
import { kmsSetUp } from './failure.js';
import { federatedToken } from './google-federation.js';
import { ACCOUNT_REMEDY, GOOGLE_CREDENTIALS, KMS_SCOPE, lacking } from './google-file.js';
import { renewing, type Lasting } from './renewing.js';
import { readAccessToken } from './token-answer.js';
import { requestToken } from './token-request.js';

/**
 * An access token for Cloud KMS: CLOUDSDK_AUTH_ACCESS_TOKEN or GOOGLE_OAUTH_ACCESS_TOKEN as it is, else by the file of
 * GOOGLE_APPLICATION_CREDENTIALS (a service account's key, a user's, or workload identity federation, as google-github-actions/auth
 * writes it), else the metadata server where GCE_METADATA_HOST names it. Throws INPUT_MISSING.
 */
export function googleToken(uri: string, services: KeyServices): (fresh: boolean) => Promise<string> {
  const { env, context } = services;
  const token = givenForHeader(uri, env, 'CLOUDSDK_AUTH_ACCESS_TOKEN', 'GOOGLE_OAUTH_ACCESS_TOKEN');
  if (token !== undefined) return () => Promise.resolve(token);
  const path = given(env, GOOGLE_CREDENTIALS);
  if (path !== undefined) return renewing(() => byFile(uri, path, services), context.clock);
  const host = given(env, 'GCE_METADATA_HOST');
  if (host !== undefined) return renewing(() => byMetadata(uri, host, services), context.clock);
  throw kmsSetUp(
    uri,
    'there are no credentials for Google Cloud',
    `Set ${GOOGLE_CREDENTIALS} (google-github-actions/auth does), or on a machine of Google Cloud GCE_METADATA_HOST=metadata.google.internal.`,
  );
}

const TOKEN_URI = 'https://oauth2.googleapis.com/token';
const JWT_SECONDS = 3600;

async function byFile(uri: string, path: string, services: KeyServices): Promise<Lasting<string>> {
  const file = parseJson(await credentialsFile(uri, GOOGLE_CREDENTIALS, path));
  const member = (...at: readonly string[]): string | undefined => {
    const value = memberAt(file, ...at);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const needed = (...at: readonly string[]): string => member(...at) ?? lacking(uri, at.join('.'));
  const exchange = (
    url: string,
    form: Readonly<Record<string, string>>,
    secrets: readonly string[],
  ): Promise<Lasting<string>> => requestToken(services, { uri, url, form, secrets, remedy: ACCOUNT_REMEDY });
  const tokenUrl = (): string =>
    endpoint(member('token_uri') ?? TOKEN_URI, `token_uri in ${GOOGLE_CREDENTIALS}`);
  switch (member('type')) {
    case 'service_account': {
      const address = tokenUrl();
      const assertion = serviceAccountJwt(
        uri,
        { email: needed('client_email'), key: needed('private_key'), keyId: member('private_key_id') },
        address,
        services.context.clock.now(),
      );
      const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
      return exchange(address, form, [assertion]);
    }
    case 'authorized_user': {
      const [secret, refresh] = [needed('client_secret'), needed('refresh_token')];
      const form = {
        grant_type: 'refresh_token',
        client_id: needed('client_id'),
        client_secret: secret,
        refresh_token: refresh,
      };
      return exchange(tokenUrl(), form, [secret, refresh]);
    }
    case 'external_account':
      return federatedToken(uri, file, needed, member('service_account_impersonation_url'), services);
    default:
      return lacking(uri, 'type (service_account, authorized_user or external_account)');
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
  const text = `${encode(head)}.${encode({ iss: email, scope: KMS_SCOPE, aud: audience, iat, exp: iat + JWT_SECONDS })}`;
  try {
    return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
  } catch {
    return lacking(uri, 'private_key as a PEM key'); // without the cause: nothing near a key is told
  }
}

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
      url: `http://${host}/computeMetadata/v1/instance/service-accounts/default/token?scopes=${encodeURIComponent(KMS_SCOPE)}`,
      headers: { 'metadata-flavor': 'Google' },
    }),
    read: ({ body }) => readAccessToken(body, services.context.clock.now()),
    remedy: () => 'Check that a service account with the scope cloud-platform is attached to this machine.',
  });
}

const METADATA_HOST = /^(?:metadata\.google\.internal\.?|169\.254\.169\.254|127\.0\.0\.1:[0-9]{1,5})$/;
