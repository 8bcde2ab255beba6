import { invalid } from '../errors/domain-error';
import { parseSafeJson } from './safe-json';

/** What a body is when it is neither JSON, nor a form, nor text. */
export interface BinaryBody {
  readonly contentType: string;
  readonly size: number;
  readonly base64: string;
}

/** Media types of JSON. */
export const isJson = /^(application|text)\/([\w.+-]+\+)?json$/;
const isText = /^(text\/|application\/(([\w.+-]+\+)?xml|x-ndjson|yaml|x-yaml|javascript|graphql)$)/;

/** The type of a body, without its parameters, in lower case; empty when the sender gave none. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/**
 * A body as a JSON value: JSON parsed, a form as an object (repeated fields as lists), text as a string, bytes as base64.
 * Null when there is no body. A body without a type is JSON if it reads so, else text.
 * @throws DomainError `BODY_MALFORMED`, `BODY_FORBIDDEN_KEY`, `BODY_TOO_DEEP`, `BODY_TOO_MANY_PARTS`
 */
export function parseBody(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return null;
  const type = mediaTypeOf(contentType);
  if (isJson.test(type)) return parseSafeJson(textOf(body));
  if (type === 'application/x-www-form-urlencoded') return parseForm(body.toString('utf8'));
  if (isText.test(type)) return body.toString('utf8');
  if (type !== '')
    return { contentType: type, size: body.length, base64: body.toString('base64') } satisfies BinaryBody;
  const text = body.toString('utf8');
  return /^\s*[[{]/.test(text) ? parseSafeJson(text) : text;
}

function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalid('BODY_MALFORMED', 'The body is not valid UTF-8.');
  }
}

function parseForm(text: string): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  const fields = new URLSearchParams(text);
  if (fields.size > 10_000) throw invalid('BODY_TOO_MANY_PARTS', 'The form has more than 10000 fields.');
  for (const [name, value] of fields) {
    if (name === '__proto__')
      throw invalid('BODY_FORBIDDEN_KEY', 'The form has a field __proto__, which is not allowed.');
    const before = Object.hasOwn(result, name) ? result[name] : undefined;
    result[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return result;
}
