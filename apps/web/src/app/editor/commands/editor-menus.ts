import type { MenuTarget } from '@millrace/web-canvas';
import type { MenuEntry } from '@millrace/web-ui/base';
import type { EditorCommands } from './editor-commands';
import { whyNotConverted } from './convert-steps';
import { groupMenu, noteMenu } from './frame-menus';
import { loopEntries } from './loop-menu';
import { FAILURES } from '../../tests/test-words';

/** What the menu at a place of the canvas offers. */
export function menuFor(commands: EditorCommands, target: MenuTarget): readonly MenuEntry[] {
  const { kind, id = '' } = target;
  if (commands.session.isReadonly()) return kind === 'node' ? readonlyNodeMenu(commands, id) : readonlyMenu(commands);
  switch (kind) {
    case 'node':
      return nodeMenu(commands, id);
    case 'edge':
      return edgeMenu(commands, id);
    case 'note':
      return noteMenu(commands, id);
    case 'group':
      return groupMenu(commands, id);
    case 'canvas':
      return canvasMenu(commands, target);
  }
}

function nodeMenu(commands: EditorCommands, id: string): readonly MenuEntry[] {
  const { session, runs } = commands;
  const node = session.node(id);
  const isTrigger = node !== undefined && session.catalogue.isTrigger(node);
  const several = session.selection.nodeIds().size > 1;
  return [
    { label: 'Open', icon: 'maximize-2', keys: 'Enter', run: () => commands.open(id) },
    ...calledEntry(commands, id),
    'divider',
    several
      ? { label: 'Run selection', icon: 'play', keys: 'Alt+R', run: () => commands.runSelection() }
      : { label: 'Run step', icon: 'play', keys: 'Alt+R', run: () => void runs.runPart(id, 'step') },
    { label: 'Run to here', icon: 'arrow-right', disabled: isTrigger, run: () => void runs.runPart(id, 'to') },
    ...(node !== undefined && session.catalogue.of(node)?.startsOn === 'webhook'
      ? [{ label: 'Listen for a test call', icon: 'radio' as const, run: () => commands.listener.listen(id) }]
      : []),
    { label: 'Run from here', icon: 'skip-forward', run: () => void runs.runPart(id, 'from') },
    ...(isTrigger || several ? [] : [dryRunEntry(commands, id)]),
    'divider',
    { label: 'Rename', icon: 'pencil', keys: 'F2', run: () => void commands.rename(id) },
    { label: 'Replace', icon: 'replace', run: () => commands.adder.replace(id) },
    {
      label: node?.enabled === false ? 'Enable' : 'Disable',
      icon: 'power',
      keys: 'D',
      run: () => void session.actions.toggleEnabled(several ? undefined : [id]),
    },
    {
      label: session.pins.isPinned(id) ? 'Unpin output' : 'Pin output',
      icon: 'pin',
      keys: 'P',
      run: () => void commands.togglePin(several ? undefined : [id]),
    },
    {
      label: session.breakpoints.has(id) ? 'Remove breakpoint' : 'Set breakpoint',
      icon: 'circle-dot',
      keys: 'B',
      run: () => commands.toggleBreakpoints(several ? undefined : [id]),
    },
    'divider',
    { label: 'Copy', icon: 'copy', keys: 'Mod+C', run: () => void commands.clipboard.copy() },
    { label: 'Duplicate', icon: 'copy-plus', keys: 'Mod+D', run: () => commands.clipboard.duplicate() },
    { label: 'Group', icon: 'group', keys: 'Mod+G', run: () => void session.actions.group() },
    ...loopEntries(commands, id, several),
    ...convertEntry(commands, id, isTrigger && !several),
    ...arrangeEntry(commands, several),
    {
      label: 'Select',
      icon: 'square-dashed-mouse-pointer',
      children: [
        { label: 'Upstream', keys: 'Shift+ArrowLeft', run: () => session.selection.selectUpstream() },
        { label: 'Downstream', keys: 'Shift+ArrowRight', run: () => session.selection.selectDownstream() },
        { label: 'All', keys: 'Mod+A', run: () => session.selection.selectAll() },
      ],
    },
    'divider',
    { label: 'Delete', icon: 'trash-2', keys: 'Delete', danger: true, run: () => commands.remove() },
  ];
}

