import assert from 'node:assert/strict';
import { verify } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from '@jest/globals';
import type { ErrorCode } from '@countersign/core/errors';
import type { SigningKey } from '@countersign/core/sign';
import { startAws } from './aws-service.js';
import { startAzure } from './azure-service.js';
import { startGoogle } from './google-service.js';
import { serve, type Arrived, type KeyService, type Loopback, type Twist } from './service.js';
import { MESSAGE, openKeyStage, type KeyStage } from './stage.js';
import { startVault } from './vault-service.js';

let strangers: Arrived[];
let stranger: Loopback;
let service: KeyService;
let stage: KeyStage;
const open = (env = service.env): Promise<SigningKey> => stage.open(service.uri, env);

beforeEach(async () => {
  stage = openKeyStage();
  strangers = [];
  stranger = await serve((arrived) => {
    strangers.push(arrived);
    return { status: 200, json: {} };
  });
});
afterEach(async () => {
  stage.close();
  await Promise.all([service.stop(), stranger.stop()]);
});

const STARTS = {
  'AWS KMS': startAws,
  'Google Cloud KMS': startGoogle,
  'Azure Key Vault': startAzure,
  Vault: startVault,
};
for (const [name, start] of Object.entries(STARTS)) {
  describe(`a key in ${name}`, () => {
    beforeEach(async () => {
      service = await start(stranger.host);
    });

    it('signs what its public half verifies, by requests that the service finds right', async () => {
      const key = await open();
      assert.equal(key.publicKeyPem, service.publicKeyPem);
      const signatures = await Promise.all([1, 2, 3].map(() => key.sign(MESSAGE)));
      for (const signature of signatures) {
        assert.ok(verify('sha256', Buffer.concat(MESSAGE), key.publicKeyPem, signature));
        assert.ok(!verify('sha256', Buffer.from('other'), key.publicKeyPem, signature));
      }
      assert.deepEqual(service.complaints, []);
      assert.equal(service.signed(), 3);
    });

    const hostile: readonly (readonly [Twist, ErrorCode, RegExp])[] = [
      ['wrong-signature', 'KMS_UNAVAILABLE', /does not verify/],
      ['other-key', 'KMS_UNAVAILABLE', /another/],
      ['no-der', 'KMS_UNAVAILABLE', /does not verify|r and s/],
      ['not-json', 'KMS_UNAVAILABLE', /JSON/],
      ['no-signature', 'KMS_UNAVAILABLE', /usable answer/],
      ['huge', 'KMS_UNAVAILABLE', /more than \d+ bytes/],
      ['forbidden', 'KMS_REFUSED', /403: no: \.\.\. ::error::forged/],
      ['redirect', 'KMS_UNAVAILABLE', /redirected/],
    ];
    for (const [twist, code, says] of hostile) {
      it(`fails as one that signed nothing where the service answers with ${twist}`, async () => {
        const key = await open();
        service.twist = twist;
        const error = await stage.fails(key.sign(MESSAGE), code, service.secrets);
        assert.match(error.message, says);
        assert.ok(error.message.includes(service.uri), error.message);
        assert.deepEqual(strangers, []);
      });
    }

    it('of another kind is refused before anything is signed', async () => {
      service.twist = 'wrong-kind';
      const error = await stage.fails(open(), 'KEY_INVALID', service.secrets);
      assert.ok(error.message.includes(service.uri), error.message);
      assert.equal(service.signed(), 0);
    });

    for (const twist of ['slow-down-once', 'unavailable-once', 'unauthorized-once'] as const) {
      it(`signs where the service is first ${twist}`, async () => {
        const key = await open();
        service.twist = twist;
        assert.ok(verify('sha256', Buffer.concat(MESSAGE), key.publicKeyPem, await key.sign(MESSAGE)));
        assert.equal(service.signed(), 2);
      });
    }

    it('is not reached without credentials, and the error says which', async () => {
      const secret = /SECRET|SESSION|TOKEN|CREDENTIALS/;
      const env = Object.fromEntries(Object.entries(service.env).filter(([each]) => !secret.test(each)));
      const error = await stage.fails(open(env), 'INPUT_MISSING', service.secrets);
      assert.match(error.remedy, /AWS_|GOOGLE_|AZURE_|token/);
    });
  });
}
