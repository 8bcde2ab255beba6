import {
  formatPath,
  type ChangedValue,
  type DocumentDiff,
  type Json,
  type WorkflowDocument,
} from '@millrace/workflow-model';
import type { ChangeMark } from './merged-picture';

/** One value that differs, in words. */
export interface ChangeLine {
  readonly path: string;
  /** Absent for what came. */
  readonly before?: string;
  /** Absent for what went. */
  readonly after?: string;
}

/** Everything that changed about one element. */
export interface ChangeGroup {
  readonly id: string;
  readonly mark: ChangeMark;
  readonly kind: 'step' | 'connection' | 'note' | 'group' | 'workflow';
  readonly title: string;
  readonly lines: readonly ChangeLine[];
}

/** The changes of a diff as a list: steps first. Where things stand is left out. */
export function changeListOf(
  diff: DocumentDiff,
  before: WorkflowDocument,
  after: WorkflowDocument,
): readonly ChangeGroup[] {
  return [...workflowGroup(diff), ...stepGroups(diff), ...edgeGroups(diff, before, after), ...otherGroups(diff)];
}

/** How many elements came, changed and went. */
export function countMarks(groups: readonly ChangeGroup[]): Readonly<Record<ChangeMark, number>> {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const { mark } of groups) counts[mark] += 1;
  return counts;
}

function workflowGroup({ name, settings, metadata }: DocumentDiff): readonly ChangeGroup[] {
  const lines = [
    ...(name ? [{ path: 'name', before: name.before, after: name.after }] : []),
    ...linesOf([...settings, ...metadata]),
  ];
  return lines.length === 0 ? [] : [{ id: 'workflow', mark: 'changed', kind: 'workflow', title: 'Workflow', lines }];
}

function stepGroups({ nodes }: DocumentDiff): readonly ChangeGroup[] {
  const step = (mark: ChangeMark, id: string, title: string, lines: readonly ChangeLine[] = []): ChangeGroup => ({
    id,
    mark,
    kind: 'step',
    title,
    lines,
  });
  return [
    ...nodes.added.map(({ id, label }) => step('added', id, label)),
    ...nodes.changed
      .filter(({ layoutOnly }) => !layoutOnly)
      .map(({ id, after, changes }) => step('changed', id, after.label, linesOf(changes))),
    ...nodes.removed.map(({ id, label }) => step('removed', id, label)),
  ];
}

function edgeGroups(
  { edges }: DocumentDiff,
  before: WorkflowDocument,
  after: WorkflowDocument,
): readonly ChangeGroup[] {
  const labels = new Map([...before.nodes, ...after.nodes].map(({ id, label }) => [id, label]));
  const words = (edge: WorkflowDocument['edges'][number]): string => {
    const port = edge.sourceHandle === 'main' ? '' : ` (${edge.sourceHandle})`;
    return `${labels.get(edge.source) ?? edge.source}${port} → ${labels.get(edge.target) ?? edge.target}`;
  };
  const group = (mark: ChangeMark, id: string, title: string, lines: readonly ChangeLine[] = []): ChangeGroup => ({
    id,
    mark,
    kind: 'connection',
    title,
    lines,
  });
  return [
    ...edges.added.map((edge) => group('added', edge.id, words(edge))),
    ...edges.changed.map(({ id, before: was, after: is }) =>
      group('changed', id, 'Connection', [{ path: 'goes', before: words(was), after: words(is) }]),
    ),
    ...edges.removed.map((edge) => group('removed', edge.id, words(edge))),
  ];
}

function otherGroups({ notes, groups }: DocumentDiff): readonly ChangeGroup[] {
  const note = (text: string): string =>
    text
      .split('\n')[0]
      ?.replace(/^#+\s*/, '')
      .slice(0, 60) || 'Note';
  return [
    ...notes.added.map(({ id, text }) => ({
      id,
      mark: 'added' as const,
      kind: 'note' as const,
      title: note(text),
      lines: [],
    })),
    ...notes.removed.map(({ id, text }) => ({
      id,
      mark: 'removed' as const,
      kind: 'note' as const,
      title: note(text),
      lines: [],
    })),
    ...notes.changed
      .filter(({ layoutOnly }) => !layoutOnly)
      .map(({ id, after, changes }) => ({
        id,
        mark: 'changed' as const,
        kind: 'note' as const,
        title: note(after.text),
        lines: linesOf(changes),
      })),
    ...groups.added.map(({ id, label }) => ({
      id,
      mark: 'added' as const,
      kind: 'group' as const,
      title: label,
      lines: [],
    })),
    ...groups.removed.map(({ id, label }) => ({
      id,
      mark: 'removed' as const,
      kind: 'group' as const,
      title: label,
      lines: [],
    })),
    ...groups.changed
      .filter(({ layoutOnly }) => !layoutOnly)
      .map(({ id, after, changes }) => ({
        id,
        mark: 'changed' as const,
        kind: 'group' as const,
        title: after.label,
        lines: linesOf(changes),
      })),
  ];
}

function linesOf(changes: readonly ChangedValue[]): readonly ChangeLine[] {
  return changes
    .filter(({ path }) => path[0] !== 'position')
    .map(({ path, before, after }) => ({
      path: formatPath(path[0] === 'config' ? path.slice(1) : path),
      ...(before === undefined ? {} : { before: valueText(before) }),
      ...(after === undefined ? {} : { after: valueText(after) }),
    }));
}

function valueText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
