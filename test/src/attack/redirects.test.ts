import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { contextFor } from '../sign/harness.js';

const server = createServer((request, response) => {
  response.writeHead(307, { location: decodeURIComponent((request.url ?? '').slice(1)) });
  response.write('and on'); // the answer does not end
});
const context = contextFor();
let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  context.close();
  server.closeAllConnections();
  server.close();
});
const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

describe('A redirect that is refused leaves nothing behind that keeps the process waiting, where it leads to', () => {
  for (const location of ['file:///etc/passwd', 'http://', 'http://me:pw@127.0.0.1/']) {
    it(location, async () => {
      const before = timers();
      const url = `${origin}/${encodeURIComponent(location)}`;
      const request = { service: 'registry', method: 'GET', url, maxResponseBytes: 4 * 1024 * 1024 } as const;
      await assert.rejects(context.http.send(request), { code: 'REGISTRY_MISBEHAVED' });
      assert.ok(timers() <= before, `${timers()} timers, ${before} before`);
    });
  }
});
