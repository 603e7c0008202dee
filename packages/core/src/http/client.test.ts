import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from '@jest/globals';
import type { HttpRequest } from './index.js';
import { quickClient, withServer } from './fixture.js';
import { systemClock } from './system.js';

type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

const numbered = (handler: Handler): ((request: IncomingMessage, response: ServerResponse) => void) => {
  let count = 0;
  return (request, response) => {
    count += 1;
    handler(request, response, count);
  };
};
const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  service: 'registry',
  method: 'GET',
  url,
  maxResponseBytes: 1000,
  ...more,
});
const textOf = (body: Uint8Array): string => Buffer.from(body).toString();

describe('send', () => {
  const passing: readonly (readonly [what: string, fail: Handler])[] = [
    ['two answers of 500', (_request, response) => response.writeHead(500).end('no')],
    ['two answers of 503', (_request, response) => response.writeHead(503).end()],
    ['two answers of 408', (_request, response) => response.writeHead(408).end()],
    ['two answers of 429', (_request, response) => response.writeHead(429).end()],
    ['two resets', (request) => request.socket.resetAndDestroy()],
    ['two stalls', () => undefined],
    [
      'two bodies cut off',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 10 });
        response.write('half', () => response.destroy());
      },
    ],
    [
      'two bodies that stop coming',
      (_request, response) => void response.writeHead(200, { 'content-length': 10 }).write('half'),
    ],
  ];
  for (const [what, fail] of passing) {
    it(`repeats a GET after ${what} and gives the answer`, async () => {
      const handler = numbered((request, response, nth) => {
        if (nth <= 2) fail(request, response, nth);
        else response.end('whole');
      });
      await withServer(handler, async (origin) => {
        const { http, clock } = quickClient();
        const answer = await http.send(get(`${origin}/x`, { timeoutMs: 250 }));
        assert.equal(textOf(answer.body), 'whole');
        assert.deepEqual(http.counts(), { registry: 3 });
        assert.deepEqual(clock.slept, [188, 375]);
        http.close();
      });
    });
  }

  it('sends a streamed body again from its beginning', async () => {
    const received: string[] = [];
    const handler = numbered((request, response, nth) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push(Buffer.concat(chunks).toString());
        response.writeHead(nth === 1 ? 502 : 201).end();
      });
    });
    await withServer(handler, async (origin) => {
      const { http } = quickClient();
      const body = {
        size: 6,
        async *open() {
          yield Buffer.from('abc');
          yield await Promise.resolve(Buffer.from('def'));
        },
      };
      assert.equal((await http.send(get(origin, { method: 'PUT', body }))).status, 201);
      assert.deepEqual(received, ['abcdef', 'abcdef']);
      http.close();
    });
  });

  it('waits as long as Retry-After says, and not with its own backoff', async () => {
    const handler = numbered((_request, response, nth) => {
      response.writeHead(nth === 1 ? 429 : 200, { 'retry-after': '7' }).end();
    });
    await withServer(handler, async (origin) => {
      const { http, clock } = quickClient();
      await http.send(get(origin));
      assert.deepEqual(clock.slept, [7125]);
      http.close();
    });
  });

  it('gives up at once where Retry-After goes beyond the window', async () => {
    const handler: Handler = (_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    await withServer(numbered(handler), async (origin) => {
      const { http, clock } = quickClient({ retryWindowMs: 60_000 });
      await assert.rejects(http.send(get(origin, { service: 'fulcio' })), {
        code: 'FULCIO_UNAVAILABLE',
        fault: 'infrastructure',
        message:
          /Fulcio at .* answered 429 \(it asks to wait 3600 s, beyond the retry window of 60 s; tried once\)/,
      });
      assert.deepEqual(clock.slept, []);
      http.close();
    });
  });

  it('ends a permanent failure within the window, naming service, host, status and its words', async () => {
    const handler: Handler = (_request, response) => response.writeHead(500).end('no\nspace\x07 left');
    await withServer(numbered(handler), async (origin) => {
      const { http, clock } = quickClient({ retryWindowMs: 30_000 });
      await assert.rejects(http.send(get(`${origin}/v2/`, { service: 'rekor' })), {
        code: 'LOG_UNAVAILABLE',
        message:
          /Rekor\) at 127\.0\.0\.1:\d+ answered 500: no space left \(the retry window of 30 s is used up; tried \d+ times/,
      });
      const total = clock.slept.reduce((sum, ms) => sum + ms, 0);
      assert.ok(total <= 30_000 && total > 10_000, String(total));
      http.close();
    });
  });

  it('shares the window between the requests of one client', async () => {
    await withServer(
      numbered((_request, response) => response.writeHead(500).end()),
      async (origin) => {
        const { http, clock } = quickClient({ retryWindowMs: 10_000 });
        await assert.rejects(http.send(get(origin)));
        await assert.rejects(http.send(get(origin)));
        assert.ok(clock.slept.reduce((sum, ms) => sum + ms, 0) <= 10_000);
        http.close();
      },
    );
  });

  it('does not repeat a POST unless it is called repeatable', async () => {
    await withServer(
      numbered((_request, response) => response.writeHead(500).end()),
      async (origin) => {
        const { http } = quickClient({ retryWindowMs: 1000 });
        await assert.rejects(http.send(get(origin, { method: 'POST' })), { code: 'REGISTRY_UNAVAILABLE' });
        assert.deepEqual(http.counts(), { registry: 1 });
        await assert.rejects(http.send(get(origin, { method: 'POST', repeatable: true })));
        assert.ok((http.counts().registry ?? 0) > 2);
        http.close();
      },
    );
  });

  const answers: readonly number[] = [200, 202, 304, 400, 401, 403, 404, 409, 412, 413, 501];
  for (const status of answers) {
    it(`gives ${status} as an answer after one request`, async () => {
      await withServer(
        numbered((_request, response) => response.writeHead(status).end()),
        async (origin) => {
          const { http } = quickClient();
          assert.equal((await http.send(get(origin))).status, status);
          assert.deepEqual(http.counts(), { registry: 1 });
          http.close();
        },
      );
    });
  }

  it('gives a status that the caller expects without repeating', async () => {
    await withServer(
      numbered((_request, response) => response.writeHead(503).end()),
      async (origin) => {
        const { http } = quickClient();
        assert.equal((await http.send(get(origin, { answers: [503] }))).status, 503);
        http.close();
      },
    );
  });

  it('reads an answer up to its bound and refuses one byte more, announced or not', async () => {
    const handler: Handler = (request, response) => {
      if (request.url === '/announced') response.writeHead(200, { 'content-length': 11 });
      response.end('x'.repeat(request.url === '/fits' ? 10 : 11));
    };
    await withServer(numbered(handler), async (origin) => {
      const { http } = quickClient();
      assert.equal((await http.send(get(`${origin}/fits`, { maxResponseBytes: 10 }))).body.length, 10);
      for (const path of ['/announced', '/chunked']) {
        await assert.rejects(http.send(get(origin + path, { maxResponseBytes: 10 })), {
          code: 'REGISTRY_MISBEHAVED',
        });
      }
      http.close();
    });
  });

  it("takes a HEAD's announced length for what it is", async () => {
    await withServer(
      numbered((_request, response) => response.writeHead(200, { 'content-length': 5_000_000 }).end()),
      async (origin) => {
        const { http } = quickClient();
        const { headers, body } = await http.send(get(origin, { method: 'HEAD', maxResponseBytes: 0 }));
        assert.deepEqual([headers['content-length'], body.length], ['5000000', 0]);
        http.close();
      },
    );
  });

  it('reads response headers of 200 KiB, as Google Artifact Registry sends them', async () => {
    const handler: Handler = (_request, response) => {
      for (let line = 0; line < 50; line += 1) response.setHeader(`x-${line}`, 'p'.repeat(4096));
      response.end('ok');
    };
    await withServer(numbered(handler), async (origin) => {
      const { http } = quickClient();
      assert.equal(textOf((await http.send(get(origin))).body), 'ok');
      http.close();
    });
  });

  it('refuses headers beyond every bound without repeating', async () => {
    const handler: Handler = (_request, response) => {
      for (let line = 0; line < 100; line += 1) response.setHeader(`x-${line}`, 'p'.repeat(4096));
      response.end('ok');
    };
    await withServer(numbered(handler), async (origin) => {
      const { http } = quickClient();
      await assert.rejects(http.send(get(origin)), { code: 'REGISTRY_MISBEHAVED' });
      assert.deepEqual(http.counts(), { registry: 1 });
      http.close();
    });
  });

  it('takes an early refusal of a large upload as the answer', async () => {
    await withServer(
      numbered((request, response) => {
        response.writeHead(413).end('too large');
        request.resume();
      }),
      async (origin) => {
        const { http } = quickClient();
        const body = new Uint8Array(8_000_000);
        assert.equal((await http.send(get(origin, { method: 'PUT', body }))).status, 413);
        http.close();
      },
    );
  });

  it('asks for the bytes as they are, and says who asks', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const handler: Handler = (request, response) => {
      seen.push(request.headers);
      response.end();
    };
    await withServer(numbered(handler), async (origin) => {
      const { http } = quickClient({ userAgent: 'countersign/1.2.3' });
      await http.send(get(origin));
      assert.equal(seen[0]?.['accept-encoding'], 'identity');
      assert.equal(seen[0]['user-agent'], 'countersign/1.2.3');
      http.close();
    });
  });

  it('is interrupted while it waits and while it asks', async () => {
    const stop = new AbortController();
    await withServer(
      () => undefined,
      async (origin) => {
        const { http } = quickClient({ signal: stop.signal });
        const asking = http.send(get(origin));
        setTimeout(() => {
          stop.abort();
        }, 20);
        await assert.rejects(asking, { code: 'INTERRUPTED' });
        await assert.rejects(http.send(get(origin)), { code: 'INTERRUPTED' });
        http.close();
      },
    );
  });

  it('gives up on a host that nobody knows after a few tries', async () => {
    const { http } = quickClient();
    await assert.rejects(http.send(get('https://registry.invalid/v2/', { service: 'tsa' })), {
      code: 'TSA_UNAVAILABLE',
      message: /registry\.invalid could not be reached: .*ENOTFOUND|EAI_AGAIN/,
    });
    assert.ok((http.counts().tsa ?? 0) >= 3);
    http.close();
  });

  it('says that a server speaks plain http where https was asked for', async () => {
    await withServer(
      numbered((_request, response) => response.end()),
      async (origin) => {
        const { http } = quickClient();
        await assert.rejects(http.send(get(origin.replace('http:', 'https:'))), {
          code: 'REGISTRY_UNAVAILABLE',
          message: /does not answer in TLS/,
        });
        assert.deepEqual(http.counts(), { registry: 1 });
        http.close();
      },
    );
  });

  const addresses: readonly (readonly [what: string, url: string])[] = [
    ['no URL', 'registry.example/v2/'],
    ['another scheme', 'file:///etc/passwd'],
    ['a user name', 'https://user:hunter22@registry.example/'],
  ];
  for (const [what, url] of addresses) {
    it(`refuses an address with ${what}, and shows no password`, () => {
      const { http } = quickClient();
      assert.throws(
        () => http.send(get(url)),
        (error: Error) =>
          'code' in error && error.code === 'INPUT_INVALID' && !error.message.includes('hunter22'),
      );
    });
  }

  it('refuses a credential with a line break', () => {
    const { http } = quickClient();
    assert.throws(() => http.send(get('https://registry.example/', { authorization: 'Bearer a\r\nx: y' })), {
      code: 'CREDENTIALS_INVALID',
    });
  });

  it('keeps secrets that a server echoes, and signed queries, out of errors and logs', async () => {
    const handler: Handler = (request, response) => {
      response.writeHead(500).end(`bad ${request.headers.authorization ?? ''}`);
    };
    await withServer(numbered(handler), async (origin) => {
      const { http, logged } = quickClient({ retryWindowMs: 2000 });
      const request = get(`${origin}/blob?sig=hunter2hunter2`, { authorization: 'Bearer s3cr3t-s3cr3t' });
      const error = await http.send(request).then(() => '', String);
      for (const text of [error, ...logged]) assert.doesNotMatch(text, /s3cr3t|hunter2/);
      assert.match(error, /answered 500: bad Bearer \.\.\./);
      http.close();
    });
  });

  it('runs a hundred requests at once over a bounded number of connections', async () => {
    let open = 0;
    let most = 0;
    const handler: Handler = (_request, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end('ok');
      }, 5);
    };
    await withServer(numbered(handler), async (origin) => {
      const { http } = quickClient();
      const all = await Promise.all(Array.from({ length: 100 }, () => http.send(get(origin))));
      assert.ok(all.every(({ status }) => status === 200));
      assert.ok(most <= 32, String(most));
      http.close();
    });
  });
});

