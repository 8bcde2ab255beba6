import type { Json } from '@millrace/workflow-model';
import type { HttpPort, HttpRequest, HttpResponse, HttpStream } from '../context';

/** Answers a request of the node under test; throws a NodeError to play a broken network. */
export type HttpHandler = (request: HttpRequest, index: number) => HttpResponse | Promise<HttpResponse>;

/** Keeps every request (authenticated, when it has a credential) and answers through a handler or a list of responses in order. */
export class RecordingHttp implements HttpPort {
  readonly requests: HttpRequest[] = [];

  constructor(private readonly answers: HttpHandler | readonly HttpResponse[] = []) {}

  async request(request: HttpRequest): Promise<HttpResponse> {
    const index = this.requests.push(request.credential?.authenticate(request) ?? request) - 1;
    if (typeof this.answers === 'function') return this.answers(request, index);
    const response = this.answers[index];
    if (response === undefined) throw new Error(`The test has no response for request ${index + 1}: ${request.url}`);
    return response;
  }

  /** The same answer in pieces of at most 16 bytes, so that whoever reads it has to put them together. */
  async stream(request: HttpRequest): Promise<HttpStream> {
    const { body, ...head } = await this.request(request);
    return { ...head, body: pieces(body) };
  }
}

/** A response with a JSON body; status 200 when absent. */
export function jsonResponse(
  value: Json,
  options: { status?: number; headers?: Record<string, string>; url?: string } = {},
): HttpResponse {
  return textResponse(JSON.stringify(value), {
    ...options,
    headers: { 'content-type': 'application/json; charset=utf-8', ...options.headers },
  });
}

/** A response with a text or binary body; status 200 when absent. */
export function textResponse(
  body: string | Uint8Array,
  options: { status?: number; headers?: Record<string, string>; url?: string } = {},
): HttpResponse {
  return {
    status: options.status ?? 200,
    headers: options.headers ?? { 'content-type': 'text/plain; charset=utf-8' },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    url: options.url ?? 'https://example.test/',
  };
}

async function* pieces(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < body.length; start += 16) yield body.subarray(start, start + 16);
}
