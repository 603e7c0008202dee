import assert from 'node:assert/strict';
import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { startAws, WEB_IDENTITY, type AwsService } from './aws-service.js';
import { startAzure, type AzureService } from './azure-service.js';
import { startGoogle, type GoogleService } from './google-service.js';
import { serve, type KeyService } from './service.js';
import { MESSAGE, openKeyStage, type KeyStage } from './stage.js';
import { startVault } from './vault-service.js';

type Env = Readonly<Record<string, string>>;
const NOWHERE = '127.0.0.1:1';

let folder: string;
let stage: KeyStage;
let aws: AwsService;
let google: GoogleService;
let azure: AzureService;
let vault: KeyService;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-credentials-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  stage = openKeyStage();
  [aws, google, azure, vault] = await Promise.all([
    startAws(NOWHERE),
    startGoogle(NOWHERE),
    startAzure(NOWHERE),
    startVault(NOWHERE),
  ]);
});
afterEach(async () => {
  stage.close();
  await Promise.all([aws, google, azure, vault].map((service) => service.stop()));
});

/** Signs by a URI and environment, and asserts that the service had nothing to say against the requests. */
async function signs(service: KeyService, env: Env, uri = service.uri): Promise<void> {
  const key = await stage.open(uri, env);
  assert.ok(verify('sha256', Buffer.concat(MESSAGE), service.publicKeyPem, await key.sign(MESSAGE)));
  assert.deepEqual(service.complaints, []);
}

const tokenFile = async (text: string): Promise<string> => {
  const path = join(folder, `token-${Math.random()}`);
  await writeFile(path, text);
  return path;
};

describe('a key in AWS KMS', () => {
  it('is reached as the role that a web identity gives', async () => {
    await signs(aws, aws.federated(await tokenFile(`${WEB_IDENTITY}\n`)));
  });

  it('is not reached by another web identity, and the token is not told', async () => {
    const env = aws.federated(await tokenFile('a-stranger-token'));
    await stage.fails(stage.open(aws.uri, env), 'KMS_REFUSED', ['a-stranger-token']);
  });

  it('is not reached with another secret key, or for another region', async () => {
    for (const [name, value] of [
      ['AWS_SECRET_ACCESS_KEY', 'another-secret-0123456789'],
      ['AWS_REGION', 'us-east-1'],
    ] as const)
      await stage.fails(
        stage.open(aws.uri, { ...aws.env, [name]: value }),
        'KMS_REFUSED',
        [value].filter((text) => text.includes('secret')),
      );
  });

  it('is reached at the endpoint of the environment, by id and by ARN', async () => {
    const host = aws.uri.split('/')[2] ?? '';
    for (const key of [
      'arn:aws:kms:eu-central-1:111122223333:alias/release',
      '1234abcd-12ab-34cd-56ef-1234567890ab',
      'mrk-1234abcd12ab34cd56ef1234567890ab',
    ])
      await signs(aws, { ...aws.env, AWS_ENDPOINT_URL_KMS: `http://${host}` }, `awskms:///${key}`);
  });
});

describe('a key in Google Cloud KMS', () => {
  it('is reached by workload identity federation', () => signs(google, google.federated));
  it('is reached from a machine of Google Cloud', () => signs(google, google.machine));
  it('is reached with an access token', () =>
    signs(google, {
      CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS: google.env.CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS ?? '',
      GOOGLE_OAUTH_ACCESS_TOKEN: google.secrets[0] ?? '',
    }));
  it('without a version signs with the newest that is enabled, by number', () =>
    signs(google, google.env, google.newest));

  it('is not reached by the key of another account', async () => {
    const path = google.env.GOOGLE_APPLICATION_CREDENTIALS ?? '';
    const account = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    account.private_key = other.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const env = { ...google.env, GOOGLE_APPLICATION_CREDENTIALS: await tokenFile(JSON.stringify(account)) };
    await stage.fails(stage.open(google.uri, env), 'KMS_REFUSED', [account.private_key.split('\n')[1] ?? '']);
    assert.deepEqual(google.complaints, ['a JWT that does not verify']);
  });

  for (const damage of ['signature', 'digest'] as const) {
    it(`fails where the checksum of the ${damage} is wrong`, async () => {
      const key = await stage.open(google.uri, google.env);
      google.damage = damage;
      await stage.fails(key.sign(MESSAGE), 'KMS_UNAVAILABLE', google.secrets);
    });
  }
  it('fails where the checksum of the public key is wrong', async () => {
    google.damage = 'pem';
    await stage.fails(stage.open(google.uri, google.env), 'KMS_UNAVAILABLE', google.secrets);
  });

  for (const [why, account] of [
    ['that is no JSON', 'private'],
    ['of another type', '{"type":"impersonated_service_account"}'],
    ['without a key', '{"type":"service_account","client_email":"a@b"}'],
    [
      'whose key is none',
      '{"type":"service_account","client_email":"a@b","private_key":"secret-that-is-none"}',
    ],
  ] as const) {
    it(`is not reached by a credentials file ${why}`, async () => {
      const env = { ...google.env, GOOGLE_APPLICATION_CREDENTIALS: await tokenFile(account) };
      await stage.fails(stage.open(google.uri, env), 'INPUT_MISSING', ['secret-that-is-none']);
    });
  }

  it('asks for no token at a host that is not the metadata server', async () => {
    const env = { GCE_METADATA_HOST: 'metadata.example.com' };
    await stage.fails(stage.open(google.uri, env), 'INPUT_MISSING');
  });
});

