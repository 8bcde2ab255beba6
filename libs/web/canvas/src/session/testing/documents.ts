import { type Edit, type WorkflowDocument, applyEdit } from '@millrace/workflow-model';
import * as checks from '@millrace/workflow-model/checks';
import { readCurl } from '../clipboard/read-curl';
import * as library from '@millrace/expression';
import { DocumentIndex } from '../document/document-index';
import { type Operation, type Outcome, type RewritingContext, isRefusal } from '../operations/operation';
import type { ExpressionTools } from '../ports/expression-tools';
import { catalogue } from './definitions';

/** What the browser loads late. */
export const expressions: ExpressionTools = { ...library, ...checks, readCurl };

/** A node with only what matters to a test. */
export type NodeSketch = { id: string } & Record<string, unknown>;

/** A document from sketches: nodes as `id` or objects, edges as `a>b` or `a:true>b`. Nodes stand 300 px apart in a row. */
export function documentOf(
  nodes: readonly (string | NodeSketch)[],
  edges: readonly string[] = [],
  rest: Record<string, unknown> = {},
): WorkflowDocument {
  const { document, problems } = checks.parseDocument({
    id: 'workflow',
    name: 'Workflow',
    nodes: nodes.map((sketch, place) => {
      const node = typeof sketch === 'string' ? { id: sketch } : sketch;
      return { type: 'no-op', label: node.id, position: { x: place * 600, y: 0 }, ...node };
    }),
    edges: edges.map(edgeOf),
    ...rest,
  });
  if (document === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return document;
}

function edgeOf(sketch: string): Record<string, unknown> {
  const [from = '', to = ''] = sketch.split('>');
  const [source, sourceHandle = 'main'] = from.split(':');
  const [target, targetHandle = 'main'] = to.split(':');
  return { id: sketch, source, sourceHandle, target, targetHandle };
}

/** What operations need, over a document. New ids are `new1`, `new2`, ... */
export function contextOf(document: WorkflowDocument): RewritingContext {
  let count = 0;
  const newId = (): string => `new${(count += 1)}`;
  return { index: DocumentIndex.of(document), lookup: catalogue().lookup, newId, expressions };
}

/** The operation of an outcome that must not be refused. */
export function done<T extends Operation>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`Refused: ${outcome.refused}`);
  return outcome;
}

/** The code of an outcome that must be refused. */
export function refusalOf(outcome: Outcome | undefined): string {
  if (outcome === undefined || !isRefusal(outcome)) throw new Error('Was not refused.');
  return outcome.code;
}

/** The document after an operation. */
export function after(document: WorkflowDocument, outcome: Outcome): WorkflowDocument {
  return applyEdit(document, done(outcome).edit);
}

/** Edges as `a>b` or `a:true>b`, in document order. */
export function wires({ edges }: WorkflowDocument): string[] {
  return edges.map(
    ({ source, sourceHandle, target }) => `${source}${sourceHandle === 'main' ? '' : `:${sourceHandle}`}>${target}`,
  );
}

/** Edits of a batch, flat. */
export function flat(edit: Edit): readonly Edit[] {
  return edit.kind === 'batch' ? edit.edits.flatMap(flat) : [edit];
}

/** A chain of `length` nodes after a trigger: n0 > n1 > ... */
export function chainOf(length: number): WorkflowDocument {
  const ids = Array.from({ length }, (_, place) => `n${place}`);
  return documentOf(
    ids.map((id, place) => ({ id, type: place === 0 ? 'manual-trigger' : 'no-op' })),
    ids.slice(1).map((id, place) => `n${place}>${id}`),
  );
}
