import { createHash } from 'node:crypto';
import { CountersignError } from '../errors.js';
import { misbehaved, redactUrl, type BodySource, type HttpResponse } from '../http/index.js';
import { MAX_SINGLE_POST_BYTES, MAX_UPLOAD_SESSIONS, MAX_WRITE_ANSWER_BYTES } from '../limits.js';
import { digestOf, isDigest, type Descriptor, type Digest } from '../oci/index.js';
import { formatName, type RepositoryName } from '../reference/index.js';
import type { Connection, RegistryRequest } from './connection.js';
import { whileUnreadable } from './readable.js';
import type { Doing } from './refusal.js';
import type { Repository } from './types.js';

/** The blobs of one repository (OCI distribution specification, "Pulling blobs", "Pushing blobs"). */
export class Blobs implements Pick<Repository, 'getBlob' | 'openBlob' | 'putBlob' | 'proveWriteAccess'> {
  readonly #connection: Connection;
  readonly #name: RepositoryName;
  /** Blobs that were new to this run: stored, or on their way. */
  readonly #added = new Map<Digest, Promise<Descriptor>>();

  constructor(connection: Connection, name: RepositoryName) {
    this.#connection = connection;
    this.#name = name;
  }

  async getBlob(descriptor: Descriptor, maxBytes: number): Promise<Uint8Array | undefined> {
    const { digest, size } = descriptor;
    if (size > maxBytes) {
      throw new CountersignError('LIMIT_EXCEEDED', {
        what: `The blob ${digest} in ${formatName(this.#name)} has ${size} bytes; at most ${maxBytes} are read`,
        remedy: 'Look at what was stored there: it is larger than anything of its kind.',
      });
    }
    // Not as a stream: what is handed over piece by piece cannot be asked for again where it breaks off.
    const request = this.#pull(descriptor);
    const response = await whileUnreadable(
      this.#connection.context,
      () => this.#connection.send(request),
      ({ status, body }) => status === 200 && body.length < size,
    );
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw await this.#connection.refusal(response, request.doing);
    checkContent(digestOf(response.body), response.body.length, descriptor, this.#name);
    return response.body;
  }

  async openBlob(descriptor: Descriptor): Promise<AsyncIterable<Uint8Array> | undefined> {
    const request = this.#pull(descriptor);
    const response = await this.#connection.stream(request);
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw await this.#connection.refusal(response, request.doing);
    return checked(response.body, descriptor, this.#name);
  }

  putBlob(blob: Blob, { isNew = false }: { isNew?: boolean } = {}): Promise<Descriptor> {
    const digest = blob instanceof Uint8Array ? digestOf(blob) : blob.digest;
    if (!isNew) return this.#store(blob, digest, true);
    const added = this.#added.get(digest);
    if (added !== undefined) return added;
    const storing = this.#store(blob, digest, false);
    this.#added.set(digest, storing);
    storing.catch(() => this.#added.delete(digest));
    return storing;
  }

  async #store(blob: Blob, digest: Digest, mayBeThere: boolean): Promise<Descriptor> {
    const size = blob instanceof Uint8Array ? blob.length : blob.size;
    const doing = this.#doing(`upload the blob ${digest}`);
    const descriptor = { mediaType: 'application/octet-stream', digest, size };
    if (mayBeThere && (await this.#has(digest))) return descriptor;
    if (size <= MAX_SINGLE_POST_BYTES && (await this.#uploadAtOnce(digest, blob, doing))) return descriptor;
    for (let session = 1; ; session += 1) {
      const response = await this.#upload(await this.#openSession(doing), digest, blob, doing);
      if (isOk(response)) {
        this.#checkStated(response, digest);
        return descriptor;
      }
      // The session is gone: its answer was lost and this was the second PUT, or the registry forgot it.
      if (response.status === 404 && (await this.#has(digest))) return descriptor;
      if (response.status !== 404 || session === MAX_UPLOAD_SESSIONS) {
        throw await this.#connection.refusal(response, doing);
      }
    }
  }

  async proveWriteAccess({
    background,
  }: { background?: (cancelling: Promise<void>) => void } = {}): Promise<void> {
    const cancelling = this.#cancel(await this.#openSession(this.#doing('open an upload')));
    if (background === undefined) await cancelling;
    else background(cancelling);
  }

  /** A courtesy: the session that was opened proved the access, and a registry drops what is left open. */
  async #cancel(location: URL): Promise<void> {
    const { log } = this.#connection.context;
    try {
      await this.#connection.send({
        method: 'DELETE',
        path: location,
        access: 'pull,push',
        doing: this.#doing('cancel an upload'),
        maxResponseBytes: MAX_WRITE_ANSWER_BYTES,
        repeatable: false,
      });
    } catch (error) {
      if (!(error instanceof CountersignError) || error.code === 'INTERRUPTED') throw error;
      log.debug(`An upload to ${formatName(this.#name)} was left open: ${error.message}`);
    }
  }

  #pull({ digest, size }: Descriptor): RegistryRequest {
    const doing = this.#doing(`read the blob ${digest}`);
    return { method: 'GET', path: `blobs/${digest}`, access: 'pull', doing, maxResponseBytes: size };
  }

  async #has(digest: Digest): Promise<boolean> {
    const doing = this.#doing(`look up the blob ${digest}`);
    const response = await this.#connection.send({
      method: 'HEAD',
      path: `blobs/${digest}`,
      access: 'pull,push',
      doing,
      maxResponseBytes: 0,
    });
    if (response.status === 200) return true;
    if (response.status === 404) return false;
    throw await this.#connection.refusal(response, doing);
  }

  /**
   * One POST with the whole blob, which a registry may take or answer with an opened session (distribution does). One that
   * knows neither is not asked again: sessions are what every registry has. false: nothing was stored.
   */
  async #uploadAtOnce(digest: Digest, body: Blob, doing: Doing): Promise<boolean> {
    const { lacks } = this.#connection;
    if (lacks.has('single POST')) return false;
    const response = await this.#connection.send({
      method: 'POST',
      path: `blobs/uploads/?digest=${encodeURIComponent(digest)}`,
      access: 'pull,push',
      doing,
      headers: { 'content-type': 'application/octet-stream' },
      body,
      maxResponseBytes: MAX_WRITE_ANSWER_BYTES,
      repeatable: true, // the same bytes under the same digest
      answers: [500],
    });
    if (isOk(response) && response.status !== 202) {
      this.#checkStated(response, digest);
      return true;
    }
    lacks.add('single POST');
    if (response.status !== 202) return false;
    const put = await this.#upload(locationOf(response, this.#name), digest, body, doing);
    if (isOk(put)) this.#checkStated(put, digest);
    return isOk(put);
  }

  #upload(location: URL, digest: Digest, body: Blob, doing: Doing): Promise<HttpResponse> {
    location.searchParams.set('digest', digest);
    return this.#connection.send({
      method: 'PUT',
      path: location,
      access: 'pull,push',
      doing,
      headers: { 'content-type': 'application/octet-stream' },
      body,
      maxResponseBytes: MAX_WRITE_ANSWER_BYTES,
    });
  }

  /** Opening a session twice leaves one unused, which the registry drops: the POST may be repeated. */
  async #openSession(doing: Doing): Promise<URL> {
    const response = await this.#connection.send({
      method: 'POST',
      path: 'blobs/uploads/',
      access: 'pull,push',
      doing,
      maxResponseBytes: MAX_WRITE_ANSWER_BYTES,
      repeatable: true,
    });
    if (response.status !== 202) throw await this.#connection.refusal(response, doing);
    return locationOf(response, this.#name);
  }

  #checkStated(response: HttpResponse, digest: Digest): void {
    const stated = response.headers['docker-content-digest'];
    if (stated === undefined || stated === digest || !isDigest(stated)) return;
    throw misbehaved('registry', this.#name.host, `stored the blob ${digest} as ${stated}`);
  }

  #doing(what: string): Doing {
    return { name: this.#name, what };
  }
}

