import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { HttpRequest, RunContext } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { buildRequest } from './build-request';
import type { HttpParams } from './build-request';
import { fetchPages } from './fetch-pages';
import type { Page } from './fetch-pages';
import { statusFailure } from './http-failures';
import { httpRequestDefinition } from './http-request.definition';
import { readBody, readErrorBody } from './read-response';

/** Sends the request, and further ones when the answer comes in pages. */
export const httpRequestNode = implementNode(httpRequestDefinition, {
  run: async (ctx, params) => {
    if (params.pagination.mode === 'none') {
      const page = await send(ctx, params, buildRequest(params, { page: 1 }, ctx.idempotencyKey));
      return output(valueOf(params, page, page.body));
    }
    const { items, pages, last } = await fetchPages(ctx, params, (request) => send(ctx, params, request));
    const value = valueOf(params, last, items);
    return output(params.output === 'body' ? value : { ...(value as object), pages });
  },
});

/** @throws NodeError `HTTP_STATUS`, and what `ctx.http` throws */
async function send(ctx: RunContext, params: HttpParams, request: HttpRequest): Promise<Page> {
  const credential = await ctx.credential();
  // The account joins here and nowhere before: addresses and headers that pagination sees hold nothing of it.
  const response = await ctx.http.request(credential ? { ...request, credential } : request);
  if (response.status >= 400 && params.failOnStatus) {
    throw new NodeError(statusFailure(request.method, response, readErrorBody(response), ctx.nowMs));
  }
  return { response, body: readBody(response, params.response) };
}

function valueOf(params: HttpParams, { response }: Page, body: Json): Json {
  if (params.output === 'body') return body;
  return { status: response.status, headers: { ...response.headers }, body, url: response.url };
}
