import type { HttpPort, HttpRequest, HttpResponse, HttpStream } from '@millrace/node-sdk';
import { NodeError } from '@millrace/node-sdk';

import { GuardedHttpError, type GuardedHttp, type GuardedHttpRequest } from '@millrace/server-platform';
import { requireHost, RunCredential } from './run-credential';
import type { SecretMask } from './secret-mask';

const UNAUTHORIZED = 401;

/** What the HTTP of one attempt of a node is made of. */
export interface NodeHttpParts {
  readonly http: GuardedHttp;
  readonly idempotencyKey: string;
  /** Ends exchanges with the attempt. */
  readonly signal: AbortSignal;
  /** Knows the secrets that the run has used so far. */
  readonly mask: SecretMask;
}

/** A request ready to be sent, and the address to tell in place of one that holds a secret. */
interface Prepared {
  readonly request: GuardedHttpRequest;
  readonly sentUrl: string;
  readonly shownUrl: string;
}

type Exchange<T> = (request: GuardedHttpRequest) => Promise<T>;

/**
 * HTTP that obeys the node's signal, carries its idempotency key and authenticates with its accounts. What an account adds
 * stays at the origin that it was meant for, and its owner's list of hosts holds for every hop.
 */
export class NodeHttp implements HttpPort {
  readonly #parts: NodeHttpParts;

  constructor(parts: NodeHttpParts) {
    this.#parts = parts;
  }

  request(request: HttpRequest): Promise<HttpResponse> {
    return this.#send(request, (ready) => this.#parts.http.request(ready));
  }

  async stream(request: HttpRequest): Promise<HttpStream> {
    const answer = await this.#send(request, (ready) => this.#parts.http.stream(ready));
    return { ...answer, body: told(answer.body) };
  }

  /** A token that the service no longer takes is renewed once. */
  async #send<T extends { status: number; url: string; body: unknown }>(
    request: HttpRequest,
    exchange: Exchange<T>,
  ): Promise<T> {
    const answer = await this.#once(request, exchange);
    if (answer.status !== UNAUTHORIZED || !(request.credential instanceof RunCredential)) return answer;
    const credential = await request.credential.renewed();
    if (credential === undefined) return answer;
    await leave(answer.body);
    return this.#once({ ...request, credential }, exchange);
  }

  async #once<T extends { url: string }>(request: HttpRequest, exchange: Exchange<T>): Promise<T> {
    const { request: ready, sentUrl, shownUrl } = this.#prepare(request);
    try {
      const answer = await exchange(ready);
      return { ...answer, url: answer.url === sentUrl ? shownUrl : this.#parts.mask.text(answer.url) };
    } catch (error) {
      throw nodeErrorOf(error);
    }
  }

  #prepare({ credential, ...plain }: HttpRequest): Prepared {
    const { idempotencyKey, signal, mask } = this.#parts;
    const named = Object.keys(plain.headers ?? {}).some((name) => name.toLowerCase() === 'idempotency-key');
    const headers = named ? { ...plain.headers } : { ...plain.headers, 'idempotency-key': idempotencyKey };
    const bare = { ...plain, headers };
    const ready = credential ? credential.authenticate(bare) : bare;
    const added = addedHeaders(headers, { ...ready.headers });
    return {
      request: {
        ...ready,
        signal,
        isPrivateHeader: (name, value) => added.has(name) || mask.isIn(value),
        ...(credential ? { beforeHop: (url: URL) => requireHost(credential, url) } : {}),
      },
      sentUrl: shown(ready.url),
      shownUrl: shown(bare.url),
    };
  }
}

/** Lower-case names of what an account put there, or replaced. */
function addedHeaders(before: Record<string, string>, after: Record<string, string>): Set<string> {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  return new Set(names.map((name) => name.toLowerCase()));
}

/** As the address comes back from the exchange. */
function shown(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.toString();
}

/** Lets go of an answer that nobody reads. */
async function leave(body: unknown): Promise<void> {
  if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) return;
  const chunks = (body as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  // A generator that was not begun ends without cleaning up, so it is begun.
  await chunks.next().catch(() => undefined);
  await chunks.return?.();
}

async function* told(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw nodeErrorOf(error);
  }
}

function nodeErrorOf(error: unknown): unknown {
  if (!(error instanceof GuardedHttpError)) return error;
  const { code, message, transient } = error;
  return new NodeError({ code, message, fault: transient ? 'transient' : 'user' }, { cause: error });
}
