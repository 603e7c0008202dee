import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { startIssuer, type RunningIssuer } from './service.js';

let issuer: RunningIssuer;
beforeAll(async () => {
  issuer = await startIssuer({ claims: { actor: 'mona' } });
});
afterAll(() => issuer.stop());

const request = (query = '', token = issuer.requestToken) =>
  fetch(`${issuer.tokenUrl}&audience=sigstore${query}`, { headers: { authorization: `bearer ${token}` } });
const claimsOf = async (answer: Response) => {
  const { value } = (await answer.json()) as { value: string };
  const claims = issuer.open(value);
  assert.ok(claims);
  return claims;
};
const encoded = (claims: unknown) => `&claims=${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;

describe('the token endpoint', () => {
  it('gives the token of a release job, good for ten minutes', async () => {
    const claims = await claimsOf(await request());
    assert.equal(claims.iss, 'https://token.actions.githubusercontent.com');
    assert.equal(claims.aud, 'sigstore');
    assert.equal(claims.actor, 'mona');
    assert.equal(claims.repository, 'acme/app');
    assert.equal(claims.repository_visibility, 'public');
    assert.equal(claims.job_workflow_ref, 'acme/app/.github/workflows/release.yml@refs/tags/v1.0.0');
    assert.equal(claims.event_name, 'push');
    assert.equal(claims.runner_environment, 'github-hosted');
    assert.equal(Number(claims.exp) - Number(claims.iat), 600);
  });

  it('lays the requested claims over the others, for one token', async () => {
    const changed = await claimsOf(
      await request(encoded({ ref: 'refs/heads/main', repository_visibility: null })),
    );
    assert.equal(changed.ref, 'refs/heads/main');
    assert.ok(!('repository_visibility' in changed));
    assert.equal((await claimsOf(await request())).ref, 'refs/tags/v1.0.0');
  });

  it('refuses another bearer token, and claims that are no object', async () => {
    assert.equal((await request('', 'x'.repeat(32))).status, 401);
    assert.equal((await fetch(issuer.tokenUrl)).status, 401);
    for (const claims of ['a text', [], null]) assert.equal((await request(encoded(claims))).status, 400);
    assert.equal((await request('&claims=%00')).status, 400);
  });

  it('ends in the version that runners send, so that more can be added to it', () => {
    assert.match(issuer.tokenUrl, /\?api-version=2\.0$/);
  });
});

describe('the issuer', () => {
  it('shows the key of its tokens by discovery', async () => {
    const read = async (url: string) => (await (await fetch(url)).json()) as Record<string, unknown>;
    const discovery = await read(`${issuer.oidcUrl}/.well-known/openid-configuration`);
    assert.equal(discovery.issuer, issuer.issuer);
    const { keys } = await read(String(discovery.jwks_uri));
    const [jwk] = keys as [Record<string, string>];
    const [header = '', payload = '', signature = ''] = issuer.token().split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    assert.equal(kid, jwk.kid);
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const verifies = (text: string) =>
      verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    assert.ok(verifies(`${header}.${payload}`));
    assert.ok(!verifies(`${header}.${payload}A`));
  });

  it('opens its own tokens alone', () => {
    const token = issuer.token();
    assert.ok(issuer.open(token));
    const [header = '', , signature = ''] = token.split('.');
    const forged = Buffer.from('{"sub":"forged"}').toString('base64url');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const text of [
      `${header}.${forged}.${signature}`,
      `${unsigned}.${forged}.${signature}`,
      'x',
      '..',
    ]) {
      assert.equal(issuer.open(text), undefined);
    }
  });
});
