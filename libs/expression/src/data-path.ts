import type { Json } from '@millrace/workflow-model';
import { FORBIDDEN_KEYS } from '@millrace/workflow-model';
import { ENVELOPE_KEYS } from './scope';

/** One step into a value. */
export interface Step {
  readonly key: string;
  /** The key as a list index; -1 when it is none. */
  readonly index: number;
  /** Offset after this step within the path's text. */
  readonly end: number;
}

/** A path as written in a template: `Fetch.items[0].name`. */
export interface DataPath {
  readonly root: string;
  /** Offset after the root within the text. */
  readonly rootEnd: number;
  readonly steps: readonly Step[];
  readonly text: string;
}

/** Why a text is no path. */
export interface PathFault {
  readonly reason: string;
  /** Offset in the text. */
  readonly at: number;
}

const NAME_STOPS = /[()+*?|&!=<>,"'{}\]%;\\`]/;
const INDEX = /^(0|[1-9]\d{0,8})$/;

/** Makes a step of a key. */
export function stepOf(key: string, end = 0): Step {
  return { key, index: INDEX.test(key) ? Number(key) : -1, end };
}

/** Reads names separated by dots, list indexes and quoted keys in brackets: `a.b[0]["key with spaces"]`. */
export function parsePath(text: string): DataPath | PathFault {
  const keys: Step[] = [];
  let at = 0;
  while (at < text.length || keys.length === 0) {
    const step = text[at] === '[' ? readBracket(text, at) : readName(text, keys.length === 0 ? at : at + 1);
    if ('reason' in step) return step;
    keys.push(step);
    at = step.end;
    if (at < text.length && text[at] !== '.' && text[at] !== '[') {
      return { reason: `expected "." or "[" after "${text.slice(0, at)}"`, at };
    }
  }
  const [root, ...steps] = keys as [Step, ...Step[]];
  return { root: root.key, rootEnd: text.slice(0, root.end).trimEnd().length, steps, text };
}

function readName(text: string, start: number): Step | PathFault {
  let end = start;
  while (end < text.length && text[end] !== '.' && text[end] !== '[') end++;
  const name = text.slice(start, end).trim();
  if (name === '') return { reason: 'a name is missing', at: start };
  const stop = NAME_STOPS.exec(name);
  if (stop === null) return stepOf(name, end);
  return { reason: `"${stop[0]}" cannot be part of a name`, at: start + text.slice(start, end).indexOf(stop[0]) };
}

function readBracket(text: string, start: number): Step | PathFault {
  let at = start + 1;
  while (text[at] === ' ') at++;
  const quote = text[at];
  if (quote !== '"' && quote !== "'") {
    const close = text.indexOf(']', at);
    const digits = close < 0 ? '' : text.slice(at, close).trim();
    if (INDEX.test(digits)) return stepOf(digits, close + 1);
    return { reason: 'brackets hold a number or a quoted key', at };
  }
  let key = '';
  for (at += 1; at < text.length && text[at] !== quote; at++) {
    if (text[at] === '\\' && at + 1 < text.length) at++;
    key += text[at];
  }
  const isClosed = text[at] === quote;
  for (at += 1; text[at] === ' ';) at++;
  if (isClosed && text[at] === ']') return stepOf(key, at + 1);
  return { reason: 'a quoted key is not closed with a quote and "]"', at: start };
}

/** The value one step further: own keys, list indexes, and `length` of lists and strings. Undefined when there is none. */
export function stepInto(value: Json | undefined, step: Step): Json | undefined {
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) {
      if (step.index >= 0) return value[step.index];
      return step.key === 'length' ? value.length : undefined;
    }
    return Object.hasOwn(value, step.key) && !FORBIDDEN_KEYS.has(step.key) ? value[step.key] : undefined;
  }
  return typeof value === 'string' && step.key === 'length' ? value.length : undefined;
}

/** Whether a path into a node's envelope leaves out the `data` that it goes through. */
export function skipsData(firstKey: string): boolean {
  return !ENVELOPE_KEYS.has(firstKey);
}

/** Where a path into a node's envelope begins: in the envelope for its own keys, otherwise in its `data`. */
export function enterEnvelope(envelope: Json, firstKey: string): Json | undefined {
  if (ENVELOPE_KEYS.has(firstKey)) return envelope;
  if (typeof envelope !== 'object' || envelope === null || Array.isArray(envelope)) return envelope;
  return Object.hasOwn(envelope, 'data') ? envelope['data'] : undefined;
}
