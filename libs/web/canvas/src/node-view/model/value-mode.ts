import { type Json, isExpression, isTemplate } from '@millrace/workflow-model';
import type { ControlKind, ParamField } from './param-field';

/** How a value is written: as it is, as text with `{{ }}`, or as an expression. */
export type ValueMode = 'fixed' | 'template' | 'expression';

/** How a value is written. */
export function modeOf(value: Json | undefined): ValueMode {
  if (isExpression(value)) return 'expression';
  return isTemplate(value) ? 'template' : 'fixed';
}

/** Controls that hold values of their own, each with modes of its own. */
const STRUCTURED: ReadonlySet<ControlKind> = new Set(['conditions', 'object', 'code', 'schema', 'tools']);

/** The ways in which a param may be written. */
export function modesOf(field: ParamField): readonly ValueMode[] {
  if (field.language === 'cel') return ['expression'];
  if (STRUCTURED.has(field.control)) return ['fixed'];
  if (field.isRaw && field.control !== 'expression') return ['fixed'];
  return ['fixed', 'template', 'expression'];
}

/** The text that the editor of a mode shows for a value. */
export function textOf(value: Json | undefined): string {
  if (value === undefined) return '';
  if (isExpression(value)) return value.$expr;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A path alone in its braces: `{{ trigger.id }}`. */
const SINGLE = /^\s*\{\{\s*([A-Za-z_][\w.[\]"'-]*)\s*\}\}\s*$/;
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[(?:\d+|"[^"]*")\])*$/;

/** The same value in another mode, as far as there is one; undefined to begin anew. */
export function inMode(value: Json | undefined, mode: ValueMode, preview?: Json): Json | undefined {
  const from = modeOf(value);
  if (from === mode) return value;
  if (mode === 'fixed') return preview;
  if (mode === 'template') return from === 'expression' ? asTemplate(textOf(value)) : textIn(value);
  return from === 'template' ? asExpression(textOf(value)) : literal(value);
}

function textIn(value: Json | undefined): Json | undefined {
  return value === undefined || value === '' ? undefined : textOf(value);
}

function asTemplate(expression: string): Json | undefined {
  const text = expression.trim();
  if (PATH.test(text)) return `{{ ${text} }}`;
  return quoted(text);
}

function asExpression(template: string): Json {
  const path = SINGLE.exec(template)?.[1];
  if (path !== undefined) return { $expr: path };
  const parts = template.split(/(\{\{\s*[^{}]+\s*\}\})/).filter((part) => part !== '');
  const written = parts.map((part) => {
    const inner = SINGLE.exec(part)?.[1];
    return inner === undefined ? JSON.stringify(part) : `string(${inner})`;
  });
  return { $expr: written.join(' + ') };
}

function literal(value: Json | undefined): Json | undefined {
  return value === undefined || value === '' ? undefined : { $expr: JSON.stringify(value) };
}

function quoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a typed text means: a leading `=` begins an expression, `{{` a template. */
export function typed(text: string): { readonly mode: ValueMode; readonly value: Json } {
  if (text.startsWith('=')) return { mode: 'expression', value: { $expr: text.slice(1).trimStart() } };
  return { mode: text.includes('{{') ? 'template' : 'fixed', value: text };
}

/** A path as a template or expression names it. */
export function reference(path: string, mode: ValueMode): string {
  return mode === 'expression' ? path : `{{ ${path} }}`;
}
