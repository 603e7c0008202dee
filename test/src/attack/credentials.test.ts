import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, it } from '@jest/globals';
import { digestOf } from '@countersign/core/oci';
import { createRegistryClient, type Repository } from '@countersign/core/registry';
import { contextFor } from '../sign/harness.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server whose behaviour a test sets, with what it was sent. */
class Server {
  readonly seen: { readonly line: string; readonly headers: string; readonly body: string }[] = [];
  handler: Handler = (_request, response) => response.writeHead(404).end();
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const line = `${request.method ?? ''} ${request.url ?? ''}`;
      const headers = JSON.stringify(request.rawHeaders);
      this.seen.push({ line, headers, body: Buffer.concat(chunks).toString() });
      this.handler(request, response);
    });
  });
  origin = '';
  host = '';

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.origin = `http://${this.host}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const PASSWORD = 'correct-horse-battery';
const SECRETS = [PASSWORD, Buffer.from(`me:${PASSWORD}`).toString('base64'), 'registry-bearer-token'];
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const DIGEST = digestOf('wanted');

const registry = new Server();
const thief = new Server();
const context = contextFor();
beforeAll(async () => {
  await Promise.all([registry.start(), thief.start()]);
});
beforeEach(() => {
  registry.seen.length = 0;
  thief.seen.length = 0;
  thief.handler = (_request, response) => {
    // It asks for credentials in every way it knows.
    response
      .writeHead(401, { 'www-authenticate': `Basic realm="x", Bearer realm="${thief.origin}/token"` })
      .end();
  };
});
afterAll(() => {
  context.close();
  registry.stop();
  thief.stop();
});

const open = (): Repository =>
  createRegistryClient({
    context,
    credentials: {
      explicit: [{ host: registry.host, username: 'me', password: PASSWORD }],
      env: {},
      homeDir: undefined,
    },
    plainHttpHosts: [],
  }).repository({ host: registry.host, repository: 'acme/app' });

/** Answers as a registry that wants Basic, and then as `then` says. */
const basic =
  (then: Handler): Handler =>
  (request, response) => {
    if (request.headers.authorization === undefined) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="registry"' }).end();
    } else then(request, response);
  };
const redirect =
  (status: number): Handler =>
  (request, response) =>
    response.writeHead(status, { location: `${thief.origin}${request.url ?? ''}` }).end();
const blob = { mediaType: 'application/x', digest: DIGEST, size: 6 };

const attacks: readonly (readonly [
  what: string,
  handler: Handler,
  work: (repository: Repository) => Promise<unknown>,
])[] = [
  ...[301, 302, 303, 307, 308].map(
    (status) =>
      [
        `a manifest by a ${status}`,
        basic(redirect(status)),
        (repository: Repository) => repository.getManifest(DIGEST),
      ] as const,
  ),
  ['a blob by a 307', basic(redirect(307)), (repository) => repository.getBlob(blob, 6)],
  ['a streamed blob', basic(redirect(307)), (repository) => repository.openBlob(blob)],
  [
    'the opening of an upload',
    basic(redirect(307)),
    (repository) => repository.putBlob(Buffer.from('wanted')),
  ],
  [
    'an upload by its Location',
    basic((request, response) => {
      if (request.method === 'HEAD') response.writeHead(404).end();
      else response.writeHead(202, { location: `${thief.origin}/upload` }).end();
    }),
    (repository) => repository.putBlob(Buffer.from('wanted')),
  ],
  [
    'an upload by a Location without a scheme',
    basic((request, response) => {
      if (request.method === 'HEAD') response.writeHead(404).end();
      else response.writeHead(202, { location: `//${thief.host}/upload` }).end();
    }),
    (repository) => repository.putBlob(Buffer.from('wanted')),
  ],
  [
    'an upload by a Location with a user name',
    basic((request, response) => {
      if (request.method === 'HEAD') response.writeHead(404).end();
      else response.writeHead(202, { location: `http://${registry.host}@${thief.host}/upload` }).end();
    }),
    (repository) => repository.putBlob(Buffer.from('wanted')),
  ],
  [
    'the next page of referrers',
    basic((_request, response) => {
      response.writeHead(200, { 'content-type': INDEX, link: `<${thief.origin}/v2/next>; rel="next"` });
      response.end(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [] }));
    }),
    (repository) => repository.listReferrers(DIGEST),
  ],
  [
    'a token by a redirect of its realm',
    (request, response) => {
      if (request.url?.startsWith('/token') === true) redirect(307)(request, response);
      else response.writeHead(401, { 'www-authenticate': `Bearer realm="${registry.origin}/token"` }).end();
    },
    (repository) => repository.getManifest(DIGEST),
  ],
  [
    'a manifest that a bearer token was for',
    (request, response) => {
      if (request.url?.startsWith('/token') === true) {
        response.writeHead(200).end(JSON.stringify({ token: 'registry-bearer-token' }));
      } else if (request.headers.authorization === undefined) {
        response.writeHead(401, { 'www-authenticate': `Bearer realm="${registry.origin}/token"` }).end();
      } else redirect(302)(request, response);
    },
    (repository) => repository.getManifest(DIGEST),
  ],
];

