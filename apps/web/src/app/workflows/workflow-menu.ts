import type { MenuEntry } from '@millrace/web-ui';
import type { ExportFormat } from './workflow-actions';
import type { WorkflowItem } from './workflow-list';

/** What the menu of a row can do. */
export interface WorkflowMenuActions {
  open(row: WorkflowItem): void;
  showRuns(row: WorkflowItem): void;
  duplicate(row: WorkflowItem): void;
  setEnabled(row: WorkflowItem, isEnabled: boolean): void;
  export(row: WorkflowItem, format: ExportFormat): void;
  delete(row: WorkflowItem): void;
  restore(row: WorkflowItem): void;
}

/** The menu of a row, without what the role does not allow. */
export function workflowMenu(row: WorkflowItem, actions: WorkflowMenuActions, mayWrite: boolean): readonly MenuEntry[] {
  if (row.status === 'DELETED') {
    return [{ label: 'Restore', icon: 'archive-restore', disabled: !mayWrite, run: () => actions.restore(row) }];
  }
  const reading: readonly MenuEntry[] = [
    { label: 'Open', icon: 'square-pen', run: () => actions.open(row) },
    { label: 'Show runs', icon: 'activity', run: () => actions.showRuns(row) },
    {
      label: 'Export',
      icon: 'download',
      children: [
        { label: 'JSON', hint: '.json', run: () => actions.export(row, 'json') },
        { label: 'YAML', hint: '.yaml', run: () => actions.export(row, 'yaml') },
        { label: 'Exchange form', hint: '.exchange.json', run: () => actions.export(row, 'exchange') },
      ],
    },
  ];
  if (!mayWrite) return reading;
  const switching: MenuEntry = row.enabled
    ? { label: 'Disable', icon: 'power-off', run: () => actions.setEnabled(row, false) }
    : {
        label: 'Enable',
        icon: 'power',
        disabled: row.publishedVersion === null,
        ...(row.publishedVersion === null ? { hint: 'publish first' } : {}),
        run: () => actions.setEnabled(row, true),
      };
  return [
    ...reading,
    'divider',
    { label: 'Duplicate', icon: 'copy-plus', run: () => actions.duplicate(row) },
    switching,
    'divider',
    { label: 'Delete', icon: 'trash-2', danger: true, run: () => actions.delete(row) },
  ];
}
