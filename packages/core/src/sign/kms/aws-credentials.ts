import { UnreadableAnswer } from '../answers.js';
import type { KeyServices } from '../key-source.js';
import { askKms } from './ask.js';
import { awsEndpoint } from './aws-endpoint.js';
import { credentialsFile, given, givenForHeader } from './credentials-file.js';
import { kmsSetUp } from './failure.js';
import { renewing, type Lasting } from './renewing.js';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * Credentials as AWS' own tools find them in an environment: AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY (and
 * AWS_SESSION_TOKEN), else the role AWS_ROLE_ARN for the token in AWS_WEB_IDENTITY_TOKEN_FILE. Profiles in files and the
 * metadata of machines are not looked at. Throws INPUT_MISSING.
 */
export function awsCredentials(
  uri: string,
  region: string,
  services: KeyServices,
): (fresh: boolean) => Promise<AwsCredentials> {
  const { env, context } = services;
  const accessKeyId = givenForHeader(uri, env, 'AWS_ACCESS_KEY_ID');
  const secretAccessKey = given(env, 'AWS_SECRET_ACCESS_KEY');
  const sessionToken = givenForHeader(uri, env, 'AWS_SESSION_TOKEN');
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    const credentials = {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    };
    return () => Promise.resolve(credentials);
  }
  const tokenFile = given(env, 'AWS_WEB_IDENTITY_TOKEN_FILE');
  const roleArn = given(env, 'AWS_ROLE_ARN');
  if (tokenFile === undefined || roleArn === undefined) {
    throw kmsSetUp(
      uri,
      'there are no credentials for AWS',
      'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (aws-actions/configure-aws-credentials does), or AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE.',
    );
  }
  return renewing(() => assumeRole(uri, region, { tokenFile, roleArn }, services), context.clock);
}

/** AWS STS (API 2011-06-15), AssumeRoleWithWebIdentity. */
async function assumeRole(
  uri: string,
  region: string,
  { tokenFile, roleArn }: { tokenFile: string; roleArn: string },
  services: KeyServices,
): Promise<Lasting<AwsCredentials>> {
  const { env } = services;
  const token = (await credentialsFile(uri, 'AWS_WEB_IDENTITY_TOKEN_FILE', tokenFile)).trim();
  const base = awsEndpoint('sts', region, env);
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: given(env, 'AWS_ROLE_SESSION_NAME') ?? 'countersign',
    WebIdentityToken: token,
  });
  return askKms(services, {
    uri,
    request: () => ({
      method: 'POST',
      url: `${base}/`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(form.toString()),
      secrets: [token],
    }),
    read: ({ body }) => readCredentials(new TextDecoder().decode(body)),
    remedy: () =>
      'Check that the trust policy of AWS_ROLE_ARN accepts this token, and that the token has not expired.',
  });
}

function readCredentials(xml: string): Lasting<AwsCredentials> {
  // One word of ASCII that needs no escape: each of them goes into a header, or is a time.
  const element = (name: string): string => {
    const [found, another] = [
      ...xml.matchAll(
        new RegExp(`<${name}>([\\x21-\\x25\\x27-\\x3b\\x3d\\x3f-\\x7e]{1,8192})</${name}>`, 'g'),
      ),
    ];
    if (found === undefined || another !== undefined)
      throw new UnreadableAnswer(`its answer has no one ${name}`);
    return found[1] ?? '';
  };
  const expiresAt = new Date(element('Expiration'));
  if (Number.isNaN(expiresAt.getTime())) throw new UnreadableAnswer('its answer has no time for Expiration');
  const value = {
    accessKeyId: element('AccessKeyId'),
    secretAccessKey: element('SecretAccessKey'),
    sessionToken: element('SessionToken'),
  };
  return { value, expiresAt };
}
