import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { AddPlace, FlowCanvas, MenuTarget, NodeCommand, PaletteDrag } from '@millrace/web-canvas';
import { Announcer, Dialogs, Toasts } from '@millrace/web-ui';
import { WebhookListener } from '../docks/webhook-listener';
import { EditorRuns } from '../editor-runs';
import { EditorState } from '../editor-state';

/** Everything that menus, buttons and keys of the editor do. */
@Injectable()
export class EditorCommands {
  readonly state = inject(EditorState);
  readonly runs = inject(EditorRuns);
  readonly listener = inject(WebhookListener);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #announcer = inject(Announcer);
  readonly #router = inject(Router);
  /** Set while the canvas is shown. */
  canvas: FlowCanvas | undefined;

  get session() {
    return this.state.session;
  }

  /** The node that a key means: the selected one, else the one with the focus. */
  target(): string | undefined {
    return this.session.selection.onlyNode() ?? this.session.selection.focusedNode();
  }

  /** Opens the drawer of nodes; without a place, after the selected node, else in the middle of the window. */
  add(place?: AddPlace): void {
    if (this.session.isReadonly()) return;
    this.state.adding.set({ kind: 'add', place: place ?? this.#placeForNext() });
  }

  /** Adds what was picked in the drawer, or puts it in a node's place. */
  pick(type: string): void {
    const adding = this.state.adding();
    this.state.adding.set(undefined);
    if (adding?.kind === 'replace') {
      if (this.session.actions.replaceNode(adding.nodeId, type)) this.#show(adding.nodeId);
      return;
    }
    const place = adding?.place ?? this.#placeForNext();
    const nodeId = this.session.actions.addNode({ type, place });
    const opens = nodeId !== undefined && this.state.opensAdded() && this.#hasParams(nodeId);
    this.#added(nodeId, !opens);
    if (opens) this.open(nodeId);
  }

  /** A node that is dragged out of the drawer: into the edge below it, or where it is let go. */
  dragFromPalette({ type, x, y, phase }: PaletteDrag): void {
    const { canvas } = this;
    if (!canvas) return;
    const isOver = canvas.covers(x, y);
    const edgeId = isOver ? canvas.edgeAt(x, y) : undefined;
    canvas.view.dropEdge.set(phase === 'move' ? edgeId : undefined);
    if (phase !== 'drop' || !isOver) return;
    const at = canvas.pointAt(x, y);
    const position = { x: at.x - 112, y: at.y - 32 };
    const place: AddPlace = edgeId === undefined ? { kind: 'free', position } : { kind: 'into', edgeId, position };
    this.state.adding.set(undefined);
    this.#added(this.session.actions.addNode({ type, place }));
  }

  open(nodeId = this.target()): void {
    if (nodeId !== undefined) this.state.openNode.set(nodeId);
  }

  /** The node view was closed: the keyboard goes back to its card. */
  closeNode(): void {
    const nodeId = this.state.openNode();
    this.state.openNode.set(undefined);
    if (nodeId !== undefined) setTimeout(() => this.canvas?.focusNode(nodeId));
  }

  doNode(command: NodeCommand, nodeId: string): void {
    if (command === 'run') void this.runs.runPart(nodeId, 'step');
    else if (command === 'toggle') this.session.actions.toggleEnabled([nodeId]);
    else if (command === 'delete') this.session.actions.remove({ nodeIds: [nodeId] });
    else if (command === 'open') this.open(nodeId);
    else void this.rename(nodeId);
  }

  async rename(nodeId = this.target()): Promise<void> {
    const node = nodeId === undefined ? undefined : this.session.node(nodeId);
    if (node === undefined || this.session.isReadonly()) return;
    const label = await this.#dialogs.prompt({
      heading: 'Rename step',
      label: 'Name',
      help: 'Every reference to it is rewritten.',
      value: node.label,
      action: 'Rename',
    });
    if (label !== undefined) this.session.actions.rename(node.id, label);
    this.canvas?.focusNode(node.id);
  }

  replace(nodeId = this.target()): void {
    if (nodeId !== undefined && !this.session.isReadonly()) this.state.adding.set({ kind: 'replace', nodeId });
  }

  remove(bridge: 'auto' | 'always' = 'auto'): void {
    const { selection, actions } = this.session;
    const count = selection.size();
    if (actions.remove(undefined, bridge))
      this.#announcer.say(`Deleted ${count === 1 ? 'the selection' : `${count} elements`}`);
  }

  async copy(): Promise<void> {
    const text = this.session.actions.copy();
    if (text !== undefined) await this.#write(text, 'Copied');
  }

  async cut(): Promise<void> {
    const text = this.session.actions.cut();
    if (text !== undefined) await this.#write(text, 'Cut');
  }

  /** At the last menu, else in the middle of the window. */
  async paste(at?: MenuTarget): Promise<void> {
    const text = await navigator.clipboard.readText().catch(() => undefined);
    if (text !== undefined) this.pasteText(text, at);
    else this.#toasts.show('The browser does not let this page read the clipboard. Use the paste key instead.');
  }

