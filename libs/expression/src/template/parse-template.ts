import mustache from 'mustache';
import { type DataPath, parsePath } from '../data-path';
import { type CharacterRange, ExpressionError, type ExpressionErrorCode } from '../expression-error';
import { MAX_SOURCE_CHARACTERS } from '../limits';

/** The path inside one tag and where it stands; undefined stands for `{{.}}`, the current element of a section. */
export interface TagPath {
  readonly path: DataPath | undefined;
  readonly range: CharacterRange;
}

/** A template, read: text, variables and sections. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'variable' } & TagPath)
  | ({
      readonly kind: 'section';
      readonly inverted: boolean;
      readonly parts: readonly TemplatePart[];
      /** Where the name stands in the closing tag. */
      readonly closeRange: CharacterRange;
    } & TagPath);

type Token = readonly [type: string, value: string, start: number, end: number, children?: unknown, close?: number];

const MAX_SECTION_DEPTH = 50;
/** The parser looks for the end of a tag in time that is quadratic in such runs. */
const MAX_SPACE_IN_TAG = 256;
const TAGS: [string, string] = ['{{', '}}'];

const writer = new mustache.Writer();
// The library's cache never forgets. Compiled params are cached by whoever compiles them.
(writer as { templateCache?: unknown }).templateCache = undefined;

/** @throws ExpressionError `TEMPLATE_SYNTAX`, `TEMPLATE_PARTIAL`, `TEMPLATE_DELIMITERS` or `EXPRESSION_TOO_LONG` with the range */
export function parseTemplate(source: string): TemplatePart[] {
  if (source.length > MAX_SOURCE_CHARACTERS) {
    throw new ExpressionError('EXPRESSION_TOO_LONG', `A template has at most ${MAX_SOURCE_CHARACTERS} characters.`);
  }
  checkTags(source);
  return partsOf(tokensOf(source), source, 0);
}

/** Refuses what the parser would take a long time for, and tags that never end. */
function checkTags(source: string): void {
  for (let open = source.indexOf('{{'); open >= 0;) {
    const close = source.indexOf('}}', open + 2);
    const range = { start: open, end: close < 0 ? source.length : close + 2 };
    if (close < 0) throw syntaxError('A tag is opened with "{{" and never closed with "}}".', range);
    const tag = source.slice(open, close);
    if (/\s{257}/.test(tag)) throw syntaxError(`A tag has more than ${MAX_SPACE_IN_TAG} spaces in a row.`, range);
    if (/^\{\{\s*=/.test(tag)) {
      throw new ExpressionError('TEMPLATE_DELIMITERS', 'The delimiters of a template cannot be changed.', { range });
    }
    open = source.indexOf('{{', close + 2);
  }
}

function tokensOf(source: string): readonly Token[] {
  try {
    return writer.parse(source, TAGS) as readonly Token[];
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw unreadable(cause, source);
  }
}

/** Puts the parser's messages (`Unclosed section "x" at 12`) into sentences. */
function unreadable(cause: Error, source: string): ExpressionError {
  const [, what, name, at] =
    /^(Unclosed tag|Unopened section|Unclosed section)(?: "([^]*)")? at (\d+)$/.exec(cause.message) ?? [];
  const found = Math.min(Number(at ?? 0), source.length);
  const start = what === 'Unclosed tag' ? openedBefore(source, found) : found;
  const close = source.indexOf('}}', start);
  const range = { start, end: start === source.length || close < 0 ? source.length : close + 2 };
  if (what === 'Unopened section')
    return syntaxError(`{{/${name}}} closes a section that was not opened.`, range, cause);
  if (what === 'Unclosed section')
    return syntaxError(`Section "${name}" is not closed; end it with {{/${name}}}.`, range, cause);
  return syntaxError('A tag is not closed.', range, cause);
}

/** Where the tag begins in which an offset lies. */
function openedBefore(source: string, offset: number): number {
  let start = Math.max(0, source.lastIndexOf('{{', offset));
  while (source[start - 1] === '{') start--;
  return start;
}

function syntaxError(message: string, range: CharacterRange, cause?: unknown): ExpressionError {
  return new ExpressionError('TEMPLATE_SYNTAX', message, { range, cause });
}

function partsOf(tokens: readonly Token[], source: string, depth: number): TemplatePart[] {
  if (depth > MAX_SECTION_DEPTH) {
    const range = { start: tokens[0]?.[2] ?? 0, end: tokens[0]?.[3] ?? 0 };
    throw syntaxError(`Sections are nested more than ${MAX_SECTION_DEPTH} deep.`, range);
  }
  return tokens.flatMap((token) => partOf(token, source, depth) ?? []);
}

function partOf(token: Token, source: string, depth: number): TemplatePart | undefined {
  const [type, value, start, end, children, close] = token;
  switch (type) {
    case 'text':
      return { kind: 'text', text: value };
    case 'name':
    case '&':
      return { kind: 'variable', ...tagPath(value, source, start, end) };
    case '#':
    case '^': {
      const parts = partsOf(children as readonly Token[], source, depth + 1);
      const closeStart = source.indexOf(value, (close ?? end) + 2);
      const closeRange = { start: closeStart, end: closeStart + value.length };
      return { kind: 'section', inverted: type === '^', parts, closeRange, ...tagPath(value, source, start, end) };
    }
    case '!':
      return undefined;
    default:
      return refuse(type, { start, end });
  }
}

function refuse(type: string, range: CharacterRange): never {
  const code: ExpressionErrorCode = type === '>' ? 'TEMPLATE_PARTIAL' : 'TEMPLATE_SYNTAX';
  throw new ExpressionError(code, `Templates have no "{{${type} }}" tags.`, { range });
}

function tagPath(value: string, source: string, start: number, end: number): TagPath {
  const offset = value === '' ? start : source.indexOf(value, start + 2);
  if (value === '') throw syntaxError('A tag is empty.', { start, end });
  const range = { start: offset, end: offset + value.length };
  if (value === '.') return { path: undefined, range };
  const path = parsePath(value);
  if (!('reason' in path)) return { path, range };
  const message = `{{ ${value} }} is no path: ${path.reason}. Templates hold paths only; use an expression ({"$expr": "..."}) to compute.`;
  throw syntaxError(message, { start: offset + path.at, end: range.end });
}
