import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonTwist, serve, type Answer, type Arrived, type KeyService, type Twist } from './service.js';
import { answeredSignature } from './sign-digest.js';

const ACCESS_TOKEN = 'eyJ.azure-access-token-0123456789';
const SECRET = 'azure-client-secret-0123456789';
const FEDERATED = 'token-of-the-cluster';
const TENANT = '11111111-2222-3333-4444-555555555555';
const CLIENT = '66666666-7777-8888-9999-000000000000';
const VERSION = '0123456789abcdef0123456789abcdef';

export interface AzureService extends KeyService {
  /** The environment of a job with workload identity. */
  readonly federated: Readonly<Record<string, string>>;
}

/** Azure Key Vault, and the token endpoint before it. */
export async function startAzure(elsewhere: string): Promise<AzureService> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const complaints: string[] = [];
  let signed = 0;
  const service: { twist: Twist | undefined } = { twist: undefined };
  let base = '';

  const token = (form: URLSearchParams): Answer => {
    const known =
      form.get('client_secret') === SECRET ||
      (form.get('client_assertion') === FEDERATED &&
        form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    const asked =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === CLIENT &&
      form.get('scope') === 'https://vault.azure.net/.default';
    if (known && asked) return { status: 200, json: { access_token: ACCESS_TOKEN, expires_in: 3599 } };
    complaints.push(`a token request of another form: ${form.toString()}`);
    return { status: 401, json: { error: 'invalid_client', error_description: 'unknown' } };
  };

  const handle = ({ method, path, headers, body }: Arrived): Answer => {
    if (path === `/${TENANT}/oauth2/v2.0/token`) return token(new URLSearchParams(body.toString()));
    if (headers.authorization !== `Bearer ${ACCESS_TOKEN}`) {
      complaints.push(`no access token: ${path}`);
      return { status: 401, json: { error: { code: 'Unauthorized', message: 'no token' } } };
    }
    const kid = `${base}/keys/release/${VERSION}`;
    if (method === 'GET' && path === '/keys/release?api-version=7.4') {
      const { x, y } = key.publicKey.export({ format: 'jwk' });
      const kty = service.twist === 'wrong-kind' ? 'RSA' : 'EC-HSM';
      return {
        status: 200,
        json: {
          key: { kid, kty, crv: 'P-256', x, y, key_ops: ['sign', 'verify'] },
          attributes: { enabled: true },
        },
      };
    }
    if (method !== 'POST' || path !== `/keys/release/${VERSION}/sign?api-version=7.4`) {
      complaints.push(`an unknown request: ${method} ${path}`);
      return { status: 404, json: { error: { code: 'KeyNotFound', message: 'no such key' } } };
    }
    signed += 1;
    const common = commonTwist(service, elsewhere, ACCESS_TOKEN, {
      status: 429,
      headers: { 'retry-after': '0' },
      json: { error: { code: 'Throttled', message: 'slow down' } },
    });
    if (common !== undefined) return common;
    const { alg, value } = JSON.parse(body.toString()) as Record<string, string>;
    if (alg !== 'ES256') complaints.push('another algorithm');
    const secret = service.twist === 'wrong-signature' ? other.privateKey : key.privateKey;
    const signature = answeredSignature(
      service.twist,
      secret,
      Buffer.from(value ?? '', 'base64url'),
      'compact',
    );
    const answering = service.twist === 'other-key' ? kid.replace('0123', 'ffff') : kid;
    return { status: 200, json: { kid: answering, value: signature.toString('base64url') } };
  };
  const server = await serve(handle);
  const { host } = server;
  base = `http://${host}`;
  const folder = await mkdtemp(join(tmpdir(), 'azure-token-'));
  const tokenFile = join(folder, 'token');
  await writeFile(tokenFile, `${FEDERATED}\n`);
  const env = { AZURE_TENANT_ID: TENANT, AZURE_CLIENT_ID: CLIENT, AZURE_AUTHORITY_HOST: base };
  return Object.assign(service, {
    uri: `azurekms://${host}/release`,
    env: { ...env, AZURE_CLIENT_SECRET: SECRET },
    federated: { ...env, AZURE_FEDERATED_TOKEN_FILE: tokenFile },
    publicKeyPem: key.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    secrets: [ACCESS_TOKEN, SECRET],
    complaints,
    signed: () => signed,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  });
}
