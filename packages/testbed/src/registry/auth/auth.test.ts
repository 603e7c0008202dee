import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { EMPTY_DESCRIPTOR, manifestOf, outcome, put, REPOSITORY, tryPut, withRegistry } from '../fixture.js';
import type { RunningRegistry } from '../registry.js';

const basic = (credentials: { username: string; password: string } | null | undefined): string =>
  `Basic ${Buffer.from(`${credentials?.username ?? ''}:${credentials?.password ?? ''}`).toString('base64')}`;
const writer = ({ auth }: RunningRegistry): string => basic(auth);
const reader = ({ readerAuth }: RunningRegistry): string => basic(readerAuth);
const get = (url: string, authorization?: string) =>
  fetch(url, authorization === undefined ? {} : { headers: { authorization } });

describe('a registry without authentication', () => {
  it('hands out no credentials and ignores those it is sent', () =>
    withRegistry({}, async ({ auth, origin }) => {
      assert.equal(auth, null);
      assert.equal((await get(`${origin}/v2/`, 'Basic eDp5')).status, 200);
      assert.equal((await get(`${origin}/token`)).status, 404);
    }));
});

describe('basic authentication', () => {
  it('challenges whoever brings no or wrong credentials and admits the right ones', () =>
    withRegistry({ auth: 'basic' }, async (registry) => {
      const ping = `${registry.origin}/v2/`;
      for (const wrong of [
        undefined,
        basic({ username: 'testbed', password: 'no' }),
        'Basic !',
        'Bearer x',
      ]) {
        const refused = await get(ping, wrong);
        assert.equal(refused.headers.get('www-authenticate'), 'Basic realm="testbed-registry"');
        assert.equal(await outcome(refused), '401 UNAUTHORIZED');
      }
      assert.equal((await get(ping, writer(registry))).status, 200);
    }));

  it('lets a reader pull and denies it to push or delete', () =>
    withRegistry({ auth: 'basic' }, async (registry, base) => {
      const authorization = reader(registry);
      await put(registry, 'v1', manifestOf());
      assert.equal((await get(`${base}/manifests/v1`, authorization)).status, 200);
      assert.equal(await outcome(await tryPut(base, 'v2', manifestOf(), { authorization })), '403 DENIED');
      const upload = await fetch(`${base}/blobs/uploads/`, { method: 'POST', headers: { authorization } });
      assert.equal(await outcome(upload), '403 DENIED');
      const removal = await fetch(`${base}/manifests/v1`, { method: 'DELETE', headers: { authorization } });
      assert.equal(await outcome(removal), '403 DENIED');
      assert.deepEqual(Object.keys(registry.tags(REPOSITORY)), ['v1']);
    }));

  it('lets anyone pull where that is allowed, and nobody push', () =>
    withRegistry({ auth: 'basic', anonymousPull: true }, async (registry, base) => {
      await put(registry, 'v1', manifestOf());
      assert.equal((await get(`${base}/manifests/v1`)).status, 200);
      assert.equal(await outcome(await tryPut(base, 'v2', manifestOf())), '401 UNAUTHORIZED');
    }));

  it('writes a Docker configuration with its credentials', () =>
    withRegistry({ auth: 'basic' }, ({ auth, host }) => {
      const entry = Buffer.from(`${auth?.username ?? ''}:${auth?.password ?? ''}`).toString('base64');
      assert.deepEqual(JSON.parse(auth?.dockerConfig() ?? ''), { auths: { [host]: { auth: entry } } });
      assert.equal(auth?.identityTokenConfig(), undefined);
      return Promise.resolve();
    }));
});

interface TokenAnswer {
  readonly token?: string;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
}

