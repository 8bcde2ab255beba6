import type { Json } from '@millrace/workflow-model';
import type { Completion } from '@millrace/expression';
import type { CodeCompletion, CompleteCode, CompletionAnswer, DiagnoseCode } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';

/** Answers what could be written where the caret is, from what the node can really read. */
export function completeWith(form: NodeForm, kind: 'template' | 'expression'): CompleteCode {
  return ({ text, offset, explicit }) => {
    const before = text.slice(0, offset);
    if (!explicit && kind === 'expression' && !/[\w.[]$/.test(before)) return null;
    return optionsFrom(form.session.params.completions(form.nodeId(), kind, text, offset), text);
  };
}

/** Completions as the editor lists them; null when there is none. */
export function optionsFrom(found: readonly Completion[], text: string): CompletionAnswer | null {
  // A field whose name needs brackets takes the dot's place: its own range, so it stands apart.
  const own = found.find(({ range }) => text[range.start] !== '.') ?? found[0];
  if (own === undefined) return null;
  const same = found.filter(({ range }) => range.start === own.range.start);
  return { from: own.range.start, to: own.range.end, options: same.map((each, place) => asOption(each, place)) };
}

const KINDS = { root: 'variable', field: 'property', function: 'function' } as const;

function asOption({ label, kind, insert, detail, description }: Completion, place: number): CodeCompletion {
  return {
    label,
    insert,
    kind: KINDS[kind],
    // Nodes and fields before functions, in the order in which they were found.
    boost: kind === 'function' ? -50 : Math.max(0, 50 - place),
    ...(detail !== undefined && { detail }),
    ...(description !== undefined && { info: description }),
  };
}

/** Finds what is wrong while it is written, at the character. */
export function diagnoseWith(form: NodeForm, kind: 'template' | 'expression'): DiagnoseCode {
  return (text) => {
    if (text.trim() === '') return [];
    const param: Json = kind === 'expression' ? { $expr: text } : text;
    return form.session.params.check(form.nodeId(), param).map(({ range, severity, message }) => ({
      from: range?.start ?? 0,
      to: range?.end ?? text.length,
      severity,
      message,
    }));
  };
}
