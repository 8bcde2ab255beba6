import { NodeError } from '@millrace/node-sdk';
import type { HttpRequest } from '@millrace/node-sdk';
import { badAnswer, failureOfAnswer, failureOfEvent } from './failures';
import type { LlmAccount } from './llm-types';

/** What the clients of the providers may send; everything else, such as a key from the environment, stays here. */
const SENT = new Set(['accept', 'content-type', 'anthropic-version', 'anthropic-beta']);
/** Bytes of the largest answer: images come as text. */
const MAX_BYTES = 64 * 1024 * 1024;
const NO_BODY = new Set([204, 205, 304]);

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` for the clients of the providers that goes out through the node's HTTP port: guarded, authenticated by the
 * credential and with the node's idempotency key. Answers other than 2xx are thrown as failures of ours.
 */
export function fetchOf(
  account: LlmAccount,
  { timeoutMs, call }: { readonly timeoutMs: number; readonly call: number },
): Fetch {
  const key = account.idempotencyKey;
  return async (input, init = {}) => {
    const request: HttpRequest = {
      method: init.method ?? 'GET',
      url: input instanceof Request ? input.url : String(input),
      headers: {
        ...headersOf(init.headers),
        ...account.headers,
        'user-agent': 'Millrace',
        ...(key === undefined ? {} : { 'idempotency-key': call === 1 ? key : `${key}:${call}` }),
      },
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
      timeoutMs,
      maxBytes: MAX_BYTES,
      maxRedirects: 0,
      ...(account.credential === undefined ? {} : { credential: account.credential }),
    };
    const answer = await account.http.stream(request);
    if (answer.status < 200 || answer.status >= 300) {
      throw failureOfAnswer(account, { ...answer, body: await textOf(answer.body) });
    }
    const body = NO_BODY.has(answer.status) ? null : ReadableStream.from(answer.body);
    return new Response(body as ConstructorParameters<typeof Response>[0], {
      status: answer.status,
      headers: { ...answer.headers },
    });
  };
}

/**
 * Runs a call of a client. What the fetch above threw comes out as it is, however deep the client wrapped it; anything
 * else that goes wrong while an answer is read means that the answer is not what it should be.
 */
export async function unwrapped<T>(account: LlmAccount, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof NodeError) throw at;
    if (account.signal?.aborted) throw error;
    const told = toldIn(error);
    if (told) throw failureOfEvent(account, told);
    throw badAnswer(account, error instanceof Error ? error.message.slice(0, 200) : String(error), error);
  }
}

/** What a provider said inside a stream that had begun well; the clients hand it on as the `error` of their own. */
function toldIn(error: unknown): { type?: string; code?: string; message?: string } | undefined {
  const body = isObject(error) ? error['error'] : undefined;
  const inner = isObject(body) && isObject(body['error']) ? body['error'] : body;
  if (!isObject(inner)) return undefined;
  const entries = ['type', 'code', 'message'].map((name) => [name, inner[name]]);
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string')) as Record<string, string>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function headersOf(headers: RequestInit['headers']): Record<string, string> {
  return Object.fromEntries([...new Headers(headers)].filter(([name]) => SENT.has(name)));
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > 256 * 1024) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}
