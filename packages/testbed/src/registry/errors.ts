import { HttpRefusal } from '../http/index.js';

/** Error codes of the OCI distribution specification, "Error Codes", with the status that distribution answers. */
const STATUS_OF = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_INVALID: 400,
  BLOB_UPLOAD_UNKNOWN: 404,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 400,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  SIZE_INVALID: 413,
  TAG_INVALID: 400,
  UNAUTHORIZED: 401,
  DENIED: 403,
  UNSUPPORTED: 405,
  // Not of the specification: what is answered with 404 for no route, 412 and 416.
  NOT_FOUND: 404,
  PRECONDITION_FAILED: 412,
  RANGE_INVALID: 416,
} as const;

export type RegistryErrorCode = keyof typeof STATUS_OF;

/** A refusal in the specification's JSON form; `status` stands in for the code's own. */
export function refusal(
  code: RegistryErrorCode,
  message: string,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly status?: number } = {},
): HttpRefusal {
  return new HttpRefusal(
    more.status ?? STATUS_OF[code],
    { errors: [{ code, message, detail: null }] },
    more.headers,
  );
}
