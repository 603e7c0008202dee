import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, it } from '@jest/globals';
import { digestOf } from '@countersign/core/oci';
import { serveLoopback, type LoopbackServer } from '@countersign/testbed';
import { clientOf, type Client } from './fixture.js';

const PASSWORD = 'pa55-w0rd-pa55';
const BLOB = Buffer.from('bytes');
const DESCRIPTOR = { mediaType: 'application/x', digest: digestOf(BLOB), size: BLOB.length };

/** What each of two servers was sent as Authorization: the registry that the credentials are for, and another. */
async function between(
  registry: (request: IncomingMessage, response: ServerResponse, other: LoopbackServer) => void,
  other: (request: IncomingMessage, response: ServerResponse) => void,
  work: (client: Client) => Promise<unknown>,
): Promise<{ near: (string | undefined)[]; far: (string | undefined)[]; outcome: unknown }> {
  const near: (string | undefined)[] = [];
  const far: (string | undefined)[] = [];
  const elsewhere = await serveLoopback({
    handler: (request, response) => {
      far.push(request.headers.authorization);
      request.resume();
      other(request, response);
    },
  });
  const here = await serveLoopback({
    handler: (request, response) => {
      near.push(request.headers.authorization);
      request.resume();
      if (request.headers.authorization === undefined) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="r"' }).end();
      } else registry(request, response, elsewhere);
    },
  });
  const client = clientOf(here, { explicit: [{ host: here.host, username: 'me', password: PASSWORD }] });
  try {
    const outcome = await work(client).catch((error: unknown) => error);
    return { near, far, outcome };
  } finally {
    client.http.close();
    await here.stop();
    await elsewhere.stop();
  }
}

describe('credentials of one registry', () => {
  it('stay there when a blob is served by a store elsewhere', async () => {
    const { near, far, outcome } = await between(
      (_request, response, other) => response.writeHead(307, { location: `${other.origin}/blob` }).end(),
      (_request, response) => response.end(BLOB),
      ({ repository }) => repository.getBlob(DESCRIPTOR, 100),
    );
    assert.deepEqual(Buffer.from(outcome as Uint8Array), BLOB);
    assert.ok(near.at(-1)?.startsWith('Basic '));
    assert.deepEqual(far, [undefined]);
  });

  it('are not given to a store elsewhere that asks for them', async () => {
    const { far, outcome } = await between(
      (_request, response, other) => response.writeHead(307, { location: `${other.origin}/blob` }).end(),
      (_request, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="give"' }).end(),
      ({ repository }) => repository.getBlob(DESCRIPTOR, 100),
    );
    assert.ok(outcome instanceof Error && 'code' in outcome && outcome.code === 'REGISTRY_UNAUTHORIZED');
    assert.deepEqual(far, [undefined]);
  });

  it('stay there when an upload goes on elsewhere, even if that place asks for them', async () => {
    for (const status of [201, 401]) {
      const { far } = await between(
        (request, response, other) => {
          if (request.method === 'HEAD') response.writeHead(404).end();
          else response.writeHead(202, { location: `${other.origin}/upload?state=x` }).end();
        },
        (_request, response) =>
          response.writeHead(status, { 'www-authenticate': 'Basic realm="give"' }).end(),
        ({ repository }) => repository.putBlob(BLOB),
      );
      assert.deepEqual(far, [undefined]);
    }
  });

  it('stay there when the next page of referrers is elsewhere', async () => {
    const { far, outcome } = await between(
      (_request, response, other) =>
        response
          .writeHead(200, {
            'content-type': 'application/vnd.oci.image.index.v1+json',
            link: `<${other.origin}/v2/acme/app/referrers/x>; rel="next"`,
          })
          .end('{"schemaVersion":2,"manifests":[]}'),
      (_request, response) => response.end(),
      ({ repository }) => repository.listReferrers(DESCRIPTOR.digest),
    );
    assert.ok(outcome instanceof Error && 'code' in outcome && outcome.code === 'REGISTRY_MISBEHAVED');
    assert.deepEqual(far, []);
  });

  it('do not stand in an error, whatever the registry echoes', async () => {
    const { outcome } = await between(
      (request, response) =>
        response.writeHead(400).end(`bad ${request.headers.authorization ?? ''} ${PASSWORD}`),
      (_request, response) => response.end(),
      ({ repository }) => repository.getManifest('v1'),
    );
    assert.ok(outcome instanceof Error && 'code' in outcome && outcome.code === 'REGISTRY_REFUSED');
    const basic = Buffer.from(`me:${PASSWORD}`).toString('base64');
    assert.ok(!outcome.message.includes(PASSWORD) && !outcome.message.includes(basic), outcome.message);
  });
});
