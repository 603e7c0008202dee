import { createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonTwist, serve, type Answer, type Arrived, type KeyService, type Twist } from './service.js';
import { answeredSignature } from './sign-digest.js';

const ACCESS_TOKEN = 'ya29.google-access-token-0123456789';
const EMAIL = 'signer@project.iam.gserviceaccount.com';
const KEY = 'projects/acme/locations/europe-west3/keyRings/release/cryptoKeys/images';
const NAME = `${KEY}/cryptoKeyVersions/12`;

export interface GoogleService extends KeyService {
  /** The environment of a job whose account comes by workload identity federation. */
  readonly federated: Readonly<Record<string, string>>;
  /** The environment of a machine of Google Cloud. */
  readonly machine: Readonly<Record<string, string>>;
  /** The key without a version. */
  readonly newest: string;
  /** Damages one of the checksums. */
  damage: 'signature' | 'digest' | 'pem' | undefined;
}

/** Google Cloud KMS, and the token service of a service account, whose JWT is verified. */
export async function startGoogle(elsewhere: string): Promise<GoogleService> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const account = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKeyPem = key.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const complaints: string[] = [];
  let signed = 0;
  const service: { twist: Twist | undefined; damage: GoogleService['damage'] } = {
    twist: undefined,
    damage: undefined,
  };
  let base = '';

  const token = (form: URLSearchParams): Answer => {
    const grant = form.get('grant_type');
    const fault =
      grant === 'urn:ietf:params:oauth:grant-type:token-exchange'
        ? exchangeFault(form)
        : jwtFault(form.get('assertion') ?? '', account.publicKey, `${base}/token`);
    if (fault === undefined)
      return { status: 200, json: { access_token: ACCESS_TOKEN, expires_in: 3599, token_type: 'Bearer' } };
    complaints.push(fault);
    return { status: 400, json: { error: 'invalid_grant', error_description: fault } };
  };

  const handle = ({ method, path, headers, body }: Arrived): Answer => {
    if (path === '/token') return token(new URLSearchParams(body.toString()));
    if (path.startsWith('/oidc')) {
      if (headers.authorization !== 'Bearer runner-secret')
        complaints.push('the runner was asked without its token');
      return { status: 200, json: { value: 'token-of-github' } };
    }
    if (path.startsWith('/computeMetadata/v1/instance/service-accounts/default/token?')) {
      if (headers['metadata-flavor'] !== 'Google')
        complaints.push('the metadata server was asked without its header');
      return { status: 200, json: { access_token: ACCESS_TOKEN, expires_in: 300 } };
    }
    if (path === '/impersonate')
      return { status: 200, json: { accessToken: ACCESS_TOKEN, expireTime: inAnHour() } };
    if (headers.authorization !== `Bearer ${ACCESS_TOKEN}`) {
      complaints.push(`no access token: ${path}`);
      return { status: 401, json: { error: { code: 401, status: 'UNAUTHENTICATED', message: 'no token' } } };
    }
    if (method === 'GET' && path.startsWith(`/v1/${KEY}/cryptoKeyVersions?`)) {
      const names = ['9', '12', '10'].map((number) => ({ name: `${KEY}/cryptoKeyVersions/${number}` }));
      return { status: 200, json: { cryptoKeyVersions: names } };
    }
    if (method === 'GET' && path === `/v1/${NAME}/publicKey`) {
      return {
        status: 200,
        json: {
          name: NAME,
          pem: publicKeyPem,
          pemCrc32c: sum(Buffer.from(publicKeyPem), service.damage === 'pem'),
          algorithm: service.twist === 'wrong-kind' ? 'RSA_SIGN_PSS_2048_SHA256' : 'EC_SIGN_P256_SHA256',
        },
      };
    }
    if (method !== 'POST' || path !== `/v1/${NAME}:asymmetricSign`) {
      complaints.push(`an unknown request: ${method} ${path}`);
      return { status: 404, json: { error: { code: 404, status: 'NOT_FOUND', message: 'no such key' } } };
    }
    signed += 1;
    const common = commonTwist(service, elsewhere, ACCESS_TOKEN, {
      status: 429,
      headers: { 'retry-after': '0' },
      json: { error: { status: 'RESOURCE_EXHAUSTED', message: 'quota' } },
    });
    if (common !== undefined) return common;
    const input = JSON.parse(body.toString()) as { digest: { sha256: string }; digestCrc32c: string };
    const digest = Buffer.from(input.digest.sha256, 'base64');
    if (input.digestCrc32c !== sum(digest)) complaints.push('a digest with another checksum');
    const secret = service.twist === 'wrong-signature' ? other.privateKey : key.privateKey;
    const signature = answeredSignature(service.twist, secret, digest, 'der');
    return {
      status: 200,
      json: {
        name: service.twist === 'other-key' ? NAME.replace('12', '11') : NAME,
        signature: signature.toString('base64'),
        signatureCrc32c: sum(signature, service.damage === 'signature'),
        verifiedDigestCrc32c: service.damage !== 'digest',
      },
    };
  };
  const server = await serve(handle);
  const { host } = server;
  base = `http://${host}`;
  const folder = await mkdtemp(join(tmpdir(), 'google-account-'));
  const privateKey = account.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const accountFile = join(folder, 'account.json');
  await writeFile(
    accountFile,
    JSON.stringify({
      type: 'service_account',
      client_email: EMAIL,
      private_key: privateKey,
      private_key_id: 'k1',
      token_uri: `${base}/token`,
    }),
  );
  const federationFile = join(folder, 'federation.json');
  await writeFile(
    federationFile,
    JSON.stringify({
      type: 'external_account',
      audience: AUDIENCE,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${base}/token`,
      service_account_impersonation_url: `${base}/impersonate`,
      credential_source: {
        url: `${base}/oidc?audience=x`,
        headers: { Authorization: 'Bearer runner-secret' },
        format: { type: 'json', subject_token_field_name: 'value' },
      },
    }),
  );
  const env = { CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: `${base}/` };
  return Object.assign(service, {
    uri: `gcpkms://${NAME}`,
    newest: `gcpkms://${KEY}`,
    env: { ...env, GOOGLE_APPLICATION_CREDENTIALS: accountFile },
    federated: { ...env, GOOGLE_APPLICATION_CREDENTIALS: federationFile },
    machine: { ...env, GCE_METADATA_HOST: host },
    publicKeyPem,
    secrets: [ACCESS_TOKEN, privateKey.split('\n')[1] ?? ''],
    complaints,
    signed: () => signed,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  });
}

