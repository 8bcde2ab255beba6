import type { Json, JsonObject } from '@millrace/workflow-model';
import { invalidParam } from './http-failures';

const HEADER_NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
// Anything but control characters; a line break would start a header of its own.
// eslint-disable-next-line no-control-regex
const HEADER_VALUE = /^[^\x00-\x08\x0a-\x1f\x7f]*$/;

/** The address with its query; credentials inside it are taken out and given apart. */
export function addressOf(url: string, query: JsonObject): { readonly url: URL; readonly authorization?: string } {
  if (!/^https?:\/\//i.test(url)) throw invalidParam('url', 'must start with http:// or https://.');
  if (!URL.canParse(url)) throw invalidParam('url', `is no address: ${url.slice(0, 200)}`);
  const address = new URL(url);
  for (const [name, value] of pairsOf(query)) address.searchParams.append(name, value);
  if (address.username === '' && address.password === '') return { url: address };
  const credentials = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  address.username = '';
  address.password = '';
  return { url: address, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
}

/** Lower-case names to values. @throws NodeError when a name or value cannot be a header */
export function headersOf(headers: JsonObject): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) continue;
    const text = textOf(value).trim();
    if (!HEADER_NAME.test(name))
      throw invalidParam('headers', `has a name that no header can have: "${name.slice(0, 100)}".`);
    if (!HEADER_VALUE.test(text)) throw invalidParam('headers', `has a line break or control character in "${name}".`);
    result[name.toLowerCase()] = text;
  }
  return result;
}

/** An object that may have been written as JSON text; empty text is an empty object. */
export function objectOf(param: string, value: Json | undefined): JsonObject {
  const object = typeof value === 'string' ? parsed(param, value) : value;
  if (object === undefined || object === null) return {};
  if (typeof object === 'object' && !Array.isArray(object)) return object;
  throw invalidParam(param, 'must be an object, or JSON text of one.');
}

/** Names and values of a query or form: lists repeat their name, null leaves it out, objects are written as JSON. */
export function pairsOf(object: JsonObject): [string, string][] {
  return Object.entries(object).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((element) => element !== null)
      .map((element): [string, string] => [name, textOf(element)]),
  );
}

/** A value as text: text as it is, everything else as JSON. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parsed(param: string, text: string): Json {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidParam(param, `is no valid JSON text: ${error.message}`);
  }
}