/** What is uploaded: the bytes, or where they come from. */
type Blob = Uint8Array | (BodySource & { readonly digest: Digest });

const isOk = ({ status }: HttpResponse): boolean => status >= 200 && status < 300;

/**
 * Where an upload goes on: relative or absolute, here or on another origin (which then gets no credentials: the request
 * layer sends them to this registry alone). A registry behind a proxy that ends TLS may call itself http.
 */
function locationOf(response: HttpResponse, name: RepositoryName): URL {
  const text = response.headers.location ?? '';
  if (text === '' || !URL.canParse(text, response.url)) {
    throw misbehaved('registry', name.host, 'opened an upload without saying where it goes on');
  }
  const url = new URL(text, response.url);
  const asked = new URL(response.url);
  if (asked.protocol === 'https:' && url.protocol === 'http:' && url.host === asked.host)
    url.protocol = 'https:';
  const downgraded = asked.protocol === 'https:' && url.protocol !== 'https:';
  if (
    downgraded ||
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw misbehaved('registry', name.host, `wants the upload at ${redactUrl(url.href)}`);
  }
  return url;
}

async function* checked(
  body: AsyncIterable<Uint8Array>,
  descriptor: Descriptor,
  name: RepositoryName,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    hash.update(chunk);
    yield chunk;
  }
  checkContent(`sha256:${hash.digest('hex')}`, length, descriptor, name);
}

function checkContent(
  found: string,
  length: number,
  { digest, size }: Descriptor,
  name: RepositoryName,
): void {
  if (found === digest && length === size) return;
  throw new CountersignError('DIGEST_MISMATCH', {
    what: `${formatName(name)} answered the blob ${digest} (${size} bytes) with other bytes: ${found} (${length} bytes)`,
    remedy: 'Do not use this image: the registry, or something before it, changed what was stored.',
  });
}