describe('a malformed body source', () => {
  for (const size of [2, 4]) {
    it(`is a fault of its own, not of the network: 3 bytes where ${size} were announced`, async () => {
      await withServer(
        numbered((request, response) => {
          request.resume();
          request.on('end', () => response.end());
        }),
        async (origin) => {
          const { http } = quickClient();
          const body = {
            size,
            async *open() {
              yield await Promise.resolve(Buffer.from('abc'));
            },
          };
          await assert.rejects(http.send(get(origin, { method: 'PUT', body })), { name: 'BodyFailed' });
          assert.deepEqual(http.counts(), { registry: 1 });
          http.close();
        },
      );
    });
  }
});

describe('close', () => {
  const underWay: readonly (readonly [what: string, handler: Handler])[] = [
    ['waits for its answer', () => undefined],
    ['waits for its next try', (_request, response) => response.writeHead(503).end()],
  ];
  for (const [what, handler] of underWay) {
    it(`ends a request that ${what}, without another one`, async () => {
      await withServer(numbered(handler), async (origin) => {
        const { http, logged } = quickClient({ clock: systemClock });
        const sending = http.send(get(origin));
        await sleep(50);
        http.close();
        await assert.rejects(sending, { code: 'INTERRUPTED' });
        assert.deepEqual(http.counts(), { registry: 1 });
        assert.ok(logged.length <= 1);
      });
    });
  }
});

