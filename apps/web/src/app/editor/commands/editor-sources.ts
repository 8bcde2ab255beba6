import type { NodeCatalogue } from '@millrace/web-canvas';
import type { IconName, Shortcut } from '@millrace/web-ui';
import type { WorkflowNode } from '@millrace/workflow-model';
import type { Command, CommandSource } from '../../shell/commands/command';

/** What the command bar finds in an open workflow, and does with it. */
export interface EditorBarParts {
  readonly catalogue: Pick<NodeCatalogue, 'of' | 'offered'>;
  readonly nodes: () => readonly WorkflowNode[];
  readonly isReadonly: () => boolean;
  /** The keys of the editor: what they do is offered by name as well. */
  readonly shortcuts: readonly Shortcut[];
  /** The keys that a shortcut has now. */
  readonly keysOf: (id: string) => string | undefined;
  /** Adds a step of this type. */
  readonly add: (type: string) => void;
  /** Brings a step into sight and gives it the keyboard. */
  readonly show: (nodeId: string) => void;
}

/**
 * By id of its shortcut: what is offered by name, its icon, whether it only looks (then everybody is offered it), and other words for
 * it. What Enter means before anything is typed does nothing yet.
 */
const OFFERED: readonly (readonly [id: string, IconName, look: boolean, ...keywords: string[]])[] = [
  ['add', 'plus', false, 'node', 'insert', 'new'],
  ['run', 'play', false, 'execute', 'start', 'test'],
  ['publish', 'rocket', false, 'deploy', 'live', 'activate'],
  ['tidy', 'layout-grid', false, 'layout', 'arrange', 'align', 'clean'],
  ['outline', 'list-tree', true, 'tree', 'list'],
  ['settings', 'settings-2', true, 'options', 'timeout', 'time zone', 'error workflow'],
  ['convert', 'workflow', false, 'extract', 'subprocess', 'child', 'selection'],
  ['note', 'sticky-note', false, 'comment', 'sticky'],
  ['dry-run', 'flask-conical', false, 'simulate', 'test'],
  ['save', 'bookmark', false, 'version', 'name'],
  ['enable', 'power', false, 'activate', 'deactivate', 'unpublish'],
  ['undo', 'undo-2', false, 'back'],
  ['redo', 'redo-2', false],
  ['select-all', 'square-dashed-mouse-pointer', true, 'mark'],
  ['log', 'logs', true, 'events', 'output'],
  ['problems', 'circle-alert', true, 'errors', 'warnings', 'check'],
  ['fit', 'maximize', true, 'zoom', 'everything'],
  ['follow', 'crosshair', true, 'pan'],
];

/** What can be done in the workflow that is open: its own actions, its steps, and steps to add in place of new workflows with them. */
export function editorSources(parts: EditorBarParts): readonly CommandSource[] {
  return [
    {
      id: 'workflow-actions',
      heading: 'This workflow',
      prefix: '>',
      isFirst: true,
      commands: () => OFFERED.flatMap((offered) => actionOf(parts, offered)),
    },
    {
      id: 'node-types',
      heading: 'Add a step',
      suggested: false,
      commands: () =>
        parts.isReadonly() ? [] : parts.catalogue.offered().map((definition) => typeOf(parts, definition)),
    },
    {
      id: 'steps',
      heading: 'Steps of this workflow',
      prefix: '@',
      suggested: false,
      commands: () => parts.nodes().map((node) => stepOf(parts, node)),
    },
  ];
}

function actionOf(
  { shortcuts, keysOf, isReadonly }: EditorBarParts,
  [id, icon, isLook, ...keywords]: (typeof OFFERED)[number],
): readonly Command[] {
  const shortcut = shortcuts.find((one) => one.id === `editor.${id}`);
  if (shortcut === undefined || (isReadonly() && !isLook)) return [];
  const keys = keysOf(shortcut.id);
  const run = (): void => void shortcut.run(new KeyboardEvent('keydown'));
  return [{ id, icon, label: shortcut.label, keywords, run, ...(keys !== undefined && { keys }) }];
}

function typeOf(
  { add }: EditorBarParts,
  { type, title, icon, keywords = [], aliases = [] }: ReturnType<EditorBarParts['catalogue']['offered']>[number],
): Command {
  return { id: type, label: title, svg: icon ?? null, keywords: [...keywords, ...aliases], run: () => add(type) };
}

function stepOf({ catalogue, show }: EditorBarParts, node: WorkflowNode): Command {
  const definition = catalogue.of(node);
  const title = definition?.title ?? node.type;
  return {
    id: node.id,
    label: node.label,
    svg: definition?.icon ?? null,
    keywords: [title, node.type],
    ...(title !== node.label && { hint: title }),
    run: () => show(node.id),
  };
}
