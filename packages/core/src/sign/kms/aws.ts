import type { sign as Sign } from 'aws4';
import { jsonObject, ownMember, UnreadableAnswer } from '../answers.js';
import type { KeyServices } from '../key-source.js';
import { askKms, type KmsRequest } from './ask.js';
import { awsCredentials, type AwsCredentials } from './aws-credentials.js';
import { awsEndpoint } from './aws-endpoint.js';
import { given } from './credentials-file.js';
import { hostEndpoint } from './endpoint.js';
import { kmsSetUp, ofKind, wrongKind } from './failure.js';
import { base64In, readPublicKey } from './public-key.js';
import type { OpenKey } from './types.js';
import { matchUri } from './uri.js';

/**
 * AWS KMS (API 2014-11-01) by `awskms://[ENDPOINT]/KEY`, where KEY is a key's id or ARN, `alias/NAME` or an alias' ARN. What
 * an alias points at is held on to for the run.
 */
export const openAwsKey: OpenKey = async (uri, services) => {
  const reference = readReference(uri, services.env);
  const credentials = awsCredentials(uri, reference.region, services);
  const { default: aws4 } = await import('aws4');

  const call = <T>(
    operation: string,
    input: object,
    read: (answer: Readonly<Record<string, unknown>>) => T,
  ): Promise<T> =>
    askKms(services, {
      uri,
      request: async (fresh) =>
        signed(aws4, reference, operation, input, await credentials(fresh), services.context.clock.now()),
      read: ({ body }) => read(jsonObject(body)),
      remedy: remedyFor,
      isThrottle: (code) => ['ThrottlingException', 'LimitExceededException'].includes(code),
    });

  const { keyId, publicKey } = await call('GetPublicKey', { KeyId: reference.key }, (answer) => {
    const [usage, spec] = [ownMember(answer, 'KeyUsage'), ownMember(answer, 'KeySpec')];
    const algorithms = ownMember(answer, 'SigningAlgorithms');
    if (usage !== 'SIGN_VERIFY') throw wrongKind(uri, 'not a key for signing');
    if (spec !== 'ECC_NIST_P256' || !Array.isArray(algorithms) || !algorithms.includes(ALGORITHM))
      throw wrongKind(uri, ofKind(spec));
    return {
      keyId: keyIdIn(answer) ?? reference.key,
      publicKey: readPublicKey({ der: ownMember(answer, 'PublicKey') }),
    };
  });
  return {
    publicKey,
    sign: (sha256) =>
      call(
        'Sign',
        {
          KeyId: keyId,
          Message: sha256.toString('base64'),
          MessageType: 'DIGEST',
          SigningAlgorithm: ALGORITHM,
        },
        (answer) => {
          if ((keyIdIn(answer) ?? keyId) !== keyId) throw new UnreadableAnswer('it signed with another key');
          return base64In(ownMember(answer, 'Signature'));
        },
      ),
  };
};

const ALGORITHM = 'ECDSA_SHA_256';

interface Reference {
  readonly key: string;
  readonly region: string;
  /** Without a slash at its end. */
  readonly base: string;
}

// AWS KMS: "Key identifiers (KeyId)"; the forms are those of sigstore's own reader.
const ID = '(?:mrk-[0-9a-f]{32}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})';
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}';
const ARN = `arn:(?<partition>aws|aws-us-gov|aws-cn):kms:(?<region>[a-z0-9-]{1,32}):[0-9]{12}:(?:key/${ID}|${ALIAS})`;
const REFERENCE = new RegExp(
  `^awskms://(?<host>[A-Za-z0-9.-]+(?::[0-9]{1,5})?)?/(?<key>${ID}|${ALIAS}|${ARN})$`,
);

function readReference(uri: string, env: KeyServices['env']): Reference {
  const { groups = {} } = matchUri(
    uri,
    REFERENCE,
    'awskms://[ENDPOINT]/KEY, where KEY is the id or ARN of a key, alias/NAME or the ARN of an alias (awskms:///alias/signing)',
  );
  const { host, key = '' } = groups;
  const region = groups.region ?? given(env, 'AWS_REGION', 'AWS_DEFAULT_REGION');
  if (region === undefined || !/^[a-z0-9-]{1,32}$/.test(region)) {
    throw kmsSetUp(uri, 'nothing says in which region it is', 'Set AWS_REGION, or give the ARN of the key.');
  }
  if (host !== undefined) return { key, region, base: hostEndpoint(host, 'The endpoint in the URI') };
  return { key, region, base: awsEndpoint('kms', region, env) };
}

/** Signature Version 4 over the request as it is sent. */
function signed(
  aws4: { readonly sign: typeof Sign },
  { base, region }: Reference,
  operation: string,
  input: object,
  credentials: AwsCredentials,
  now: Date,
): KmsRequest {
  const url = new URL(`${base}/`);
  const body = JSON.stringify(input);
  const { headers = {} } = aws4.sign(
    {
      service: 'kms',
      region,
      method: 'POST',
      host: url.host,
      path: url.pathname,
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `TrentService.${operation}`,
        'X-Amz-Date': now.toISOString().replace(/[-:]|\.\d{3}/g, ''),
      },
      body,
    },
    { ...credentials },
  );
  const { Authorization: authorization, ...others } = headers;
  return {
    method: 'POST',
    url: url.href,
    // The length is told by the request layer.
    headers: Object.fromEntries(
      Object.entries(others).flatMap(([name, value]) =>
        name === 'Content-Length' ? [] : [[name, String(value)] as const],
      ),
    ),
    authorization: String(authorization),
    secrets: [credentials.secretAccessKey, credentials.sessionToken ?? ''],
    body: Buffer.from(body),
  };
}

function keyIdIn(answer: Readonly<Record<string, unknown>>): string | undefined {
  const keyId = ownMember(answer, 'KeyId');
  return typeof keyId === 'string' && new RegExp(`^(?:${ID}|${ARN})$`).test(keyId) ? keyId : undefined;
}

function remedyFor(_status: number, code: string): string {
  switch (code) {
    case 'AccessDeniedException':
      return 'Allow kms:GetPublicKey and kms:Sign on this key to the role or user whose credentials the step has.';
    case 'NotFoundException':
      return 'Check the key or alias, the account and the region (AWS_REGION).';
    case 'DisabledException':
    case 'KMSInvalidStateException':
      return 'Enable the key, or name another one.';
    default:
      return 'Check the credentials of the step (aws-actions/configure-aws-credentials sets them), the region and the clock.';
  }
}
