import { NodeError, implementNode } from '@millrace/node-sdk';
import type { ParamsOf, RunContext, WebhookResponse } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { responseHeaders } from './response-headers';
import { respondDefinition } from './respond.definition';

type Params = ParamsOf<typeof respondDefinition>;

/** Statuses that HTTP sends without a body. */
const BODILESS = new Set([204, 205, 304]);

/** Hands the answer to whoever waits for it and passes the input on. */
export const respondNode = implementNode(respondDefinition, {
  run: (ctx, params) => ({ kind: 'output', ports: { main: ctx.input }, response: responseOf(ctx, params) }),
});

function responseOf(ctx: RunContext, params: Params): WebhookResponse {
  if (params.bodyType === 'redirect') return redirect(params);
  const status = params.status ?? (params.bodyType === 'none' ? 204 : 200);
  if (params.bodyType === 'none' || BODILESS.has(status)) {
    return { status, headers: responseHeaders(params.headers, params.contentType), body: '' };
  }
  const body = params.body === undefined ? ctx.input : params.body;
  const { type, content } = contentOf(params.bodyType, body);
  return { status, headers: responseHeaders(params.headers, params.contentType ?? type), body: content };
}

function redirect({ status = 302, redirectUrl = '', headers, contentType }: Params): WebhookResponse {
  if (status < 300 || status > 399 || status === 304) {
    const message = `A redirect has a status such as 302 or 303, not ${status}. Change the status.`;
    throw new NodeError({ code: 'RESPOND_INVALID_REDIRECT', fault: 'user', message });
  }
  const location = locationOf(redirectUrl);
  return { status, headers: { ...responseHeaders(headers, contentType), location }, body: '' };
}

/** The address as headers can carry it. Only web addresses and paths: `javascript:` and the like lead nowhere good. */
function locationOf(address: string): string {
  const base = 'http://this-host.invalid';
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (address === '' || url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    const message = `"${address.slice(0, 200)}" is no address to redirect to. Use https://... or a path such as /thanks.`;
    throw new NodeError({ code: 'RESPOND_INVALID_REDIRECT', fault: 'user', message });
  }
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : url.href;
}

function contentOf(bodyType: 'json' | 'text' | 'html', body: Json): { type: string; content: Json } {
  if (bodyType === 'json') return { type: 'application/json; charset=utf-8', content: jsonOf(body) };
  const content = typeof body === 'string' ? body : JSON.stringify(body);
  return { type: `text/${bodyType === 'html' ? 'html' : 'plain'}; charset=utf-8`, content };
}

/** Text that is JSON is sent as it means; other text becomes a JSON string. Texts stay texts: they are sent as they are. */
function jsonOf(body: Json): Json {
  if (typeof body !== 'string') return body;
  try {
    return JSON.stringify(JSON.parse(body));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (!/^\s*[[{]/.test(body)) return JSON.stringify(body);
    const message = `The body looks like JSON but is not: ${error.message}. Correct it, or respond with text.`;
    throw new NodeError({ code: 'RESPOND_INVALID_JSON', fault: 'user', message }, { cause: error });
  }
}
