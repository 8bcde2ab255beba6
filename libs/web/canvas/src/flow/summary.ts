import type { Json, JsonObject } from '@millrace/workflow-model';

const TAG = /\{\{\s*([#^/]?)\s*([\w.]+)\s*\}\}/g;

interface Section {
  readonly kind: '#' | '^';
  readonly name: string;
  readonly start: number;
  end: number;
  readonly parts: Part[];
}
type Part = string | { readonly name: string } | Section;

const parsed = new Map<string, readonly Part[]>();

/**
 * One line about a config from a definition's `summary`: names, sections and inverted sections of Mustache, which is all
 * that summaries use. Templates inside values stay as they are written: that is what the person configured.
 */
export function summaryOf(template: string, config: JsonObject): string {
  let parts = parsed.get(template);
  if (parts === undefined) parsed.set(template, (parts = parse(template)));
  return render(parts, [config]).replace(/\s+/g, ' ').trim().slice(0, 200);
}

function parse(template: string): readonly Part[] {
  const root: Part[] = [];
  const open: Section[] = [];
  let at = 0;
  for (const match of template.matchAll(TAG)) {
    const [whole, sign = '', name = ''] = match;
    const into = open.at(-1)?.parts ?? root;
    into.push(template.slice(at, match.index));
    at = match.index + whole.length;
    if (sign === '/') open.pop();
    else if (sign === '') into.push({ name });
    else {
      const section: Section = { kind: sign as '#' | '^', name, start: at, end: at, parts: [] };
      into.push(section);
      open.push(section);
    }
  }
  root.push(template.slice(at));
  return root;
}

function render(parts: readonly Part[], scopes: readonly Json[]): string {
  return parts.map((part) => rendered(part, scopes)).join('');
}

function rendered(part: Part, scopes: readonly Json[]): string {
  if (typeof part === 'string') return part;
  const value = find(part.name, scopes);
  if (!('parts' in part)) return textOf(value);
  if (part.kind === '^') return isEmpty(value) ? render(part.parts, scopes) : '';
  if (isEmpty(value)) return '';
  const rounds = Array.isArray(value) ? value : [value ?? null];
  return rounds.map((round) => render(part.parts, [...scopes, round])).join('');
}

function find(name: string, scopes: readonly Json[]): Json | undefined {
  if (name === '.') return scopes.at(-1);
  const [first = '', ...rest] = name.split('.');
  const scope = scopes.findLast((one) => isObject(one) && Object.hasOwn(one, first));
  let value: Json | undefined = isObject(scope) ? scope[first] : undefined;
  for (const key of rest) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (isObject(value) && typeof value['$expr'] === 'string') return value['$expr'];
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
