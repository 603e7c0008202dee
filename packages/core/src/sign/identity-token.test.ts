import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import type { Context } from '../context.js';
import { CountersignError } from '../errors.js';
import type { HttpRequest, HttpResponse } from '../http/index.js';
import { MAX_UNREADABLE_ANSWERS } from '../limits.js';
import { obtainIdentityToken, renewingToken } from './identity-token.js';
import type { IdentityTokenSources } from './types.js';

const NOW = new Date('2026-06-01T12:00:00Z');
const seconds = (offset: number): number => NOW.getTime() / 1000 + offset;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: unknown): string => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
const good = token({ aud: 'sigstore', sub: 'repo:acme/app', exp: seconds(300) });
const REQUEST_URL = 'https://runner.example/token?api-version=2.0';

/** A context whose network gives the answers in turn, the last one for ever. */
function network(...answers: { status: number; body: string }[]) {
  const requests: HttpRequest[] = [];
  const warnings: string[] = [];
  const context: Context = {
    http: {
      send: (request) => {
        const { status, body } = answers[Math.min(requests.length, answers.length - 1)] ?? {
          status: 500,
          body: '',
        };
        requests.push(request);
        const response: HttpResponse = { status, headers: {}, url: request.url, body: Buffer.from(body) };
        return Promise.resolve(response);
      },
      stream: () => Promise.reject(new Error('not used')),
      counts: () => ({}),
    },
    clock: { now: () => NOW, sleep: () => Promise.resolve() },
    random: { bytes: (length) => new Uint8Array(length), fraction: () => 0 },
    log: { debug: () => undefined, info: () => undefined, warn: (text) => warnings.push(text) },
    signal: new AbortController().signal,
  };
  return { context, requests, warnings };
}

function sources(change: Partial<IdentityTokenSources>): IdentityTokenSources & { masked: string[] } {
  const masked: string[] = [];
  return {
    input: undefined,
    runner: undefined,
    sigstoreIdToken: undefined,
    situation: 'no-permission',
    mask: (secret) => masked.push(secret),
    ...change,
    masked,
  };
}
const runner = { requestUrl: REQUEST_URL, requestToken: 'request-secret' };

