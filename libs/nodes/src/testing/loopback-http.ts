import { NodeError } from '@millrace/node-sdk';
import type { CancelSignal, HttpPort, HttpRequest, HttpResponse, HttpStream } from '@millrace/node-sdk';

/** The product's HTTP port without its guard, for tests against servers on the loopback address. */
export class LoopbackHttp implements HttpPort {
  constructor(private readonly signal?: CancelSignal) {}

  async request(request: HttpRequest): Promise<HttpResponse> {
    const { body, ...head } = await this.stream(request);
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return { ...head, body: Buffer.concat(chunks) };
  }

  async stream(request: HttpRequest): Promise<HttpStream> {
    const { method, url, headers, body, timeoutMs = 60_000 } = request.credential?.authenticate(request) ?? request;
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort('timeout'), timeoutMs);
    timer.unref();
    this.signal?.addEventListener('abort', () => controller.abort('cancelled'), { once: true });
    try {
      const answer = await fetch(url, {
        method,
        headers: { ...headers },
        signal: controller.signal,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      });
      const head = { status: answer.status, headers: Object.fromEntries(answer.headers), url: answer.url };
      return { ...head, body: chunksOf(answer, () => clearTimeout(timer)) };
    } catch (error) {
      clearTimeout(timer);
      throw failureOf(error, controller.signal);
    }
  }
}

async function* chunksOf(answer: Response, done: () => void): AsyncGenerator<Uint8Array> {
  try {
    if (answer.body) yield* answer.body as unknown as AsyncIterable<Uint8Array>;
  } finally {
    done();
  }
}

function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.reason === 'timeout') {
    return new NodeError({ code: 'HTTP_TIMEOUT', fault: 'transient', message: 'No answer in time.' }, { cause: error });
  }
  if (signal.aborted) return error;
  const failure = { code: 'HTTP_CONNECTION', fault: 'transient', message: 'The connection broke.' } as const;
  return new NodeError(failure, { cause: error });
}