const SERVICE = 'testbed-registry';
const scope = (actions: string): string => `repository:${REPOSITORY}:${actions}`;
const tokenUrl = (
  { origin }: RunningRegistry,
  scopes: readonly string[],
  more: Record<string, string> = {},
) => {
  const query = new URLSearchParams({ service: SERVICE, ...more });
  for (const each of scopes) query.append('scope', each);
  return `${origin}/token?${query.toString()}`;
};
const ask = async (registry: RunningRegistry, scopes: readonly string[], authorization?: string) =>
  (await (await get(tokenUrl(registry, scopes), authorization)).json()) as TokenAnswer;
const bearer = async (...parameters: Parameters<typeof ask>) =>
  `Bearer ${(await ask(...parameters)).access_token}`;
const post = (registry: RunningRegistry, form: Record<string, string>) =>
  fetch(`${registry.origin}/token`, {
    method: 'POST',
    body: new URLSearchParams({ service: SERVICE, ...form }),
  });

describe('a token service', () => {
  it('is named in the challenge, with the scope that the request needs', () =>
    withRegistry({ auth: 'token' }, async ({ origin }, base) => {
      const challenge = async (url: string, method = 'GET') => {
        const refused = await fetch(url, { method });
        assert.equal(await outcome(refused), '401 UNAUTHORIZED');
        return refused.headers.get('www-authenticate');
      };
      const start = `Bearer realm="${origin}/token",service="${SERVICE}"`;
      assert.equal(await challenge(`${origin}/v2/`), start);
      assert.equal(await challenge(`${base}/manifests/v1`), `${start},scope="${scope('pull')}"`);
      assert.equal(
        await challenge(`${base}/blobs/uploads/`, 'POST'),
        `${start},scope="${scope('pull,push')}"`,
      );
      assert.equal(await challenge(`${base}/manifests/v1`, 'DELETE'), `${start},scope="${scope('delete')}"`);
    }));

  it('gives a token for the scopes asked for, one or several, and for no other repository', () =>
    withRegistry({ auth: 'token' }, async (registry, base) => {
      const authorization = await bearer(
        registry,
        [`${scope('pull,push')} repository:acme/b:pull`],
        writer(registry),
      );
      assert.equal((await get(`${registry.origin}/v2/`, authorization)).status, 200);
      assert.equal((await tryPut(base, 'v1', manifestOf(), { authorization })).status, 201);
      const elsewhere = (name: string) => get(`${registry.origin}/v2/${name}/manifests/v1`, authorization);
      assert.equal(await outcome(await elsewhere('acme/b')), '404 NAME_UNKNOWN');
      assert.equal(await outcome(await elsewhere('acme/c')), '401 UNAUTHORIZED');
    }));

  it('says insufficient_scope for a token that could be replaced by a better one', () =>
    withRegistry({ auth: 'token' }, async (registry, base) => {
      const authorization = await bearer(registry, [scope('pull')], writer(registry));
      const refused = await tryPut(base, 'v1', manifestOf(), { authorization });
      assert.match(
        refused.headers.get('www-authenticate') ?? '',
        /scope=".*:pull,push",error="insufficient_scope"$/,
      );
      assert.equal(await outcome(refused), '401 UNAUTHORIZED');
    }));

  it('denies a reader what no token could allow', () =>
    withRegistry({ auth: 'token' }, async (registry, base) => {
      const authorization = await bearer(registry, [scope('pull,push')], reader(registry));
      assert.equal(await outcome(await get(`${base}/manifests/v1`, authorization)), '404 MANIFEST_UNKNOWN');
      assert.equal(await outcome(await tryPut(base, 'v1', manifestOf(), { authorization })), '403 DENIED');
    }));

  it('refuses a token that has expired and one that it never gave', () =>
    withRegistry({ auth: 'token', tokenLifetimeMs: 400 }, async (registry) => {
      const authorization = await bearer(registry, [], writer(registry));
      const ping = (header: string) => get(`${registry.origin}/v2/`, header);
      assert.equal((await ping(authorization)).status, 200);
      await new Promise((resolve) => setTimeout(resolve, 410));
      for (const bad of [authorization, 'Bearer made-up', writer(registry)]) {
        const refused = await ping(bad);
        assert.match(refused.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
        assert.equal(await outcome(refused), '401 UNAUTHORIZED');
      }
    }));

  it('gives an anonymous token that pulls where that is allowed, else one that does nothing', async () => {
    for (const anonymousPull of [true, false]) {
      await withRegistry({ auth: 'token', anonymousPull }, async (registry, base) => {
        await put(registry, 'v1', manifestOf());
        const authorization = await bearer(registry, [scope('pull,push')]);
        const pulled = await outcome(await get(`${base}/manifests/v1`, authorization));
        assert.equal(pulled, anonymousPull ? '200' : '401 UNAUTHORIZED');
        assert.equal(
          await outcome(await tryPut(base, 'v1', manifestOf(), { authorization })),
          '401 UNAUTHORIZED',
        );
      });
    }
  });

  it('refuses wrong credentials and another service', () =>
    withRegistry({ auth: 'token' }, async (registry) => {
      const wrong = basic({ username: 'testbed', password: 'no' });
      assert.equal(await outcome(await get(tokenUrl(registry, []), wrong)), '401 UNAUTHORIZED');
      const other = tokenUrl(registry, [], { service: 'other' });
      assert.equal(await outcome(await get(other, writer(registry))), '400 DENIED');
    }));

  it('takes a password and a refresh token by OAuth2, and refuses a wrong one of each', () =>
    withRegistry({ auth: 'token' }, async (registry, base) => {
      const { username = '', password = '' } = registry.auth ?? {};
      const login = { grant_type: 'password', username, scope: scope('pull') };
      const answer = await post(registry, { ...login, password, access_type: 'offline' });
      const { refresh_token = '', access_token } = (await answer.json()) as TokenAnswer;
      assert.equal((await get(`${registry.origin}/v2/`, `Bearer ${access_token}`)).status, 200);

      const renewal = { grant_type: 'refresh_token', scope: scope('pull,push') };
      const renewed = (await (await post(registry, { ...renewal, refresh_token })).json()) as TokenAnswer;
      const authorization = `Bearer ${renewed.access_token}`;
      assert.equal((await tryPut(base, 'v1', manifestOf(), { authorization })).status, 201);

      for (const form of [
        { ...login, password: 'no' },
        { ...renewal, refresh_token: 'no' },
        { grant_type: 'none' },
      ]) {
        assert.equal(await outcome(await post(registry, form)), '401 UNAUTHORIZED');
      }
    }));

  it('gives a refresh token only to those who ask', () =>
    withRegistry({ auth: 'token' }, async (registry) => {
      const url = tokenUrl(registry, [], { offline_token: 'true' });
      const offline = (await (await get(url, writer(registry))).json()) as TokenAnswer;
      assert.equal(typeof offline.refresh_token, 'string');
      assert.equal((await ask(registry, [], writer(registry))).refresh_token, undefined);
    }));

  it('writes a Docker configuration with an identity token that buys tokens', () =>
    withRegistry({ auth: 'token' }, async (registry) => {
      const config = JSON.parse(registry.auth?.identityTokenConfig() ?? '') as {
        auths: Record<string, { identitytoken: string }>;
      };
      const refresh_token = config.auths[registry.host]?.identitytoken ?? '';
      assert.equal((await post(registry, { grant_type: 'refresh_token', refresh_token })).status, 200);
    }));

  it('mounts only from a repository that the token may read', () =>
    withRegistry({ auth: 'token' }, async (registry) => {
      const mount = async (scopes: readonly string[]) => {
        const url = `${registry.origin}/v2/acme/target/blobs/uploads/?mount=${EMPTY_DESCRIPTOR.digest}&from=${REPOSITORY}`;
        const authorization = await bearer(registry, scopes, writer(registry));
        return (await fetch(url, { method: 'POST', headers: { authorization } })).status;
      };
      assert.equal(await mount(['repository:acme/target:pull,push']), 202);
      assert.equal(await mount(['repository:acme/target:pull,push', scope('pull')]), 201);
    }));
});
