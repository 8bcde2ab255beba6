import type { Json } from '@millrace/workflow-model';

/** What a JSON text says, or where it breaks off. */
export type ReadJson =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** Reads JSON; an empty text is no value. */
export function readJson(text: string): ReadJson {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (error) {
    const message = (error as SyntaxError).message;
    return { ok: false, message: plain(message), offset: offsetIn(message, text) };
  }
}

function plain(message: string): string {
  return message
    .replace(/^JSON\.parse: /, '')
    .replace(/,? ?(?:\.\.\.)?".*" is not valid JSON$/s, '')
    .replace(/ in JSON at position.*$/s, '');
}

function offsetIn(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Math.min(Number(position), text.length);
  const token = /Unexpected token '?(.)'?/.exec(message)?.[1];
  const at = token === undefined ? -1 : text.indexOf(token);
  return at < 0 ? text.length : at;
}

/** A value as text for people to edit. */
export function writeJson(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}