/** Makes the selected steps a workflow of their own, or says why that cannot be. */
function convertEntry(commands: EditorCommands, id: string, isTrigger: boolean): readonly MenuEntry[] {
  if (isTrigger) return [];
  const { selection } = commands.session;
  const nodeIds = selection.hasNode(id) ? [...selection.nodeIds()] : [id];
  const why = whyNotConverted(commands.session, nodeIds);
  const run = (): void => void commands.convert(nodeIds);
  return [{ label: 'Convert to sub-workflow', icon: 'workflow', keys: 'Alt+X', disabled: why !== undefined, why, run }];
}

/** A dry run in which the step meets a failure. */
function dryRunEntry(commands: EditorCommands, nodeId: string): MenuEntry {
  return {
    label: 'Dry run with a failure',
    icon: 'bug',
    children: FAILURES.map(({ value, label }) => ({
      label,
      run: () => void commands.openDryRun({ nodeId, kind: value }),
    })),
  };
}

function arrangeEntry(commands: EditorCommands, several: boolean): readonly MenuEntry[] {
  const { actions } = commands.session;
  if (!several) return [];
  return [
    {
      label: 'Arrange',
      icon: 'layout-grid',
      children: [
        { label: 'Tidy up', keys: 'Shift+Alt+T', run: () => void commands.tidyUp() },
        'divider',
        { label: 'Align left', run: () => void actions.align('left') },
        { label: 'Align centre', run: () => void actions.align('centre') },
        { label: 'Align right', run: () => void actions.align('right') },
        { label: 'Align top', run: () => void actions.align('top') },
        { label: 'Align middle', run: () => void actions.align('middle') },
        { label: 'Align bottom', run: () => void actions.align('bottom') },
        'divider',
        { label: 'Distribute across', run: () => void actions.distribute('across') },
        { label: 'Distribute down', run: () => void actions.distribute('down') },
      ],
    },
  ];
}

function edgeMenu(commands: EditorCommands, edgeId: string): readonly MenuEntry[] {
  return [
    { label: 'Insert a step', icon: 'plus', run: () => commands.adder.add({ kind: 'into', edgeId }) },
    'divider',
    {
      label: 'Delete connection',
      icon: 'trash-2',
      danger: true,
      run: () => void commands.session.actions.disconnect(edgeId),
    },
  ];
}

function canvasMenu(commands: EditorCommands, at: MenuTarget): readonly MenuEntry[] {
  const { session, canvas } = commands;
  const position = canvas?.pointAt(at.x, at.y) ?? { x: 0, y: 0 };
  return [
    { label: 'Add step', icon: 'plus', keys: 'N', run: () => commands.adder.add({ kind: 'free', position }) },
    { label: 'Add note', icon: 'sticky-note', keys: 'Shift+S', run: () => commands.addNote(at) },
    { label: 'Paste', icon: 'clipboard-paste', keys: 'Mod+V', run: () => void commands.clipboard.paste(at) },
    'divider',
    {
      label: 'Tidy up',
      icon: 'sparkles',
      keys: 'Shift+Alt+T',
      disabled: session.isEmpty(),
      run: () => void commands.tidyUp(),
    },
    {
      label: 'Select all',
      icon: 'square-dashed-mouse-pointer',
      keys: 'Mod+A',
      run: () => session.selection.selectAll(),
    },
    ...readonlyMenu(commands),
  ];
}

function readonlyMenu({ canvas }: EditorCommands): readonly MenuEntry[] {
  return [{ label: 'Fit to window', icon: 'maximize', keys: '1', run: () => canvas?.fit() }];
}

function readonlyNodeMenu(commands: EditorCommands, id: string): readonly MenuEntry[] {
  return [
    { label: 'Open', icon: 'maximize-2', keys: 'Enter', run: () => commands.open(id) },
    ...calledEntry(commands, id),
  ];
}

function calledEntry(commands: EditorCommands, id: string): readonly MenuEntry[] {
  if (commands.calledBy(id) === undefined) return [];
  const run = (): void => void commands.openCalled(id);
  return [{ label: 'Open its workflow', icon: 'external-link', keys: 'Mod+Shift+O', run }];
}
