import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, it } from '@jest/globals';
import { quickClient, withServer } from './fixture.js';
import { followRedirect, type Hop } from './redirect.js';
import type { HttpRequest } from './types.js';

const hop = (more: Partial<Omit<Hop, 'url'>> & { url?: string } = {}): Hop => ({
  method: 'GET',
  headers: { accept: 'a/b', 'x-secret': 's' },
  authorization: 'Bearer s',
  body: undefined,
  ...more,
  url: new URL(more.url ?? 'https://a.example/v2/x'),
});
const body = Buffer.from('body');

describe('followRedirect', () => {
  const methods: readonly (readonly [
    status: number,
    method: Hop['method'],
    becomes: Hop['method'] | undefined,
  ])[] = [
    [301, 'GET', 'GET'],
    [302, 'HEAD', 'HEAD'],
    [303, 'GET', 'GET'],
    [307, 'GET', 'GET'],
    [307, 'PUT', 'PUT'],
    [308, 'POST', 'POST'],
    [303, 'POST', 'GET'],
    [301, 'PUT', undefined],
    [302, 'POST', undefined],
    [303, 'PUT', undefined],
    [304, 'GET', undefined],
    [300, 'GET', undefined],
  ];
  for (const [status, method, becomes] of methods) {
    it(`${becomes === undefined ? 'does not follow' : `follows as ${becomes}`} a ${status} to a ${method}`, () => {
      assert.equal(followRedirect('registry', hop({ method }), status, '/y')?.method, becomes);
    });
  }

  it('keeps everything on its own origin', () => {
    const next = followRedirect('registry', hop({ method: 'PUT', body }), 307, '/y?z=1');
    assert.deepEqual(next, { ...hop({ method: 'PUT', body }), url: new URL('https://a.example/y?z=1') });
  });

  const elsewhere = ['https://b.example/y', 'https://a.example:8443/y', 'https://A.example.b.example/y'];
  for (const location of elsewhere) {
    it(`takes no credential and no header of ours to ${location}`, () => {
      const next = followRedirect('registry', hop(), 307, location);
      assert.equal(next?.authorization, undefined);
      assert.deepEqual(next?.headers, { accept: 'a/b' });
    });
  }

  it('lets a registry place an upload elsewhere, and no other service a body', () => {
    const put = hop({ method: 'PUT', body });
    assert.equal(followRedirect('registry', put, 307, 'https://b.example/y')?.body, body);
    for (const service of ['registry-token', 'fulcio', 'rekor', 'tsa'] as const) {
      assert.throws(() => followRedirect(service, put, 307, 'https://b.example/y'), {
        fault: 'infrastructure',
      });
    }
  });

  const refused: readonly (readonly [what: string, location: string])[] = [
    ['plain http', 'http://a.example/y'],
    ['another scheme', 'file:///etc/passwd'],
    ['a user name', 'https://user@b.example/y'],
    ['no address', 'https://'],
  ];
  for (const [what, location] of refused) {
    it(`refuses a redirect from https to ${what}`, () => {
      assert.throws(() => followRedirect('registry', hop(), 307, location), { code: 'REGISTRY_MISBEHAVED' });
    });
  }
});

describe('a request that is redirected', () => {
  type Seen = Pick<IncomingMessage, 'url' | 'method' | 'headers'>;
  const noting =
    (seen: Seen[], then: (request: IncomingMessage, response: ServerResponse) => void) =>
    (request: IncomingMessage, response: ServerResponse) => {
      seen.push(request);
      request.resume();
      then(request, response);
    };
  const request = (url: string): HttpRequest => ({
    service: 'registry',
    method: 'GET',
    url,
    authorization: 'Bearer s3cr3t',
    headers: { 'x-ours': 's3cr3t' },
    maxResponseBytes: 100,
  });

  it('does not carry its credential to another origin, nor back again', async () => {
    const far: Seen[] = [];
    const near: Seen[] = [];
    await withServer(
      noting(near, (asked, response) => {
        if (asked.url === '/back') response.end('done');
        else
          response.writeHead(307, { location: asked.headers['x-ours'] === undefined ? '' : farOrigin }).end();
      }),
      (origin) =>
        withServer(
          noting(far, (_asked, response) => response.writeHead(302, { location: `${origin}/back` }).end()),
          async (other) => {
            farOrigin = other;
            const { http } = quickClient();
            const answer = await http.send(request(`${origin}/x`));
            assert.equal(Buffer.from(answer.body).toString(), 'done');
            assert.equal(answer.url, `${origin}/back`);
            assert.equal(near[0]?.headers.authorization, 'Bearer s3cr3t');
            for (const { headers } of [...far, ...near.slice(1)]) {
              assert.equal(headers.authorization, undefined);
              assert.equal(headers['x-ours'], undefined);
            }
            assert.deepEqual(http.counts(), { registry: 3 });
            http.close();
          },
        ),
    );
  });
  let farOrigin = '';

  it('ends after a bounded number of hops', async () => {
    await withServer(
      (_asked, response) => response.writeHead(307, { location: '/again' }).end(),
      async (origin) => {
        const { http } = quickClient();
        await assert.rejects(http.send(request(origin)), {
          code: 'REGISTRY_MISBEHAVED',
          message: /more than 5 times/,
        });
        assert.deepEqual(http.counts(), { registry: 6 });
        http.close();
      },
    );
  });
});
