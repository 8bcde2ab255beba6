import { type Signal, computed, signal } from '@angular/core';
import type { Edit, WorkflowDocument } from '@millrace/workflow-model';
import { editBetween } from '../document/edit-between';
import { mergeDocuments } from '../document/merge-documents';
import { fingerprint, sameContent, shareEqual } from '../document/same-content';
import type { History } from '../history/history';
import type { HistoryStore } from '../history/history-store';
import type { ProblemMonitor } from '../problems/problem-monitor';
import type { Timers } from '../ports/timers';
import type { LoadedWorkflow, PublishOutcome, WorkflowGateway } from '../ports/workflow-gateway';
import { Autosave, type SaveError, type SaveState } from './autosave';
import type { ConflictStrategy, SaveConflict } from './conflict';

/** What a {@link DraftKeeper} works with. */
export interface DraftKeeperOptions {
  readonly gateway: WorkflowGateway;
  readonly timers: Timers;
  readonly document: Signal<WorkflowDocument>;
  /** Changes the document as one step of undo. */
  readonly change: (edit: Edit, label: string) => void;
  /** Told what the server finds wrong with what is saved. */
  readonly problems?: Pick<ProblemMonitor, 'receive'>;
  readonly history: History;
  readonly store: HistoryStore;
}

/** Milliseconds between a change and writing it where a reload finds it. */
const KEEP_MS = 400;
/** Milliseconds after which the other draft is asked for again. */
const RETRY_MS = 5_000;
/** Milliseconds after which a draft of others is looked at that came while this page saved. */
const FOLLOW_MS = 300;

/** Keeps the draft safe: saves it, keeps it over a reload, and settles conflicts with what others saved. */
export class DraftKeeper {
  readonly #options: DraftKeeperOptions;
  readonly #workflowId: string;
  readonly #autosave: Autosave;
  readonly #conflict = signal<SaveConflict | undefined>(undefined);
  #stopKeeping: (() => void) | undefined;
  #isDisposed = false;
  /** The newest revision that this page has heard of. */
  #newest = 0;

  readonly state: Signal<SaveState>;
  readonly revision: Signal<number>;
  readonly unsavedChanges: Signal<number>;
  readonly savedAt: Signal<string | undefined>;
  readonly error: Signal<SaveError | undefined>;
  readonly mustWarn: Signal<boolean>;
  readonly conflict: Signal<SaveConflict | undefined> = this.#conflict.asReadonly();

