import assert from 'node:assert/strict';
import { afterEach, describe, it } from '@jest/globals';
import { FaultPlan, HttpRefusal, lateBy, readBody, send, sendJson, serveLoopback } from './index.js';
import type { FaultAction, LoopbackHandler, LoopbackOptions, LoopbackServer } from './index.js';

let server: LoopbackServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const BODY = '{"a":"0123456789"}';
const plain: LoopbackHandler = (_request, response) => {
  send(response, 200, { 'content-type': 'application/json' }, BODY);
};
const start = async (options: Partial<LoopbackOptions>): Promise<LoopbackServer> => {
  server = await serveLoopback({ handler: plain, ...options });
  return server;
};
const startWith = async (action: FaultAction): Promise<LoopbackServer> => {
  const faults = new FaultPlan();
  faults.add({ match: { path: /struck/ }, action });
  return start({ faults });
};
const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

describe('a loopback server', () => {
  it('answers on 127.0.0.1 and logs what it answered', async () => {
    const { origin, host, requests } = await start({ routeOf: (method) => `${method} thing` });
    assert.match(origin, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(origin, `http://${host}`);
    assert.equal(await (await fetch(`${origin}/a?b=c`)).text(), BODY);
    const mark = requests.mark();
    await fetch(`${origin}/d`, { method: 'POST', body: 'x' });
    assert.deepEqual(
      requests.entries.map(({ method, path, status }) => ({ method, path, status })),
      [
        { method: 'GET', path: '/a?b=c', status: 200 },
        { method: 'POST', path: '/d', status: 200 },
      ],
    );
    assert.deepEqual(requests.counts(), { 'GET thing': 1, 'POST thing': 1 });
    assert.deepEqual(requests.counts(mark), { 'POST thing': 1 });
    assert.equal(requests.count({ path: /^\/a/ }), 1);
    assert.equal(requests.count({ path: /^\/a/ }, mark), 0);
  });

  it('answers a refusal with its status and any other error with 500', async () => {
    const { origin } = await start({
      handler: (_request, _response, url) => {
        if (url.pathname === '/refused') throw new HttpRefusal(418, { no: true }, { 'x-why': 'tea' });
        throw new Error('broken');
      },
    });
    const refused = await fetch(`${origin}/refused`);
    assert.equal(refused.status, 418);
    assert.equal(refused.headers.get('x-why'), 'tea');
    assert.deepEqual(await refused.json(), { no: true });
    assert.equal((await fetch(`${origin}/else`)).status, 500);
  });

  it('reads a body up to its bound and refuses one byte more', async () => {
    const { origin } = await start({
      handler: async (request, response) => {
        sendJson(response, 200, (await readBody(request, 4)).toString());
      },
    });
    const post = (body: string) => fetch(origin, { method: 'POST', body });
    assert.equal(await (await post('1234')).json(), '1234');
    assert.equal((await post('12345')).status, 413);
  });

  it('adds its latency to each request', async () => {
    const { origin } = await start({ latencyMs: 40 });
    assert.ok((await elapsed(() => fetch(origin))) >= 39);
  });

  it('stops while a request is stalled', async () => {
    const stalling = await startWith({ kind: 'stall' });
    const stalled = assert.rejects(fetch(`${stalling.origin}/struck`));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await stalling.stop();
    await stalled;
    await assert.rejects(fetch(stalling.origin));
  });
});

describe('an injected fault', () => {
  const broken: readonly (readonly [what: string, action: FaultAction])[] = [
    ['a reset', 'reset'],
    ['a reset after the work', { kind: 'reset', when: 'after' }],
    ['a stall that ends', { kind: 'stall', ms: 20 }],
    ['a truncated body', 'truncate'],
  ];
  for (const [what, action] of broken) {
    it(`is seen as ${what} once, and by no other path`, async () => {
      const { origin, requests } = await startWith(action);
      await (await fetch(`${origin}/spared`)).text();
      await assert.rejects(async () => (await fetch(`${origin}/struck`)).text());
      assert.equal(requests.entries[1]?.status, 0);
      assert.equal(await (await fetch(`${origin}/struck`)).text(), BODY);
    });
  }

  it('answers its status, Retry-After and body in place of the handler', async () => {
    const { origin } = await startWith({ kind: 'status', status: 429, retryAfter: 7, body: 'slow down' });
    const answer = await fetch(`${origin}/struck`, { method: 'PUT', body: 'x'.repeat(100_000) });
    assert.equal(answer.status, 429);
    assert.equal(answer.headers.get('retry-after'), '7');
    assert.equal(await answer.text(), 'slow down');
    assert.equal((await fetch(`${origin}/struck`)).headers.get('retry-after'), null);
  });

  it('flips one byte of a body and keeps its length', async () => {
    const { origin } = await startWith('wrong-digest');
    const body = await (await fetch(`${origin}/struck`)).text();
    assert.equal(body.length, BODY.length);
    assert.equal(Buffer.from(body).filter((byte, at) => byte !== BODY.charCodeAt(at)).length, 1);
  });

  it('redirects', async () => {
    const { origin } = await startWith({ kind: 'redirect', location: '/elsewhere' });
    const answer = await fetch(`${origin}/struck`, { redirect: 'manual' });
    assert.equal(answer.status, 307);
    assert.equal(answer.headers.get('location'), '/elsewhere');
  });

  it('delays the request it strikes and not the next', async () => {
    const { origin } = await startWith({ kind: 'delay', ms: 200 });
    assert.ok((await elapsed(() => fetch(`${origin}/struck`))) >= 199);
    assert.ok((await elapsed(() => fetch(`${origin}/struck`))) < 190);
  });

  it('hands lateness to the handler', async () => {
    const faults = new FaultPlan();
    faults.add({ match: {}, action: { kind: 'late', ms: 5 } });
    const { origin } = await start({
      faults,
      handler: (request, response) => {
        sendJson(response, 200, lateBy(request));
      },
    });
    assert.equal(await (await fetch(origin)).json(), 5);
    assert.equal(await (await fetch(origin)).json(), 0);
  });

  it('does the work before it loses the answer', async () => {
    const faults = new FaultPlan();
    faults.add({ match: {}, action: { kind: 'reset', when: 'after' } });
    let worked = 0;
    const { origin } = await start({
      faults,
      handler: (_request, response) => {
        worked += 1;
        response.end();
      },
    });
    await assert.rejects(fetch(origin, { method: 'PUT', body: 'x' }));
    assert.equal(worked, 1);
  });
});

describe('a fault plan', () => {
  const action = { kind: 'status', status: 500 } as const;

  it('lets `after` requests pass, strikes `times` and counts its hits', () => {
    const plan = new FaultPlan();
    const handle = plan.add({ match: { method: 'put', path: /x/g }, after: 1, times: 2, action });
    const struck = () => plan.take('PUT', '/x') !== undefined;
    assert.equal(plan.take('GET', '/x'), undefined);
    assert.equal(plan.take('PUT', '/y'), undefined);
    assert.deepEqual([struck(), struck(), struck(), struck()], [false, true, true, false]);
    assert.equal(handle.hits, 2);
  });

  it('strikes without end until the rule is removed', () => {
    const plan = new FaultPlan();
    const handle = plan.add({ match: {}, times: Infinity, action });
    for (let round = 0; round < 20; round += 1) assert.equal(plan.take('GET', '/'), action);
    handle.remove();
    assert.equal(plan.take('GET', '/'), undefined);
    assert.equal(handle.hits, 20);
  });

  it('gives a request to the first rule alone', () => {
    const plan = new FaultPlan();
    const first = plan.add({ match: {}, action });
    const second = plan.add({ match: {}, action: 'reset' });
    assert.equal(plan.take('GET', '/'), action);
    assert.deepEqual([first.hits, second.hits], [1, 0]);
    assert.equal(plan.take('GET', '/'), 'reset');
  });
});