describe('a key in Azure Key Vault', () => {
  it('is reached by workload identity', () => signs(azure, azure.federated));

  it('is not reached with another secret', async () => {
    const env = { ...azure.env, AZURE_CLIENT_SECRET: 'another-secret-0123456789' };
    await stage.fails(stage.open(azure.uri, env), 'KMS_REFUSED', ['another-secret-0123456789']);
  });

  it('on a host that is no vault is refused before a token is asked for', async () => {
    for (const host of ['evil.example', 'vault.azure.net.evil.example', 'evilvault.azure.net'])
      await stage.fails(stage.open(`azurekms://${host}/release`, azure.env), 'INPUT_INVALID');
    assert.deepEqual(azure.complaints, []);
  });
});

describe('a key in Vault', () => {
  it('is reached as OpenBao by the variables of that', () =>
    signs(
      vault,
      {
        BAO_ADDR: vault.env.VAULT_ADDR ?? '',
        BAO_TOKEN: vault.env.VAULT_TOKEN ?? '',
        BAO_NAMESPACE: 'team',
        VAULT_TOKEN: 'one-of-another-server',
        TRANSIT_SECRET_ENGINE_PATH: '/signing/transit/',
      },
      'openbao://release',
    ));

  it('is not reached by plain http beyond this machine', async () => {
    const env = { ...vault.env, VAULT_ADDR: 'http://vault.example:8200' };
    await stage.fails(stage.open(vault.uri, env), 'PLAIN_HTTP_REFUSED', vault.secrets);
  });

  it('is not reached at an address with a password, which is not told', async () => {
    const env = { ...vault.env, VAULT_ADDR: 'https://user:passw0rd@vault.example' };
    await stage.fails(stage.open(vault.uri, env), 'INPUT_INVALID', ['passw0rd']);
  });

  it('is not reached with a token of several lines, or with another one', async () => {
    const [token = ''] = vault.secrets;
    await stage.fails(
      stage.open(vault.uri, { ...vault.env, VAULT_TOKEN: `${token}\nx: y` }),
      'INPUT_MISSING',
      [token],
    );
    await stage.fails(
      stage.open(vault.uri, { ...vault.env, VAULT_TOKEN: 'hvs.another-token' }),
      'KMS_REFUSED',
      ['hvs.another-token'],
    );
  });

  it('is not looked for on another host that its own redirects to', async () => {
    const asked: string[] = [];
    const stranger = await serve(({ path }) => {
      asked.push(path);
      return { status: 200, json: {} };
    });
    const standby = await serve(({ path }) => ({
      status: 307,
      text: '',
      headers: { location: `http://${stranger.host}${path}` },
    }));
    try {
      const env = { ...vault.env, VAULT_ADDR: `http://${standby.host}` };
      await stage.fails(stage.open(vault.uri, env), 'KMS_UNAVAILABLE', vault.secrets);
      assert.deepEqual(asked, []);
    } finally {
      await Promise.all([stranger.stop(), standby.stop()]);
    }
  });

  it('is not looked for outside the engine', async () => {
    const env = { ...vault.env, TRANSIT_SECRET_ENGINE_PATH: '../../sys' };
    await stage.fails(stage.open(vault.uri, env), 'INPUT_MISSING');
  });
});

describe('a URI that no service has', () => {
  const wrong = [
    'awskms://',
    'awskms:///',
    'awskms:///alias/a b',
    'awskms://user:passw0rd@host/alias/a',
    'awskms:///arn:aws:kms:eu-central-1:1:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'awskms:///alias/../../x',
    'gcpkms://projects/p',
    'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/../../../x/cryptoKeyVersions/1',
    'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/0',
    'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k?x=y',
    'azurekms://vault.vault.azure.net',
    'azurekms://vault.vault.azure.net/a/b/c',
    'azurekms://user:passw0rd@vault.vault.azure.net/a',
    'hashivault://a/b',
    'hashivault://..',
    'openbao://a?b',
    `hashivault://${'a'.repeat(5000)}`,
  ];
  for (const uri of wrong) {
    it(`is refused before anything is asked: ${uri.slice(0, 80)}`, async () => {
      const env = { ...aws.env, ...google.env, ...azure.env, ...vault.env };
      const error = await stage.fails(stage.open(uri, env), 'INPUT_INVALID', ['passw0rd']);
      assert.ok(error.message.length < 2000);
    });
  }
});
