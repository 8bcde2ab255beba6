import type { Json, JsonObject } from '@millrace/workflow-model';
import type { Request } from 'express';
import { formValue } from './webhook-body';

/** Headers that prove the caller or belong to its session: workflows do not see them. */
const HIDDEN_HEADERS = new Set(['authorization', 'cookie', 'x-webhook-token', 'proxy-authorization']);

/** The headers of a call, one text each. */
export function singleHeaders(request: Request): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** A call as workflows see it. */
export function requestValue(request: Request, headers: Readonly<Record<string, string>>, body: Json): JsonObject {
  const query = new URL(request.originalUrl, 'http://localhost').searchParams;
  return {
    method: request.method,
    path: request.path,
    query: formValue(query),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !HIDDEN_HEADERS.has(name))),
    body,
  };
}
