import type { Json, JsonObject } from '@millrace/workflow-model';
import { NodeError } from '../outcome';

const WHOLE = /^\s*\{\{\s*([\w.$-]+)\s*\}\}\s*$/;
const PART = /\{\{\s*([\w.$-]+)\s*\}\}/g;

/** Evaluates paths in `{{ }}`, nested anywhere. */
export function evaluateParam(value: Json, scope: JsonObject): Json {
  if (typeof value === 'string') return evaluateText(value, scope);
  if (Array.isArray(value)) return value.map((element) => evaluateParam(element, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, evaluateParam(entry, scope)]));
}

function evaluateText(text: string, scope: JsonObject): Json {
  const whole = WHOLE.exec(text);
  if (whole?.[1] !== undefined) return lookUp(whole[1], scope);
  return text.replace(PART, (_match, path: string) => {
    const value = lookUp(path, scope);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

function lookUp(path: string, scope: JsonObject): Json {
  let value: Json | undefined = scope;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) throw missing(path);
    value = (value as JsonObject)[key];
  }
  if (value === undefined) throw missing(path);
  return value;
}

function missing(path: string): NodeError {
  return new NodeError({ code: 'EXPRESSION_ERROR', fault: 'user', message: `There is no value at "${path}".` });
}
