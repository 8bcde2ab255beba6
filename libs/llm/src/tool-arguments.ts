import type { Json } from '@millrace/workflow-model';
import { parse } from 'secure-json-parse';

/** JSON that a model wrote; undefined when it is none. No text at all is an empty object. */
export function readArguments(text: string): Json | undefined {
  return text.trim() === '' ? {} : readJson(text);
}

/** JSON in a text that may stand in a code fence or between sentences; undefined when there is none. */
export function readJson(text: string): Json | undefined {
  const fenced = /```(?:json)?\s*([\s\S]*?)```/i.exec(text)?.[1];
  const from = text.search(/[[{]/);
  const to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  const candidates = [text, fenced, from >= 0 && to > from ? text.slice(from, to + 1) : undefined];
  for (const candidate of candidates) {
    const value = candidate === undefined ? undefined : parsed(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return parse(text.trim(), null, { protoAction: 'remove', constructorAction: 'remove' }) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
