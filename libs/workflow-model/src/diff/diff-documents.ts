import type { WorkflowDocument } from '../document';
import { changedValues } from './changed-values';
import { diffElements } from './diff-elements';
import type { DocumentDiff } from './document-diff';

/** What changed from `before` to `after`. Ids, versions and the order of elements are not compared. */
export function diffDocuments(before: WorkflowDocument, after: WorkflowDocument): DocumentDiff {
  const parts = {
    nodes: diffElements(before.nodes, after.nodes, ['position']),
    edges: diffElements(before.edges, after.edges, []),
    notes: diffElements(before.notes, after.notes, ['position', 'size', 'color', 'carry']),
    groups: diffElements(before.groups, after.groups, ['color', 'collapsed']),
    settings: changedValues(before.settings, after.settings),
    metadata: changedValues(before.metadata, after.metadata),
  };
  const elements = [parts.nodes, parts.edges, parts.notes, parts.groups];
  const same =
    before.name === after.name &&
    parts.settings.length + parts.metadata.length === 0 &&
    elements.every((diff) => diff.added.length + diff.removed.length + diff.changed.length === 0);
  return {
    same,
    ...(before.name === after.name ? {} : { name: { before: before.name, after: after.name } }),
    ...parts,
  };
}
