import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Context } from '../context.js';
import type { HttpRequest, HttpResponse } from '../http/index.js';
import type { Credential } from './credentials/index.js';
import { fetchToken } from './token.js';

const BASIC: Credential = { kind: 'basic', username: 'me', password: 'pa55-w0rd', source: 'the test' };

/** Asks with a fake request layer, and gives what was sent with what came of it. */
async function ask(about: {
  registry?: string;
  realm: string;
  credential?: Credential | undefined;
  plainHttpHosts?: readonly string[];
  status?: number;
  answer?: unknown;
}) {
  const sent: HttpRequest[] = [];
  const context: Context = {
    http: {
      send: (request): Promise<HttpResponse> => {
        sent.push(request);
        const body = Buffer.from(
          typeof about.answer === 'string' ? about.answer : JSON.stringify(about.answer ?? { token: 't' }),
        );
        return Promise.resolve({ status: about.status ?? 200, headers: {}, url: request.url, body });
      },
      stream: () => Promise.reject(new Error('not used')),
      counts: () => ({}),
    },
    clock: { now: () => new Date(0), sleep: () => Promise.resolve() },
    random: { bytes: (length) => new Uint8Array(length), fraction: () => 0.5 },
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined },
    signal: new AbortController().signal,
  };
  const token = await fetchToken({
    context,
    registry: new URL(about.registry ?? 'https://registry.example'),
    plainHttpHosts: about.plainHttpHosts ?? [],
    challenge: {
      scheme: 'bearer',
      parameters: { realm: about.realm, service: 'reg', scope: 'repository:victim/app:push' },
    },
    credential: 'credential' in about ? about.credential : BASIC,
    scope: 'repository:acme/app:pull',
  });
  return { token, sent };
}

describe('fetchToken', () => {
  it("asks the realm for our scope, never for the challenge's", async () => {
    const { token, sent } = await ask({ realm: 'https://auth.example/token?x=1' });
    assert.equal(
      sent[0]?.url,
      'https://auth.example/token?x=1&service=reg&scope=repository%3Aacme%2Fapp%3Apull',
    );
    assert.equal(sent[0].authorization, `Basic ${Buffer.from('me:pa55-w0rd').toString('base64')}`);
    assert.deepEqual(token, { value: 't', usableUntil: 54_000 });
  });

  it('asks anonymously without credentials', async () => {
    const { sent } = await ask({ realm: 'https://auth.example/token', credential: undefined });
    assert.equal(sent[0]?.authorization, undefined);
  });

  it('buys a token with an identity token in the body of a POST', async () => {
    const { token, sent } = await ask({
      realm: 'https://auth.example/token',
      credential: { kind: 'identity-token', token: 'refresh', source: 'the test' },
      answer: { access_token: 'bought', expires_in: 300 },
    });
    assert.equal(sent[0]?.method, 'POST');
    assert.equal(sent[0].authorization, undefined);
    const form = new URLSearchParams(Buffer.from(sent[0].body as Uint8Array).toString());
    assert.deepEqual(Object.fromEntries(form), {
      grant_type: 'refresh_token',
      service: 'reg',
      client_id: 'countersign',
      scope: 'repository:acme/app:pull',
      refresh_token: 'refresh',
    });
    assert.deepEqual(token, { value: 'bought', usableUntil: 270_000 });
  });

  const realms: readonly (readonly [what: string, registry: string, realm: string, allowed: boolean])[] = [
    ['another host over https', 'https://registry.example', 'https://auth.example/token', true],
    ['plain http', 'https://registry.example', 'http://registry.example/token', false],
    ['plain http elsewhere', 'https://registry.example', 'http://auth.example/token', false],
    ['this machine, from elsewhere', 'https://registry.example', 'https://127.0.0.1:8443/token', false],
    ['this machine by name, from elsewhere', 'https://registry.example', 'https://localhost/token', false],
    ['this machine, from this machine', 'http://127.0.0.1:5000', 'http://127.0.0.1:5001/token', true],
    ['plain http elsewhere, from this machine', 'http://127.0.0.1:5000', 'http://auth.example/token', false],
    ['a plain http registry itself', 'http://lan.example:5000', 'http://lan.example:5000/token', true],
    ['a named plain http host', 'http://lan.example:5000', 'http://auth.lan.example/token', true],
    ['an unnamed plain http host', 'http://lan.example:5000', 'http://evil.example/token', false],
    ['no address', 'https://registry.example', 'token', false],
    ['another scheme', 'https://registry.example', 'file:///etc/passwd', false],
    ['an address with a user name', 'https://registry.example', 'https://a:b@auth.example/', false],
  ];
  for (const [what, registry, realm, allowed] of realms) {
    it(`${allowed ? 'asks' : 'sends nothing to'} a realm that is ${what}`, async () => {
      const asking = ask({ registry, realm, plainHttpHosts: ['lan.example:5000', 'auth.lan.example'] });
      if (allowed) assert.equal((await asking).sent.length, 1);
      else await assert.rejects(asking, { code: 'REGISTRY_MISBEHAVED' });
    });
  }

  const refusals: readonly (readonly [status: number, credential: Credential | undefined, code: string])[] = [
    [401, BASIC, 'REGISTRY_UNAUTHORIZED'],
    [403, BASIC, 'REGISTRY_FORBIDDEN'],
    [403, undefined, 'REGISTRY_UNAUTHORIZED'],
    [400, { kind: 'identity-token', token: 'refresh-token', source: 'x' }, 'REGISTRY_UNAUTHORIZED'],
    [404, BASIC, 'REGISTRY_REFUSED'],
  ];
  for (const [status, credential, code] of refusals) {
    it(`tells a ${status} ${credential === undefined ? 'without' : 'with'} credentials as ${code}, without the secret`, async () => {
      const asking = ask({
        realm: 'https://auth.example/',
        status,
        credential,
        answer: 'no: pa55-w0rd refresh-token',
      });
      await assert.rejects(asking, (error: Error) => {
        assert.equal('code' in error ? error.code : '', code);
        if (credential?.kind === 'basic') assert.doesNotMatch(error.message, /pa55/);
        if (credential?.kind === 'identity-token') assert.doesNotMatch(error.message, /refresh-token/);
        return true;
      });
    });
  }

  for (const answer of [
    '',
    'not JSON',
    {},
    { token: '' },
    { token: 7 },
    { token: 'a b' },
    { token: 'a\r\nx: y' },
  ]) {
    it(`refuses ${JSON.stringify(answer)} as a token`, async () => {
      await assert.rejects(ask({ realm: 'https://auth.example/', answer }), { code: 'REGISTRY_MISBEHAVED' });
    });
  }
});
