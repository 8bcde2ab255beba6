import { inject } from '@angular/core';
import { Session } from '@millrace/web-api';
import { Shortcuts, Theme, type IconName, type ThemeChoice } from '@millrace/web-ui/base';
import { WorkflowActions } from '../../workflows/workflow-actions';
import { RailState } from '../rail-state';
import { SheetOpener } from '../shortcuts/sheet-opener';
import { SignOut } from '../sign-out';
import type { Command, CommandSource } from './command';

const THEMES: readonly (readonly [ThemeChoice, label: string, IconName])[] = [
  ['light', 'Light theme', 'sun'],
  ['dark', 'Dark theme', 'moon'],
  ['system', 'Theme like the system', 'monitor'],
];

/** What can be done on every page. */
export function actionCommands(): CommandSource {
  const { mayWrite } = inject(Session);
  const shortcuts = inject(Shortcuts);
  const [writing, looking] = [writingCommands(), lookCommands()];
  const withKeys = (command: Command): Command => {
    const keys = shortcuts.keysOf(`shell.${command.id}`);
    return keys ? { ...command, keys } : command;
  };
  return {
    id: 'actions',
    heading: 'Actions',
    prefix: '>',
    commands: () => [...(mayWrite() ? writing : []), ...looking()].map(withKeys),
  };
}

function writingCommands(): readonly Command[] {
  const actions = inject(WorkflowActions);
  return [
    { id: 'new', label: 'New workflow', icon: 'plus', keywords: ['create', 'add'], run: () => void actions.create() },
    {
      id: 'import',
      label: 'Import a workflow',
      icon: 'import',
      keywords: ['upload', 'file', 'json'],
      run: () => void actions.import(),
    },
  ];
}

function lookCommands(): () => readonly Command[] {
  const [theme, rail, sheet, leaving] = [inject(Theme), inject(RailState), inject(SheetOpener), inject(SignOut)];
  const themes: readonly Command[] = THEMES.map(([choice, label, icon]) => ({
    id: `theme-${choice}`,
    label,
    icon,
    keywords: ['appearance', 'mode'],
    suggested: false,
    run: () => theme.choose(choice),
  }));
  return () => [
    ...themes,
    {
      id: 'rail',
      label: rail.isNarrow() ? 'Widen the rail' : 'Collapse the rail',
      icon: 'panel-left',
      suggested: false,
      run: () => rail.toggle(),
    },
    { id: 'shortcuts', label: 'Keyboard shortcuts', icon: 'keyboard', run: () => void sheet.open() },
    {
      id: 'sign-out',
      label: 'Sign out',
      icon: 'log-out',
      keywords: ['leave', 'log out'],
      suggested: false,
      run: () => void leaving.run(),
    },
  ];
}
