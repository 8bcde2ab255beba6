import type { Edit, WorkflowGroup } from '@millrace/workflow-model';
import type { DocumentIndex } from '../document/document-index';
import { together } from './connect';
import { type Operation, type OperationContext, type Outcome, refuse } from './operation';

/** What can be changed about a group; undefined takes it away. */
export type GroupChanges = {
  readonly [Key in 'label' | 'color' | 'description' | 'collapsed']?: WorkflowGroup[Key] | undefined;
};

/** An operation that made a group. */
export interface AddedGroup extends Operation {
  readonly groupId: string;
}

/** Puts nodes together; they leave the groups that they were in, and groups without nodes go. */
export function group({ index, newId }: OperationContext, nodeIds: readonly string[]): Outcome<AddedGroup> {
  const members = nodeIds.filter((id) => index.nodeById.has(id));
  if (members.length === 0) return refuse('NOTHING_SELECTED', 'Select the nodes to group.');
  const made: WorkflowGroup = { id: newId(), label: freeLabel(index), nodeIds: members };
  const edits: Edit[] = [...leaving(index, new Set(members)), { kind: 'addGroup', group: made }];
  return { ...together('Group', edits, { groupIds: [made.id] }), groupId: made.id };
}

/** Takes groups apart; their nodes stay and are selected. */
export function ungroup({ index }: Pick<OperationContext, 'index'>, groupIds: readonly string[]): Outcome {
  const wanted = new Set(groupIds);
  const groups = index.document.groups.filter((each) => wanted.has(each.id));
  if (groups.length === 0) return refuse('NOTHING_SELECTED', 'Select a group, or nodes of one, to ungroup.');
  const edits = groups.map((each): Edit => ({ kind: 'removeGroup', groupId: each.id }));
  return together('Ungroup', edits, { nodeIds: groups.flatMap((each) => each.nodeIds) });
}

/** Renames, colours, describes, collapses or expands a group. */
export function updateGroup(
  { index }: Pick<OperationContext, 'index'>,
  groupId: string,
  changes: GroupChanges,
): Outcome {
  const before = index.document.groups.find((each) => each.id === groupId);
  if (before === undefined) return refuse('NO_SUCH_GROUP', 'The group is not there any more.');
  const after = Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined),
  ) as WorkflowGroup;
  return together(labelOf(changes), [{ kind: 'updateGroup', group: after }]);
}

/** Collapses or expands groups; those that are so already stay. What was collapsed is selected, and so is what comes out of it. */
export function collapseGroups(
  { index }: Pick<OperationContext, 'index'>,
  groupIds: readonly string[],
  isCollapsed: boolean,
): Outcome {
  const wanted = new Set(groupIds);
  const groups = index.document.groups.filter(
    (each) => wanted.has(each.id) && (each.collapsed ?? false) !== isCollapsed,
  );
  if (groups.length === 0) {
    const what = isCollapsed ? 'collapse' : 'expand';
    return refuse('NOTHING_SELECTED', `Select a group to ${what}, or a node of one.`);
  }
  const edits = groups.map((each): Edit => {
    const { collapsed: _before, ...rest } = each;
    return { kind: 'updateGroup', group: isCollapsed ? { ...rest, collapsed: true } : rest };
  });
  const label = `${labelOf({ collapsed: isCollapsed })}${groups.length > 1 ? 's' : ''}`;
  if (isCollapsed) return together(label, edits, { groupIds: groups.map(({ id }) => id) });
  return together(label, edits, { nodeIds: groups.flatMap(({ nodeIds }) => nodeIds) });
}

/** Groups that any of the nodes is in. */
export function groupsOf(index: DocumentIndex, nodeIds: Iterable<string>): readonly WorkflowGroup[] {
  const wanted = new Set(nodeIds);
  return index.document.groups.filter((each) => each.nodeIds.some((id) => wanted.has(id)));
}

function labelOf(changes: GroupChanges): string {
  if (changes.collapsed !== undefined) return changes.collapsed ? 'Collapse group' : 'Expand group';
  return changes.label === undefined ? 'Change group' : 'Rename group';
}

function leaving(index: DocumentIndex, members: ReadonlySet<string>): Edit[] {
  return groupsOf(index, members).map((each): Edit => {
    const nodeIds = each.nodeIds.filter((id) => !members.has(id));
    if (nodeIds.length === 0) return { kind: 'removeGroup', groupId: each.id };
    return { kind: 'updateGroup', group: { ...each, nodeIds } };
  });
}

function freeLabel(index: DocumentIndex): string {
  const taken = new Set(index.document.groups.map((each) => each.label));
  let number = 1;
  while (taken.has(`Group ${number}`)) number += 1;
  return `Group ${number}`;
}
