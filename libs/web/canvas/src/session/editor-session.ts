import { type Signal, computed, signal } from '@angular/core';
import { type Edit, type NodeDefinitionData, type WorkflowDocument, type WorkflowNode } from '@millrace/workflow-model';
import { v7 } from 'uuid';
import type { NodeCatalogue } from './catalogue/node-catalogue';
import type { DocumentIndex } from './document/document-index';
import { type ApplyOptions, EditedDocument } from './document/edited-document';
import { countChanges, diffOf } from './document/changes-ahead';
import { editBetween } from './document/edit-between';
import { shareEqual } from './document/same-content';
import type { EditorSessionOptions } from './editor-session-options';
import { History } from './history/history';
import { HistoryStore } from './history/history-store';
import { EditorActions } from './operations/editor-actions';
import {
  type OperationContext,
  type Outcome,
  type Refusal,
  type RewritingContext,
  isRefusal,
} from './operations/operation';
import { PinnedData } from './pins/pinned-data';
import type { AccountDirectory } from './ports/account-directory';
import { ExpressionLoader } from './ports/expression-loader';
import type { ExpressionTools } from './ports/expression-tools';
import { memoryStore } from './ports/key-value-store';
import { type Timers, systemTimers } from './ports/timers';
import type {
  CheckpointOutcome,
  LoadedWorkflow,
  PublishOutcome,
  PublishRequest,
  PublishedVersion,
  WorkflowGateway,
} from './ports/workflow-gateway';
import { ParamScopes } from './params/param-scopes';
import { ProblemMonitor } from './problems/problem-monitor';
import { Breakpoints } from './run/breakpoints';
import { DirtyMarks } from './run/dirty-marks';
import { RunOverlay } from './run/run-overlay';
import type { SaveError, SaveState } from './save/autosave';
import type { ConflictStrategy, SaveConflict } from './save/conflict';
import { DraftKeeper, notSaved, openDraft } from './save/draft-keeper';
import type { Selection } from './selection/selection';

/** Where loading stands. */
export type SessionStatus = 'empty' | 'loading' | 'ready' | 'failed';

/**
 * One open workflow: the document, everything derived from it, and every way to change it. A plain object over signals;
 * components bind to it. Every change is an edit of the workflow model, so undo, autosave and the server agree.
 */
export class EditorSession {
  readonly catalogue: NodeCatalogue;
  /** Accounts of the workspace; undefined where nothing is copied. */
  readonly accounts: AccountDirectory | undefined;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly #gateway: WorkflowGateway | undefined;
  readonly #edited: EditedDocument;
  readonly #status = signal<SessionStatus>('empty');
  readonly #loadError = signal<unknown>(undefined);
  readonly #isReadonly = signal(false);
  readonly #workflowId = signal<string | undefined>(undefined);
  readonly #published = signal<PublishedVersion | undefined>(undefined);
  readonly #enabled = signal(false);
  readonly #expressions: ExpressionLoader;
  readonly #refusal = signal<Refusal | undefined>(undefined);
  readonly #store: HistoryStore;
  readonly #keeper = signal<DraftKeeper | undefined>(undefined);
  #loads = 0;

