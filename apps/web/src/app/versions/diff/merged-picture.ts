import type { DocumentDiff, WorkflowDocument } from '@millrace/workflow-model';

/** What happened to an element between two versions. */
export type ChangeMark = 'added' | 'changed' | 'removed';

/** Two versions in one picture: the newer one, with what is gone still in it. */
export interface MergedPicture {
  readonly document: WorkflowDocument;
  /** By id of node or edge; what stayed is absent, and so is what was only moved. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
}

/** Puts two versions into one picture. */
export function mergedPicture(before: WorkflowDocument, after: WorkflowDocument, diff: DocumentDiff): MergedPicture {
  const marks = new Map<string, ChangeMark>();
  for (const part of [diff.nodes, diff.edges]) {
    for (const { id } of part.added) marks.set(id, 'added');
    for (const { id } of part.removed) marks.set(id, 'removed');
    for (const { id, layoutOnly } of part.changed) if (!layoutOnly) marks.set(id, 'changed');
  }
  const nodes = [...after.nodes, ...before.nodes.filter(({ id }) => marks.get(id) === 'removed')];
  const there = new Set(nodes.map(({ id }) => id));
  const gone = before.edges.filter(
    ({ id, source, target }) => marks.get(id) === 'removed' && there.has(source) && there.has(target),
  );
  return { document: { ...after, nodes, edges: [...after.edges, ...gone] }, marks };
}