describe('stream', () => {
  it('gives the body piece by piece, and a refusal whole', async () => {
    const handler: Handler = (request, response) => {
      response
        .writeHead(request.url === '/ok' ? 200 : 404)
        .end(request.url === '/ok' ? 'x'.repeat(100_000) : 'gone');
    };
    await withServer(numbered(handler), async (origin) => {
      const { http } = quickClient();
      const collect = async (path: string) => {
        const { status, body } = await http.stream(get(origin + path, { maxResponseBytes: 100_000 }));
        let length = 0;
        for await (const chunk of body) length += chunk.length;
        return [status, length];
      };
      assert.deepEqual(await collect('/ok'), [200, 100_000]);
      assert.deepEqual(await collect('/gone'), [404, 4]);
      http.close();
    });
  });

  it('throws where the body breaks off, and where it is longer than its bound', async () => {
    const handler: Handler = (request, response) => {
      if (request.url === '/long') response.end('x'.repeat(2000));
      else {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half', () => response.destroy());
      }
    };
    await withServer(numbered(handler), async (origin) => {
      const { http } = quickClient();
      const drain = async (path: string) => {
        let length = 0;
        for await (const chunk of (await http.stream(get(origin + path))).body) length += chunk.length;
        return length;
      };
      await assert.rejects(drain('/broken'), {
        code: 'REGISTRY_UNAVAILABLE',
        message: /while its answer was read/,
      });
      await assert.rejects(drain('/long'), { code: 'REGISTRY_MISBEHAVED' });
      http.close();
    });
  });
});
