/** What is asked of the outside; the shape of the node contract's HTTP request, with a signal. */
export interface GuardedHttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds for the whole exchange; 60_000 when absent. */
  readonly timeoutMs?: number;
  /** Redirects that are followed; 5 when absent, 0 to get the 3xx itself. */
  readonly maxRedirects?: number;
  /** Bytes after which the answer is refused; 16 MiB when absent. */
  readonly maxBytes?: number;
  /** Ends the exchange early. */
  readonly signal?: AbortSignal;
}

/** What came back. */
export interface GuardedHttpResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Address after redirects. */
  readonly url: string;
}

/** Why nothing usable came back. */
export type GuardedHttpErrorCode =
  | 'HTTP_BLOCKED_ADDRESS'
  | 'HTTP_TIMEOUT'
  | 'HTTP_CONNECTION'
  | 'HTTP_TOO_LARGE'
  | 'HTTP_INVALID_URL'
  | 'HTTP_TOO_MANY_REDIRECTS'
  | 'HTTP_ABORTED';

/** An exchange that failed. `transient`: trying again may help. */
export class GuardedHttpError extends Error {
  readonly code: GuardedHttpErrorCode;
  readonly transient: boolean;

  constructor(code: GuardedHttpErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'GuardedHttpError';
    this.code = code;
    this.transient = code === 'HTTP_TIMEOUT' || code === 'HTTP_CONNECTION';
  }
}

/** The only way out of the process for workflows. Addresses inside the network are refused unless they are allowed. */
export class GuardedHttp {
  constructor(_options: { readonly allow: readonly string[] }) {}

  /** @throws GuardedHttpError */
  request(_request: GuardedHttpRequest): Promise<GuardedHttpResponse> {
    return Promise.reject(new GuardedHttpError('HTTP_CONNECTION', 'not there yet'));
  }

  /** Closes idle connections and refuses new requests. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
