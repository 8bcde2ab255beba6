import { type DocumentDiff, type ElementsDiff, formatPath, type WorkflowNode } from '@millrace/workflow-model';

/** A line of what changed. */
export interface ChangeLine {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly text: string;
  /** What of it, for changes. */
  readonly detail?: string;
}

/** What publishing would change, in words; moved cards, notes and groups are not told. */
export function describeDiff(diff: DocumentDiff, nameOf: (nodeId: string) => string): readonly ChangeLine[] {
  return [
    ...(diff.name ? [changed(`Name: ${diff.name.before} → ${diff.name.after}`)] : []),
    ...nodeLines(diff.nodes),
    ...diff.edges.added.map((edge) => line('added', `${nameOf(edge.source)} → ${nameOf(edge.target)}`)),
    ...diff.edges.removed.map((edge) => line('removed', `${nameOf(edge.source)} → ${nameOf(edge.target)}`)),
    ...diff.edges.changed.map((edge) => changed(`${nameOf(edge.after.source)} → ${nameOf(edge.after.target)}`)),
    ...(diff.settings.length > 0 ? [settingsLine(diff.settings)] : []),
    ...(diff.metadata.length > 0 ? [changed('Description and tags')] : []),
  ];
}

function nodeLines(nodes: ElementsDiff<WorkflowNode>): readonly ChangeLine[] {
  return [
    ...nodes.added.map((node) => line('added', node.label)),
    ...nodes.removed.map((node) => line('removed', node.label)),
    ...nodes.changed
      .filter((node) => !node.layoutOnly)
      .map((node): ChangeLine => ({
        kind: 'changed',
        text: node.after.label,
        detail: node.changes
          .filter(({ path }) => path[0] !== 'position')
          .map(({ path }) => formatPath(path[0] === 'config' ? path.slice(1) : path))
          .join(', '),
      })),
  ];
}

function settingsLine(changes: DocumentDiff['settings']): ChangeLine {
  const names = new Set(changes.map(({ path }) => SETTING_NAMES[String(path[0])] ?? String(path[0])));
  return { kind: 'changed', text: 'Settings of the workflow', detail: [...names].join(', ') };
}

const SETTING_NAMES: Readonly<Record<string, string>> = {
  timezone: 'time zone',
  timeoutMs: 'longest run',
  errorWorkflowId: 'error workflow',
  concurrency: 'runs at the same time',
  priority: 'priority',
  pauseAfterFailures: 'switching off after failures',
  retention: 'kept runs',
  publishNeedsGreenTests: 'tests before publishing',
};

function line(kind: ChangeLine['kind'], text: string): ChangeLine {
  return { kind, text };
}

function changed(text: string): ChangeLine {
  return line('changed', text);
}
