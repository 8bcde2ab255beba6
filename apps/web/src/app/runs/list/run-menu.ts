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
  saveAsTest(row: RunRow): void;
}

/** What of it a person may do; the rest is left out. */
export interface RunRights {
  /** Start runs, end them and star them. */
  readonly mayControl: boolean;
  readonly mayPurge: boolean;
  /** Change workflows, and so their tests. */
  readonly mayWrite?: boolean;
}

/** The menu of a run in the list. */
export function runMenu(row: RunRow, actions: RunMenuActions, rights: RunRights): readonly MenuEntry[] {
  const over = isOver(row.status);
  const workflow: MenuEntry = { label: 'Open the workflow', icon: 'workflow', run: () => actions.openWorkflow(row) };
  const again: MenuEntry = { label: 'Run again', icon: 'rotate-cw', run: () => actions.rerun(row) };
  const remove: MenuEntry = { label: 'Delete…', icon: 'trash-2', danger: true, run: () => actions.remove(row) };
  const cancel: MenuEntry = { label: 'Cancel', icon: 'circle-stop', danger: true, run: () => actions.cancel(row) };
  const test: MenuEntry = { label: 'Save as test…', icon: 'flask-conical', run: () => actions.saveAsTest(row) };
  const mayEnd = over ? rights.mayPurge : rights.mayControl;
  const star: MenuEntry = {
    label: row.starred ? 'Take the star away' : 'Star',
    icon: 'star',
    run: () => actions.star(row),
  };
  return [
    { label: 'Open', icon: 'arrow-up-right', run: () => actions.open(row) },
    ...(row.workflowId === null ? [] : [workflow]),
    ...(rights.mayControl ? [star] : []),
    ...(over && rights.mayControl ? [again] : []),
    ...(over && rights.mayWrite && row.workflowId !== null ? [test] : []),
    { label: 'Download JSON', icon: 'download', run: () => actions.download(row) },
    { label: 'Copy run id', icon: 'copy', run: () => actions.copyId(row) },
    ...(mayEnd ? (['divider', over ? remove : cancel] as const) : []),
  ];
}