/** Whatever an error shows: message, remedy and the whole chain of causes. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const remedy = error instanceof CountersignError ? error.remedy : '';
  return `${error.message}\n${remedy}\n${error.stack ?? ''}\n${textOf(error.cause)}`;
}

describe('obtainIdentityToken', () => {
  it('takes the input before the runner and the variable, and asks nobody', async () => {
    const { context, requests } = network();
    const from = sources({ input: ` ${good}\n`, runner, sigstoreIdToken: 'x' });
    const obtained = await obtainIdentityToken(from, context);
    assert.equal(obtained.source, 'input');
    assert.equal(obtained.token, good);
    assert.deepEqual(obtained.expiresAt, new Date(seconds(300) * 1000));
    assert.deepEqual(from.masked, [good]);
    assert.equal(requests.length, 0);
  });

  it('asks the runner for the audience sigstore before it takes the variable', async () => {
    const { context, requests } = network({ status: 200, body: JSON.stringify({ value: good }) });
    const from = sources({ input: '', runner, sigstoreIdToken: 'x' });
    const obtained = await obtainIdentityToken(from, context);
    assert.equal(obtained.source, 'runner');
    assert.deepEqual(from.masked, [good]);
    assert.equal(requests[0]?.url, `${REQUEST_URL}&audience=sigstore`);
    assert.equal(requests[0].authorization, 'Bearer request-secret');
  });

  it('takes SIGSTORE_ID_TOKEN where there is nothing else', async () => {
    const from = sources({ sigstoreIdToken: good });
    assert.equal((await obtainIdentityToken(from, network().context)).source, 'SIGSTORE_ID_TOKEN');
    assert.deepEqual(from.masked, [good]);
  });

  it('asks again after answers that cannot be read', async () => {
    const broken = { status: 200, body: '{"value":"ey' };
    const { context, requests } = network(broken, broken, {
      status: 200,
      body: JSON.stringify({ value: good }),
    });
    assert.equal((await obtainIdentityToken(sources({ runner }), context)).token, good);
    assert.equal(requests.length, 3);
  });

  it('warns of a token for another audience', async () => {
    const { context, warnings } = network();
    await obtainIdentityToken(sources({ input: token({ aud: ['other'], sub: 'x' }) }), context);
    assert.equal(warnings.length, 1);
  });

  const missing: readonly (readonly [situation: IdentityTokenSources['situation'], remedy: RegExp])[] = [
    ['no-permission', /permissions:\n {2}contents: read\n {2}id-token: write/],
    ['fork', /on-missing-identity: skip/],
    ['dependabot', /Sign after the merge/],
    ['not-a-runner', /SIGSTORE_ID_TOKEN/],
  ];
  for (const [situation, remedy] of missing) {
    it(`explains a missing token in the situation ${situation}`, async () => {
      await assert.rejects(obtainIdentityToken(sources({ situation }), network().context), {
        code: 'IDENTITY_TOKEN_MISSING',
        fault: 'user',
        remedy,
      });
    });
  }

  const refusedByRunner: readonly (readonly [status: number, body: string, code: string])[] = [
    [401, good, 'IDENTITY_TOKEN_MISSING'],
    [403, good, 'IDENTITY_TOKEN_MISSING'],
    [404, good, 'TOKEN_ENDPOINT_UNAVAILABLE'],
    [200, '', 'TOKEN_ENDPOINT_UNAVAILABLE'],
    [200, `{"value":"${good}`, 'TOKEN_ENDPOINT_UNAVAILABLE'],
    [200, `{"token":"${good}"}`, 'TOKEN_ENDPOINT_UNAVAILABLE'],
    [200, '{"value":7}', 'TOKEN_ENDPOINT_UNAVAILABLE'],
    [200, `["${good}"]`, 'TOKEN_ENDPOINT_UNAVAILABLE'],
  ];
  for (const [status, body, code] of refusedByRunner) {
    it(`answers ${code} for status ${status} with ${body.slice(0, 12) || 'nothing'}, without the token`, async () => {
      const { context, requests } = network({ status, body });
      const error: unknown = await obtainIdentityToken(sources({ runner }), context).catch(
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof CountersignError);
      assert.equal(error.code, code);
      assert.ok(!textOf(error).includes(good.slice(0, 20)), textOf(error));
      assert.ok(!textOf(error).includes('request-secret'));
      assert.equal(requests.length, code === 'IDENTITY_TOKEN_MISSING' ? 1 : MAX_UNREADABLE_ANSWERS);
    });
  }

  const bad: readonly (readonly [why: string, input: string, code: string])[] = [
    ['no JWT', 'secret-not-a-jwt', 'IDENTITY_TOKEN_INVALID'],
    ['two parts', 'secret.abc', 'IDENTITY_TOKEN_INVALID'],
    ['four parts', `${good}.x`, 'IDENTITY_TOKEN_INVALID'],
    ['a payload that is no JSON', 'secret.abcdef.abc', 'IDENTITY_TOKEN_INVALID'],
    ['a payload that is a list', `secret.${part([1])}.abc`, 'IDENTITY_TOKEN_INVALID'],
    ['a line break within', `${good.slice(0, 9)}\n${good.slice(9)}`, 'IDENTITY_TOKEN_INVALID'],
    ['too many characters', token({ sub: 'x'.repeat(40_000) }), 'IDENTITY_TOKEN_INVALID'],
    ['an end a second ago', token({ aud: 'sigstore', exp: seconds(-1) }), 'IDENTITY_TOKEN_EXPIRED'],
  ];
  for (const [why, input, code] of bad) {
    it(`refuses a token with ${why}, masked before and nowhere in the error`, async () => {
      const from = sources({ input });
      const error: unknown = await obtainIdentityToken(from, network().context).catch(
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof CountersignError);
      assert.equal(error.code, code);
      assert.deepEqual(from.masked, [input.trim()]);
      assert.ok(!textOf(error).includes(input.slice(0, 12)), textOf(error));
    });
  }
});

describe('renewingToken', () => {
  it('gives the same token until it is about to end, then another', async () => {
    const next = token({ aud: 'sigstore', sub: 'next', exp: seconds(900) });
    const { context, requests } = network(
      { status: 200, body: JSON.stringify({ value: good }) },
      { status: 200, body: JSON.stringify({ value: next }) },
    );
    let now = NOW;
    const moving: Context = { ...context, clock: { ...context.clock, now: () => now } };
    const supply = renewingToken(sources({ runner }), moving);
    assert.equal((await supply()).token, good);
    assert.equal((await supply()).token, good);
    assert.equal(requests.length, 1);
    now = new Date(NOW.getTime() + 290_000);
    assert.equal((await supply()).token, next);
    assert.equal(requests.length, 2);
  });
});
