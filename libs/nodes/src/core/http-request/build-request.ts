import type { HttpRequest, ParamsOf } from '@millrace/node-sdk';
import { getPath, parsePath, setPath } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { invalidParam } from './http-failures';
import type { httpRequestDefinition } from './http-request.definition';
import { encodeBody } from './request-body';
import { addressOf, headersOf, objectOf } from './request-parts';

export type HttpParams = ParamsOf<typeof httpRequestDefinition>;

/** What a further page changes in the request. */
export interface PageChange {
  /** Whole address in place of the one in the params. */
  readonly url?: string;
  readonly query?: JsonObject;
  /** Values by path in the body. */
  readonly body?: JsonObject;
  /** 1 for the first page. */
  readonly page: number;
}

/** The request of a page. The key makes tries of the same page equal, and pages different. */
export function buildRequest(params: HttpParams, change: PageChange, idempotencyKey: string): HttpRequest {
  const query = change.url === undefined ? { ...objectOf('query', params.query), ...change.query } : {};
  const { url, authorization } = addressOf(change.url ?? params.url, query);
  const key = change.page === 1 ? undefined : `${idempotencyKey}:page-${change.page}`;
  const content = encodeBody(params.bodyType, bodyOf(params.body, change.body), {
    method: params.method,
    seed: key ?? idempotencyKey,
  });
  const contentType = content.body === undefined ? undefined : params.contentType || content.contentType;
  return {
    method: params.method,
    url: url.toString(),
    headers: {
      accept: '*/*',
      'user-agent': 'Millrace',
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(authorization === undefined ? {} : { authorization }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...pagedHeaders(headersOf(objectOf('headers', params.headers)), change.page),
    },
    ...(content.body === undefined ? {} : { body: content.body }),
    timeoutMs: params.timeoutMs,
    maxRedirects: params.followRedirects ? params.maxRedirects : 0,
    maxBytes: params.maxBytes,
  };
}

/** A key that the user gave is kept for the first page and told apart for the others. */
function pagedHeaders(headers: Record<string, string>, page: number): Record<string, string> {
  const key = headers['idempotency-key'];
  return key === undefined || page === 1 ? headers : { ...headers, 'idempotency-key': `${key}:page-${page}` };
}

function bodyOf(body: Json | undefined, changes: JsonObject | undefined): Json | undefined {
  if (changes === undefined || Object.keys(changes).length === 0) return body;
  return Object.entries(changes).reduce<Json>(
    (result, [field, value]) => {
      const path = parsePath(field) ?? [field];
      const next = setPath(result, path, value);
      if (getPath(next, path) === undefined)
        throw invalidParam('pagination', `names "${field}", which cannot be set in the body.`);
      return next;
    },
    objectOf('body', body),
  );
}
