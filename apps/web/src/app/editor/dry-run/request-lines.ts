import type { Json } from '@millrace/workflow-model';

/** A request that would be made, as one reads it. */
export interface RequestLines {
  /** `POST https://…`, or what the step would do. */
  readonly first: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Undefined when nothing would be sent. */
  readonly body?: string;
}

/** The recorded call of a step in lines: HTTP as a request, everything else as its parameters. */
export function requestLines(call: Json | null): RequestLines {
  if (typeof call !== 'object' || call === null || Array.isArray(call)) return { first: text(call), headers: [] };
  const { method, url, headers, body, params } = call;
  if (typeof url !== 'string') return { first: '', headers: [], body: JSON.stringify(params ?? call, null, 2) };
  return {
    first: `${typeof method === 'string' ? method.toUpperCase() : 'GET'} ${url}`,
    headers: entriesOf(headers),
    ...(body !== undefined && body !== null && { body: text(body) }),
  };
}

/** What happened, without the name of its step, which stands before it. */
export function withoutName(text: string, name: string): string {
  const rest = text.startsWith(`“${name}” `) ? text.slice(name.length + 3) : text;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function entriesOf(headers: Json | undefined): readonly (readonly [string, string])[] {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return [];
  return Object.entries(headers).map(([name, value]) => [name, text(value)] as const);
}

function text(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
