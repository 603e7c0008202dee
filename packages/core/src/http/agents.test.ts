import assert from 'node:assert/strict';
import { describe, it } from '@jest/globals';
import { createAgents } from './agents.js';
import { quickClient, withServer } from './fixture.js';

describe('proxy variables', () => {
  it('send a request for another host through the proxy, with its password', async () => {
    const seen: string[] = [];
    await withServer(
      (request, response) => {
        seen.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`);
        response.end();
      },
      async (origin) => {
        const proxy = origin.replace('http://', 'http://me:pw@');
        for (const env of [{ HTTP_PROXY: proxy }, { http_proxy: proxy.replace('http://', '') }]) {
          const { http } = quickClient({ env });
          await http.send({
            service: 'tsa',
            method: 'GET',
            url: 'http://tsa.example/x',
            maxResponseBytes: 10,
          });
          http.close();
        }
      },
    );
    assert.deepEqual(seen, Array(2).fill('http://tsa.example/x Basic bWU6cHc='));
  });

  it('leave this machine, and what NO_PROXY names, alone', async () => {
    await withServer(
      (request, response) => response.end(request.url),
      async (origin) => {
        const { http } = quickClient({ env: { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '*.example' } });
        const answer = await http.send({
          service: 'tsa',
          method: 'GET',
          url: `${origin}/x`,
          maxResponseBytes: 10,
        });
        assert.equal(Buffer.from(answer.body).toString(), '/x');
        await assert.rejects(
          http.send({
            service: 'tsa',
            method: 'GET',
            url: 'http://tsa.nowhere.example/',
            maxResponseBytes: 10,
          }),
          /tsa\.nowhere\.example/, // its own name is looked up: the proxy was not asked
        );
        http.close();
      },
    );
  });

  it('leave the metadata servers of machines alone: what those hand out is not for a proxy to see', () => {
    const agents = createAgents({ HTTP_PROXY: 'http://proxy.example:3128' });
    const direct = agents.for(new URL('http://127.0.0.1/'));
    for (const host of ['169.254.169.254', 'metadata.google.internal', 'metadata.google.internal.'])
      assert.equal(agents.for(new URL(`http://${host}/`)), direct, host);
    for (const host of ['169.253.169.254', 'metadata.google.internal.example', '169.254.169.254.example'])
      assert.notEqual(agents.for(new URL(`http://${host}/`)), direct, host);
    agents.close();
  });

  for (const value of ['socks5://proxy.example:1080', 'http://me:hunter22@ho st', 'http://']) {
    it(`are refused without their value where they name no http proxy: ${value.slice(0, 8)}`, () => {
      assert.throws(
        () => createAgents({ HTTPS_PROXY: value }),
        (error: Error) =>
          'code' in error && error.code === 'INPUT_INVALID' && !error.message.includes('hunter22'),
      );
    });
  }
});
