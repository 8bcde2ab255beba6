import { base64OfText } from '@millrace/expression';
import type { Json, JsonObject, RequestAuthentication } from '@millrace/workflow-model';
import type { HttpRequest } from './context';
import { NodeError } from './outcome';

/** Text of a template such as `Bearer {{apiKey}}` over the fields of a credential; absent fields are empty. */
export function fieldText(template: string, fields: JsonObject): string {
  return template.replace(/\{\{\s*([A-Za-z_][\w-]*)\s*\}\}/g, (_match, name: string) => textOf(fields[name]));
}

/** Whether a template asks for fields and all of them are empty: what it would make says nothing. */
function isBlank(template: string, fields: JsonObject): boolean {
  const names = [...template.matchAll(/\{\{\s*([A-Za-z_][\w-]*)\s*\}\}/g)].map((match) => match[1] as string);
  return names.length > 0 && names.every((name) => textOf(fields[name]) === '');
}

/**
 * The request with headers, query and Basic authentication added. What the request already says under the same header
 * name is replaced: a node cannot shadow the account that was chosen for it.
 * @throws NodeError `CREDENTIAL_INVALID` when a header would hold a line break
 */
export function authenticated(request: HttpRequest, rule: RequestAuthentication, fields: JsonObject): HttpRequest {
  const added = {
    ...filledIn(rule.headers, fields),
    ...asTheyAre(rule.headersField, fields),
    ...basicHeader(rule, fields),
  };
  const names = new Set(Object.keys(added).map((name) => name.toLowerCase()));
  const kept = Object.entries(request.headers ?? {}).filter(([name]) => !names.has(name.toLowerCase()));
  const headers = { ...Object.fromEntries(kept), ...added };
  return {
    ...request,
    headers,
    url: withQuery(request.url, { ...filledIn(rule.query, fields), ...asTheyAre(rule.queryField, fields) }),
  };
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function filledIn(entries: Readonly<Record<string, string>> | undefined, fields: JsonObject): Record<string, string> {
  const pairs = Object.entries(entries ?? {})
    .filter(([, value]) => !isBlank(value, fields))
    .map(([name, value]) => [fieldText(name, fields), fieldText(value, fields)]);
  return onOneLine(pairs.map(([name = '', value = '']) => [name, value]));
}

/** The members of a field, which hold no templates. */
function asTheyAre(field: string | undefined, fields: JsonObject): Record<string, string> {
  const members = field === undefined ? undefined : fields[field];
  if (typeof members !== 'object' || members === null || Array.isArray(members)) return {};
  return onOneLine(Object.entries(members).map(([name, value]) => [name, textOf(value)]));
}

function onOneLine(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  for (const [name, value] of pairs) {
    if (!/[\r\n\0]/.test(name + value)) continue;
    throw new NodeError({
      code: 'CREDENTIAL_INVALID',
      fault: 'user',
      message: 'A field of the credential holds a line break. Enter it again without one.',
    });
  }
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

function basicHeader(rule: RequestAuthentication, fields: JsonObject): Record<string, string> {
  if (rule.basic === undefined) return {};
  const pair = `${fieldText(rule.basic.username, fields)}:${fieldText(rule.basic.password, fields)}`;
  return { authorization: `Basic ${base64OfText(pair)}` };
}

function withQuery(url: string, query: Record<string, string>): string {
  const added = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  if (added.length === 0) return url;
  const [address = '', fragment] = url.split('#', 2);
  const joint = address.includes('?') ? (/[?&]$/.test(address) ? '' : '&') : '?';
  return `${address}${joint}${added.join('&')}${fragment === undefined ? '' : `#${fragment}`}`;
}
