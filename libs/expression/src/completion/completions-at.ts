import { type CelFunction, celFunctions } from '../cel/function-list';
import { parsePath } from '../data-path';
import type { CharacterRange } from '../expression-error';
import { isCelName } from '../references/reference-text';
import type { Completion, CompletionContext } from './completion';
import { type Field, fieldsAt } from './fields';

/** Characters before the cursor that matter. */
const MAX_LOOKED_AT = 2_000;

/** What could be written at an offset of a template or expression: roots, fields of what stands before, and functions. */
export function completionsAt(text: string, offset: number, context: CompletionContext): Completion[] {
  const before = text.slice(0, offset);
  const written = context.kind === 'template' ? insideTag(before) : outsideString(before);
  if (written === undefined) return [];
  const near = written.slice(-MAX_LOOKED_AT);
  const partial = /[^.[\]\s(),!=<>+*/%?:&|-]*$/.exec(near)?.[0] ?? '';
  const range = { start: offset - partial.length, end: offset };
  const head = near.slice(0, near.length - partial.length);
  const all = head.endsWith('.') ? afterDot(chainBefore(head.slice(0, -1)), range, context) : atStart(range, context);
  return all.filter(({ label }) => label.toLowerCase().includes(partial.toLowerCase()));
}

/** What was written in the tag that is still open; undefined outside of tags. */
function insideTag(before: string): string | undefined {
  const open = before.lastIndexOf('{{');
  if (open < 0 || before.indexOf('}}', open) >= 0) return undefined;
  return before.slice(open + 2).replace(/^\s*[#^/&{]?\s*/, '');
}

/** The text, unless it ends inside a string literal. */
function outsideString(before: string): string | undefined {
  let quote: string | undefined;
  for (let i = 0; i < before.length; i++) {
    const character = before[i];
    if (quote !== undefined && character === '\\') i++;
    else if (character === quote) quote = undefined;
    else if (quote === undefined && (character === '"' || character === "'")) quote = character;
  }
  return quote === undefined ? before : undefined;
}

/** The path that ends a text: `a + b.c[0]` ends in `b.c[0]`. */
function chainBefore(text: string): string {
  return /[\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+|\[(?:\d+|"[^"\]]*"|'[^'\]]*')\])*$/u.exec(text)?.[0] ?? '';
}

function atStart(range: CharacterRange, context: CompletionContext): Completion[] {
  const isExpression = context.kind === 'expression';
  const names = new Set([...Object.keys(context.roots), ...Object.keys(context.samples ?? {})]);
  const roots = [...names].map((name): Completion => {
    const insert = isExpression && !isCelName(name) ? `nodes[${JSON.stringify(name)}]` : name;
    return { label: name, kind: 'root', insert, range };
  });
  if (!isExpression) return roots;
  return [
    ...roots,
    ...celFunctions().flatMap((each) => (each.receiver === undefined ? [ofFunction(each, range)] : [])),
  ];
}

function afterDot(chain: string, range: CharacterRange, context: CompletionContext): Completion[] {
  const path = chain === '' ? undefined : parsePath(chain);
  if (path === undefined || 'reason' in path) return methods(undefined, range, context);
  const keys = path.steps.map((step) => (step.index >= 0 ? step.index : step.key));
  const [first, ...rest] = keys;
  const isNodes = context.kind === 'expression' && path.root === 'nodes' && typeof first === 'string';
  const { fields, type } = isNodes ? fieldsAt(first, rest, context) : fieldsAt(path.root, keys, context);
  return [...fields.map((field) => ofField(field, range)), ...lengthOf(type, range), ...methods(type, range, context)];
}

function ofField({ name, type, description }: Field, range: CharacterRange): Completion {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
  return {
    label: name,
    kind: 'field',
    insert: isPlain ? name : `[${JSON.stringify(name)}]`,
    // Brackets take the place of the dot.
    range: isPlain ? range : { start: range.start - 1, end: range.end },
    ...(type === undefined ? {} : { detail: type }),
    ...(description === undefined ? {} : { description }),
  };
}

function lengthOf(type: string | undefined, range: CharacterRange): Completion[] {
  if (type !== 'array' && type !== 'string') return [];
  return [{ label: 'length', kind: 'field', insert: 'length', range, detail: 'number' }];
}

const RECEIVERS: Readonly<Record<string, RegExp>> = {
  string: /^(string|dyn)$/,
  number: /^dyn$/,
  boolean: /^dyn$/,
  array: /^(list.*|dyn)$/,
  object: /^(map.*|dyn)$/,
};

function methods(type: string | undefined, range: CharacterRange, context: CompletionContext): Completion[] {
  if (context.kind !== 'expression') return [];
  const fitting = type === undefined ? undefined : RECEIVERS[type];
  const known = celFunctions().filter(({ receiver }) => receiver !== undefined && (fitting?.test(receiver) ?? true));
  const byName = new Map(known.map((each) => [each.name, each]));
  return [...byName.values()].map((each) => ofFunction(each, range));
}

function ofFunction({ name, signature, description }: CelFunction, range: CharacterRange): Completion {
  return { label: name, kind: 'function', insert: `${name}(`, range, detail: signature, description };
}
