/** Who is asked: names the service in errors, picks their code and groups the request counts. */
export type ServiceName =
  | 'registry'
  | 'registry-token'
  | 'identity-token'
  | 'fulcio'
  | 'rekor'
  | 'tsa'
  | 'kms'
  | 'trust'
  | 'github'
  | 'release';

/** A body that can be sent again: `open` gives a fresh stream of exactly `size` bytes each time. */
export interface BodySource {
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

export interface HttpRequest {
  readonly service: ServiceName;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Authorization header. It is sent to the origin of `url` alone: a redirect elsewhere goes without. */
  readonly authorization?: string;
  readonly body?: Uint8Array | BodySource;
  /** Texts in the request, besides `authorization`, that must not be shown where a server echoes them. */
  readonly secrets?: readonly string[];
  /** The largest answer read, in bytes after transfer decoding; more is an error, never a cut-off body. */
  readonly maxResponseBytes: number;
  /** Whether the request may be sent again; default: true for GET, HEAD, PUT and DELETE, false for POST and PATCH. */
  readonly repeatable?: boolean;
  /** Called before each repetition, for what must not be sent again blindly; what it throws ends the request. */
  readonly beforeRepeat?: () => Promise<void>;
  /** Bound on one attempt in milliseconds (no byte for that long counts as a stall); default in limits.ts. */
  readonly timeoutMs?: number;
  /**
   * The only hosts besides that of `url` to which a redirect is followed; without it any host is. For downloads whose host
   * is part of what is trusted.
   */
  readonly redirectHosts?: readonly string[];
  /** Statuses that are an answer here although they are usually retried (e.g. 429 is never one). */
  readonly answers?: readonly number[];
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The URL that answered, after redirects. */
  readonly url: string;
  readonly body: Uint8Array;
}

export interface HttpStream extends Omit<HttpResponse, 'body'> {
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * The one request layer. Retries 408, 429 (Retry-After honoured), 5xx and dropped connections of repeatable requests
 * within the client's retry window; follows redirects by hand. Any other status is returned, not thrown.
 * Throws the service's ..._UNAVAILABLE code (fault infrastructure) when the window is used up, INTERRUPTED on abort.
 */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Like send, with the body of a 2xx answer as a stream (retries end once the stream was handed over). */
  stream(request: HttpRequest): Promise<HttpStream>;
  /** Requests sent so far by service, each attempt and redirect counted. */
  counts(): Readonly<Partial<Record<ServiceName, number>>>;
}
