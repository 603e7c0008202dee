import { isObject, memberAt, parseJson } from '../../json.js';
import { jsonObject, ownMember, UnreadableAnswer } from '../answers.js';
import type { KeyServices } from '../key-source.js';
import { askKms, type KmsRequest } from './ask.js';
import { credentialsFile, HEADER_VALUE } from './credentials-file.js';
import { endpoint } from './endpoint.js';
import { ACCOUNT_REMEDY, GOOGLE_CREDENTIALS, KMS_SCOPE, lacking } from './google-file.js';
import type { Lasting } from './renewing.js';
import { requestToken } from './token-request.js';

/**
 * Workload identity federation (AIP-4117): a token of elsewhere for one of Google, and that for one of an account.
 * `needed` reads a member of the credentials file that has to be there. Throws INPUT_MISSING, KMS_REFUSED, KMS_UNAVAILABLE.
 */
export async function federatedToken(
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
    scope: impersonation === undefined ? KMS_SCOPE : STS_SCOPE,
    subject_token: subject,
  };
  const sts = endpoint(needed('token_url'), `token_url in ${GOOGLE_CREDENTIALS}`);
  const federated = await requestToken(services, {
    uri,
    url: sts,
    form,
    secrets: [subject],
    remedy: ACCOUNT_REMEDY,
  });
  if (impersonation === undefined) return federated;
  const url = endpoint(impersonation, `service_account_impersonation_url in ${GOOGLE_CREDENTIALS}`);
  return askKms(services, {
    uri,
    request: () => ({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      authorization: `Bearer ${federated.value}`,
      body: Buffer.from(JSON.stringify({ scope: [KMS_SCOPE] })),
    }),
    read: ({ body }) => {
      const answer = jsonObject(body);
      const [token, until] = [ownMember(answer, 'accessToken'), ownMember(answer, 'expireTime')];
      const expiresAt = new Date(typeof until === 'string' ? until : NaN);
      if (typeof token !== 'string' || !HEADER_VALUE.test(token) || Number.isNaN(expiresAt.getTime()))
        throw new UnreadableAnswer('its answer holds no access token');
      return { value: token, expiresAt };
    },
    remedy: () => ACCOUNT_REMEDY,
  });
}

const STS_SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

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
      return readToken(await credentialsFile(uri, `credential_source.file in ${GOOGLE_CREDENTIALS}`, path));
    } catch (error) {
      if (error instanceof UnreadableAnswer) return lacking(uri, 'a token in the file of credential_source');
      throw error;
    }
  }
  if (typeof url !== 'string') return lacking(uri, 'credential_source.file or credential_source.url');
  const [address = ''] = url.split('?', 1);
  const query = url.slice(address.length);
  const base = endpoint(address, `credential_source.url in ${GOOGLE_CREDENTIALS}`);
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
  return lacking(uri, 'credential_source.headers that a request may hold');
}
