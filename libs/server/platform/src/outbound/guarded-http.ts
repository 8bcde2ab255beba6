import { Agent, type Dispatcher } from 'undici';
import { allowListOf } from './address-rules';
import { guardedConnector, type Resolve } from './guarded-connector';
import { describeHttpError, GuardedHttpError } from './guarded-http-error';
import { isRedirect, nextHop, type Hop } from './redirects';
import { decodedChunks, isDecoded, readBody } from './response-body';

const DEFAULT_TIMEOUT_MS = 60_000;
const DEFAULT_MAX_REDIRECTS = 5;
const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

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
  /** Bytes after which the answer is refused, counted after decompression; 16 MiB when absent. */
  readonly maxBytes?: number;
  /** Ends the exchange early, with `HTTP_ABORTED`. */
  readonly signal?: AbortSignal;
  /** Whether a header, in lower case, must not go to another origin than the first. */
  readonly isPrivateHeader?: (name: string, value: string) => boolean;
  /** Asked before every request of the exchange, redirects included; throws to end it. */
  readonly beforeHop?: (url: URL) => void;
}

/** What came back, whatever its status. */
export interface GuardedHttpResponse {
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Address after redirects. */
  readonly url: string;
}

/** An answer that is read while it arrives. */
export interface GuardedHttpStream {
  readonly status: number;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Address after redirects. */
  readonly url: string;
  /** Decompressed; throws GuardedHttpError. Leaving the loop closes the connection. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** How the client is made. */
export interface GuardedHttpOptions {
  /** Hosts, host:port pairs and CIDR ranges that may be called though they are inside the network. */
  readonly allow: readonly string[];
  /** Answers for names; the operating system's when absent. */
  readonly resolve?: Resolve;
}

/** Between two machines, never the caller's business. */
const hopByHop = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The only way out of the process for workflows. Addresses inside the network are refused unless they are allowed. */
export class GuardedHttp {
  readonly #agent: Agent;

  constructor(options: GuardedHttpOptions) {
    this.#agent = new Agent({
      connect: guardedConnector(allowListOf(options.allow), options.resolve),
      // The exchange has one timeout of its own.
      headersTimeout: 0,
      bodyTimeout: 0,
      connections: 128,
    });
  }

  /** Sends a request, follows redirects and reads the answer. @throws GuardedHttpError */
  async request(request: GuardedHttpRequest): Promise<GuardedHttpResponse> {
    const exchange = new Exchange(request);
    try {
      return await responseOf(await this.#exchange(exchange), request);
    } catch (error) {
      throw exchange.failureOf(error);
    }
  }

  /** The same, answered when the headers are there. The timeout counts until the body is read. @throws GuardedHttpError */
  async stream(request: GuardedHttpRequest): Promise<GuardedHttpStream> {
    const exchange = new Exchange(request);
    try {
      const arrived = await this.#exchange(exchange);
      const encoding = encodingOf(arrived);
      const { answer, hop } = arrived;
      const headers = headersWithout(encoding, arrived.headers);
      const body = chunksOf(exchange, decodedChunks(answer.body, encoding, maxBytesOf(request)));
      return { status: answer.statusCode, headers, url: hop.url.toString(), body };
    } catch (error) {
      throw exchange.failureOf(error);
    }
  }

  /** Closes idle connections at once and the others when their exchange is over. */
  close(): Promise<void> {
    return this.#agent.close();
  }

  async #exchange({ first, request, signal }: Exchange): Promise<Arrived> {
    const maxRedirects = request.maxRedirects ?? DEFAULT_MAX_REDIRECTS;
    let hop = first;
    for (let redirects = 0; ; redirects += 1) {
      checkHop(request, hop.url);
      const answer = await this.#send(hop, signal);
      const headers = headersOf(answer.headers);
      const location = headers['location'];
      if (maxRedirects === 0 || !isRedirect(answer.statusCode, location)) return { answer, headers, hop };
      discard(answer);
      if (redirects === maxRedirects) {
        throw new GuardedHttpError(
          'HTTP_TOO_MANY_REDIRECTS',
          `${first.url.host} redirected more than ${maxRedirects} times.`,
        );
      }
      hop = nextHop(hop, answer.statusCode, urlOf(location, hop.url), request.isPrivateHeader);
    }
  }

  #send(hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    return this.#agent.request({
      origin: hop.url.origin,
      path: `${hop.url.pathname}${hop.url.search}`,
      method: hop.method as Dispatcher.HttpMethod,
      headers: { ...hop.headers },
      ...(hop.body === undefined ? {} : { body: hop.body }),
      signal,
    });
  }
}

