import { inject, type DestroyRef } from '@angular/core';
import { Session } from '@millrace/web-api';
import { Shortcuts } from '@millrace/web-ui/base';
import { credentialCommands } from '../../credentials/credential-commands';
import { WorkflowActions } from '../../workflows/workflow-actions';
import { RailState } from '../rail-state';
import { SheetOpener } from '../shortcuts/sheet-opener';
import { actionCommands } from './action-commands';
import { CommandRegistry } from './command-registry';
import { nodeTypeCommands } from './node-type-commands';
import { pageCommands } from './page-commands';
import { PaletteOpener } from './palette-opener';
import { runCommands } from './run-commands';
import { workflowCommands } from './workflow-commands';

/** Adds what can be done on every page to the palette and to the keyboard, until `destroy`. Call inside an injection context. */
export function provideShellCommands(destroy: DestroyRef): void {
  const sources = [
    workflowCommands(),
    actionCommands(),
    pageCommands(),
    nodeTypeCommands(),
    credentialCommands(),
    runCommands(),
  ];
  destroy.onDestroy(inject(CommandRegistry).register(...sources));
  destroy.onDestroy(registerKeys());
}

function registerKeys(): () => void {
  const [palette, sheet, rail, actions] = [
    inject(PaletteOpener),
    inject(SheetOpener),
    inject(RailState),
    inject(WorkflowActions),
  ];
  const mayWrite = inject(Session).mayWrite;
  const group = 'Everywhere';
  return inject(Shortcuts).register(
    {
      id: 'shell.palette',
      keys: 'Mod+K',
      label: 'Search and commands',
      group,
      whileTyping: true,
      run: () => void palette.open(),
    },
    { id: 'shell.open', keys: 'Mod+O', label: 'Open a workflow', group, run: () => void palette.open('workflows') },
    {
      id: 'shell.new',
      keys: 'Mod+Alt+N',
      label: 'New workflow',
      group,
      when: mayWrite,
      run: () => void actions.create(),
    },
    { id: 'shell.rail', keys: 'Mod+B', label: 'Widen or collapse the rail', group, run: () => rail.toggle() },
    { id: 'shell.shortcuts', keys: '?', label: 'Keyboard shortcuts', group, run: () => void sheet.open() },
  );
}