  pasteText(text: string, at?: MenuTarget): void {
    const position = at === undefined ? this.canvas?.middle() : this.canvas?.pointAt(at.x, at.y);
    this.session.actions.paste(text, position ?? { x: 0, y: 0 });
  }

  addNote(at?: MenuTarget): void {
    const position = at === undefined ? this.canvas?.middle() : this.canvas?.pointAt(at.x, at.y);
    this.session.actions.addNote(position ?? { x: 0, y: 0 });
  }

  /** Freezes the output of the last run, or lets it go again. */
  async togglePin(nodeId = this.target()): Promise<void> {
    if (nodeId === undefined) return;
    const { pins, actions } = this.session;
    if (pins.isPinned(nodeId)) return pins.unpin(nodeId);
    if (!(await actions.pinOutput(nodeId))) this.#toasts.show('Run this step first: pinning keeps the output it had.');
  }

  undo(): void {
    const label = this.session.history.undoLabel();
    if (this.session.undo()) this.#announcer.say(`Undone: ${label}`);
  }

  redo(): void {
    const label = this.session.history.redoLabel();
    if (this.session.redo()) this.#announcer.say(`Redone: ${label}`);
  }

  async tidyUp(): Promise<void> {
    const ids = [...this.session.selection.nodeIds()];
    const isPart = ids.length > 1;
    if (await this.session.actions.tidyUp(isPart ? ids : undefined))
      if (!isPart) setTimeout(() => this.canvas?.fit(false));
  }

  async renameGroup(groupId: string): Promise<void> {
    const group = this.session.groups().find(({ id }) => id === groupId);
    const label = await this.#dialogs.prompt({
      heading: 'Rename group',
      label: 'Name',
      value: group?.label ?? '',
      action: 'Rename',
    });
    if (label !== undefined) this.session.actions.updateGroup(groupId, { label });
  }

  /** Ctrl+S: saves at once, and asks for the name of the point to come back to. */
  async checkpoint(): Promise<void> {
    if (this.session.isReadonly() || this.#dialogs.isOpen) return;
    void this.session.flush();
    const { CheckpointDialog } = await import('../dialogs/checkpoint-dialog');
    this.#dialogs.open(CheckpointDialog, { data: this.session, size: 'small' });
  }

  async openPublish(): Promise<void> {
    if (this.session.isReadonly() || this.#dialogs.isOpen) return;
    const { PublishDialog } = await import('../dialogs/publish-dialog');
    this.#dialogs.open(PublishDialog, { data: { session: this.session, goTo: this.goToProblem }, size: 'medium' });
  }

  async setEnabled(enabled: boolean): Promise<void> {
    const outcome = await this.session.setEnabled(enabled);
    if (outcome.kind === 'refused') this.#toasts.show(outcome.message, { tone: 'error' });
    else this.#announcer.say(enabled ? 'Enabled' : 'Disabled');
  }

  /** Shows the node or edge that a problem is about. */
  readonly goToProblem = (problem: { readonly nodeId?: string; readonly edgeId?: string }): void => {
    const { nodeId, edgeId } = problem;
    if (nodeId !== undefined) {
      this.session.selection.selectNode(nodeId);
      this.canvas?.reveal(nodeId, { centre: true });
    } else if (edgeId !== undefined) this.session.selection.select({ edgeIds: [edgeId] });
  };

  tab(tab: '' | 'runs' | 'versions'): void {
    void this.#router.navigate(['/workflows', this.session.workflowId(), ...(tab ? [tab] : [])]);
  }

  #placeForNext(): AddPlace {
    const nodeId = this.session.selection.onlyNode();
    const node = nodeId === undefined ? undefined : this.session.node(nodeId);
    const [port] = node === undefined ? [] : this.session.catalogue.outputsOf(node).ports;
    if (node !== undefined && port !== undefined) return { kind: 'after', nodeId: node.id, port: port.id };
    const middle = this.canvas?.middle() ?? { x: 0, y: 0 };
    return { kind: 'free', position: { x: middle.x - 112, y: middle.y - 32 } };
  }

  #added(nodeId: string | undefined, focus = true): void {
    if (nodeId === undefined) return;
    this.state.definitions.remember();
    this.#announcer.say(`Added ${this.session.node(nodeId)?.label ?? 'a step'}`);
    this.#show(nodeId, focus);
  }

  #show(nodeId: string, focus = true): void {
    setTimeout(() => this.canvas?.reveal(nodeId, { focus }));
  }

  #hasParams(nodeId: string): boolean {
    const properties = this.session.definitionOf(nodeId)?.paramsSchema['properties'];
    return typeof properties === 'object' && properties !== null && Object.keys(properties).length > 0;
  }

  async #write(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#announcer.say(done);
    } catch {
      this.#toasts.show('The browser does not let this page write to the clipboard.');
    }
  }
}
