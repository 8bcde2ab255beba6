import type { ValueRef } from '@millrace/engine';
import { newId } from '@millrace/server-platform';
import type { Json } from '@millrace/workflow-model';
import type { PayloadRow } from './append';

/** Bytes of JSON above which a value goes into a row of its own. */
export const INLINE_BYTES = 64 * 1024;

/** A value as events hold it, with the row it needs when it is large. */
export interface StoredValue {
  readonly ref: ValueRef;
  readonly payload?: PayloadRow;
}

/** Decides where a value lies. `text` is its JSON, when it is known already. */
export function storeValue(value: Json, text: string = JSON.stringify(value)): StoredValue {
  // A character is a byte at least, so short texts need no counting.
  const bytes = text.length > INLINE_BYTES / 3 ? Buffer.byteLength(text) : text.length;
  if (bytes <= INLINE_BYTES) return { ref: { value } };
  const id = newId();
  return { ref: { payloadId: id, bytes }, payload: { id, bytes, text } };
}
