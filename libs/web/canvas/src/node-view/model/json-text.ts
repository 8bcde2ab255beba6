import { jsonFlaw } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';

/** What a JSON text says, or where it breaks off. */
export type ReadJson =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** Reads JSON; an empty text is no value. */
export function readJson(text: string): ReadJson {
  if (text.trim() === '') return { ok: true, value: undefined };
  const flaw = jsonFlaw(text);
  if (flaw === undefined) return { ok: true, value: JSON.parse(text) as Json };
  return { ok: false, message: `Expected ${flaw.expected}`, offset: flaw.offset };
}

/** A value as text for people to edit. */
export function writeJson(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}
