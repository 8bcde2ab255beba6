import {
  type DataPath,
  type Edit,
  type Json,
  type NodeSettings,
  type Position,
  type WorkflowMetadata,
  type WorkflowNode,
  type WorkflowNote,
  type WorkflowSettings,
  MAIN_PORT,
  formatPath,
} from '@millrace/workflow-model';
import { writeClipboard } from '../clipboard/clipboard-format';
import { copyElements } from '../clipboard/copy-elements';
import { contentBounds, insertContent } from '../clipboard/insert-content';
import { pasteText } from '../clipboard/paste-text';
import type { EditorSession } from '../editor-session';
import { type AddNodeRequest, type AddedNode, addNode } from './add-node';
import { layoutTask, runLayout } from '../layout/layout-task';
import type { Layout } from '../layout/worker-layout';
import { type Alignment, align, alignToGrid, distribute } from './arrange';
import { type PortAt, connect, disconnect, nameOf, reconnect, whyNotConnect } from './connect';
import { type Bridge, deleteElements } from './delete-elements';
import { GRID, snapped } from './geometry';
import { type AddedGroup, type GroupChanges, collapseGroups, group, groupsOf, ungroup, updateGroup } from './groups';
import { type Moves, move, nudge } from './move';
import { moveAfter } from './move-after';
import { drop, loopsFor, moveInto } from './move-into';
import { addNote, updateNote } from './notes';
import {
  type Elements,
  type OperationContext,
  type Outcome,
  type Refusal,
  type RewritingContext,
  isRefusal,
  refuse,
} from './operation';
import { rename } from './rename';
import { replaceNode } from './replace-node';
import { toggleEnabled } from './set-enabled';
import { type Wrapped, unwrap, wrap } from './wrap';

export type { AddNodeRequest, AddPlace } from './add-node';
export type { Alignment } from './arrange';
export type { PortAt } from './connect';
export type { Moves } from './move';

const LOADING = refuse('STILL_LOADING', 'The editor is still loading; try again in a moment.');

/**
 * Everything that people do to a workflow, each one step of undo. Methods that may be refused say why in
 * `session.refusal`. Without elements they act on the selection.
 */
export class EditorActions {
  readonly #session: EditorSession;
  readonly #layout: Layout;

  constructor(session: EditorSession, layout: Layout = (task) => runLayout(task)) {
    this.#session = session;
    this.#layout = layout;
  }

