import { randomUUID } from 'node:crypto';
import { readBody, send } from '../../http/index.js';
import { MAX_BLOB_BYTES } from '../bounds.js';
import { refusal } from '../errors.js';
import type { Exchange } from '../exchange.js';
import { digestLike, isDigest } from '../grammar.js';
import type { Upload } from '../store.js';

/** `/v2/<name>/blobs/uploads/[id]`: OCI distribution specification, "Pushing blobs", "Mounting". */
export async function uploads(exchange: Exchange): Promise<void> {
  const { method, target } = exchange;
  if (target === '') {
    if (method !== 'POST') throw refusal('UNSUPPORTED', `${method} is not supported here`);
    await begin(exchange);
    return;
  }
  const upload = exchange.store.find(exchange.name)?.uploads.get(target);
  if (upload === undefined) throw refusal('BLOB_UPLOAD_UNKNOWN', 'there is no such upload');
  switch (method) {
    case 'GET':
      send(exchange.response, 204, progress(exchange, target, upload));
      return;
    case 'PATCH':
      await append(exchange, upload);
      send(exchange.response, 202, progress(exchange, target, upload));
      return;
    case 'PUT': {
      const digest = wantedDigest(exchange);
      await append(exchange, upload);
      exchange.store.open(exchange.name).uploads.delete(target);
      finish(exchange, digest, Buffer.concat(upload.chunks));
      return;
    }
    case 'DELETE':
      exchange.store.open(exchange.name).uploads.delete(target);
      send(exchange.response, 204, {});
      return;
    default:
      throw refusal('UNSUPPORTED', `${method} is not supported here`);
  }
}

async function begin(exchange: Exchange): Promise<void> {
  const { url, request, response, store, name, access, options } = exchange;
  const mount = url.searchParams.get('mount');
  const from = url.searchParams.get('from');
  if (mount !== null && from !== null && isDigest(mount) && access.allows(from, 'pull')) {
    const blob = store.find(from)?.blobs.get(mount);
    if (blob !== undefined) {
      finish(exchange, mount, blob);
      return;
    }
  }
  if (url.searchParams.has('digest') && options.singlePost !== false) {
    const digest = wantedDigest(exchange);
    finish(exchange, digest, await readBody(request, MAX_BLOB_BYTES));
    return;
  }
  request.resume();
  const upload: Upload = { chunks: [], size: 0 };
  const id = randomUUID();
  store.open(name).uploads.set(id, upload);
  send(response, 202, progress(exchange, id, upload));
}

/** Takes a chunk, which must begin where the last one ended: 416 otherwise, with how far the upload has come. */
async function append(exchange: Exchange, upload: Upload): Promise<void> {
  const { request } = exchange;
  const range = request.headers['content-range'];
  const chunk = await readBody(request, MAX_BLOB_BYTES);
  if (range !== undefined) {
    const [, first, last] = /^(?:bytes )?(\d+)-(\d+)(?:\/.*)?$/.exec(range) ?? [];
    if (Number(first) !== upload.size || Number(last) !== upload.size + chunk.length - 1) {
      throw refusal('RANGE_INVALID', `the upload has ${upload.size} bytes so far`, {
        headers: progress(exchange, exchange.target, upload),
      });
    }
  }
  if (upload.size + chunk.length > MAX_BLOB_BYTES) throw refusal('SIZE_INVALID', 'the blob is too large');
  upload.chunks.push(chunk);
  upload.size += chunk.length;
}

function wantedDigest({ url }: Exchange): string {
  const digest = url.searchParams.get('digest') ?? '';
  if (!isDigest(digest)) throw refusal('DIGEST_INVALID', 'the query names no digest');
  return digest;
}

function finish({ store, name, response }: Exchange, digest: string, blob: Buffer): void {
  if (digestLike(blob, digest) !== digest) throw refusal('DIGEST_INVALID', 'the blob has another digest');
  store.open(name).blobs.set(digest, blob);
  send(response, 201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest });
}

function progress(
  { name, options, request }: Exchange,
  id: string,
  { size }: Upload,
): Record<string, string> {
  const origin = options.uploadLocation === 'absolute' ? `http://${request.headers.host ?? ''}` : '';
  return {
    // The query is what clients forget to keep when they add the digest; its value changes with each chunk.
    location: `${origin}/v2/${name}/blobs/uploads/${id}?_state=${size}`,
    range: `0-${Math.max(size - 1, 0)}`,
    'docker-upload-uuid': id,
  };
}
