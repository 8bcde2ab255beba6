import { NodeError, retryAfterMs } from '@millrace/node-sdk';
import type { HttpResponse, NodeFailure } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { STATUS_CODES } from 'node:http';

/** Statuses of which another try may make something else; 5xx beside them, but for those that never change. */
const TRANSIENT = new Set([408, 425, 429]);
const LASTING = new Set([501, 505, 510, 511]);
const MAX_EXCERPT = 300;
const MAX_DETAIL_CHARACTERS = 16_000;

/** A param that cannot be used as it was evaluated. */
export function invalidParam(param: string, message: string): NodeError {
  return new NodeError({ code: 'INVALID_PARAMS', fault: 'user', message: `"${param}" ${message}` });
}

/** The failure that an error status means. The query of the address is left out: it may hold keys. */
export function statusFailure(method: string, response: HttpResponse, body: Json, nowMs: number): NodeFailure {
  const { status, headers } = response;
  const transient = TRANSIENT.has(status) || (status >= 500 && !LASTING.has(status));
  const wait = transient ? retryAfterMs(headers, nowMs) : undefined;
  const excerpt = excerptOf(body);
  const reason = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  return {
    code: 'HTTP_STATUS',
    fault: transient ? 'transient' : 'user',
    message: `${method} ${placeOf(response.url)} answered ${reason}${excerpt === '' ? '.' : `: ${excerpt}`}`,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
    httpStatus: status,
    details: { status, body: shortened(body) },
  };
}

/** Origin and path of an address. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return url.split('?', 1)[0] ?? '';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** What APIs usually call the message, else the beginning of the text. */
function excerptOf(body: Json): string {
  const message = typeof body === 'string' ? body : messageIn(body);
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT)}…` : line;
}

function messageIn(body: Json): string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return '';
  for (const key of ['message', 'error_description', 'detail', 'title', 'error']) {
    const value = body[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'object' && value !== null) return messageIn(value);
  }
  return '';
}

function shortened(body: Json): Json {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return text.length <= MAX_DETAIL_CHARACTERS ? body : `${text.slice(0, MAX_DETAIL_CHARACTERS)}…`;
}
