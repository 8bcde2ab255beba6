import type { Json } from '@millrace/workflow-model';
import { ExpressionError } from './expression-error';
import { clip } from './hint';

/** A template that is also JSON text of a list or object, parsed; undefined for every other text. */
export function readJsonText(text: string): Json | undefined {
  const first = text.trimStart()[0];
  if ((first !== '{' && first !== '[') || !text.includes('"')) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @throws ExpressionError `INVALID_JSON` */
export function parseJsonText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ExpressionError('INVALID_JSON', `This is no JSON text: ${clip(cause.message, 200)}`, { cause });
  }
}

/** How a value looks inside text: strings as they are, null as nothing, lists and objects as JSON. */
export function jsonText(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
