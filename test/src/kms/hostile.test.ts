import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import { serve, type Answer, type Arrived, type Loopback } from './service.js';
import { openKeyStage, type KeyStage } from './stage.js';

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SPKI = publicKey.export({ type: 'spki', format: 'der' });
const TOKEN = 'hvs.CAESIJ-the-token-of-vault';
const EVIL = '\u001b[2J\n::error::';

let folder: string;
let stage: KeyStage;
let arrived: Arrived[];
let handle: (request: Arrived) => Answer;
let server: Loopback;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kms-hostile-'));
  stage = openKeyStage();
  arrived = [];
  handle = () => ({ status: 404, json: {} });
  server = await serve((request) => {
    arrived.push(request);
    return handle(request);
  });
});
afterEach(async () => {
  stage.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

const pemOf = (spki: Buffer): string =>
  `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`;
const transit = (type: string, pem = pemOf(SPKI)): Answer => ({
  status: 200,
  json: { data: { type, latest_version: 1, keys: { 1: { public_key: pem } } } },
});
const vault = (more: Readonly<Record<string, string>> = {}) => ({
  VAULT_ADDR: `http://${server.host}`,
  VAULT_TOKEN: TOKEN,
  ...more,
});
const aws = (more: Readonly<Record<string, string>> = {}) => ({
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE00',
  AWS_SECRET_ACCESS_KEY: 'aws-secret-0123456789abcdefghijklmnop/+x',
  AWS_REGION: 'eu-central-1',
  ...more,
});
const isPlain = (text: string): boolean => !/\p{Cc}/u.test(text);

describe('a hostile key management service', () => {
  it('gets no word of its own into the error by the kind of a key, and no token', async () => {
    for (const type of [`${EVIL}x`, TOKEN, `${TOKEN} `.repeat(1000), '']) {
      handle = () => transit(type);
      const error = await stage.fails(stage.open('hashivault://release', vault()), 'KEY_INVALID', [TOKEN]);
      assert.ok(isPlain(error.message) && !error.message.includes('::error'), error.message);
    }
  });

  it('gets neither in by the kind of a key of AWS KMS', async () => {
    handle = () => ({
      status: 200,
      json: { KeyUsage: 'SIGN_VERIFY', KeySpec: `${EVIL}ECC`, SigningAlgorithms: [] },
    });
    const uri = `awskms://${server.host}/alias/release`;
    const error = await stage.fails(stage.open(uri, aws()), 'KEY_INVALID');
    assert.ok(isPlain(error.message), error.message);
  });

  it('may send its point compressed, which verifiers do not read: the key is told whole', async () => {
    const point = SPKI.subarray(-64);
    const head = Buffer.from(SPKI.subarray(0, SPKI.length - 65));
    const short = Buffer.concat([head, Buffer.from([2 + ((point.at(-1) ?? 0) & 1)]), point.subarray(0, 32)]);
    short[1] = short.length - 2;
    short[24] = 34;
    handle = () => transit('ecdsa-p256', pemOf(short));
    const key = await stage.open('hashivault://release', vault());
    assert.deepEqual(key.spki, SPKI);
  });
});

describe('the environment of a key', () => {
  it('may end an address in a question mark, which does not move the path', async () => {
    handle = () => transit('ecdsa-p256');
    await stage.open('hashivault://release', vault({ VAULT_ADDR: `http://${server.host}?` }));
    await stage.open('hashivault://release', vault({ VAULT_ADDR: `http://${server.host}/#` }));
    assert.deepEqual(
      arrived.map(({ path }) => path),
      ['/v1/transit/keys/release', '/v1/transit/keys/release'],
    );
  });

  it('with a line break within a credential is refused at once, as a mistake of the user', async () => {
    const uri = `awskms://${server.host}/alias/release`;
    for (const name of ['AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID']) {
      const env = aws({ [name]: 'first-part-of-it\nx-evil: second-part-of-it' });
      const error = await stage.fails(stage.open(uri, env), 'INPUT_MISSING', ['first-part', 'second-part']);
      assert.ok(error.message.includes(name), error.message);
    }
    assert.deepEqual(arrived, []);
    assert.deepEqual(stage.logged, []);
  });
});

describe('a hostile token service of AWS', () => {
  for (const token of ['two\u0001parts', '\u00e9', 'a\nb', ''])
    it(`is no reason to blame the user, nor is what it hands out used: ${JSON.stringify(token)}`, async () => {
      const file = join(folder, 'token');
      await writeFile(file, 'a-web-identity');
      handle = () => ({
        status: 200,
        text: `<AccessKeyId>AK</AccessKeyId><SecretAccessKey>sk</SecretAccessKey><SessionToken>${token}</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>`,
      });
      const env = {
        AWS_REGION: 'eu-central-1',
        AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/release',
        AWS_WEB_IDENTITY_TOKEN_FILE: file,
        AWS_ENDPOINT_URL: `http://${server.host}`,
      };
      await stage.fails(stage.open('awskms:///alias/release', env), 'KMS_UNAVAILABLE', ['a-web-identity']);
      assert.ok(arrived.every(({ body }) => body.includes('AssumeRoleWithWebIdentity')));
    });
});

describe('the federation of Google Cloud', () => {
  const credentials = async (source: object): Promise<Readonly<Record<string, string>>> => {
    const path = join(folder, 'federation.json');
    const file = {
      type: 'external_account',
      audience: '//iam.example/x',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `http://${server.host}/sts`,
      credential_source: source,
    };
    await writeFile(path, JSON.stringify(file));
    return { GOOGLE_APPLICATION_CREDENTIALS: path };
  };
  const URI = 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1';

  it('does not tell what the token endpoint repeats of its headers and its address', async () => {
    const secret = 'header-secret-0123456789';
    const query = 'query-secret-0123456789';
    handle = ({ headers, path }) => ({
      status: 403,
      json: { message: `${String(headers['x-api-key'])} ${path}` },
    });
    const env = await credentials({
      url: `http://${server.host}/token?code=${query}&next=/a?b`,
      headers: { 'X-Api-Key': secret },
    });
    await stage.fails(stage.open(URI, env), 'KMS_REFUSED', [secret, query]);
    assert.deepEqual(arrived.map(({ path }) => path).slice(0, 1), [`/token?code=${query}&next=/a?b`]);
  });

  for (const headers of [{ 'X-Api-Key': 'header-secret-1\nx: y' }, { 'X Api\nKey': 'header-secret-1' }]) {
    it(`is refused for a header that is none: ${JSON.stringify(headers)}`, async () => {
      const env = await credentials({ url: `http://${server.host}/token`, headers });
      await stage.fails(stage.open(URI, env), 'INPUT_MISSING', ['header-secret-1']);
      assert.deepEqual(arrived, []);
    });
  }
});
