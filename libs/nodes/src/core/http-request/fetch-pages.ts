import { NodeError } from '@millrace/node-sdk';
import type { HttpRequest, HttpResponse, RunContext } from '@millrace/node-sdk';
import { getPath, parsePath } from '@millrace/workflow-model';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { buildRequest } from './build-request';
import type { HttpParams, PageChange } from './build-request';
import { invalidParam } from './http-failures';
import { nextLink } from './link-header';

/** Bytes of all pages together; what a node's output may hold. */
const MAX_TOTAL_BYTES = 16 * 1024 * 1024;

/** One answered page. */
export interface Page {
  readonly response: HttpResponse;
  readonly body: Json;
}

/** Sends a request and reads its answer. */
export type Send = (request: HttpRequest) => Promise<Page>;

export interface Pages {
  readonly items: Json[];
  readonly pages: number;
  readonly last: Page;
}

/** Where the walk through the pages stands. */
interface Position {
  readonly page: number;
  readonly count: number;
  /** Items of the page that was just read. */
  readonly items: readonly Json[];
  readonly answer: Page;
  readonly url: string;
}

/**
 * Fetches pages one after the other until there is no next one or `maxPages` is reached.
 * @throws NodeError `HTTP_PAGINATION` when the next page is one that was read already, or at another origin
 */
export async function fetchPages(ctx: RunContext, params: HttpParams, send: Send): Promise<Pages> {
  const items: Json[] = [];
  const seen = new Set<string>();
  let bytes = 0;
  for (let change: PageChange = firstPage(params); ;) {
    const request = buildRequest(params, change, ctx.idempotencyKey);
    assertNew(seen, request);
    const answer = await send(request);
    const pageItems = itemsOf(answer.body, params.pagination.items);
    for (const item of pageItems) items.push(item);
    bytes += answer.response.body.length;
    if (bytes > MAX_TOTAL_BYTES) throw tooLarge();
    const position = { page: change.page, count: items.length, items: pageItems, answer, url: request.url };
    const next = nextPage(ctx, params, position);
    if (next === undefined) return { items, pages: change.page, last: answer };
    if (change.page >= params.pagination.maxPages) {
      ctx.log('warn', `Stopped after ${change.page} pages, the limit of this node; there are more.`);
      return { items, pages: change.page, last: answer };
    }
    change = next;
  }
}

function firstPage({ pagination }: HttpParams): PageChange {
  if (pagination.mode === 'page') return sent(pagination, pagination.start ?? 1, 1);
  if (pagination.mode === 'offset') return sent(pagination, pagination.start ?? 0, 1);
  return sent(pagination, undefined, 1);
}

/** Undefined when the page that was read is the last. */
function nextPage(ctx: RunContext, params: HttpParams, at: Position): PageChange | undefined {
  const { pagination } = params;
  const page = at.page + 1;
  switch (pagination.mode) {
    case 'none':
      return undefined;
    case 'page':
      return isLast(pagination, at) ? undefined : sent(pagination, (pagination.start ?? 1) + at.page, page);
    case 'offset':
      return isLast(pagination, at) ? undefined : sent(pagination, (pagination.start ?? 0) + at.count, page);
    case 'cursor': {
      const cursor = evaluatedNext(ctx, params, at);
      return cursor === undefined ? undefined : sent(pagination, cursor, page);
    }
    case 'next-url':
      return atAddress(evaluatedNext(ctx, params, at), at, page);
    case 'link':
      return atAddress(nextLink(at.answer.response.headers['link'] ?? ''), at, page);
  }
}

function isLast(pagination: HttpParams['pagination'], { items }: Position): boolean {
  return items.length === 0 || (pagination.size !== undefined && items.length < pagination.size);
}

/** The value in query or body, with the page size beside it. */
function sent(pagination: HttpParams['pagination'], value: Json | undefined, page: number): PageChange {
  const { mode, param, sizeParam, size } = pagination;
  const fields: JsonObject = {};
  if (value !== undefined) fields[param ?? mode] = value;
  if (sizeParam !== undefined && size !== undefined) fields[sizeParam] = size;
  return pagination.in === 'body' ? { body: fields, page } : { query: fields, page };
}

/** Further pages come from where the first came from: headers with keys must not follow an address out of an answer. */
function atAddress(address: Json | undefined, at: Position, page: number): PageChange | undefined {
  if (address === undefined) return undefined;
  if (typeof address !== 'string' || !URL.canParse(address, at.url)) {
    throw pagination(`"nextPage" gave ${JSON.stringify(address)?.slice(0, 100)}, which is no address.`);
  }
  const url = new URL(address, at.url);
  if (url.origin === new URL(at.url).origin) return { url: url.toString(), page };
  throw pagination(
    `The next page is at ${url.origin}, not at ${new URL(at.url).origin}. Call it with a node of its own.`,
  );
}

/** A cursor that is missing, null, false or empty means that there is no further page. */
function evaluatedNext(ctx: RunContext, params: HttpParams, at: Position): Json | undefined {
  if (params.nextPage === undefined) throw invalidParam('nextPage', 'must say where the answer holds the next page.');
  const { status, headers } = at.answer.response;
  const response = { status, headers: { ...headers }, body: at.answer.body };
  try {
    const value = ctx.evaluate(params.nextPage, { response, page: at.page });
    return value === null || value === false || value === '' ? undefined : value;
  } catch (error) {
    if (!(error instanceof NodeError) || error.failure.code !== 'EXPRESSION_ERROR') throw error;
    ctx.log('info', `Page ${at.page} is taken as the last: ${error.message}`);
    return undefined;
  }
}

/** The list at the path; without a path the body if it is a list, else the body as the only item. */
function itemsOf(body: Json, path: string | undefined): readonly Json[] {
  if (path === undefined || path === '') return Array.isArray(body) ? body : [body];
  const parsed = parsePath(path);
  if (parsed === undefined) throw invalidParam('pagination', `has an "items" that is no path: ${path.slice(0, 100)}`);
  const items = getPath(body, parsed);
  if (Array.isArray(items)) return items;
  if (items === undefined || items === null) return [];
  throw pagination(`There is no list at "${path}" in the answer.`);
}

function assertNew(seen: Set<string>, { url, body }: HttpRequest): void {
  const key = `${url}\n${typeof body === 'string' ? body : ''}`;
  if (seen.has(key) && !(body instanceof Uint8Array))
    throw pagination('The next page is one that was fetched already.');
  seen.add(key);
}

function pagination(message: string): NodeError {
  return new NodeError({ code: 'HTTP_PAGINATION', fault: 'user', message });
}

function tooLarge(): NodeError {
  const message = `The pages together are larger than ${MAX_TOTAL_BYTES} bytes. Fetch fewer of them at a time.`;
  return new NodeError({ code: 'HTTP_TOO_LARGE', fault: 'user', message });
}
