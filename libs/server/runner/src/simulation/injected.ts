import { NodeError } from '@millrace/node-sdk';
import type { HttpResponse, NodeFailure } from '@millrace/node-sdk';
import type { FailureKind, InjectedFailure } from '@millrace/workflow-model';

/** What a service asks to wait when it is not said. Milliseconds. */
const USUAL_RETRY_AFTER_MS = 30_000;
/** How long a slow node takes when it is not said. Milliseconds. */
const USUAL_SLOWNESS_MS = 60_000;
const SAID = ' It was simulated.';

type AnsweredKind = Exclude<FailureKind, 'slow' | 'crash'>;

/** How long a slow node takes. Milliseconds. */
export function slownessOf({ delayMs }: InjectedFailure): number {
  return delayMs ?? USUAL_SLOWNESS_MS;
}

/** What a request ends with that is not answered in time. */
export function noAnswer(): NodeError {
  return new NodeError({ code: 'HTTP_TIMEOUT', fault: 'transient', message: `There was no answer in time.${SAID}` });
}

/** What an HTTP call meets: an answer that the node has to understand by itself. @throws NodeError for `timeout` */
export function injectedAnswer(failure: InjectedFailure, url: string): HttpResponse {
  switch (failure.kind as AnsweredKind) {
    case 'timeout':
      throw noAnswer();
    case 'rate-limit': {
      const seconds = Math.ceil((failure.retryAfterMs ?? USUAL_RETRY_AFTER_MS) / 1_000);
      return answer(429, url, { 'retry-after': String(seconds) }, '{"error":"too many requests"}');
    }
    case 'server-error':
      return answer(500, url, {}, '{"error":"internal error"}');
    case 'malformed':
      return answer(200, url, {}, '{"data": [1, 2,');
  }
}

/** Success, and nothing in it. */
export function emptyAnswer(url: string): HttpResponse {
  return answer(200, url, {}, '{}');
}

/** The same for nodes that speak something else than HTTP, or only compute. */
export function injectedFailure(failure: InjectedFailure): NodeFailure {
  switch (failure.kind as AnsweredKind) {
    case 'timeout':
      return { code: 'NODE_TIMEOUT', fault: 'transient', message: `The node did not finish in time.${SAID}` };
    case 'rate-limit':
      return {
        code: 'RATE_LIMITED',
        fault: 'transient',
        message: `The service had too many calls.${SAID}`,
        retryAfterMs: failure.retryAfterMs ?? USUAL_RETRY_AFTER_MS,
      };
    case 'server-error':
      return { code: 'SERVICE_FAILED', fault: 'transient', message: `The service failed.${SAID}` };
    case 'malformed':
      return { code: 'ANSWER_UNREADABLE', fault: 'user', message: `The answer could not be read.${SAID}` };
  }
}

function answer(status: number, url: string, headers: Record<string, string>, body: string): HttpResponse {
  return {
    ...{ status, url },
    headers: { 'content-type': 'application/json', ...headers },
    body: new TextEncoder().encode(body),
  };
}