  readonly status: Signal<SessionStatus> = this.#status.asReadonly();
  /** What `load` threw. */
  readonly loadError: Signal<unknown> = this.#loadError.asReadonly();
  readonly workflowId: Signal<string | undefined> = this.#workflowId.asReadonly();
  readonly document: Signal<WorkflowDocument>;
  /** Whether changes are refused: run and version views, viewers. */
  readonly isReadonly: Signal<boolean> = this.#isReadonly.asReadonly();
  readonly name = computed(() => this.document().name);
  readonly nodes = computed(() => this.document().nodes);
  readonly edges = computed(() => this.document().edges);
  readonly notes = computed(() => this.document().notes);
  readonly groups = computed(() => this.document().groups);
  readonly isEmpty = computed(() => this.nodes().length === 0);
  /** Nodes by id, edges by end, aliases, order; keeps what an edit does not touch. */
  readonly index: Signal<DocumentIndex>;
  readonly aliases = computed(() => this.index().aliases);
  readonly published: Signal<PublishedVersion | undefined> = this.#published.asReadonly();
  /** "Live v1.2.0": the published version's number; undefined before the first. */
  readonly liveVersion = computed(() => this.#published()?.version);
  readonly enabled: Signal<boolean> = this.#enabled.asReadonly();
  /** What the draft says otherwise than what is live; undefined before the first publishing. */
  readonly diff = computed(() => diffOf(this.#published()?.document, this.document()));
  /** "Draft n changes ahead"; moved cards do not count. */
  readonly changesAhead: Signal<number> = computed(() => countChanges(this.#published()?.document, this.document()));
  /** Undefined until its chunk is there. */
  readonly expressions: Signal<ExpressionTools | undefined>;
  /** Resolves once what rewrites references is there, or after some seconds. */
  readonly loaded = (): Promise<void> => this.#expressions.loaded();
  /** Why the last operation was not done, for the place where it was tried; cleared by the next that is. */
  readonly refusal: Signal<Refusal | undefined> = this.#refusal.asReadonly();

  /** What the chip in the header says. */
  readonly saveState: Signal<SaveState> = computed(() => this.#keeper()?.state() ?? 'saved');
  /** Why it says `error`. */
  readonly saveError: Signal<SaveError | undefined> = computed(() => this.#keeper()?.error());
  /** ISO 8601. */
  readonly savedAt: Signal<string | undefined> = computed(() => this.#keeper()?.savedAt());
  /** Revision of the draft that was saved last. */
  readonly revision: Signal<number> = computed(() => this.#keeper()?.revision() ?? 0);
  /** Steps since the last save. */
  readonly unsavedChanges: Signal<number> = computed(() => this.#keeper()?.unsavedChanges() ?? 0);
  /** Somebody else's draft that has to be dealt with. */
  readonly conflict: Signal<SaveConflict | undefined> = computed(() => this.#keeper()?.conflict());
  /** Whether leaving the page would lose something. */
  readonly mustWarn: Signal<boolean> = computed(() => this.#keeper()?.mustWarn() ?? false);

  readonly history = new History();
  readonly selection: Selection;
  readonly problems: ProblemMonitor;
  readonly pins: PinnedData;
  readonly run: RunOverlay;
  /** Nodes before which runs from here are paused. */
  readonly breakpoints: Breakpoints;
  readonly dirty: DirtyMarks;
  /** What a node's params can read, with sample values. */
  readonly params: ParamScopes;
  /** Everything that people do to a workflow, each one step of undo. */
  readonly actions: EditorActions;

  constructor(options: EditorSessionOptions) {
    this.catalogue = options.catalogue;
    this.accounts = options.accounts;
    this.timers = options.timers ?? systemTimers;
    this.newId = options.newId ?? (() => v7());
    this.#gateway = options.gateway;
    this.#store = new HistoryStore(options.store ?? memoryStore());
    this.#expressions = new ExpressionLoader(options.expressions, this.timers, () => {
      if (this.#status() === 'ready') this.problems.check();
    });
    this.expressions = this.#expressions.tools;
    this.#edited = new EditedDocument({
      timers: this.timers,
      history: this.history,
      onChanged: () => this.#changed(),
    });
    this.document = this.#edited.document;
    this.index = this.#edited.index;
    this.selection = this.#edited.selection;
    this.problems = new ProblemMonitor({
      timers: this.timers,
      catalogue: this.catalogue,
      document: this.document,
      expressions: this.expressions,
      contracts: () => this.params.called.known(),
    });
    this.pins = new PinnedData({ timers: this.timers, ...(this.#gateway && { gateway: this.#gateway }) });
    this.breakpoints = new Breakpoints(options.localStore ?? memoryStore(), () => this.index().nodeById);
    this.run = new RunOverlay({ feed: options.runs, timers: this.timers });
    this.dirty = new DirtyMarks({
      catalogue: this.catalogue,
      index: this.index,
      run: this.run,
      pins: this.pins.values,
      expressions: this.expressions,
    });
    this.params = new ParamScopes(this);
    this.actions = new EditorActions(this, options.layout);
  }

  /** Loads a draft to edit; what a reload interrupted goes on where it was. Rejects never: see `status` and `loadError`. */
  async load(workflowId: string): Promise<void> {
    this.#status.set('loading');
    this.#loadError.set(undefined);
    void this.#expressions.fetch();
    const load = (this.#loads += 1);
    try {
      const loaded = await this.#needGateway().load(workflowId);
      if (load === this.#loads) this.#openDraft(loaded);
    } catch (error) {
      if (load !== this.#loads) return;
      this.#loadError.set(error);
      this.#status.set('failed');
    }
  }

  /** Shows a document that cannot be changed: a version, or what a run ran. */
  view(document: WorkflowDocument, workflowId?: string): void {
    this.#close();
    this.#isReadonly.set(true);
    this.#begin(document, workflowId);
    void this.#expressions.fetch();
  }

  /** Refuses or allows changes; for people who may only look. */
  setReadonly(isReadonly: boolean): void {
    this.#isReadonly.set(isReadonly);
  }

  /** A node by id. */
  node(id: string): WorkflowNode | undefined {
    return this.index().node(id);
  }

  /** Definition of a node by its id; undefined for unknown types. */
  definitionOf(nodeId: string): NodeDefinitionData | undefined {
    const node = this.node(nodeId);
    return node === undefined ? undefined : this.catalogue.of(node);
  }

  /** Changes the document as one step of undo. False when nothing changed or nothing may. */
  apply(edit: Edit, options: ApplyOptions): boolean {
    if (this.#isReadonly()) {
      this.#refusal.set({ code: 'READ_ONLY', refused: 'This view cannot be changed; open the draft.' });
      return false;
    }
    return this.#change(edit, options);
  }

  /** Does an operation, or tells in `refusal` why not. True when it was done. */
  perform(outcome: Outcome, coalesce?: string): boolean {
    if (isRefusal(outcome)) {
      this.#refusal.set(outcome);
      return false;
    }
    const { label, edit, select } = outcome;
    return this.apply(edit, { label, ...(coalesce && { coalesce }), ...(select && { select }) });
  }

  /** Everything that `work` changes is one step of undo. */
  group(label: string, work: () => void): void {
    this.#edited.group(label, work);
  }

  /** Takes the last step back, selection included. False when there is none. */
  undo(): boolean {
    return !this.#isReadonly() && this.#edited.undo();
  }

  /** Does the last undone step again. False when there is none. */
  redo(): boolean {
    return !this.#isReadonly() && this.#edited.redo();
  }

  /** Saves now and keeps the draft as a point to come back to. @throws when the server cannot be reached */
  async checkpoint(name?: string): Promise<CheckpointOutcome> {
    this.history.seal();
    const saved = await this.#keeper()?.stored();
    if (saved === undefined) return notSaved('The draft could not be saved; a checkpoint keeps what is saved.');
    const { id, expectedRevision } = saved;
    return (await this.#gateway?.checkpoint?.(id, { expectedRevision, ...(name && { name }) })) ?? { kind: 'done' };
  }

  /** Saves, then publishes what was saved. */
  async publish(request: Omit<PublishRequest, 'expectedRevision'> = {}): Promise<PublishOutcome> {
    const saved = await this.#keeper()?.stored();
    if (saved === undefined) return notSaved('The draft is not saved yet; publishing follows what is saved.');
    const { id, expectedRevision } = saved;
    return this.#receivePublished(await this.#needGateway().publish(id, { ...request, expectedRevision }));
  }

  /** Lets the triggers of the live version fire, or not. */
  async setEnabled(enabled: boolean): Promise<PublishOutcome> {
    return this.#receivePublished(await this.#needGateway().setEnabled(this.#workflowId() ?? '', enabled));
  }

  /** Takes in that its triggers were stopped elsewhere. */
  hearOff(): void {
    this.#enabled.set(false);
  }

  /** Puts another document (a version, an import) in the place of this one, as one step of undo. */
  replaceDocument(document: WorkflowDocument, label: string): boolean {
    return this.apply(editBetween(this.document(), document), { label });
  }

  /** Saves now. True when everything is saved. */
  async flush(): Promise<boolean> {
    const isSaved = (await this.#keeper()?.flush()) ?? true;
    return (await this.pins.flush()) && isSaved;
  }

  /** For `pagehide` and `visibilitychange`: hands over what is not saved without waiting. */
  leave(): void {
    this.#keeper()?.leave();
  }

  /** For `online` and `offline`. */
  setOnline(isOnline: boolean): void {
    this.#keeper()?.setOnline(isOnline);
  }

  /** The draft stands at `revision` on the server: what others changed is taken in where it clashes with nothing here. */
  async follow(revision: number): Promise<void> {
    await this.#keeper()?.follow(revision);
  }

  /** Ends a save conflict. */
  resolveConflict(strategy: ConflictStrategy): void {
    this.#keeper()?.resolve(strategy);
  }

  /** Clears why the last operation was not done. */
  dismissRefusal(): void {
    this.#refusal.set(undefined);
  }

  /** What operations are computed from. */
  operationContext(): OperationContext {
    return { index: this.index(), lookup: this.catalogue.lookup, newId: this.newId };
  }

  /** For those that rewrite references; undefined until the expression library is there. */
  rewritingContext(): RewritingContext | undefined {
    const expressions = this.expressions();
    const accounts = this.accounts;
    return expressions && { ...this.operationContext(), expressions, ...(accounts && { accounts }) };
  }

  /** Stops timers and streams; the session is of no more use. */
  dispose(): void {
    this.#close();
    this.problems.dispose();
    this.run.dispose();
    this.pins.dispose();
  }

  #openDraft(loaded: LoadedWorkflow): void {
    this.#close();
    const draft = openDraft(loaded, this.#store, this.history);
    const model = loaded.published?.document;
    const document = model === undefined ? draft.document : shareEqual(model, draft.document);
    this.#begin(document, loaded.workflowId);
    this.pins.open(loaded.workflowId, loaded.pins);
    this.#published.set(loaded.published);
    this.#enabled.set(loaded.enabled);
    this.#isReadonly.set(false);
    const saved = draft.isUnsaved ? loaded : { ...loaded, document };
    this.#keeper.set(
      new DraftKeeper(saved, {
        gateway: this.#needGateway(),
        timers: this.timers,
        document: this.document,
        change: (edit, label) => void this.#change(edit, { label }),
        problems: this.problems,
        history: this.history,
        store: this.#store,
      }),
    );
    if (draft.isUnsaved) this.#keeper()?.changed();
  }

  #begin(document: WorkflowDocument, workflowId: string | undefined): void {
    this.#edited.open(document);
    this.#workflowId.set(workflowId);
    this.pins.open(undefined);
    this.breakpoints.open(workflowId);
    this.problems.check();
    this.#status.set('ready');
  }

  #close(): void {
    this.#keeper()?.leave();
    this.#keeper()?.dispose();
    this.#keeper.set(undefined);
    this.#published.set(undefined);
    this.#refusal.set(undefined);
    if (this.#status() === 'ready') this.history.clear();
  }

  #change(edit: Edit, options: ApplyOptions): boolean {
    const isChanged = this.#edited.change(edit, options);
    if (isChanged) this.#refusal.set(undefined);
    return isChanged;
  }

  #changed(): void {
    this.#keeper()?.changed();
    this.problems.changed();
  }

  #receivePublished(outcome: PublishOutcome): PublishOutcome {
    if (outcome.kind !== 'done') return outcome;
    const { published } = outcome;
    if (published !== undefined) {
      this.#published.set({ ...published, document: shareEqual(this.document(), published.document) });
    }
    this.#enabled.set(outcome.enabled);
    return outcome;
  }

  #needGateway(): WorkflowGateway {
    if (this.#gateway === undefined) throw new Error('This session was made without a gateway.');
    return this.#gateway;
  }
}
