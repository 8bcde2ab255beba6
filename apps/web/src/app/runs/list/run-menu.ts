import type { MenuEntry } from '@millrace/web-ui';
import { isOver, type RunRow } from '../shared/run-row';

/** What the menu of a run does. */
export interface RunMenuActions {
  open(row: RunRow): void;
  openWorkflow(row: RunRow): void;
  copyId(row: RunRow): void;
  star(row: RunRow): void;
  rerun(row: RunRow): void;
  download(row: RunRow): void;
  cancel(row: RunRow): void;
  remove(row: RunRow): void;
}

/** The menu of a run in the list. */
export function runMenu(row: RunRow, actions: RunMenuActions): readonly MenuEntry[] {
  const over = isOver(row.status);
  const workflow: MenuEntry = { label: 'Open the workflow', icon: 'workflow', run: () => actions.openWorkflow(row) };
  const again: MenuEntry = { label: 'Run again', icon: 'rotate-cw', run: () => actions.rerun(row) };
  return [
    { label: 'Open', icon: 'arrow-up-right', run: () => actions.open(row) },
    ...(row.workflowId === null ? [] : [workflow]),
    { label: row.starred ? 'Take the star away' : 'Star', icon: 'star', run: () => actions.star(row) },
    ...(over ? [again] : []),
    { label: 'Download JSON', icon: 'download', run: () => actions.download(row) },
    { label: 'Copy run id', icon: 'copy', run: () => actions.copyId(row) },
    'divider',
    over
      ? { label: 'Delete…', icon: 'trash-2', danger: true, run: () => actions.remove(row) }
      : { label: 'Cancel', icon: 'circle-stop', danger: true, run: () => actions.cancel(row) },
  ];
}