describe('A credential stays with its origin where the registry sends elsewhere for', () => {
  for (const [what, handler, work] of attacks) {
    it(what, async () => {
      registry.handler = handler;
      const repository = open();
      const failure = await work(repository).then(
        () => undefined,
        (error: unknown) => error,
      );
      for (const { line, headers, body } of thief.seen) {
        for (const secret of SECRETS) {
          assert.equal(`${line}${headers}${body}`.includes(secret), false, `${line} got ${secret}`);
        }
      }
      const shown = failure instanceof Error ? `${failure.message} ${String(failure.cause)}` : '';
      for (const secret of SECRETS) assert.equal(shown.includes(secret), false, shown);
      if (failure !== undefined) assert.equal((failure as Error).name, 'CountersignError', shown);
    });
  }
});

const big = Buffer.alloc(1024 * 1024, 0x20);
const answers: readonly (readonly [what: string, handler: Handler, code: string])[] = [
  [
    'never ends',
    (_request, response) => {
      response.writeHead(200, { 'content-type': MANIFEST });
      const more = (): void => {
        if (!response.destroyed) response.write(big, more);
      };
      more();
    },
    'REGISTRY_MISBEHAVED',
  ],
  [
    'is other bytes',
    (_q, response) => response.writeHead(200, { 'content-type': MANIFEST }).end('{}'),
    'DIGEST_MISMATCH',
  ],
  [
    'redirects to itself',
    (request, response) => response.writeHead(307, { location: request.url }).end(),
    'REGISTRY_MISBEHAVED',
  ],
  [
    'redirects to a file',
    (_q, response) => response.writeHead(307, { location: 'file:///etc/passwd' }).end(),
    'REGISTRY_MISBEHAVED',
  ],
  [
    'redirects to nowhere',
    (_q, response) => response.writeHead(307, { location: 'http://' }).end(),
    'REGISTRY_MISBEHAVED',
  ],
  [
    'echoes the credential in its refusal',
    basic((request, response) =>
      response
        .writeHead(400)
        .end(JSON.stringify({ errors: [{ code: 'X', message: request.headers.authorization }] })),
    ),
    'REGISTRY_REFUSED',
  ],
  [
    'echoes the password in plain words',
    basic((_q, response) => response.writeHead(403).end(`no, me:${PASSWORD}`)),
    'REGISTRY_FORBIDDEN',
  ],
];

describe('An answer to a manifest is an error of its own, without a secret, where it', () => {
  for (const [what, handler, code] of answers) {
    it(what, async () => {
      registry.handler = handler;
      await assert.rejects(open().getManifest(DIGEST), (error: Error & { code?: string }) => {
        assert.equal(error.code, code, error.message);
        for (const secret of SECRETS) assert.equal(error.message.includes(secret), false, error.message);
        return true;
      });
    });
  }
});

describe('A list of referrers', () => {
  const page = (response: ServerResponse, manifests: unknown, link?: string): void => {
    response.writeHead(200, { 'content-type': INDEX, ...(link === undefined ? {} : { link }) });
    response.end(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }));
  };

  it('ends where its pages go round in a circle', async () => {
    registry.handler = (request, response) => {
      page(response, [], `<${request.url ?? ''}>; rel="next"`);
    };
    await assert.rejects(open().listReferrers(DIGEST), { code: 'REGISTRY_MISBEHAVED' });
    assert.ok(registry.seen.length <= 101, String(registry.seen.length));
  });

  it('holds an entry once, and none that is no descriptor', async () => {
    const entry = { mediaType: MANIFEST, digest: DIGEST, size: 1, artifactType: 'application/x' };
    const hostile = [
      entry,
      entry,
      { ...entry, size: -1 },
      { ...entry, digest: '../x' },
      null,
      [],
      1,
      { ...entry, size: 1e99 },
    ];
    registry.handler = (_request, response) => {
      page(response, hostile);
    };
    const { descriptors } = await open().listReferrers(DIGEST);
    assert.deepEqual(descriptors, [entry]);
  });
});
