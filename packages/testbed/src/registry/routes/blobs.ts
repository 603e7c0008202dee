import { send } from '../../http/index.js';
import { refusal } from '../errors.js';
import type { Exchange } from '../exchange.js';
import { isDigest } from '../grammar.js';

/** `/v2/<name>/blobs/<digest>`: OCI distribution specification, "Pulling blobs", "Deleting Blobs". */
export function blobs({ request, response, method, name, target, store }: Exchange): void {
  if (!isDigest(target)) throw refusal('DIGEST_INVALID', 'this is not a digest');
  const repository = store.find(name);
  const blob = repository?.blobs.get(target);
  if (repository === undefined || blob === undefined)
    throw refusal('BLOB_UNKNOWN', `there is no blob ${target}`);
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': target,
    'accept-ranges': 'bytes',
  };
  switch (method) {
    case 'HEAD':
      send(response, 200, headers, blob);
      return;
    case 'GET': {
      const range = byteRange(request.headers.range, blob.length);
      if (range === undefined) {
        send(response, 200, headers, blob);
        return;
      }
      const { first, last } = range;
      const contentRange = `bytes ${first}-${last}/${blob.length}`;
      send(response, 206, { ...headers, 'content-range': contentRange }, blob.subarray(first, last + 1));
      return;
    }
    case 'DELETE':
      repository.blobs.delete(target);
      send(response, 202, {});
      return;
    default:
      throw refusal('UNSUPPORTED', `${method} is not supported here`);
  }
}

/** One range of RFC 9110, 14.1.2, first and last byte included. Other forms are ignored, as it allows; 416 outside. */
function byteRange(
  header: string | undefined,
  size: number,
): { readonly first: number; readonly last: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) {
    throw refusal('RANGE_INVALID', `the blob has ${size} bytes`, {
      headers: { 'content-range': `bytes */${size}` },
    });
  }
  return { first, last };
}
