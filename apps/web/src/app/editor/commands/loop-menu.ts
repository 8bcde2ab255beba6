import type { MenuEntry } from '@millrace/web-ui';
import type { EditorCommands } from './editor-commands';

/** What can be done with loops around, inside and instead of a node. */
export function loopEntries(commands: EditorCommands, id: string, several: boolean): readonly MenuEntry[] {
  const { session, adder } = commands;
  const { actions, catalogue } = session;
  const node = session.node(id);
  if (node === undefined || catalogue.isTrigger(node)) return [];
  const nodeIds = several ? [...session.selection.nodeIds()] : [id];
  const isLoop = !several && catalogue.of(node)?.traits.container === true;
  const loops = actions.loopsFor(nodeIds);
  return [
    ...(isLoop
      ? [
          {
            label: 'Add a step inside',
            icon: 'plus' as const,
            keys: 'I',
            run: () => adder.add({ kind: 'inside', loopId: id }),
          },
          {
            label: 'Unwrap',
            icon: 'ungroup' as const,
            disabled: session.index().childrenOf(id).length === 0,
            run: () => void actions.unwrap(id),
          },
        ]
      : []),
    { label: 'Put into a loop', icon: 'refresh-cw', keys: 'Shift+L', run: () => commands.wrap(nodeIds) },
    ...(loops.length > 0
      ? [
          {
            label: 'Move into',
            icon: 'arrow-right' as const,
            children: loops.map((loopId) => ({
              label: session.node(loopId)?.label ?? loopId,
              run: () => void actions.moveInto(nodeIds, loopId),
            })),
          },
        ]
      : []),
    ...(nodeIds.some((each) => session.node(each)?.parent !== undefined)
      ? [
          {
            label: 'Move out of the loop',
            icon: 'arrow-up' as const,
            run: () => void actions.moveInto(nodeIds, session.node(node.parent ?? '')?.parent),
          },
        ]
      : []),
  ];
}
