import { Dialogs, type Shortcut } from '@millrace/web-ui/base';
import type { EditorCommands } from './editor-commands';
import type { WireMode } from './wire-mode';

type Direction = 'left' | 'right' | 'up' | 'down';

/** The keys of the editor; see the table in docs. They rest while a dialog or the node view is open. */
export function editorShortcuts(commands: EditorCommands, wire: WireMode, dialogs: Dialogs): readonly Shortcut[] {
  const isFree = (): boolean => !commands.state.isCovered() && !dialogs.isOpen && commands.canvas !== undefined;
  const make =
    (group: string) =>
    (id: string, keys: string | readonly string[], label: string, run: Shortcut['run']): Shortcut => ({
      id: `editor.${id}`,
      keys,
      label,
      group,
      run,
      when: isFree,
    });
  return [
    ...stepKeys(commands, wire, make('Steps')),
    ...canvasKeys(commands, wire, make('Canvas')),
    ...workflowKeys(commands, make('Workflow')),
    {
      id: 'editor.close-step',
      keys: 'Escape',
      label: 'Close step',
      group: 'Steps',
      when: () => commands.state.isCovered() && !dialogs.isOpen,
      run: () => commands.closeNode(),
    },
  ];
}

type Make = (id: string, keys: string | readonly string[], label: string, run: Shortcut['run']) => Shortcut;

function stepKeys(commands: EditorCommands, wire: WireMode, key: Make): readonly Shortcut[] {
  const { session } = commands;
  const { actions } = session;
  return [
    key('add', ['N', 'Tab'], 'Add a step', (event) => {
      // Tab leaves everything but the empty canvas, else nobody could get past it by keyboard.
      if (event.key === 'Tab' && document.activeElement !== document.body) return false;
      commands.adder.add();
      return true;
    }),
    key('add-inside', 'I', 'Add a step inside the loop', () => {
      const loopId = commands.target();
      if (loopId === undefined || session.definitionOf(loopId)?.traits.container !== true) return false;
      commands.adder.add({ kind: 'inside', loopId });
      return true;
    }),
    key('wrap', 'Shift+L', 'Put into a loop', () => commands.wrap()),
    key('convert', 'Alt+X', 'Convert to sub-workflow', () => void commands.convert()),
    key('open', 'Enter', 'Open step', (event) => {
      if (!(event.target as HTMLElement).matches('[data-node], body')) return false;
      if (wire.isOn()) wire.finish();
      else commands.open();
      return true;
    }),
    key('open-called', 'Mod+Shift+O', 'Open the workflow that a step runs', () => commands.openCalled()),
    key('rename', 'F2', 'Rename step or group', () => void commands.renameChosen()),
    key('disable', 'D', 'Disable or enable', () => commands.toggleEnabled()),
    key('pin', 'P', 'Pin or unpin output', () => void commands.togglePin()),
    key('delete', ['Delete', 'Backspace'], 'Delete', () => commands.remove()),
    key('delete-bridge', ['Mod+Delete', 'Mod+Backspace'], 'Delete and join neighbours', () =>
      commands.remove('always'),
    ),
    key('duplicate', 'Mod+D', 'Duplicate', () => void commands.clipboard.duplicate()),
    key('copy', 'Mod+C', 'Copy', () => {
      if ((getSelection()?.toString() ?? '') !== '') return false;
      void commands.clipboard.copy();
      return true;
    }),
    key('cut', 'Mod+X', 'Cut', () => void commands.clipboard.cut()),
    key('select-all', 'Mod+A', 'Select all', () => session.selection.selectAll()),
    key('group', 'Mod+G', 'Group', () => void actions.group()),
    key('ungroup', 'Mod+Shift+G', 'Ungroup', () => void actions.ungroup()),
    key('collapse-group', 'Shift+Alt+G', 'Collapse group', () => void actions.collapseGroups(true)),
    key('expand-group', 'Alt+G', 'Expand group', () => void actions.collapseGroups(false)),
    key('breakpoint', 'B', 'Breakpoint', () => commands.toggleBreakpoints()),
    key('run-step', 'Alt+R', 'Run step or selection', () => commands.runSelection()),
  ];
}

