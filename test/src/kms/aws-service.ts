import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { answeredSignature } from './sign-digest.js';
import { commonTwist, serve, type Answer, type Arrived, type KeyService, type Twist } from './service.js';

const ACCESS_KEY = 'AKIAEXAMPLEEXAMPLE00';
const SECRET_KEY = 'aws-secret-0123456789abcdefghijklmnop/+x';
const SESSION = 'aws-session-token-0123456789';
const REGION = 'eu-central-1';
const KEY_ARN = `arn:aws:kms:${REGION}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const OTHER_ARN = KEY_ARN.replace('1234abcd', 'ffffffff');

export interface AwsService extends KeyService {
  /** The environment of a job whose role comes by a web identity; the file is for the caller to write. */
  readonly federated: (tokenFile: string) => Readonly<Record<string, string>>;
}

export const WEB_IDENTITY = 'token-of-the-cluster';

/** AWS KMS: GetPublicKey and Sign, each request's Signature Version 4 computed again; and STS, which gives a role. */
export async function startAws(elsewhere: string): Promise<AwsService> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const complaints: string[] = [];
  let signed = 0;
  const service: { twist: Twist | undefined } = { twist: undefined };

  const handle = (arrived: Arrived): Answer => {
    if (arrived.headers['content-type'] === 'application/x-www-form-urlencoded') {
      const form = new URLSearchParams(arrived.body.toString());
      const asked = ['Action', 'Version', 'RoleArn', 'WebIdentityToken']
        .map((name) => form.get(name))
        .join(' ');
      if (asked === `AssumeRoleWithWebIdentity 2011-06-15 ${ROLE} ${WEB_IDENTITY}`)
        return { status: 200, text: role() };
      complaints.push(`not the request of a role: ${asked}`);
      return {
        status: 400,
        text: `<Error><Code>InvalidIdentityToken</Code><Message>${asked}</Message></Error>`,
      };
    }
    const wrong = signatureFault(arrived);
    if (wrong !== undefined) {
      complaints.push(wrong);
      return { status: 403, json: { __type: 'InvalidSignatureException', message: wrong } };
    }
    const input = JSON.parse(arrived.body.toString()) as Record<string, string>;
    if (arrived.headers['x-amz-target'] === 'TrentService.GetPublicKey') {
      const kind = service.twist === 'wrong-kind' ? 'RSA_4096' : 'ECC_NIST_P256';
      const spki = key.publicKey.export({ type: 'spki', format: 'der' });
      return {
        status: 200,
        json: {
          KeyId: KEY_ARN,
          KeySpec: kind,
          KeyUsage: 'SIGN_VERIFY',
          SigningAlgorithms: ['ECDSA_SHA_256'],
          PublicKey: spki.toString('base64'),
        },
      };
    }
    signed += 1;
    const common = commonTwist(service, elsewhere, SECRET_KEY, {
      status: 400, // so AWS KMS answers a rate that is too high
      json: { __type: 'com.amazonaws.kms#ThrottlingException', message: 'You have exceeded the rate' },
    });
    if (common !== undefined) return common;
    if (
      input.KeyId !== KEY_ARN ||
      input.MessageType !== 'DIGEST' ||
      input.SigningAlgorithm !== 'ECDSA_SHA_256'
    )
      complaints.push(`not the request of a signature: ${JSON.stringify(input)}`);
    const secret = service.twist === 'wrong-signature' ? other.privateKey : key.privateKey;
    const digest = Buffer.from(input.Message ?? '', 'base64');
    return {
      status: 200,
      json: {
        KeyId: service.twist === 'other-key' ? OTHER_ARN : KEY_ARN,
        SigningAlgorithm: 'ECDSA_SHA_256',
        Signature: answeredSignature(service.twist, secret, digest, 'der').toString('base64'),
      },
    };
  };
  const server = await serve(handle);
  const { host } = server;
  return Object.assign(service, {
    uri: `awskms://${host}/alias/release`,
    env: {
      AWS_ACCESS_KEY_ID: ACCESS_KEY,
      AWS_SECRET_ACCESS_KEY: SECRET_KEY,
      AWS_SESSION_TOKEN: SESSION,
      AWS_REGION: REGION,
    },
    federated: (tokenFile: string) => ({
      AWS_REGION: REGION,
      AWS_ROLE_ARN: ROLE,
      AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile,
      AWS_ENDPOINT_URL_STS: `http://${host}`,
    }),
    publicKeyPem: key.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    secrets: [SECRET_KEY, SESSION],
    complaints,
    signed: () => signed,
    stop: () => server.stop(),
  });
}

const ROLE = 'arn:aws:iam::111122223333:role/release';

const role = (): string =>
  `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>` +
  `<Credentials><AccessKeyId>${ACCESS_KEY}</AccessKeyId><SecretAccessKey>${SECRET_KEY}</SecretAccessKey><SessionToken>${SESSION}</SessionToken>` +
  `<Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;

/** AWS: "Create a signed AWS API request", read from the request as it arrived. */
function signatureFault(
  { method, path, headers, body }: Arrived,
  credentials = { accessKey: ACCESS_KEY, secret: SECRET_KEY, session: SESSION },
): string | undefined {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (match === null) return 'no Signature Version 4';
  const [, accessKey = '', day = '', region = '', name = '', list = '', signature = ''] = match;
  const date = String(headers['x-amz-date'] ?? '');
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (accessKey !== credentials.accessKey || region !== REGION || name !== 'kms') return 'another scope';
  if (!date.startsWith(day) || !(Math.abs(Date.now() - at) < 300_000)) return `not of now: ${date}`;
  if (headers['x-amz-security-token'] !== credentials.session) return 'another session';
  const names = list.split(';');
  for (const needed of ['host', 'x-amz-date', 'x-amz-target', 'x-amz-security-token', 'content-type'])
    if (!names.includes(needed)) return `${needed} is not signed`;
  const canonical = [
    method,
    path,
    '',
    ...names.map((each) => `${each}:${String(headers[each]).trim().replace(/ +/g, ' ')}`),
    '',
    list,
    createHash('sha256').update(body).digest('hex'),
  ].join('\n');
  const scope = `${day}/${region}/${name}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  );
  const keyed = [day, region, name, 'aws4_request'].reduce<Buffer | string>(
    (from, part) => createHmac('sha256', from).update(part).digest(),
    `AWS4${credentials.secret}`,
  );
  const expected = createHmac('sha256', keyed).update(text).digest('hex');
  return expected === signature ? undefined : 'another signature';
}