const AUDIENCE =
  '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/providers/github';

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

function exchangeFault(form: URLSearchParams): string | undefined {
  if (form.get('subject_token') !== 'token-of-github') return 'another subject token';
  return form.get('audience') === AUDIENCE ? undefined : 'another audience';
}

function jwtFault(
  assertion: string,
  key: Parameters<ReturnType<typeof createVerify>['verify']>[0],
  audience: string,
): string | undefined {
  const [head = '', claims = '', signature = ''] = assertion.split('.');
  const verifier = createVerify('RSA-SHA256').update(`${head}.${claims}`);
  if (!verifier.verify(key, Buffer.from(signature, 'base64url'))) return 'a JWT that does not verify';
  const read = (text: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
  const { iss, aud, scope, iat, exp } = read(claims);
  if (read(head).alg !== 'RS256' || read(head).kid !== 'k1') return 'a JWT of another kind';
  if (iss !== EMAIL || aud !== audience || scope !== 'https://www.googleapis.com/auth/cloudkms')
    return 'a JWT for others';
  const now = Date.now() / 1000;
  if (typeof iat !== 'number' || typeof exp !== 'number' || Math.abs(iat - now) > 60 || exp - iat > 3600)
    return 'a JWT of another time';
  return undefined;
}

/** CRC-32C bit by bit, from its definition: another way than the one that is tested. */
function sum(bytes: Uint8Array, wrong = false): string {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return String(((~crc >>> 0) + (wrong ? 1 : 0)) >>> 0);
}
