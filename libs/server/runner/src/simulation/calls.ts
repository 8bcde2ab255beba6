import type { HttpRequest } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { asJson } from '../node/json-value';

/** Characters of a text, and bytes of JSON, that are kept of a call. */
const MOST_TEXT = 16_000;
const MOST_JSON = 64_000;
const HIDDEN = '***';
const SECRET = /auth|token|secret|passw|cookie|api[-_]?key|signature|credential/i;

/** What a node would have done to the world; `kind` tells which port it reached for. */
export type SimulatedCall = JsonObject & { readonly kind: string };

/** A request that was not sent. What may authenticate it is left out. */
export function httpCall({ method, url, headers = {}, body }: HttpRequest): SimulatedCall {
  const shown = Object.entries(headers).map(([name, value]) => [name, SECRET.test(name) ? HIDDEN : value]);
  return {
    kind: 'http',
    method: method.toUpperCase(),
    url: shownUrl(url),
    headers: Object.fromEntries(shown),
    ...(body === undefined ? {} : { body: shownBody(body) }),
  };
}

/** Params of a node as they are shown; undefined when they are too many. */
export function shownParams(params: Readonly<Record<string, unknown>>): JsonObject | undefined {
  const json = asJson(params as JsonObject) as JsonObject;
  return JSON.stringify(json).length > MOST_JSON ? undefined : json;
}

function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  parsed.username = '';
  parsed.password = '';
  for (const name of new Set(parsed.searchParams.keys())) {
    if (SECRET.test(name)) parsed.searchParams.set(name, HIDDEN);
  }
  return parsed.href;
}

/** JSON as such, text as it is; of long ones the beginning. */
function shownBody(body: string | Uint8Array): Json {
  if (typeof body !== 'string' && !isText(body)) return `(${body.byteLength} bytes)`;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (text.length > MOST_TEXT) return `${text.slice(0, MOST_TEXT)}…`;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function isText(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}
