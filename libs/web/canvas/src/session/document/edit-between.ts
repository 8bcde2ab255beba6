import {
  type Edit,
  type WorkflowDocument,
  type WorkflowEdge,
  applyEdit,
  canonicalJson,
} from '@millrace/workflow-model';

interface Identified {
  readonly id: string;
}

/**
 * The edit that makes `after` of `before`: what came, went and changed, matched by id, so that restoring a version, taking
 * somebody's draft or importing a document is one step of undo. Nodes keep their old order; edges, where order means
 * something, get the new one. Id and version of the document stay.
 */
export function editBetween(before: WorkflowDocument, after: WorkflowDocument): Edit {
  const edits: Edit[] = [];
  const name = before.name === after.name ? [] : [{ kind: 'setName' as const, name: after.name }];
  edits.push(...name, ...nodeEdits(before, after));
  const wired = applyEdit(before, { kind: 'batch', edits });
  edits.push(...edgeEdits(wired.edges, after.edges), ...noteEdits(wired, after), ...groupEdits(wired, after));
  if (!same(before.settings, after.settings)) edits.push({ kind: 'setWorkflowSettings', settings: after.settings });
  if (!same(before.metadata, after.metadata)) edits.push({ kind: 'setMetadata', metadata: after.metadata });
  return { kind: 'batch', edits };
}

/** A loop that goes takes along what is inside then: who stays has left before, and who came in again is added. */
function nodeEdits(before: WorkflowDocument, after: WorkflowDocument): Edit[] {
  const { removed, changed } = difference(before.nodes, after.nodes);
  const edits = [
    ...changed.map((node): Edit => ({ kind: 'replaceNode', node })),
    ...removed.map((node): Edit => ({ kind: 'removeNode', nodeId: node.id })),
  ];
  const { added } = difference(applyEdit(before, { kind: 'batch', edits }).nodes, after.nodes);
  return [...edits, ...added.map(([node, index]): Edit => ({ kind: 'addNode', node, index }))];
}

/** Edges that stand at another place are taken out and put in again. */
function edgeEdits(before: readonly WorkflowEdge[], after: readonly WorkflowEdge[]): Edit[] {
  const { removed, changed } = difference(before, after);
  const gone = new Set(removed.map((edge) => edge.id));
  const left = before.filter((edge) => !gone.has(edge.id)).map((edge) => edge.id);
  const stays = inSequence(
    left,
    after.map((edge) => edge.id),
  );
  const moved = left.filter((id) => !stays.has(id));
  return [
    ...[...gone, ...moved].map((edgeId): Edit => ({ kind: 'removeEdge', edgeId })),
    ...changed.filter((edge) => stays.has(edge.id)).map((edge): Edit => ({ kind: 'replaceEdge', edge })),
    ...after.flatMap((edge, index): Edit[] => (stays.has(edge.id) ? [] : [{ kind: 'addEdge', edge, index }])),
  ];
}

function noteEdits(before: WorkflowDocument, after: WorkflowDocument): Edit[] {
  const { added, removed, changed } = difference(before.notes, after.notes);
  return [
    ...removed.map((note): Edit => ({ kind: 'removeNote', noteId: note.id })),
    ...changed.map((note): Edit => ({ kind: 'updateNote', note })),
    ...added.map(([note, index]): Edit => ({ kind: 'addNote', note, index })),
  ];
}

function groupEdits(before: WorkflowDocument, after: WorkflowDocument): Edit[] {
  const { added, removed, changed } = difference(before.groups, after.groups);
  return [
    ...removed.map((group): Edit => ({ kind: 'removeGroup', groupId: group.id })),
    ...changed.map((group): Edit => ({ kind: 'updateGroup', group })),
    ...added.map(([group, index]): Edit => ({ kind: 'addGroup', group, index })),
  ];
}

function difference<T extends Identified>(before: readonly T[], after: readonly T[]) {
  const beforeById = new Map(before.map((element) => [element.id, element]));
  const afterIds = new Set(after.map((element) => element.id));
  return {
    added: after.flatMap((element, index) => (beforeById.has(element.id) ? [] : [[element, index] as const])),
    removed: before.filter((element) => !afterIds.has(element.id)),
    changed: after.filter((element) => {
      const known = beforeById.get(element.id);
      return known !== undefined && !same(known, element);
    }),
  };
}

/** Ids of `list` that can stay where they are when the order of `wanted` is to come out: a run that only goes up. */
function inSequence(list: readonly string[], wanted: readonly string[]): ReadonlySet<string> {
  const place = new Map(wanted.map((id, index) => [id, index]));
  const stays = new Set<string>();
  let last = -1;
  for (const id of list) {
    const at = place.get(id) ?? -1;
    if (at <= last) continue;
    stays.add(id);
    last = at;
  }
  return stays;
}

function same(one: object, other: object): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}
