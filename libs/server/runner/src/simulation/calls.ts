import type { HttpRequest } from '@millrace/node-sdk';
import type { Json, JsonObject } from '@millrace/workflow-model';
import { asJson } from '../node/json-value';

/** Characters of a text, and bytes of JSON, that are kept of a call. */
const MOST_TEXT = 16_000;
const MOST_JSON = 64_000;
const HIDDEN = '***';
/** Names of headers and of parts of addresses whose values may authenticate. */
const SECRET = /auth|token|secret|passw|cookie|api[-_]?key|signature|credential/i;
/** Names in bodies and params, where much else is called something with “auth” or “token”. */
const SECRET_FIELD =
  /^(proxy-)?authorization$|cookie$|passw(or)?d|passphrase|secret|token$|(api|private)[-_]?key|signature$/i;
/** Params that hold headers or parts of addresses by name. */
const OF_REQUEST = new Set(['headers', 'query']);
const FORM = 'application/x-www-form-urlencoded';

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
    ...(body === undefined ? {} : { body: shownBody(body, isForm(headers)) }),
  };
}

/** Params of a node as they are shown, what may authenticate left out; undefined when they are too many. */
export function shownParams(params: Readonly<Record<string, unknown>>): JsonObject | undefined {
  const json = withoutSecrets(asJson(params as JsonObject), SECRET_FIELD) as JsonObject;
  return JSON.stringify(json).length > MOST_JSON ? undefined : json;
}

/** Texts under a name that tells of a secret are hidden, at any depth, and so are secrets in addresses. */
function withoutSecrets(value: Json, secret: RegExp): Json {
  if (typeof value === 'string') return /^https?:\/\//i.test(value) ? asWritten(value) : value;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, secret));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, Json] => {
    if (typeof inner === 'string' && inner !== '' && secret.test(name)) return [name, HIDDEN];
    return [name, withoutSecrets(inner, OF_REQUEST.has(name) ? SECRET : secret)];
  });
  return Object.fromEntries(entries);
}

function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  parsed.username = '';
  parsed.password = '';
  hideIn(parsed.searchParams, SECRET);
  return parsed.href;
}

/** An address in which nothing is hidden stays as somebody wrote it. */
function asWritten(url: string): string {
  const shown = shownUrl(url);
  return shown === URL.parse(url)?.href ? url : shown;
}

function hideIn(params: URLSearchParams, secret: RegExp): void {
  for (const name of new Set(params.keys())) if (secret.test(name)) params.set(name, HIDDEN);
}

function isForm(headers: Readonly<Record<string, string>>): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value.toLowerCase().startsWith(FORM),
  );
}

/** JSON as such, text as it is; of long ones the beginning. */
function shownBody(body: string | Uint8Array, isOfForm: boolean): Json {
  if (typeof body !== 'string' && !isText(body)) return `(${body.byteLength} bytes)`;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (text.length > MOST_TEXT) return `${text.slice(0, MOST_TEXT)}…`;
  if (isOfForm) return shownForm(text);
  try {
    return withoutSecrets(JSON.parse(text) as Json, SECRET_FIELD);
  } catch {
    return text;
  }
}

function shownForm(text: string): string {
  const fields = new URLSearchParams(text);
  const before = fields.toString();
  hideIn(fields, SECRET_FIELD);
  return fields.toString() === before ? text : fields.toString();
}

function isText(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}
