import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { OCI_MANIFEST, digestOf } from '@countersign/core/oci';
import { manifestBytes } from './fixture.js';
import { selfSigned } from './self-signed.js';

const HOST = 'registry.company.test';
const IMAGE = `${HOST}/acme/app:v1`;
const MANIFEST = manifestBytes();
const folder = mkdtempSync(join(tmpdir(), 'countersign-tls-'));
const authority = join(folder, 'authority.pem');
const asked: string[] = [];
const servers: Server[] = [];
let proxy = '';

/** A registry in TLS under a name that no resolver knows, and a proxy that knows where it is. */
beforeAll(async () => {
  const { key, certificate } = selfSigned(HOST);
  writeFileSync(authority, certificate);
  const registry = createHttpsServer({ key, cert: certificate }, (_request, response) => {
    response.writeHead(200, { 'content-type': OCI_MANIFEST }).end(MANIFEST);
  });
  const gate = createHttpServer((_request, response) => response.writeHead(502).end());
  gate.on('connect', (request, socket) => {
    asked.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`);
    const upstream = connect((registry.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on('error', () => end.destroy());
  });
  servers.push(registry, gate);
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>(
          (resolve) =>
            void server.listen(0, '127.0.0.1', () => {
              resolve();
            }),
        ),
    ),
  );
  proxy = `http://me:proxy-pa55@127.0.0.1:${(gate.address() as AddressInfo).port}`;
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

/** What a process of its own, with this environment and nothing else, makes of the image. */
async function read(env: Record<string, string>, image = IMAGE): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'reader.js'), image],
    { env },
  );
  return stdout.trim();
}

describe('a registry over https', () => {
  it('is reached through HTTPS_PROXY, under an authority of NODE_EXTRA_CA_CERTS', async () => {
    assert.equal(await read({ HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: authority }), digestOf(MANIFEST));
    assert.equal(asked.at(-1), `${HOST}:443 Basic ${Buffer.from('me:proxy-pa55').toString('base64')}`);
  });

  it('is refused without that authority, at once and by its reason', async () => {
    const before = asked.length;
    assert.match(await read({ https_proxy: proxy }), /^REGISTRY_UNAVAILABLE .*self-signed certificate/);
    assert.equal(asked.length - before, 1);
  });

  it('is refused under another name', async () => {
    const outcome = await read(
      { HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: authority },
      `other.${HOST}/acme/app:v1`,
    );
    assert.match(outcome, /^REGISTRY_UNAVAILABLE .*altnames/);
  });

  it('is not looked for at the proxy where NO_PROXY names it', async () => {
    const before = asked.length;
    const outcome = await read({
      HTTPS_PROXY: proxy,
      NO_PROXY: `.company.test,${HOST}`,
      NODE_EXTRA_CA_CERTS: authority,
    });
    assert.match(outcome, /^REGISTRY_UNAVAILABLE .*(ENOTFOUND|EAI_AGAIN)/);
    assert.equal(asked.length, before);
  });

  it('is unavailable where the proxy is, and its password is not shown', async () => {
    const outcome = await read({
      HTTPS_PROXY: 'http://me:proxy-pa55@127.0.0.1:1',
      NODE_EXTRA_CA_CERTS: authority,
    });
    assert.match(outcome, /^REGISTRY_UNAVAILABLE /);
    assert.doesNotMatch(outcome, /proxy-pa55/);
  });
});