/** The answer of the last hop, its body not read yet. */
interface Arrived {
  readonly answer: Dispatcher.ResponseData;
  readonly headers: Record<string, string>;
  readonly hop: Hop;
}

/** One request with its end: what it starts with, when it is over, and how its failures are told. */
class Exchange {
  readonly first: Hop;
  readonly signal: AbortSignal;
  readonly #timeoutMs: number;
  readonly #timeout: AbortSignal;

  constructor(readonly request: GuardedHttpRequest) {
    this.#timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    this.#timeout = AbortSignal.timeout(this.#timeoutMs);
    this.signal = request.signal ? AbortSignal.any([this.#timeout, request.signal]) : this.#timeout;
    this.first = firstHop(request);
  }

  /** What `beforeHop` throws stays as it is. */
  failureOf(error: unknown): unknown {
    const { host } = this.first.url;
    if (this.request.signal?.aborted)
      return new GuardedHttpError('HTTP_ABORTED', `The request to ${host} was cancelled.`, { cause: error });
    if (this.#timeout.aborted) {
      return new GuardedHttpError('HTTP_TIMEOUT', `${host} did not answer within ${this.#timeoutMs} ms.`, {
        cause: error,
      });
    }
    return error instanceof HopRefused ? error.cause : describeHttpError(error, host);
  }
}

/** Tells what the caller's own check threw from what went wrong on the way. */
class HopRefused extends Error {}

function checkHop(request: GuardedHttpRequest, url: URL): void {
  try {
    request.beforeHop?.(new URL(url));
  } catch (cause) {
    throw new HopRefused('refused', { cause });
  }
}

async function* chunksOf(exchange: Exchange, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw exchange.failureOf(error);
  }
}

function maxBytesOf(request: GuardedHttpRequest): number {
  return request.maxBytes ?? DEFAULT_MAX_BYTES;
}

function encodingOf({ hop, headers }: Arrived): string | undefined {
  return hop.method === 'HEAD' ? undefined : headers['content-encoding'];
}

function headersWithout(encoding: string | undefined, headers: Record<string, string>): Record<string, string> {
  if (isDecoded(encoding)) {
    delete headers['content-encoding'];
    delete headers['content-length'];
  }
  return headers;
}

async function responseOf(arrived: Arrived, request: GuardedHttpRequest): Promise<GuardedHttpResponse> {
  const { answer, headers, hop } = arrived;
  const maxBytes = maxBytesOf(request);
  const encoding = encodingOf(arrived);
  if (hop.method !== 'HEAD' && Number(headers['content-length']) > maxBytes) {
    discard(answer);
    throw new GuardedHttpError(
      'HTTP_TOO_LARGE',
      `The answer of ${hop.url.host} is larger than the limit of ${maxBytes} bytes.`,
    );
  }
  const body = await readBody(answer.body, encoding, maxBytes);
  return { status: answer.statusCode, headers: headersWithout(encoding, headers), body, url: hop.url.toString() };
}

/** Drops a body that nobody reads; what arrives of it is thrown away, and the connection with it when it is long. */
function discard(answer: Dispatcher.ResponseData): void {
  answer.body.on('error', () => undefined);
  answer.body.dump({ limit: 64 * 1024 }).catch(() => undefined);
}

function headersOf(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const result: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { ...result };
}

function urlOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href))
    throw new GuardedHttpError('HTTP_INVALID_URL', `"${text}" is not a complete URL such as https://example.com/path.`);
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new GuardedHttpError('HTTP_INVALID_URL', `Only http and https addresses can be called, not ${url.protocol}`);
  }
  return url;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function firstHop(request: GuardedHttpRequest): Hop {
  const url = urlOf(request.url);
  const headers: Record<string, string> = { 'user-agent': 'Millrace', 'accept-encoding': 'gzip, deflate, br' };
  if (url.username !== '' || url.password !== '') {
    const pair = Buffer.from(`${decoded(url.username)}:${decoded(url.password)}`);
    headers['authorization'] = `Basic ${pair.toString('base64')}`;
    url.username = '';
    url.password = '';
  }
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (!hopByHop.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
  }
  url.hash = '';
  return {
    method: request.method.toUpperCase(),
    url,
    headers,
    ...(request.body === undefined ? {} : { body: request.body }),
  };
}