  /** Id of the new node, which is selected; undefined when it was refused. */
  addNode(request: AddNodeRequest): string | undefined {
    const outcome = this.#with((context): Outcome<AddedNode> => addNode(context, request));
    if (!this.#session.perform(outcome) || isRefusal(outcome)) return undefined;
    this.#session.catalogue.markUsed(request.type);
    return outcome.nodeId;
  }

  /** Another type in the node's place: wires, name and equally named params stay. */
  replaceNode(nodeId: string, type: string): boolean {
    return this.#do((context) => replaceNode(context, nodeId, type));
  }

  /** `auto` joins the neighbours of what had one way in and one way out; `always` joins all with all; `never` leaves holes. */
  remove(elements: Elements = this.#selected(), bridge: Bridge = 'auto'): boolean {
    return this.#do((context) => deleteElements(context, elements, bridge));
  }

  connect(from: PortAt, to: PortAt): boolean {
    return this.#do((context) => connect(context, from, to));
  }

  /** Why two ports cannot be joined; undefined when they can. For dimming handles while a wire is dragged. */
  whyNotConnect(from: PortAt, to: PortAt): Refusal | undefined {
    const { index, catalogue } = this.#session;
    return whyNotConnect({ index: index(), lookup: catalogue.lookup }, from, to);
  }

  disconnect(edgeId: string): boolean {
    return this.#do((context) => disconnect(context, edgeId));
  }

  /** Moves one end of an edge. */
  reconnect(edgeId: string, end: { readonly from: PortAt } | { readonly to: PortAt }): boolean {
    return this.#do((context) => reconnect(context, edgeId, end));
  }

  /** The outline's way to reorder: takes a step out of its chain and puts it behind another. */
  moveAfter(nodeId: string, afterId: string, port?: string): boolean {
    return this.#do((context) => moveAfter(context, nodeId, afterId, port));
  }

  /** Writes on an edge; an empty text takes the label away. */
  labelEdge(edgeId: string, label: string): boolean {
    const edge = this.#session.index().edgeById.get(edgeId);
    if (edge === undefined) return false;
    const { label: _before, ...bare } = edge;
    const next = label.trim() === '' ? bare : { ...bare, label: label.trim() };
    return this.#session.apply({ kind: 'replaceEdge', edge: next }, { label: 'Label connection' });
  }

  /** Renames and rewrites every reference; a name that is taken gets a number. */
  rename(nodeId: string, label: string): boolean {
    return this.#rewrite((context) => rename(context, nodeId, label));
  }

  /** Copies elements beside themselves; the copies are selected. */
  duplicate(elements: Elements = this.#selected()): boolean {
    const { index, pins } = this.#session;
    return this.#rewrite((context) => {
      const content = copyElements(index(), elements, pins.values());
      const bounds = content && contentBounds(content);
      if (content === undefined || bounds === undefined) return refuse('NOTHING_SELECTED', 'Select what to duplicate.');
      const position = { x: bounds.x + 2 * GRID, y: bounds.y + bounds.height + 2 * GRID };
      const parentOf = ({ parent }: WorkflowNode): string | undefined => parent;
      return insertContent(context, { ...content, pins: {} }, { position, label: 'Duplicate', parentOf });
    });
  }

  /** Turns all off when one is on, else all on. */
  toggleEnabled(nodeIds: readonly string[] = this.#selectedNodes()): boolean {
    return this.#do((context) => toggleEnabled(context, nodeIds));
  }

  /** Typing on in one param is one step. Takes the value away when it is undefined. */
  setParam(nodeId: string, path: DataPath, value: Json | undefined): boolean {
    const label = `Change ${formatPath(path.slice(0, 1))} of ${this.#nameOf(nodeId)}`;
    const edit: Edit = { kind: 'updateConfig', nodeId, path, ...(value === undefined ? {} : { value }) };
    return this.#session.apply(edit, { label, coalesce: `config:${nodeId}:${formatPath(path)}` });
  }

  setSettings(nodeId: string, settings: NodeSettings): boolean {
    const label = `Change settings of ${this.#nameOf(nodeId)}`;
    return this.#session.apply(
      { kind: 'setNodeSettings', nodeId, settings },
      { label, coalesce: `settings:${nodeId}` },
    );
  }

  /** An empty text takes the description away. */
  describe(nodeId: string, description: string): boolean {
    const label = `Describe ${this.#nameOf(nodeId)}`;
    const edit: Edit = { kind: 'describeNode', nodeId, ...(description === '' ? {} : { description }) };
    return this.#session.apply(edit, { label, coalesce: `describe:${nodeId}` });
  }

  /** Finishes a drag, or goes on with one when `isDragging`: then all parts are one step. Notes take along what lies in them. */
  move(moves: Moves, isDragging = false): boolean {
    const ids = [...(moves.nodes ?? []), ...(moves.notes ?? [])].map(({ id }) => id);
    return this.#do((context) => move(context, moves), isDragging ? `move:${ids.join(' ')}` : undefined);
  }

  /** Finishes a drag of nodes that may have been dropped on a loop, or dragged off one. */
  drop(moves: Moves): boolean {
    return this.#do((context) => drop(context, moves));
  }

  /** Puts nodes into a loop, or takes them out of theirs. */
  moveInto(nodeIds: readonly string[], loopId: string | undefined): boolean {
    return this.#do((context) => moveInto(context, nodeIds, loopId));
  }

  /** Ids of the loops that nodes could be put into. */
  loopsFor(nodeIds: readonly string[]): readonly string[] {
    return this.#with((context) => loopsFor(context, nodeIds));
  }

  /** Puts nodes into a new loop where they are. Id of the loop. */
  wrap(nodeIds: readonly string[] = this.#selectedNodes()): string | undefined {
    const outcome = this.#with((context): Outcome<Wrapped> => wrap(context, nodeIds));
    return this.#session.perform(outcome) && !isRefusal(outcome) ? outcome.nodeId : undefined;
  }

  /** Takes a loop away and leaves what is inside. */
  unwrap(loopId: string): boolean {
    return this.#do((context) => unwrap(context, loopId));
  }

  /** Moves by a distance, as arrow keys do; several in a row are one step. */
  nudge(by: Position, elements: Elements = this.#selected()): boolean {
    return this.#do((context) => nudge(context, elements, by), `nudge:${JSON.stringify(elements)}`);
  }

  /** Id of the new note. */
  addNote(position: Position, text = ''): string | undefined {
    const outcome = addNote({ newId: this.#session.newId }, position, text);
    return this.#session.perform(outcome) ? outcome.noteId : undefined;
  }

  /** Typing on in a note and dragging its corner are one step each. */
  updateNote(noteId: string, changes: Partial<Omit<WorkflowNote, 'id'>>): boolean {
    return this.#do((context) => updateNote(context, noteId, changes), `note:${noteId}:${Object.keys(changes).join()}`);
  }

  /** Id of the new group. */
  group(nodeIds: readonly string[] = this.#selectedNodes()): string | undefined {
    const outcome = this.#with((context): Outcome<AddedGroup> => group(context, nodeIds));
    return this.#session.perform(outcome) && !isRefusal(outcome) ? outcome.groupId : undefined;
  }

  /** Takes groups apart; without ids, the selected ones and those of selected nodes. */
  ungroup(groupIds: readonly string[] = this.#selectedGroups()): boolean {
    return this.#do((context) => ungroup(context, groupIds));
  }

  /** Collapses or expands groups; without ids, the selected ones and those of selected nodes. */
  collapseGroups(isCollapsed: boolean, groupIds: readonly string[] = this.#selectedGroups()): boolean {
    return this.#do((context) => collapseGroups(context, groupIds, isCollapsed));
  }

  updateGroup(groupId: string, changes: GroupChanges): boolean {
    return this.#do(
      (context) => updateGroup(context, groupId, changes),
      `group:${groupId}:${Object.keys(changes).join()}`,
    );
  }

  align(to: Alignment, nodeIds: readonly string[] = this.#selectedNodes()): boolean {
    return this.#do((context) => align(context, nodeIds, to));
  }

  distribute(axis: 'across' | 'down', nodeIds: readonly string[] = this.#selectedNodes()): boolean {
    return this.#do((context) => distribute(context, nodeIds, axis));
  }

  alignToGrid(nodeIds: readonly string[] = this.#selectedNodes()): boolean {
    return this.#do((context) => alignToGrid(context, nodeIds));
  }

  /** Layered layout of all nodes, or of two or more given ones. Rejects with the reason of the signal when that aborts. */
  async tidyUp(nodeIds?: readonly string[], signal?: AbortSignal): Promise<boolean> {
    const document = this.#session.document();
    const outcome = await this.#layout(layoutTask(document, this.#session.catalogue.lookup, nodeIds), signal);
    signal?.throwIfAborted();
    // What was worked out for another workflow than this one fits no more.
    if (this.#session.document() !== document)
      return this.#session.perform(refuse('CHANGED_MEANWHILE', 'The workflow changed meanwhile. Tidy it up again.'));
    return this.#session.perform(outcome);
  }

  /** An empty name is refused. */
  setName(name: string): boolean {
    const trimmed = name.trim().slice(0, 200);
    if (trimmed === '') return this.#session.perform(refuse('NAME_EMPTY', 'Give the workflow a name.'));
    return this.#session.apply({ kind: 'setName', name: trimmed }, { label: 'Rename workflow', coalesce: 'name' });
  }

  setWorkflowSettings(settings: WorkflowSettings): boolean {
    return this.#session.apply({ kind: 'setWorkflowSettings', settings }, { label: 'Change workflow settings' });
  }

  setMetadata(metadata: WorkflowMetadata): boolean {
    return this.#session.apply({ kind: 'setMetadata', metadata }, { label: 'Change workflow details' });
  }

  /** Elements as clipboard text; undefined when nothing is selected. */
  copy(elements: Elements = this.#selected()): string | undefined {
    const { accounts, index, pins } = this.#session;
    const content = copyElements(index(), elements, pins.values());
    return content && writeClipboard(content, accounts);
  }

  /** Copies, then removes without joining the neighbours. */
  cut(elements: Elements = this.#selected()): string | undefined {
    const text = this.copy(elements);
    return text !== undefined && this.remove(elements, 'never') ? text : undefined;
  }

  /** Pins what a node gave in the run that is shown, on every live port. False when it has not run, or not that way. */
  async pinOutput(nodeId: string): Promise<boolean> {
    const { run, pins } = this.#session;
    const refs = Object.entries(run.node(nodeId)()?.ports ?? {});
    const values = await Promise.all(
      refs.map(async ([port, ref]) => [port, run.valueOf(ref) ?? (await run.loadRef(ref))] as const),
    );
    const ports = values.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
    if (ports.length === 0 || ports.length < refs.length) return false;
    pins.pin(nodeId, Object.fromEntries(ports));
    return true;
  }

  /** Pins a value that somebody wrote: on the named port, else on the one that was live, else on the first of the node. */
  pinValue(nodeId: string, value: Json, port?: string): void {
    const { catalogue, pins, run } = this.#session;
    const known = pins.values()[nodeId] ?? {};
    const live = [...Object.keys(known), ...Object.keys(run.node(nodeId)()?.ports ?? {})];
    const node = this.#session.node(nodeId);
    const first = node === undefined ? undefined : catalogue.outputsOf(node).ports[0]?.id;
    pins.pin(nodeId, { ...known, [port ?? live[0] ?? first ?? MAIN_PORT]: value });
  }

  /** Nodes, a workflow, a curl command, or JSON for a selected trigger. False with a refusal for anything else. */
  paste(text: string, position: Position): boolean {
    const context = this.#session.rewritingContext();
    if (context === undefined) return this.#session.perform(LOADING);
    const triggerId = this.#selectedTrigger();
    const pasted = pasteText(context, text, { position: snapped(position), ...(triggerId && { triggerId }) });
    if (pasted.kind === 'refused') return this.#session.perform(pasted.refusal);
    if (pasted.kind === 'operation' && !this.#session.perform(pasted.operation)) return false;
    this.#session.pins.add(pasted.kind === 'pins' ? pasted.pins : pasted.operation.pins);
    return true;
  }

  #do(work: (context: OperationContext) => Outcome, coalesce?: string): boolean {
    return this.#session.perform(this.#with(work), coalesce);
  }

  #rewrite(work: (context: RewritingContext) => Outcome): boolean {
    const context = this.#session.rewritingContext();
    return this.#session.perform(context === undefined ? LOADING : work(context));
  }

  #with<T>(work: (context: OperationContext) => T): T {
    return work(this.#session.operationContext());
  }

  #selected(): Elements {
    return this.#session.selection.snapshot();
  }

  #selectedNodes(): readonly string[] {
    return [...this.#session.selection.nodeIds()];
  }

  #selectedGroups(): readonly string[] {
    const { selection, index } = this.#session;
    const ofNodes = groupsOf(index(), selection.nodeIds()).map((each) => each.id);
    return [...new Set([...selection.groupIds(), ...ofNodes])];
  }

  #selectedTrigger(): string | undefined {
    const id = this.#session.selection.onlyNode();
    const node = id === undefined ? undefined : this.#session.node(id);
    return node !== undefined && this.#session.catalogue.isTrigger(node) ? node.id : undefined;
  }

  #nameOf(nodeId: string): string {
    const node = this.#session.node(nodeId);
    return node === undefined ? nodeId : nameOf(node);
  }
}
