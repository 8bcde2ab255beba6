import {
  type Json,
  type JsonObject,
  type NodeDefinitionData,
  type WorkflowNode,
  isExpression,
} from '@millrace/workflow-model';
import { byReference } from '../document/map-by-reference';

/** Characters of a summary; the card cuts it anyway. */
const MAX_CHARACTERS = 160;

/**
 * One line about what a node is set to do: its definition's `summary` over its config, as people say it:
 * "POST api.stripe.com/v1/customers", "amount > 100 and 1 more". Templates in values stay as they are written.
 * Each node object is looked at once.
 */
export function nodeSummary(node: WorkflowNode, definition: NodeDefinitionData | undefined): string {
  return definition?.summary === undefined ? '' : rendererFor(definition, definition.summary)(node);
}

const renderers = new WeakMap<NodeDefinitionData, (node: WorkflowNode) => string>();

function rendererFor(definition: NodeDefinitionData, template: string): (node: WorkflowNode) => string {
  let render = renderers.get(definition);
  if (render === undefined) {
    const parts = parse(template);
    render = byReference((node) => oneLine(renderAll(parts, [node.config])));
    renderers.set(definition, render);
  }
  return render;
}

interface Section {
  readonly name: string;
  readonly isInverted: boolean;
  readonly parts: readonly Part[];
}
type Part = string | { readonly name: string } | Section;

const TAG = /\{\{\s*([#^/]?)\s*([\w.]+)\s*\}\}/g;

/** Names, sections and inverted sections of Mustache: all that summaries use. */
function parse(template: string): readonly Part[] {
  const stack: { readonly parts: Part[] }[] = [{ parts: [] }];
  let at = 0;
  for (const match of template.matchAll(TAG)) {
    const [whole, sign = '', name = ''] = match;
    const parts = stack.at(-1)?.parts ?? [];
    parts.push(template.slice(at, match.index));
    at = match.index + whole.length;
    if (sign === '/') {
      if (stack.length > 1) stack.pop();
    } else if (sign === '') {
      parts.push({ name });
    } else {
      const section = { name, isInverted: sign === '^', parts: [] };
      parts.push(section);
      stack.push(section);
    }
  }
  stack.at(-1)?.parts.push(template.slice(at));
  return stack[0]?.parts ?? [];
}

function renderAll(parts: readonly Part[], scopes: readonly Json[]): string {
  return parts.map((part) => renderPart(part, scopes)).join('');
}

function renderPart(part: Part, scopes: readonly Json[]): string {
  if (typeof part === 'string') return part;
  const value = valueOf(part.name, scopes);
  if (!('parts' in part)) return wordsFor(part.name, value);
  if (part.isInverted) return isEmpty(value) ? renderAll(part.parts, scopes) : '';
  if (isEmpty(value)) return '';
  return Array.isArray(value) ? renderList(part, value, scopes) : renderAll(part.parts, [...scopes, value ?? null]);
}

/** Short elements all; of long ones the first that says something, and how many more there are. */
function renderList({ parts }: Section, list: readonly Json[], scopes: readonly Json[]): string {
  const texts = leaves(list)
    .map((element) => oneLine(renderAll(parts, [...scopes, element])))
    .filter((text) => text !== '');
  const [first = ''] = texts;
  if (texts.length < 2 || texts.every((text) => !text.includes(' ') && text.length <= 12))
    return `${texts.join(', ')} `;
  return `${first} and ${texts.length - 1} more `;
}

/** Groups within groups count by what is in them. */
function leaves(list: readonly Json[]): readonly Json[] {
  return list.flatMap((element) => {
    const inner = isObject(element)
      ? Object.values(element).find((value) => Array.isArray(value) && value.every(isObject))
      : undefined;
    return Array.isArray(inner) && inner.length > 0 ? leaves(inner) : [element];
  });
}

/** Comparisons as people write them. */
const SIGNS: Readonly<Record<string, string>> = {
  equals: '=',
  not_equals: '≠',
  greater_than: '>',
  greater_than_or_equal: '≥',
  less_than: '<',
  less_than_or_equal: '≤',
};

function wordsFor(name: string, value: Json | undefined): string {
  const text = textOf(value);
  if (name === 'operator') return SIGNS[text] ?? text.replaceAll('_', ' ');
  // The scheme says nothing that a person looks for.
  return text.replace(/^https?:\/\//, '');
}

function valueOf(name: string, scopes: readonly Json[]): Json | undefined {
  if (name === '.') return scopes.at(-1);
  const [first = '', ...rest] = name.split('.');
  const scope = scopes.findLast((each) => isObject(each) && Object.hasOwn(each, first));
  let value = isObject(scope) ? scope[first] : undefined;
  for (const key of rest) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (isExpression(value)) return value.$expr;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_CHARACTERS);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
