import { firstValueFrom } from 'rxjs';
import { inject, Injectable, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { type FlowCanvas, type MenuTarget, type NodeCommand } from '@millrace/web-canvas';
import { Announcer, Dialogs, Toasts } from '@millrace/web-ui/base';
import { type FailureKind, type Problem, calledIdOf } from '@millrace/workflow-model';
import { WebhookListener } from '../docks/webhook-listener';
import { EditorRuns } from '../editor-runs';
import { EditorState } from '../editor-state';
import { AddCommands } from './add-commands';
import { ClipboardCommands } from './clipboard-commands';
import { Tidying } from './tidying';
import { focusedCard, focusedNote } from './focused-card';

/** Everything that menus, buttons and keys of the editor do. */
@Injectable()
export class EditorCommands {
  readonly state = inject(EditorState);
  readonly runs = inject(EditorRuns);
  readonly adder = inject(AddCommands);
  readonly clipboard = inject(ClipboardCommands);
  readonly listener = inject(WebhookListener);
  readonly tidying = new Tidying();
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #announcer = inject(Announcer);
  readonly #router = inject(Router);
  readonly #injector = inject(Injector);

  /** Set while the canvas is shown. */
  get canvas(): FlowCanvas | undefined {
    return this.state.canvas;
  }

  get session() {
    return this.state.session;
  }

  /** The node that a key means: the selected one, else the one with the focus. */
  target(): string | undefined {
    return this.session.selection.target();
  }

  open(nodeId = this.target()): void {
    if (nodeId !== undefined) this.state.openNode.set(nodeId);
  }

  /** The workflow that a node runs; undefined for every other node. */
  calledBy(nodeId = this.target()): string | undefined {
    const node = nodeId === undefined ? undefined : this.session.node(nodeId);
    const definition = node && this.session.catalogue.of(node);
    return node && definition && calledIdOf(definition, node);
  }

  /** Beside this one: what was being done here goes on. */
  openCalled(nodeId = this.target()): boolean {
    const workflowId = this.calledBy(nodeId);
    if (workflowId !== undefined) open(`/workflows/${workflowId}`, '_blank', 'noopener');
    return workflowId !== undefined;
  }

  /** The node view was closed: the keyboard goes back to where it was opened from. */
  closeNode(): void {
    const nodeId = this.state.openNode();
    this.state.openNode.set(undefined);
    this.state.freshNode.set(undefined);
    if (nodeId !== undefined) setTimeout(() => this.state.focusNode(nodeId));
  }

  doNode(command: NodeCommand, nodeId: string): void {
    if (command === 'run') void this.runs.runPart(nodeId, 'step');
    else if (command === 'toggle') this.session.actions.toggleEnabled([nodeId]);
    else if (command === 'delete') this.session.actions.remove({ nodeIds: [nodeId] });
    else if (command === 'open') this.open(nodeId);
    else if (command === 'breakpoint') this.toggleBreakpoints([nodeId]);
    else if (command === 'skip-wait') void this.runs.skipWait(nodeId);
    else if (command === 'resume') void this.runs.resume();
    else if (command === 'step') void this.runs.step(nodeId);
    else void this.rename(nodeId);
  }

  /** F2: the group that alone is selected, else the node. */
  renameChosen(): Promise<void> {
    const { selection } = this.session;
    const [groupId] = selection.groupIds();
    return groupId !== undefined && selection.size() === 1 ? this.renameGroup(groupId) : this.rename();
  }

  async rename(nodeId = this.#only()): Promise<void> {
    if (this.session.isReadonly()) return;
    const node = nodeId === undefined ? undefined : this.session.node(nodeId);
    if (node === undefined) return;
    const label = await this.#dialogs.prompt({
      heading: 'Rename step',
      label: 'Name',
      help: 'Every reference to it is rewritten.',
      value: node.label,
      action: 'Rename',
    });
    await this.session.loaded();
    if (label !== undefined) this.session.actions.rename(node.id, label);
    this.state.focusNode(node.id);
  }

  remove(bridge: 'auto' | 'always' = 'auto'): void {
    const { selection, actions } = this.session;
    if (selection.isEmpty()) return this.#removeFocused(bridge);
    const count = selection.size();
    if (actions.remove(undefined, bridge))
      this.#announcer.say(`Deleted ${count === 1 ? 'the selection' : `${count} elements`}`);
  }

  /** Nothing is selected: what has the focus goes, and a step before it takes the focus over. */
  #removeFocused(bridge: 'auto' | 'always'): void {
    const { session } = this;
    const [card, note] = [focusedCard(), focusedNote()];
    if (card !== undefined) {
      const name = session.node(card)?.label ?? 'the step';
      const [before] = session.index().incoming(card);
      if (!session.actions.remove({ nodeIds: [card] }, bridge)) return;
      this.#announcer.say(`Deleted ${name}`);
      const next = before?.source ?? session.selection.focusedNode();
      if (next !== undefined) this.state.focusNode(next);
    } else if (note !== undefined && session.actions.remove({ noteIds: [note] }))
      this.#announcer.say('Deleted the note');
  }

  /** Puts steps into a new loop, whose list is asked for at once. */
  wrap(nodeIds: readonly string[] = this.#chosen()): void {
    const loopId = this.session.actions.wrap(nodeIds);
    if (loopId === undefined) return;
    this.#announcer.say(`Put into ${this.session.node(loopId)?.label ?? 'a loop'}`);
    this.open(loopId);
  }

  /** Makes steps a workflow of their own, which one step then runs; says why not when that cannot be. */
  async convert(nodeIds: readonly string[] = this.#chosen()): Promise<void> {
    if (this.session.isReadonly() || this.#dialogs.isOpen) return;
    const [{ ConvertSteps }] = await Promise.all([
      import('./convert-steps'),
      this.state.describeAll(),
      this.session.loaded(),
    ]);
    await this.#injector.get(ConvertSteps).convert(this.state, nodeIds);
  }

  addNote(at?: MenuTarget): void {
    const position = at === undefined ? this.canvas?.middle() : this.canvas?.pointAt(at.x, at.y);
    this.session.actions.addNote(position ?? { x: 0, y: 0 });
  }

  /** Freezes the outputs of the last run, or lets them go again when all are frozen. */
  async togglePin(nodeIds: readonly string[] = this.#chosen()): Promise<void> {
    if (nodeIds.length === 0 || this.session.isReadonly()) return;
    const { pins, actions } = this.session;
    const loose = nodeIds.filter((id) => !pins.isPinned(id));
    if (loose.length === 0) {
      for (const id of nodeIds) pins.unpin(id);
      return this.#announcer.say(
        nodeIds.length === 1 ? 'Output unpinned' : `Outputs of ${nodeIds.length} steps unpinned`,
      );
    }
    const done = await Promise.all(loose.map((id) => actions.pinOutput(id)));
    const count = done.filter(Boolean).length;
    if (count === 0) this.#toasts.show('Run this step first: pinning keeps the output it had.');
    else this.#announcer.say(count === 1 ? 'Output pinned' : `Outputs of ${count} steps pinned`);
  }

  /** Sets breakpoints, or takes them away when all have one: runs from here are paused before these steps. */
  toggleBreakpoints(nodeIds: readonly string[] = this.#chosen()): void {
    if (this.session.isReadonly() || nodeIds.length === 0) return;
    const isSet = this.session.breakpoints.toggle(nodeIds);
    const what = nodeIds.length === 1 ? (this.session.node(nodeIds[0] ?? '')?.label ?? '') : `${nodeIds.length} steps`;
    this.#announcer.say(isSet ? `Breakpoint at ${what}` : `No breakpoint at ${what} any more`);
  }

  /** Takes the selected steps out of runs, or puts them back. */
  toggleEnabled(): void {
    const nodeIds = this.#chosen();
    if (nodeIds.length > 0) this.session.actions.toggleEnabled(nodeIds);
  }

  /** Runs what is selected, with everything before it from the last run. */
  runSelection(): void {
    const nodeIds = this.#chosen();
    if (nodeIds.length > 0) void this.runs.runNodes(nodeIds);
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
    if (await this.tidying.run((signal) => this.session.actions.tidyUp(isPart ? ids : undefined, signal)))
      if (!isPart) setTimeout(() => this.canvas?.fit(false));
  }

  async renameGroup(groupId: string): Promise<void> {
    if (this.session.isReadonly()) return;
    const group = this.session.groups().find(({ id }) => id === groupId);
    const label = await this.#dialogs.prompt({
      heading: 'Rename group',
      label: 'Name',
      value: group?.label ?? '',
      action: 'Rename',
    });
    if (label !== undefined) this.session.actions.updateGroup(groupId, { label });
  }

  /** What a group is for, in a line below its name. */
  async describeGroup(groupId: string): Promise<void> {
    const group = this.session.groups().find(({ id }) => id === groupId);
    const text = await this.#dialogs.prompt({
      heading: `Describe ${group?.label ?? 'the group'}`,
      label: 'Description',
      value: group?.description ?? '',
      action: 'Save',
      mayBeEmpty: true,
    });
    if (text !== undefined) this.session.actions.updateGroup(groupId, { description: text.trim() || undefined });
  }

  /** Ctrl+S: saves at once, and asks for the name of the point to come back to. */
  async checkpoint(): Promise<void> {
    if (this.session.isReadonly() || this.#dialogs.isOpen) return;
    void this.session.flush();
    const { CheckpointDialog } = await import('../dialogs/checkpoint-dialog');
    this.#dialogs.open(CheckpointDialog, { data: this.session, size: 'small' });
  }

  /** Asks what a dry run is to pretend; with a failure that a step is to meet. */
  async openDryRun(failure?: { readonly nodeId: string; readonly kind: FailureKind }): Promise<void> {
    if (this.#dialogs.isOpen || !this.runs.mayRun()) return;
    const [{ DryRuns }, { DryRunDialog }] = await Promise.all([
      import('../dry-run/dry-runs'),
      import('../dry-run/dry-run-dialog'),
      this.state.describeAll(),
    ]);
    const dryRuns = this.#injector.get(DryRuns);
    dryRuns.attach(this.state);
    if (failure) dryRuns.inject(failure.nodeId, failure.kind);
    this.#dialogs.open(DryRunDialog, { data: { state: this.state, dryRuns }, size: 'wide' });
  }

  async openPublish(): Promise<void> {
    if (this.session.isReadonly() || this.#dialogs.isOpen) return;
    const { PublishDialog } = await import('../dialogs/publish-dialog');
    const data = { session: this.session, goTo: this.goToProblem };
    const ref = this.#dialogs.open<boolean>(PublishDialog, { data, size: 'medium' });
    const isPublished = await firstValueFrom(ref.closed, { defaultValue: undefined });
    const workflowId = this.session.workflowId();
    if (!isPublished || workflowId === undefined) return;
    const { WaitingRuns } = await import('../../versions/waiting/waiting-runs');
    await this.#injector.get(WaitingRuns).askAfterPublish(workflowId);
  }

  async openSettings(): Promise<void> {
    if (this.#dialogs.isOpen) return;
    const { WorkflowSettingsDialog } = await import('@millrace/web-canvas/workflow-settings');
    this.#dialogs.open(WorkflowSettingsDialog, { data: { session: this.session }, size: 'wide' });
  }

  async setEnabled(enabled: boolean): Promise<void> {
    if (this.session.isReadonly()) return;
    const outcome = await this.session.setEnabled(enabled);
    if (outcome.kind === 'refused') this.#toasts.show(outcome.message, { tone: 'error' });
    else this.#announcer.say(enabled ? 'Enabled' : 'Disabled');
  }

  /** Shows the node or edge that a problem is about, or the settings. */
  readonly goToProblem = (problem: Pick<Problem, 'nodeId' | 'edgeId' | 'path'>): void => {
    const { nodeId, edgeId, path } = problem;
    if (nodeId === undefined && path?.[0] === 'settings') setTimeout(() => void this.openSettings());
    if (nodeId !== undefined) {
      this.session.selection.selectNode(nodeId);
      this.canvas?.reveal(nodeId, { centre: true });
    } else if (edgeId !== undefined) this.session.selection.select({ edgeIds: [edgeId] });
  };

  tab(tab: '' | 'runs' | 'versions'): void {
    void this.#router.navigate(['/workflows', this.session.workflowId(), ...(tab ? [tab] : [])]);
  }

  /** The one node that is selected or has the focus. */
  #only(): string | undefined {
    const [only, ...others] = this.#chosen();
    return others.length === 0 ? only : undefined;
  }

  /** The selected nodes, else the one with the focus. */
  #chosen(): readonly string[] {
    const ids = [...this.session.selection.nodeIds()];
    const focused = focusedCard();
    return ids.length > 0 || focused === undefined ? ids : [focused];
  }
}