function canvasKeys(commands: EditorCommands, wire: WireMode, key: Make): readonly Shortcut[] {
  const { state, session } = commands;
  const go = (direction: Direction) => (): void => {
    if (wire.isOn()) return wire.move(direction === 'left' || direction === 'up' ? -1 : 1);
    const next = session.selection.moveTo(direction);
    if (next !== undefined) commands.canvas?.reveal(next);
  };
  const nudge = (x: number, y: number) => (): void => void session.actions.nudge({ x, y });
  return [
    key('left', 'ArrowLeft', 'Step to the left', go('left')),
    key('right', 'ArrowRight', 'Step to the right', go('right')),
    key('up', 'ArrowUp', 'Step above', go('up')),
    key('down', 'ArrowDown', 'Step below', go('down')),
    key('nudge-left', 'Alt+ArrowLeft', 'Move left', nudge(-20, 0)),
    key('nudge-right', 'Alt+ArrowRight', 'Move right', nudge(20, 0)),
    key('nudge-up', 'Alt+ArrowUp', 'Move up', nudge(0, -20)),
    key('nudge-down', 'Alt+ArrowDown', 'Move down', nudge(0, 20)),
    key('upstream', 'Shift+ArrowLeft', 'Select upstream', () => session.selection.selectUpstream()),
    key('downstream', 'Shift+ArrowRight', 'Select downstream', () => session.selection.selectDownstream()),
    key('connect', 'C', 'Connect by keyboard', () => wire.begin()),
    key('note', 'Shift+S', 'Add a note', () => commands.addNote()),
    key('tidy', 'Shift+Alt+T', 'Tidy up', () => void commands.tidyUp()),
    key('zoom-in', ['+', '='], 'Zoom in', () => commands.canvas?.zoomBy(1.25)),
    key('zoom-out', '-', 'Zoom out', () => commands.canvas?.zoomBy(0.8)),
    key('zoom-reset', '0', 'Zoom to 100 %', () => commands.canvas?.zoomTo(1)),
    key('fit', '1', 'Fit to window', () => commands.canvas?.fit()),
    key('outline', 'O', 'Outline', () => state.isOutline.update((shown) => !shown)),
    key('log', 'L', 'Run log', () => state.toggleDock('log')),
    key('problems', 'Mod+Shift+M', 'Problems', () => state.toggleDock('problems')),
    key('follow', 'F', 'Follow the run', () => state.isFollowing.update((on) => !on)),
    key('escape', 'Escape', 'One level up', () => up(commands, wire)),
  ];
}

function workflowKeys(commands: EditorCommands, key: Make): readonly Shortcut[] {
  const { runs } = commands;
  return [
    key('run', 'Mod+Enter', 'Run workflow', () => void runs.run()),
    key('dry-run', 'Shift+Mod+Enter', 'Dry run', () => void commands.openDryRun()),
    key('continue', 'F8', 'Continue a paused run', () => runs.isHeld() && (void runs.resume(), true)),
    key('step', 'F10', 'Run one step of a paused run', () => runs.isHeld() && (void runs.step(), true)),
    key('save', 'Mod+S', 'Save checkpoint', () => void commands.checkpoint()),
    key('undo', 'Mod+Z', 'Undo', () => commands.undo()),
    key('redo', ['Mod+Shift+Z', 'Mod+Y'], 'Redo', () => commands.redo()),
    key('settings', 'Mod+,', 'Workflow settings', () => void commands.openSettings()),
    key('publish', 'Shift+P', 'Publish', () => void commands.openPublish()),
    key('enable', 'Mod+U', 'Enable or disable', () => void commands.setEnabled(!commands.session.enabled())),
  ];
}

function up({ state, session, canvas }: EditorCommands, wire: WireMode): boolean {
  if (wire.isOn()) wire.cancel();
  else if (state.adding() !== undefined) state.adding.set(undefined);
  else if (outOfLoop({ session, canvas })) return true;
  else if (!session.selection.isEmpty()) session.selection.clear();
  else if (state.isOutline()) state.isOutline.set(false);
  else return false;
  return true;
}

/** From a step inside a loop to the loop. */
function outOfLoop({ session, canvas }: Pick<EditorCommands, 'session' | 'canvas'>): boolean {
  const nodeId = session.selection.onlyNode();
  const [loopId] = nodeId === undefined ? [] : session.index().loopsAround(nodeId);
  if (loopId === undefined) return false;
  session.selection.selectNode(loopId);
  canvas?.reveal(loopId);
  return true;
}
