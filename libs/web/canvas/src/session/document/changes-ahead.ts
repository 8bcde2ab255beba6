import { type DocumentDiff, type ElementsDiff, type WorkflowDocument, diffDocuments } from '@millrace/workflow-model';

/** What a draft says otherwise than what is live; undefined when nothing is live. */
export function diffOf(live: WorkflowDocument | undefined, draft: WorkflowDocument): DocumentDiff | undefined {
  return live === undefined ? undefined : diffDocuments(live, draft);
}

/** Changes that mean something: what only moves or colours the picture does not count. */
export function countChanges(diff: DocumentDiff | undefined): number {
  if (diff === undefined || diff.same) return 0;
  const lists: readonly ElementsDiff<unknown>[] = [diff.nodes, diff.edges, diff.notes, diff.groups];
  const elements = lists.reduce((sum, list) => sum + countOf(list), 0);
  const parts = [diff.settings.length > 0, diff.metadata.length > 0, diff.name !== undefined];
  return elements + parts.filter(Boolean).length;
}

function countOf({ added, removed, changed }: ElementsDiff<unknown>): number {
  return added.length + removed.length + changed.filter((element) => !element.layoutOnly).length;
}