  /** Begins with what the server has; `opened` says what a reload brought back on top of it. */
  constructor(loaded: LoadedWorkflow, options: DraftKeeperOptions) {
    this.#options = options;
    this.#workflowId = loaded.workflowId;
    this.#autosave = new Autosave({
      workflowId: loaded.workflowId,
      gateway: options.gateway,
      timers: options.timers,
      saved: loaded,
      current: options.document,
      onSaved: (document) => void this.#validate(document),
      onConflict: ({ savedBy }) => void this.#meet(savedBy),
    });
    this.state = this.#autosave.state;
    this.revision = this.#autosave.revision;
    this.unsavedChanges = this.#autosave.unsavedChanges;
    this.savedAt = computed(() => this.#autosave.saved().savedAt);
    this.error = this.#autosave.error;
    this.mustWarn = this.#autosave.mustWarn;
    void this.#validate(loaded.document);
  }

  /** To be called after every change of the document. */
  changed(): void {
    this.#autosave.changed();
    this.#stopKeeping ??= this.#options.timers.after(KEEP_MS, () => this.#keep());
  }

  /** Saves now. True when everything is saved. */
  flush(): Promise<boolean> {
    return this.#autosave.flush();
  }

  /** What stands on the server once everything is saved; undefined when it cannot be. */
  async stored(): Promise<{ readonly id: string; readonly expectedRevision: number } | undefined> {
    if (!(await this.flush())) return undefined;
    return { id: this.#workflowId, expectedRevision: this.revision() };
  }

  /** The page goes away. */
  leave(): void {
    this.#keep();
    this.#autosave.leave();
  }

  setOnline(isOnline: boolean): void {
    this.#autosave.setOnline(isOnline);
  }

  /** Takes what the server has now as the saved draft, after the server itself changed it (publishing, restoring). */
  rebase(document: WorkflowDocument, revision: number): void {
    this.#autosave.resolved({ document, revision });
  }

  /**
   * The draft stands at `revision` on the server. What others changed is taken in, as a step that can be undone, unless it clashes
   * with what is not saved here: then saving meets the conflict.
   */
  async follow(revision: number): Promise<void> {
    this.#newest = Math.max(this.#newest, revision);
    if (this.state() === 'saving') return void this.#options.timers.after(FOLLOW_MS, () => void this.follow(revision));
    if (!this.#mayFollow(this.#newest)) return;
    try {
      const loaded = await this.#options.gateway.load(this.#workflowId);
      if (this.#mayFollow(loaded.revision)) this.#takeIn(loaded);
    } catch {
      // Not reachable just now: the next save, here or elsewhere, comes back to it.
    }
  }

  #mayFollow(revision: number): boolean {
    return !this.#isDisposed && revision > this.revision() && ['saved', 'unsaved'].includes(this.state());
  }

  #takeIn({ document, revision }: LoadedWorkflow): void {
    const base = this.#autosave.saved().document;
    const mine = this.#options.document();
    const theirs = shareEqual(base, document);
    const merged = mergeDocuments(base, mine, theirs);
    if (merged.clashes.length > 0) return;
    this.#options.change(editBetween(mine, merged.document), 'Take in what others changed');
    this.#settle(theirs, revision);
  }

  /** Ends a conflict. Taking theirs and merging are steps that can be undone. */
  resolve(strategy: ConflictStrategy): void {
    const conflict = this.#conflict();
    if (conflict === undefined) return;
    const { base, theirs, theirRevision } = conflict;
    const mine = this.#options.document();
    this.#conflict.set(undefined);
    if (strategy === 'theirs') this.#options.change(editBetween(mine, theirs), 'Take the other draft');
    if (strategy === 'merge') {
      const { document } = mergeDocuments(base, mine, theirs);
      this.#options.change(editBetween(mine, document), 'Merge with the other draft');
    }
    this.#settle(theirs, theirRevision);
  }

  /** The server has another draft than this page thought. */
  async #meet(savedBy: string | undefined): Promise<void> {
    const { gateway } = this.#options;
    const base = this.#autosave.saved().document;
    try {
      const loaded = await gateway.load(this.#workflowId);
      const theirs = shareEqual(base, loaded.document);
      if (this.#isOwn(base, theirs)) this.#settle(theirs, loaded.revision);
      else this.#show(base, { ...loaded, document: theirs, savedBy: loaded.savedBy ?? savedBy });
    } catch {
      // Not reachable just now: the conflict stays, and is looked at again.
      this.#options.timers.after(RETRY_MS, () => void this.#meet(savedBy));
    }
  }

  /** A save whose answer was lost looks like somebody else's. */
  #isOwn(base: WorkflowDocument, theirs: WorkflowDocument): boolean {
    return sameContent(base, theirs) || this.#autosave.maySend((document) => sameContent(document, theirs));
  }

  #show(base: WorkflowDocument, loaded: LoadedWorkflow): void {
    const merged = mergeDocuments(base, this.#options.document(), loaded.document);
    this.#conflict.set({
      base,
      theirs: loaded.document,
      theirRevision: loaded.revision,
      merged,
      ...(loaded.savedBy === undefined ? {} : { savedBy: loaded.savedBy }),
    });
  }

  /** Saving goes on upon what the server has. */
  #settle(theirs: WorkflowDocument, revision: number): void {
    const current = this.#options.document();
    this.#autosave.resolved({ document: sameContent(current, theirs) ? current : theirs, revision });
  }

  /** Asks for what only the server knows to be wrong; nobody waits for it. */
  async #validate(document: WorkflowDocument): Promise<void> {
    const { gateway, problems } = this.#options;
    if (problems === undefined || gateway.validate === undefined) return;
    try {
      const found = await gateway.validate(this.#workflowId);
      // A later save asks again.
      if (!this.#isDisposed && this.#autosave.saved().document === document) problems.receive(found, document);
    } catch {
      // Not reachable just now: publishing and running check as well.
    }
  }

  #keep(): void {
    this.#stopKeeping?.();
    this.#stopKeeping = undefined;
    const { store, history, document } = this.#options;
    const isSaved = this.#autosave.saved().document === document();
    store.write(this.#workflowId, document(), history.content(), isSaved ? undefined : this.revision());
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stopKeeping?.();
    this.#autosave.dispose();
  }
}

/** Why something is not done that follows what is saved. */
export function notSaved(message: string): Extract<PublishOutcome, { kind: 'refused' }> {
  return { kind: 'refused', code: 'NOT_SAVED', message };
}

/** The document to open with, and the history that fits it. */
export interface OpenedDraft {
  readonly document: WorkflowDocument;
  /** Whether it holds changes that the server does not have. */
  readonly isUnsaved: boolean;
}

/**
 * What a reload finds: the unsaved document when nobody saved in between, and the history when it leads to the document
 * that opens. Anything else that was kept is forgotten.
 */
export function openDraft(loaded: LoadedWorkflow, store: HistoryStore, history: History): OpenedDraft {
  const kept = store.read(loaded.workflowId);
  const unsaved = kept?.unsaved;
  if (kept !== undefined && unsaved !== undefined && unsaved.revision === loaded.revision) {
    history.restore(kept.history);
    return { document: shareEqual(loaded.document, unsaved.document), isUnsaved: true };
  }
  if (kept !== undefined && kept.fingerprint === fingerprint(loaded.document)) history.restore(kept.history);
  else store.forget(loaded.workflowId);
  return { document: loaded.document, isUnsaved: false };
}
