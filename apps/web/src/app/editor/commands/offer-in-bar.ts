import { DestroyRef, inject } from '@angular/core';
import { idle } from '@millrace/web-canvas';
import { type Shortcut, Shortcuts } from '@millrace/web-ui/base';
import { CommandRegistry } from '../../shell/commands/command-registry';
import { EditorCommands } from './editor-commands';

/** Lets the command bar find what is in the open workflow and what can be done with it. Call inside an injection context. */
export async function offerInBar(own: readonly Shortcut[]): Promise<void> {
  const [registry, shortcuts, commands, destroy] = [
    inject(CommandRegistry),
    inject(Shortcuts),
    inject(EditorCommands),
    inject(DestroyRef),
  ];
  let isGone = false;
  destroy.onDestroy(() => (isGone = true));
  await idle();
  const { editorSources } = await import('./editor-sources');
  if (isGone) return;
  const { session, adder } = commands;
  const stop = registry.register(
    ...editorSources({
      catalogue: session.catalogue,
      nodes: session.nodes,
      isReadonly: session.isReadonly,
      shortcuts: own,
      keysOf: (id) => shortcuts.keysOf(id),
      add: (type) => void adder.pick(type),
      show: (nodeId) => commands.goToProblem({ nodeId }),
    }),
  );
  destroy.onDestroy(stop);
}
